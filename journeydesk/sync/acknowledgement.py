"""What an answer to a write means, an acknowledgement or a refusal (docs/sync.md, "Acknowledging")."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire, canonical
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync.bases import Agreement, agree, unmark_tried
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshots
from journeydesk.storage.sync.remote_ids import records_of_remote
from journeydesk.storage.sync.sync_records import SyncRecord, sync_records
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.merging import News, merge_known, take_fields
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_snapshot import RemoteSnapshot, as_fine_as, read_snapshot
from journeydesk.sync.sync_pass import SyncPass


@dataclass(frozen=True, slots=True)
class Answer:
    """What was sent of one record, and the record as the remote answered it."""

    record: RecordId
    sent: Snapshot
    remote: RemoteRecord


def acknowledge(sync_pass: SyncPass, connection: Connection, table_map: TableMap, answers: Sequence[Answer]) -> None:
    """A reply becomes the base of each sent field, and ours only where ours is still what was sent; an edit made meanwhile
    stays pending. The rest of a reply is news, merged like any other; what a reply leaves out says nothing."""
    slug = table_map.slug
    known = sync_records(connection, slug, [answer.record for answer in answers])
    known = {record: mine if mine.remote_id else replace(mine, base={}) for record, mine in known.items()}
    snapshots = local_snapshots(connection, BY_SLUG[slug], {record: mine.base for record, mine in known.items()})
    agreements, page = [], []
    taken: dict[RecordId, Snapshot] = {}
    own = _own_answers(sync_pass, connection, slug, [answer for answer in answers if answer.record in known])
    for answer in own:
        mine, (local, _) = known[answer.record], snapshots[answer.record]
        theirs = read_snapshot(table_map, answer.remote)
        theirs = replace(theirs, fields=as_fine_as(table_map, theirs.fields, answer.sent, mine.base))
        base, normalised = _agreed(BY_SLUG[slug], mine.base, answer.sent, local, theirs)
        if normalised:
            taken[mine.record] = normalised
        agreements.append(Agreement(mine.record, answer.remote.id, base, clean=False))
        theirs = replace(theirs, fields={name: base[name] for name in base if name not in theirs.fields} | theirs.fields)
        agreed = SyncRecord(mine.record, answer.remote.id, base, touched=True, deleted=mine.deleted, extra=mine.extra)
        page.append(News(agreed, theirs))
    take_fields(sync_pass, connection, table_map, taken)
    agree(connection, slug, agreements)
    sent = {answer.record: answer.sent for answer in own}
    unsent_fields.clear_rejections(connection, slug, sent)
    unsent_fields.count_pushes(connection, slug, sent)
    merge_known(sync_pass, connection, table_map, page)


def _own_answers(sync_pass: SyncPass, connection: Connection, slug: str, answers: Sequence[Answer]) -> list[Answer]:
    """Leaves out answers with another record's remote id: its key is that record's by now, so it was theirs that was written,
    and is seen with the next pull."""
    owners = records_of_remote(connection, slug, [answer.remote.id for answer in answers])
    own = []
    for answer in answers:
        if owners.setdefault(answer.remote.id, answer.record) == answer.record:
            own.append(answer)
            continue
        reason = tr(
            "{name} has another record with this key; give this one a key of its own, or delete one", name=sync_pass.remote.name
        )
        unmark_tried(connection, slug, [answer.record])
        unsent_fields.reject(connection, slug, answer.record, {unsent_fields.WHOLE: (None, reason)})
    return own


def _agreed(
    spec: TableSpec, base: Snapshot, sent: Snapshot, local: Snapshot, theirs: RemoteSnapshot
) -> tuple[Snapshot, Snapshot]:
    """The base after a reply, and the fields that the remote took in another spelling while ours is still what was sent."""
    base = dict(base)
    normalised: dict[str, Wire] = {}
    for slug, value in sent.items():
        reply = theirs.fields.get(slug)
        if slug in theirs.unreadable:
            continue
        if reply != local.get(slug) and canonical(spec.by_slug[slug], value) == local.get(slug):
            normalised[slug] = reply
        if reply is None:
            base.pop(slug, None)
        else:
            base[slug] = reply
    return base, normalised


def fields_named_in(table_map: TableMap, sent: Mapping[str, Wire], reason: str) -> set[str]:
    """The fields that the reason names, by value, id or name; empty where it names none of them.

    Airtable, for one, quotes an unknown option (`create new select option "X"`), names a field (`Field "X" cannot accept`), or a linked
    record's id (docs/services.md, "Airtable: writing").
    """
    by_slug = BY_SLUG[table_map.slug].by_slug
    named = set()
    for slug, value in sent.items():
        shown = table_map.theirs(slug, value) if isinstance(value, str) else value
        texts = [shown] if isinstance(shown, str) else list(shown) if isinstance(shown, list) else []
        if (
            any(f'"{text}"' in reason for text in texts)
            or table_map.fields[slug] in reason
            or f'"{by_slug[slug].name}"' in reason
        ):
            named.add(slug)
    return named
