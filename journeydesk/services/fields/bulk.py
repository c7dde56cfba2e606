"""The same fields of many prospects: what a change would do with each of them, and doing it as one step."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import Enum

from journeydesk.domain.by_hand import title_within
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.statuses import is_open
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import Action
from journeydesk.services.commands.long_steps import Progress
from journeydesk.services.commands.many import write_many
from journeydesk.services.commands.prospects import edit_within
from journeydesk.services.context import Context
from journeydesk.services.queries.names import counted
from journeydesk.storage.records import records
from journeydesk.storage.sync.conflicts import WHOLE, held_fields
from journeydesk.storage.team.automation_log import open_by_owner

_PART = 500
SHOWN = 200
"""So many lines of each kind are told; of the others how many they are."""


class Only(Enum):
    """Where a field is written."""

    ALWAYS = "always"
    EMPTY = "empty"
    LATE = "late or empty"


class Fate(Enum):
    """What becomes of a prospect."""

    CHANGES = "changes"
    SAME = "same"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that gets a value, where `only` holds."""

    slug: str
    value: Stored
    only: Only = Only.ALWAYS

    def reaches(self, before: Stored, today: date) -> bool:
        """Whether it is written over this value."""
        if self.only is Only.ALWAYS or before is None:
            return True
        return self.only is Only.LATE and str(before) < today.isoformat()


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One prospect: what stands in the fields now, which of them will be written, and why it is locked where it is."""

    prospect: RecordId
    name: str
    fate: Fate
    before: tuple[Stored, ...]
    written: tuple[bool, ...]
    reason: str = ""


@dataclass(slots=True)
class BulkPreview:
    """How many of each kind, and the first lines of them. `load` is how many open prospects the new owner has now, and would have."""

    counts: dict[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    lines: dict[Fate, list[BulkLine]] = field(default_factory=lambda: {fate: [] for fate in Fate})
    load: tuple[int, int] | None = None


def preview(context: Context, prospects: Sequence[RecordId], changes: Sequence[FieldChange]) -> BulkPreview:
    """What the changes would do now; for a thread beside the window where they are many."""
    result, today = BulkPreview(), context.today()
    owner = next((change for change in changes if change.slug == "owner"), None)
    gained = 0
    for start in range(0, len(prospects), _PART):
        part = prospects[start : start + _PART]
        with context.database.read() as connection:
            rows = records.get_many(connection, "prospects", part)
            asked = held_fields(connection, "prospects", part)
        for prospect in part:
            line = _line(prospect, rows.get(prospect), changes, asked.get(prospect, frozenset()), today)
            result.counts[line.fate] += 1
            if len(result.lines[line.fate]) < SHOWN:
                result.lines[line.fate].append(line)
            row = rows.get(prospect)
            if owner is not None and row is not None and line.fate is Fate.CHANGES and _gains(owner, line, row, changes):
                gained += 1
    if owner is not None and owner.value:
        with context.database.read() as connection:
            now = open_by_owner(connection).get(str(owner.value), 0)
        result.load = (now, now + gained)
    return result


def _gains(owner: FieldChange, line: BulkLine, row: Mapping[str, Stored], changes: Sequence[FieldChange]) -> bool:
    return line.written[list(changes).index(owner)] and is_open(row["status"], row["customer_status"])


def _line(
    prospect: RecordId,
    row: Mapping[str, Stored] | None,
    changes: Sequence[FieldChange],
    asked: frozenset[str],
    today: date,
) -> BulkLine:
    if row is None or row["deleted"]:
        name = str(row["company"] or row["contact_name"] or row["key"]) if row is not None else tr("Deleted prospect")
        return BulkLine(prospect, name, Fate.LOCKED, (None,) * len(changes), (False,) * len(changes), tr("was deleted"))
    name = str(row["company"] or row["contact_name"] or row["key"])
    before = tuple(row[change.slug] for change in changes)
    question = next((change.slug for change in changes if change.slug in asked), "")
    if question or WHOLE in asked:
        about = title_within(question) if question else tr("the whole record")
        reason = tr("{about} is in conflict; decide it first", about=about)
        return BulkLine(prospect, name, Fate.LOCKED, before, (False,) * len(changes), reason)
    written = tuple(
        change.value != value and change.reaches(value, today) for change, value in zip(changes, before, strict=True)
    )
    return BulkLine(prospect, name, Fate.CHANGES if any(written) else Fate.SAME, before, written)


def change_many(
    context: Context,
    prospects: Sequence[RecordId],
    changes: Sequence[FieldChange],
    progress: Progress = lambda _done, _all: None,
) -> None:
    """Writes the changes as one step, each prospect judged once more as it is written; who is locked stays as it is. What `progress`
    raises takes back what was written."""
    titles = tr(" and ").join(title_within(change.slug) for change in changes)
    today = context.today()

    def work(action: Action, part: Sequence[RecordId]) -> None:
        rows = records.get_many(action.connection, "prospects", part)
        asked = held_fields(action.connection, "prospects", part)
        groups: dict[tuple[bool, ...], list[RecordId]] = {}
        for prospect in part:
            line = _line(prospect, rows.get(prospect), changes, asked.get(prospect, frozenset()), today)
            if line.fate is Fate.CHANGES:
                groups.setdefault(line.written, []).append(prospect)
        for written, found in groups.items():
            values = {change.slug: change.value for change, writes in zip(changes, written, strict=True) if writes}
            edit_within(context, action, found, values)

    write_many(
        context,
        prospects,
        tr("Changed {titles} of {prospects}", titles=titles, prospects=counted(len(prospects))),
        progress,
        work,
    )
