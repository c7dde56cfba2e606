"""The pending drawer and the sync details: what waits, what keeps it, what the budget says."""

from collections.abc import Sequence
from datetime import datetime

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.quota import days_left
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import named, tr, within
from journeydesk.remote.opening import REMOTE_DEFAULT_PLAN, REMOTE_NAME, REMOTE_PLANS, REMOTE_SLUG, quota_of
from journeydesk.services.context import Context
from journeydesk.services.display import shown
from journeydesk.services.rows.sync import SyncNoteRow, SyncQuestion
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.labels import RecordLabel, record_label
from journeydesk.storage.records.lookup import count_living
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync import outbox, pending
from journeydesk.storage.sync.api_calls import calls_of
from journeydesk.storage.sync.meta import get_meta
from journeydesk.storage.sync.outbox import WaitingChange
from journeydesk.storage.sync.status import count_intents, pull_marks
from journeydesk.sync.feed import stored_feed

PLAN_NAMES = tuple(REMOTE_PLANS)
"""The plans of the remote that a person may name, smallest first."""

_SINGULAR = {
    "prospects": tr("prospect"),
    "interactions": tr("interaction"),
    "usage": tr("usage record"),
    "surveys": tr("survey"),
    "assets": tr("customer asset"),
    "progress": tr("progress record"),
    "events": tr("event"),
    "alerts": tr("alert"),
    "tasks": tr("task"),
    "settings": tr("setting"),
}


@dataclass(frozen=True, slots=True)
class PendingRow:
    """One waiting change as a line: "Acme · Deal Stage: Proposal → Won · 14:02".

    `state` is waiting, held or refused; `fix` says what to do about a refusal. `group` is the name that lines are grouped by.
    """

    slug: str
    record: RecordId
    field_slug: str | None
    prospect: RecordId | None
    group: str
    what: str
    before: str
    now: str
    state: str
    reason: str
    fix: str
    at: datetime

    @property
    def text(self) -> str:
        """The whole line, for the clipboard."""
        change = f": {self.before or tr('(empty)')} → {self.now or tr('(empty)')}" if self.field_slug else ""
        return f"{self.group} · {self.what}{change}"


@dataclass(frozen=True, slots=True)
class SyncDetails:
    """What stands beside the drawer. `pulls` are (table, when last polled or listed, records here)."""

    pulls: tuple[tuple[str, datetime | None, int], ...]
    by_feed: bool
    calls_today: int
    calls_month: int
    plan: str
    quota: int | None
    days_left: int | None
    notes: tuple[SyncNoteRow, ...]
    unsettled: int


def marked_count(context: Context) -> int:
    """How many records are marked as changed; those that turn out to hold nothing to send included."""
    with context.database.read() as connection:
        return pending.marked_count(connection)


def waiting_records(context: Context) -> list[tuple[str, RecordId]]:
    """The records that wait, those of one prospect together: first those with something that was refused, then the longest
    waiting. Of thousands for a thread beside the window."""
    with context.database.read() as connection:
        return outbox.waiting_records(connection)


def pending_of(context: Context, records: Sequence[tuple[str, RecordId]]) -> list[PendingRow]:
    """The waiting changes of these records, in their order: a page of the drawer."""
    with context.database.read() as connection:
        return [
            _row(context, connection, change, label)
            for slug, record in records
            for label in (record_label(connection, slug, record),)
            for change in outbox.changes_of(connection, slug, record)
        ]


def _row(context: Context, connection: Connection, change: WaitingChange, label: RecordLabel | None) -> PendingRow:
    name = (label.company or label.contact_name) if label else None
    before = after = ""
    if change.field is not None:
        before = shown(context, connection, change.slug, change.field, change.before)
        after = shown(context, connection, change.slug, change.field, change.now)
    state = "refused" if change.reason else "held" if change.held else "waiting"
    return PendingRow(
        slug=change.slug,
        record=change.record,
        field_slug=change.field.slug if change.field else None,
        prospect=label.prospect if label else None,
        group=name or BY_SLUG[change.slug].name,
        what=_what(change, label),
        before=before,
        now=after,
        state=state,
        reason=change.reason or "",
        fix=_fix(change) if change.reason else "",
        at=moment_of(change.since),
    )


def _what(change: WaitingChange, label: RecordLabel | None) -> str:
    if change.field is not None:
        owner = "" if change.slug == "prospects" else f"{_SINGULAR[change.slug]}, "
        return f"{owner}{title_of_spec(change.field)}"
    name = within(named((label.type if label else None) or _SINGULAR[change.slug]))
    return tr("new {name}", name=name) if change.op == "create" else tr("{name} deleted", name=name)


def _fix(change: WaitingChange) -> str:
    reason = change.reason or ""
    if "option" in reason:
        return tr("Add the option in {remote_name}, or choose another here.", remote_name=REMOTE_NAME)
    if "computed" in reason:
        return tr("{remote_name} computes this field; drop the change.", remote_name=REMOTE_NAME)
    if "changes it back" in reason:
        return tr("Edit it again once the automation is mended, or drop the change.")
    return tr("Change the value here and it is sent again, or drop the change.")


_QUESTIONS: dict[str, SyncQuestion] = {
    sync_notes.MASS_REMOTE_DELETE: "deleted remotely",
    sync_notes.MASS_LOCAL_DELETE: "deleted here",
    sync_notes.DRIFT: "schema",
}


def _note(note: sync_notes.SyncNote) -> SyncNoteRow:
    return SyncNoteRow(note.id, note.slug, note.record, note.text, _QUESTIONS.get(note.kind))


def sync_details(context: Context) -> SyncDetails:
    """The facts beside the drawer."""
    today = context.now()[:10]
    with context.database.read() as connection:
        marks = pull_marks(connection)
        counts = {mark.slug: count_living(connection, mark.slug) for mark in marks}
        feed = stored_feed(connection)
        last = get_meta(connection, "last_success")
        plan = get_meta(connection, f"{REMOTE_SLUG}_plan") or REMOTE_DEFAULT_PLAN
        month = calls_of(connection, REMOTE_SLUG, today[:7])
        notes = tuple(_note(note) for note in sync_notes.open_notes(connection))
        unsettled = count_intents(connection)
        day = calls_of(connection, REMOTE_SLUG, today)
    pulls = []
    for mark in marks:
        at = max(filter(None, (mark.watermark, mark.last_full_scan, last if feed else None)), default=None)
        pulls.append((BY_SLUG[mark.slug].name, moment_of(at) if at else None, counts[mark.slug]))
    quota = quota_of(plan)
    left = days_left(quota, month, context.clock())
    return SyncDetails(tuple(pulls), feed is not None, day, month, plan, quota, left, notes, unsettled)
