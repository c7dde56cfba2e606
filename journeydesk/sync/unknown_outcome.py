"""A record that was sent to a table without a key, and no answer: nothing can look for it, so a person does."""

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.sync.sync_pass import SyncPass


def ask_whether_it_arrived(sync_pass: SyncPass, slug: str, record: RecordId) -> None:
    """Keeps it back with the question; it is sent again only on a person's word."""
    text = tr(
        "{name}: {name_2} did not answer when this record was created there, and without a key field "
        "nobody can tell whether it arrived. Look there: if it is there, delete this one here, and the "
        "other comes by itself; if not, send it again.",
        name=BY_SLUG[slug].name,
        name_2=sync_pass.remote.name,
    )
    with sync_pass.database.write() as connection:
        unsent_fields.reject(connection, slug, record, {unsent_fields.WHOLE: (None, text)})
        sync_pass.notify(connection, sync_notes.UNKNOWN, slug, record, text)
    sync_pass.tally.problems.append(text)
