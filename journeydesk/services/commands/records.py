"""What is done with the records of any table alike."""

from collections.abc import Sequence

from journeydesk.domain.catalogue import TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.storage.records import records


def delete_records(context: Context, spec: TableSpec, keys: Sequence[str]) -> None:
    """Deletes records by key as one step. Raises UserError naming the first key that no record has; then none is deleted."""
    with start_action(context, tr("Deleted {count} of {name}", count=len(keys), name=spec.name)) as action:
        for key in keys:
            record = records.find_by_key(action.connection, spec.slug, key)
            if record is None:
                raise UserError(tr("{name} has no record “{key}”. Nothing was deleted.", name=spec.name, key=key))
            action.changed(records.set_deleted(action.connection, spec.slug, record, True, action.author))


def key_of(context: Context, spec: TableSpec, record: RecordId) -> Key | None:
    """The key that people know a record by; None where it is gone."""
    with context.database.read() as connection:
        return records.key_of(connection, spec.slug, record)
