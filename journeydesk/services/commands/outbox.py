"""What a person does with a change that waits: hold it, let it go, drop it, try it again; and answers to sync's questions."""

from collections.abc import Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import from_wire
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME, REMOTE_PLANS, REMOTE_SLUG
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.rows.sync import SyncNoteRow
from journeydesk.storage.records import records, unsent_fields
from journeydesk.storage.records.labels import record_label
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync import outbox
from journeydesk.storage.sync.bases import unmark_tried
from journeydesk.storage.sync.cursors import walk_again
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.named_links import linked_record
from journeydesk.storage.sync.table_maps import table_maps
from journeydesk.sync.push_deletes import ASKED_LOCAL_DELETES, CONFIRMED_LOCAL_DELETES
from journeydesk.sync.remote_deletes import CONFIRMED_REMOTE_DELETES

_SYNC = Change(frozenset({"sync"}), None)


def hold_change(context: Context, slug: str, record: RecordId, field: str | None) -> None:
    """Keeps a change here until it is let go; `field` None is the whole record."""
    with context.database.write() as connection:
        unsent_fields.hold(connection, slug, record, [field or unsent_fields.WHOLE], on=True)
    context.publish(_SYNC)


def release_change(context: Context, slug: str, record: RecordId, field: str | None) -> None:
    """Lets a held change go with the next sync."""
    with context.database.write() as connection:
        unsent_fields.hold(connection, slug, record, [field or unsent_fields.WHOLE], on=False)
    context.publish(_SYNC)


def retry_change(context: Context, slug: str, record: RecordId) -> None:
    """Sends what was refused once more with the next sync, as it is."""
    with context.database.write() as connection:
        rejected = unsent_fields.rejected_fields(connection, slug, record)
        unsent_fields.clear_rejections(connection, slug, {record: rejected})
        if unsent_fields.WHOLE in rejected and slug in (maps := table_maps(connection)) and maps[slug].keyless:
            # Whoever asks for it has looked: it did not arrive.
            unmark_tried(connection, slug, [record])
        unsent_fields.forget_pushes(connection, slug, [record])
    context.publish(_SYNC)


def drop_change(context: Context, slug: str, record: RecordId, field: str | None) -> None:
    """Gives a change up: the field is again what the remote has, a new record goes, a deleted one is back. Can be undone."""
    with start_action(context, tr("Dropped a change that waited")) as action:
        connection = action.connection
        label = record_label(connection, slug, record)
        if label is None:
            raise UserError(tr("The change is no longer there; it was sent or dropped."))
        unsent_fields.clear_rejections(connection, slug, {record: [field or unsent_fields.WHOLE]})
        unsent_fields.hold(connection, slug, record, [field or unsent_fields.WHOLE], on=False)
        if field is not None:
            spec = BY_SLUG[slug].by_slug[field]
            base = outbox.base_value(connection, slug, record, field)
            stored = from_wire(spec, base, lambda s, remote: linked_record(connection, s, remote))
            action.changed(records.update(connection, slug, record, {field: stored}, action.author))
        else:
            action.changed(records.set_deleted(connection, slug, record, not label.deleted, action.author))
        if label.prospect is not None:
            action.prospects.add(label.prospect)
            evaluate_within(context, connection, sorted(action.prospects))
        action.kinds |= {slug, "positions"}


def confirm_deletes(context: Context, note: SyncNoteRow) -> None:
    """Confirms that what vanished from the remote, or was deleted locally, was meant: as many as the note said when it was read.

    Raises UserError for a note that asks nothing, and where more has vanished or was deleted since: then it is asked anew.
    """
    if note.question not in ("deleted remotely", "deleted here"):
        raise UserError(tr("There is nothing to confirm in this note."))
    with context.database.write() as connection:
        now = sync_notes.open_text(connection, note.id)
        if now is None:
            raise UserError(tr("This question was answered meanwhile. Nothing was changed."))
        if now != note.text:
            raise UserError(tr("Nothing was confirmed, for it is no longer what you read: {now}", now=now))
        if note.question == "deleted remotely":
            count = get_meta(connection, f"missing there:{note.slug}") or "0"
            set_meta(connection, CONFIRMED_REMOTE_DELETES + note.slug, count)
            # The feed named them once; a full pull finds them again.
            walk_again(connection)
        else:
            count = get_meta(connection, ASKED_LOCAL_DELETES + note.slug) or "0"
            set_meta(connection, CONFIRMED_LOCAL_DELETES + note.slug, count)
        sync_notes.done(connection, note.id, context.now())
    context.publish(_SYNC)


def dismiss_notes(context: Context, notes: Sequence[SyncNoteRow]) -> None:
    """A person has read them. Questions stay until they are answered by what they are about."""
    with context.database.write() as connection:
        for note in notes:
            if note.question is None:
                sync_notes.done(connection, note.id, context.now())
    context.publish(_SYNC)


def set_plan(context: Context, plan: str) -> None:
    """Says which plan the team has at the remote: how many calls a month there are. Raises UserError for another name."""
    if plan not in REMOTE_PLANS:
        raise UserError(
            tr(
                "“{plan}” is no plan of {remote_name}. Choose one of {remote_plans}.",
                plan=plan,
                remote_name=REMOTE_NAME,
                remote_plans=", ".join(REMOTE_PLANS),
            )
        )
    with context.database.write() as connection:
        set_meta(connection, f"{REMOTE_SLUG}_plan", plan)
    context.publish(_SYNC)
