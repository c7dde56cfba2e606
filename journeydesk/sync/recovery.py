"""Phase 0: requests whose answer never came are settled by looking, never by sending again (SYNC section 1, crash table)."""

from datetime import timedelta

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import WorldError
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.values import canonical, moment_of
from journeydesk.storage import sync_state
from journeydesk.storage.sync_state import Intent, TableMap
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.pull import merge_records, settle_gone, snapshot_of
from journeydesk.sync.push import Item, acknowledge
from journeydesk.sync.work import Work


class StillSettling(WorldError):
    """A request without an answer may still be at work there; sync waits until it cannot be."""


def recover(work: Work, settle_seconds: float) -> None:
    """Settles every intent. Raises StillSettling while the youngest is younger than the settle time."""
    with work.database.read() as connection:
        open_intents = sync_state.intents(connection)
    for intent in open_intents:
        if moment_of(intent.sent_at) + timedelta(seconds=settle_seconds) > work.clock():
            raise StillSettling(
                "The last request got no answer. Your changes are kept; sync looks again after "
                f"{settle_seconds:.0f} seconds whether it arrived."
            )
        if intent.slug in work.maps:
            _settle(work, intent)


def _settle(work: Work, intent: Intent) -> None:
    table_map = work.maps[intent.slug]
    if intent.op == "create":
        keys = [item[2] for item in intent.items]
        found = work.read(lambda: work.remote.find(table_map.table_id, table_map.key_field, keys))
        by_key: dict[str, RemoteRecord] = {}
        for record in found:
            by_key.setdefault(str(snapshot_of(table_map, record).get("key")), record)
        answers = [by_key.get(item[2]) for item in intent.items]
    else:
        ids = [RemoteId(str(item[1])) for item in intent.items]
        present = {r.id: r for r in work.read(lambda: work.remote.fetch(table_map.table_id, ids))}
        answers = [present.get(remote) for remote in ids]
    gone = [
        item[1] is not None
        and answer is None
        and work.read(lambda item=item: work.remote.get(table_map.table_id, RemoteId(str(item[1])))) is None  # type: ignore[misc]
        for item, answer in zip(intent.items, answers, strict=True)
    ]
    spec = BY_SLUG[intent.slug]
    with work.database.write() as connection:
        for item, answer, is_gone in zip(intent.items, answers, gone, strict=True):
            if is_gone:
                settle_gone(work, connection, spec, item[0])
            elif answer is not None and intent.op == "create":
                acknowledge(work, connection, table_map, item, answer)
            elif answer is not None and intent.op == "update":
                landed = _landed(table_map, item, answer)
                if landed[3]:
                    acknowledge(work, connection, table_map, landed, answer)
                merge_records(work, connection, table_map, [answer])
        sync_state.drop_intent(connection, intent.id)
    work.seam("after recovery")


def _landed(table_map: TableMap, item: Item, answer: RemoteRecord) -> Item:
    """The part of an update that did arrive: the fields that stand there as they were sent."""
    spec = BY_SLUG[table_map.slug]
    theirs = snapshot_of(table_map, answer)
    sent = {slug: value for slug, value in item[3].items() if canonical(spec.by_slug[slug], value) == theirs.get(slug)}
    return item[0], item[1], item[2], sent
