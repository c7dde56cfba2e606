"""Decide first: what becomes of one record, given base, mine and theirs. Pure and total (docs/sync.md, "Field merge")."""

from collections.abc import Collection, Mapping

from journeydesk.domain.alerts.alert import note_that_stands
from journeydesk.domain.catalogue import TableSpec
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.shared import MAP_KEY, joined_maps
from journeydesk.domain.merge import Decision, merge_field
from journeydesk.domain.values import Wire, canonical

Snapshot = Mapping[str, Wire]

DERIVED_KEYS = frozenset({"alerts", "events", "tasks"})
"""Tables whose keys are derived from their cause, so that every machine makes the same one: where two meet, it is one thing, and
what was done with it in the remote is the newer state. What a person typed is asked about all the same."""

_ASK: Wire = object()  # type: ignore[assignment]
"""Stands for a question to a person."""


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """What a merge decided for one record, by field slug, in canonical wire form.

    `take` is written locally, `push` is to be sent, `hold` waits for a person as (mine, theirs), `base` is the snapshot to keep.
    """

    take: dict[str, Wire]
    push: dict[str, Wire]
    hold: dict[str, tuple[Wire, Wire]]
    base: dict[str, Wire]


def plan_record(
    table: TableSpec,
    synced: Collection[str],
    base: Snapshot,
    mine: Snapshot,
    theirs: Snapshot,
    computed: Collection[str] = (),
    asked: Collection[str] = (),
) -> RecordPlan:
    """Merges field by field; a field that is held keeps its base, every other takes theirs as the new base.

    Only the fields in `synced` are decided on: of a field that the remote has no more, or whose value cannot be read, its
    absence says nothing, so its base stays. What the remote computes (`computed`) is as it stands there, empty or not. A field that a
    person is `asked` about and emptied meanwhile stays in question: where nothing was agreed, empty looks like never typed.
    """
    take: dict[str, Wire] = {}
    push: dict[str, Wire] = {}
    hold: dict[str, tuple[Wire, Wire]] = {}
    new_base: dict[str, Wire] = {}
    for slug in base.keys() | mine.keys() | theirs.keys():
        spec = table.by_slug.get(slug)
        if spec is None:
            continue
        if slug not in synced:
            _keep(new_base, slug, base.get(slug))
            continue
        if slug in computed:
            _keep(new_base, slug, theirs.get(slug))
            if theirs.get(slug) != mine.get(slug):
                take[slug] = theirs.get(slug)
            continue
        merged = merge_field(spec, base.get(slug), mine.get(slug), theirs.get(slug))
        _keep(new_base, slug, theirs.get(slug))
        if merged.decision is Decision.TAKE and slug in asked and base.get(slug) is None and mine.get(slug) is None:
            hold[slug] = (None, theirs.get(slug))
            _keep(new_base, slug, None)
        elif merged.decision is Decision.TAKE:
            take[slug] = merged.value
        elif merged.decision is Decision.JOIN:
            take[slug] = merged.value
            if merged.value != theirs.get(slug):
                push[slug] = merged.value
        elif merged.decision is Decision.PUSH:
            push[slug] = merged.value
        elif merged.decision is Decision.HOLD and (whole := _joined_map(table, slug, mine, theirs)) is not None:
            take[slug] = whole
            if whole != theirs.get(slug):
                push[slug] = whole
        elif merged.decision is Decision.HOLD and (note := _note(table, slug, mine, theirs)) is not _ASK:
            (take if note == theirs.get(slug) else push)[slug] = note
        elif merged.decision is Decision.HOLD:
            hold[slug] = (mine.get(slug), theirs.get(slug))
            _keep(new_base, slug, base.get(slug))
    return RecordPlan(take, push, hold, new_base)


def _joined_map(table: TableSpec, slug: str, mine: Snapshot, theirs: Snapshot) -> Wire:
    """The team's map that two computers wrote at once; None for anything else."""
    if (table.slug, slug, mine.get("key")) != ("settings", "value", MAP_KEY):
        return None
    return joined_maps(mine.get(slug), theirs.get(slug))


def _note(table: TableSpec, slug: str, mine: Snapshot, theirs: Snapshot) -> Wire:
    """What stands of two notes on one alert; `_ASK` for any other field, and where persons wrote both."""
    if (table.slug, slug) != ("alerts", "note"):
        return _ASK
    try:
        return note_that_stands(mine.get(slug), theirs.get(slug))
    except LookupError:
        return _ASK


def _keep(snapshot: dict[str, Wire], slug: str, value: Wire) -> None:
    if value is None:
        snapshot.pop(slug, None)
    else:
        snapshot[slug] = value


def standing_as_sent(table: TableSpec, sent: Snapshot, theirs: Snapshot) -> dict[str, Wire]:
    """The fields that stand in the remote as they were sent: all that is agreed on of a record that was found by its key, which may
    be a stranger's, for files bring keys."""
    return {
        slug: value
        for slug, value in theirs.items()
        if slug in sent and slug in table.by_slug and canonical(table.by_slug[slug], sent[slug]) == value
    }


def changed_fields(base: Snapshot, mine: Snapshot) -> dict[str, Wire]:
    """The fields in which mine differs from the base: what is pending. Emptied ones are None."""
    return {slug: mine.get(slug) for slug in base.keys() | mine.keys() if base.get(slug) != mine.get(slug)}


def too_many_gone(gone: int, known: int) -> bool:
    """Whether so much vanishes at once that a person must be asked: more than 10 and more than a fifth of the table
    (docs/sync.md, "Deletes")."""
    return gone > max(10, known / 5)
