"""Phase 0: requests whose answer never came are settled by looking, never by sending again (docs/sync.md, "After a crash")."""

from datetime import timedelta

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import NotNow
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.time import moment_of
from journeydesk.domain.values import canonical
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import tombstones
from journeydesk.storage.sync.bases import remember_sent
from journeydesk.storage.sync.intents import Intent, date_intent, drop_intent, open_intents
from journeydesk.storage.sync.local_snapshots import Snapshot
from journeydesk.storage.sync.sync_records import by_remote_id
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.acknowledgement import Answer, acknowledge
from journeydesk.sync.arrivals import merge_records
from journeydesk.sync.links.cleared_links import learn_deleted_targets
from journeydesk.sync.names.current_options import check_recovered
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_deletes import is_deleted_remotely, settle_remote_deletes
from journeydesk.sync.remote_snapshot import as_fine_as, read_snapshot
from journeydesk.sync.sync_pass import SyncPass
from journeydesk.sync.unknown_outcome import ask_whether_it_arrived


class StillSettling(NotNow):
    """A request without an answer may still be at work in the remote; sync waits `seconds` more, until it cannot be."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            tr(
                "The last request got no answer. Your changes are kept; sync looks again after {seconds} seconds "
                "whether it arrived.",
                seconds=f"{seconds:.0f}",
            )
        )
        self.seconds = seconds


def recover(sync_pass: SyncPass, settle_seconds: float) -> None:
    """Settles every intent. Raises StillSettling while the youngest is younger than the settle time."""
    with sync_pass.database.read() as connection:
        intents = open_intents(connection)
    if not intents:
        return
    settle = timedelta(seconds=settle_seconds)
    for intent in intents:
        passed = sync_pass.clock() - moment_of(intent.sent_at)
        if passed < timedelta(0):
            # The clock was set back; how long ago it was sent is not known, so it counts as of now.
            with sync_pass.database.write() as connection:
                date_intent(connection, intent.id, sync_pass.now())
            passed = timedelta(0)
        if passed < settle:
            raise StillSettling((settle - passed).total_seconds())
    check_recovered(sync_pass)
    for intent in intents:
        table_map = sync_pass.maps.get(intent.slug)
        if table_map is None:
            continue
        if intent.op != "create" or table_map.key_field is not None:
            _settle(sync_pass, intent, table_map)
        elif table_map.keyless:
            _ask_for(sync_pass, intent)


def _settle(sync_pass: SyncPass, intent: Intent, table_map: TableMap) -> None:
    answers = _look(sync_pass, intent, table_map)
    gone = [
        intent.op != "create" and answer is None and is_deleted_remotely(sync_pass, table_map, RemoteId(str(item[1])))
        for item, answer in zip(intent.items, answers, strict=True)
    ]
    learn_deleted_targets(sync_pass, table_map, [answer for answer in answers if answer is not None])
    with sync_pass.database.write() as connection:
        for (record, _, _, sent), answer, is_missing in zip(intent.items, answers, gone, strict=True):
            if intent.op == "create":
                _settle_create(sync_pass, connection, table_map, record, sent, answer)
            elif is_missing and intent.op == "delete":
                tombstones.forget(connection, intent.slug, [record], tombstones.HERE, sync_pass.now())
                sync_pass.tally.kinds.add(intent.slug)
            elif is_missing:
                settle_remote_deletes(sync_pass, connection, BY_SLUG[intent.slug], [record])
            elif answer is not None:
                landed = _landed(table_map, sent, answer) if intent.op == "update" else {}
                if landed:
                    acknowledge(sync_pass, connection, table_map, [Answer(record, landed, answer)])
                merge_records(sync_pass, connection, table_map, [answer])
        drop_intent(connection, intent.id)
    sync_pass.seam("after recovery")


def _ask_for(sync_pass: SyncPass, intent: Intent) -> None:
    for record, _, _, _ in intent.items:
        ask_whether_it_arrived(sync_pass, intent.slug, record)
    with sync_pass.database.write() as connection:
        drop_intent(connection, intent.id)


def _look(sync_pass: SyncPass, intent: Intent, table_map: TableMap) -> list[RemoteRecord | None]:
    """What the remote has for each item; of several records with one key the oldest is ours."""
    if intent.op == "create":
        keys = [item[2] for item in intent.items]
        key_field = str(table_map.key_field)
        records = sync_pass.read(lambda: sync_pass.remote.find(table_map.table_id, key_field, keys, table_map.asked))
        by_key: dict[str, RemoteRecord] = {}
        for record in records:
            by_key.setdefault(str(read_snapshot(table_map, record).fields.get("key")), record)
        return [by_key.get(key) for key in keys]
    ids = [RemoteId(str(item[1])) for item in intent.items]
    fetched = sync_pass.read(lambda: sync_pass.remote.fetch(table_map.table_id, ids, table_map.asked))
    present = {record.id: record for record in fetched}
    return [present.get(remote) for remote in ids]


def _settle_create(
    sync_pass: SyncPass,
    connection: Connection,
    table_map: TableMap,
    record: RecordId,
    sent: Snapshot,
    answer: RemoteRecord | None,
) -> None:
    if answer is None:
        remember_sent(connection, table_map.slug, record, sent)
    elif by_remote_id(connection, table_map.slug, [answer.id]):
        merge_records(sync_pass, connection, table_map, [answer])
    else:
        # Only what stands there as it was sent is agreed on: the record may be a stranger's with the same key.
        remember_sent(connection, table_map.slug, record, sent)
        merge_records(sync_pass, connection, table_map, [answer])


def _landed(table_map: TableMap, sent: Snapshot, answer: RemoteRecord) -> Snapshot:
    """The part of an update that did arrive: the fields that the remote has as they were sent, emptied ones included."""
    spec = BY_SLUG[table_map.slug]
    theirs = as_fine_as(table_map, read_snapshot(table_map, answer).fields, sent)
    return {slug: value for slug, value in sent.items() if canonical(spec.by_slug[slug], value) == theirs.get(slug)}
