"""Fields that are not sent for a reason of their own: refused by the service, held by a person, or sent too often in vain.

Each stands as JSON by field slug in the record's sync state; `*` stands for the whole record. The column of the rejected ones is
still called `quarantine`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import field

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

WHOLE = "*"
"""The whole record in place of a field's slug."""

REPEATS = 3
"""How often one value of a field may be sent without anybody having edited it (docs/sync.md, "Acknowledging")."""

_REMEMBERED_VALUES = 6

Sent = Mapping[str, Wire]
"""Values that are sent, by field slug."""


@dataclass(frozen=True, slots=True)
class UnsentFields:
    """The fields of a record that stay local. `rejected` has the value and the reason; one whose value is another by now goes again."""

    rejected: Mapping[str, tuple[Wire, str]] = field(default_factory=dict)
    held: frozenset[str] = frozenset()

    def keeps(self, slug: str, value: Wire) -> bool:
        """Whether this value of this field is not to be sent."""
        if slug in self.held or WHOLE in self.held:
            return True
        rejection = self.rejected.get(slug)
        return rejection is not None and rejection[0] == value


def unsent_fields_of(rejected: str | None, held: str | None) -> UnsentFields:
    """Out of the stored columns."""
    if not rejected and not held:
        return UnsentFields()
    pairs = {slug: (value, reason) for slug, (value, reason) in json.loads(rejected or "{}").items()}
    return UnsentFields(pairs, frozenset(json.loads(held or "[]")))


def reject(connection: Connection, slug: str, record: RecordId, fields: Mapping[str, tuple[Wire, str]]) -> None:
    """Notes fields as rejected with the service's reasons, beside those that are already."""
    row = sql.only(connection, "SELECT quarantine FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    merged = json.loads(row[0] or "{}") | {name: list(pair) for name, pair in fields.items()}
    _put(connection, "quarantine", slug, record, json.dumps(merged, ensure_ascii=False))


def clear_rejections(connection: Connection, slug: str, fields: Mapping[RecordId, Iterable[str]]) -> None:
    """These fields, by record, are rejected no longer: they were sent, or hold another value by now."""
    cleared = []
    for record, rejected in _column(connection, "quarantine", slug, fields).items():
        names = set(fields[record])
        left = {name: pair for name, pair in json.loads(rejected).items() if name not in names}
        cleared.append((json.dumps(left, ensure_ascii=False) if left else None, slug, record))
    sql.run_many(connection, "UPDATE sync_record SET quarantine = ? WHERE table_slug = ? AND lid = ?", cleared)


def hold(connection: Connection, slug: str, record: RecordId, fields: Iterable[str], on: bool) -> None:
    """A person keeps changes back, or lets them go again."""
    row = sql.only(connection, "SELECT held FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    before = set(json.loads(row[0] or "[]"))
    after = before | set(fields) if on else before - set(fields)
    _put(connection, "held", slug, record, json.dumps(sorted(after)) if after else None)


def sent_too_often(connection: Connection, slug: str, sent: Mapping[RecordId, Sent]) -> dict[RecordId, set[str]]:
    """By record, the fields of which this same value was sent too often already. Records without any are left out."""
    repeated: dict[RecordId, set[str]] = {}
    for record, pushes in _column(connection, "pushes", slug, sent).items():
        counts = json.loads(pushes)
        names = {name for name, value in sent[record].items() if counts.get(name, {}).get(_text(value), 0) >= REPEATS}
        if names:
            repeated[record] = names
    return repeated


def count_pushes(connection: Connection, slug: str, sent: Mapping[RecordId, Sent]) -> None:
    """Counts one more time that each value was sent and taken, for a page of records."""
    stored = _column(connection, "pushes", slug, sent)
    counted = []
    for record, fields in sent.items():
        counts: dict[str, dict[str, int]] = json.loads(stored.get(record, "{}"))
        for name, value in fields.items():
            known = counts.setdefault(name, {})
            known[_text(value)] = known.pop(_text(value), 0) + 1
            while len(known) > _REMEMBERED_VALUES:
                known.pop(next(iter(known)))
        counted.append((json.dumps(counts, ensure_ascii=False), slug, record))
    sql.run_many(connection, "UPDATE sync_record SET pushes = ? WHERE table_slug = ? AND lid = ?", counted)


def _text(value: Wire) -> str:
    return json.dumps(value, ensure_ascii=False)[:80]


def _column(connection: Connection, column: str, slug: str, records: Iterable[RecordId]) -> dict[RecordId, str]:
    """One column of these records' sync states, where it holds anything."""
    rows = sql.rows(
        connection,
        f"SELECT lid, {column} FROM sync_record WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?)) "
        f"AND {column} IS NOT NULL",
        (slug, json.dumps(list(records))),
    )
    return {RecordId(record): text for record, text in rows}


def was_sent(connection: Connection, slug: str, record: RecordId, name: str, value: Wire) -> bool:
    """Whether this value of this field was sent from here, as far as is remembered."""
    pushes = _column(connection, "pushes", slug, [record])
    return record in pushes and _text(value) in json.loads(pushes[record]).get(name, {})


def forget_pushes(connection: Connection, slug: str, records: Iterable[RecordId]) -> None:
    """Somebody edited these records: what is sent now is news."""
    sql.run(
        connection,
        "UPDATE sync_record SET pushes = NULL WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?)) "
        "AND pushes IS NOT NULL",
        (slug, json.dumps(list(records))),
    )


def rejected_fields(connection: Connection, slug: str, record: RecordId) -> list[str]:
    """The fields of a record that were rejected."""
    row = sql.first(connection, "SELECT quarantine FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    return list(json.loads(row[0])) if row and row[0] else []


def clear_all_rejections(connection: Connection) -> int:
    """Everything that was rejected is tried again; returns how many records that touches."""
    return sql.changed(connection, "UPDATE sync_record SET quarantine = NULL, pushes = NULL WHERE quarantine IS NOT NULL")


def _put(connection: Connection, column: str, slug: str, record: RecordId, value: str | None) -> None:
    sql.run(connection, f"UPDATE sync_record SET {column} = ? WHERE table_slug = ? AND lid = ?", (value, slug, record))
