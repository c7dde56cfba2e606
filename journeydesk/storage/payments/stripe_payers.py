"""Who pays: Stripe's customers and guests, which prospect each is, and what decided that."""

import json
from collections.abc import Iterable, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.payments.customer_matching import Evidence, How, folded_email
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.by_email import prospects_by_email


@dataclass(frozen=True, slots=True)
class PayerFacts:
    """What one object says of its payer. `final` e-mails (a customer's own, or none of a deleted one's) replace others; `walk` is
    the number of the walk of all customers that met this one."""

    payer: str
    email: str | None = None
    reference: str | None = None
    created: str | None = None
    final: bool = False
    walk: int | None = None


def note_payers(connection: Connection, facts: Iterable[PayerFacts]) -> None:
    """Keeps what objects say of their payers; each of them is to be computed again."""
    sql.run_many(
        connection,
        "INSERT INTO stripe_payer (payer, email, reference, created, walk, stale) VALUES (?1, ?2, ?3, ?4, ?6, 1) "
        "ON CONFLICT (payer) DO UPDATE SET email = CASE WHEN ?5 THEN ?2 ELSE coalesce(email, ?2) END, "
        "reference = coalesce(?3, reference), created = coalesce(?4, created), walk = coalesce(?6, walk), stale = 1",
        [(payer.payer, payer.email, payer.reference, payer.created, int(payer.final), payer.walk) for payer in facts],
    )


_LIVING = "p.deleted = 0"
# By key, which is the same on every machine, as local numbers are not.
_EVIDENCE = f"""
SELECT y.payer, coalesce(y.how, ''),
  (SELECT p.lid FROM prospects p WHERE p.lid = y.prospect AND {_LIVING}), y.prospect,
  (SELECT json_group_array(p.lid ORDER BY p.key, p.lid) FROM prospects p
     WHERE p.stripe_customer = y.payer COLLATE NOCASE AND p.stripe_customer = y.payer AND {_LIVING}),
  (SELECT json_group_array(p.lid ORDER BY p.key, p.lid) FROM prospects p WHERE {_LIVING} AND p.lid IN (
     SELECT k.lid FROM prospects k WHERE k.key = y.reference
     UNION SELECT s.lid FROM sync_record s WHERE s.table_slug = 'prospects' AND s.rid = y.reference)),
  coalesce(y.email, '')
FROM stripe_payer y
"""


@dataclass(frozen=True, slots=True)
class Link:
    """One payer as linked now, and what is known for deciding it anew."""

    payer: str
    prospect: RecordId | None
    how: str
    evidence: Evidence


def links(connection: Connection, payer: str | None = None) -> list[Link]:
    """Every payer, or one, with the prospects that each road leads to."""
    where, values = ("", ()) if payer is None else (" WHERE y.payer = ?", (payer,))
    linked_payers = []
    rows = sql.rows(connection, _EVIDENCE + where, values)
    prospects = prospects_by_email(connection, {row[-1] for row in rows})
    for name, how, living, linked, by_id, by_reference, email in rows:
        by_email = prospects.get(folded_email(email), [])
        evidence = Evidence(_ids(by_id), _ids(by_reference), by_email, how, None if living is None else RecordId(living))
        linked_payers.append(Link(name, None if linked is None else RecordId(linked), how, evidence))
    return linked_payers


def _ids(listed: str) -> list[RecordId]:
    return [RecordId(prospect) for prospect in json.loads(listed)]


def payers_of(connection: Connection, prospect: RecordId) -> list[tuple[str, str]]:
    """Who pays for a prospect, and what decided that."""
    rows = sql.rows(
        connection, "SELECT payer, coalesce(how, '') FROM stripe_payer WHERE prospect = ? ORDER BY payer", (prospect,)
    )
    return [(str(payer), str(how)) for payer, how in rows]


def set_links(connection: Connection, decided: Iterable[tuple[RecordId | None, How, str]]) -> None:
    """Links payers, as (prospect, what decided, payer); who has another prospect than before is to be computed again."""
    sql.run_many(
        connection,
        "UPDATE stripe_payer SET stale = max(stale, prospect IS NOT ?1), prospect = ?1, how = ?2 WHERE payer = ?3",
        list(decided),
    )


def mark_all_stale(connection: Connection) -> None:
    """Everybody is to be computed again: the settings that figures follow from have changed."""
    sql.run(connection, "UPDATE stripe_payer SET stale = 1")


def overdue(connection: Connection) -> list[str]:
    """Who owes: computed again with every pass, for a grace period ends without anything happening at Stripe."""
    statement = "SELECT DISTINCT customer FROM stripe_object WHERE kind = 'subscription' AND status IN ('past_due', 'unpaid')"
    return [row[0] for row in sql.rows(connection, statement) if row[0]]


def mark_stale(connection: Connection, payers: Iterable[str]) -> None:
    """These are to be computed again."""
    sql.run_many(connection, "UPDATE stripe_payer SET stale = 1 WHERE payer = ?", [(payer,) for payer in payers])


def stale_payers(connection: Connection, limit: int) -> list[str]:
    """Some of those who are to be computed again."""
    return [
        row[0]
        for row in sql.rows(connection, "SELECT payer FROM stripe_payer WHERE stale = 1 ORDER BY payer LIMIT ?", (limit,))
    ]


@dataclass(frozen=True, slots=True)
class MovedObjects:
    """Objects that belong to another prospect than before, by the ids that events are named after."""

    before: RecordId
    after: RecordId | None
    ids: frozenset[str]


def bring_objects_along(connection: Connection, payers: Sequence[str]) -> tuple[set[RecordId], list[MovedObjects]]:
    """Gives the payers' objects their prospect and settles the payers. Returns the prospects touched, and what moved away."""
    listed = json.dumps(list(payers))
    before = sql.rows(
        connection,
        "SELECT o.prospect, y.prospect, o.id, json_extract(o.data, '$.payment_intent') FROM stripe_object o "
        "JOIN stripe_payer y ON y.payer = o.customer WHERE y.payer IN (SELECT value FROM json_each(?))",
        (listed,),
    )
    touched = {RecordId(prospect) for row in before for prospect in row[:2] if prospect is not None}
    moved: dict[tuple[RecordId, RecordId | None], set[str]] = {}
    for old, new, identifier, intent in before:
        if old is not None and old != new:
            ids = moved.setdefault((RecordId(old), None if new is None else RecordId(new)), set())
            ids |= {str(identifier), str(intent)} if intent else {str(identifier)}
    sql.run(
        connection,
        "UPDATE stripe_object AS o SET prospect = (SELECT y.prospect FROM stripe_payer y WHERE y.payer = o.customer) "
        "WHERE o.customer IN (SELECT value FROM json_each(?))",
        (listed,),
    )
    sql.run(connection, "UPDATE stripe_payer SET stale = 0 WHERE payer IN (SELECT value FROM json_each(?))", (listed,))
    return touched, [MovedObjects(old, new, frozenset(ids)) for (old, new), ids in moved.items()]


def customers_without_id(connection: Connection, prospects: Iterable[RecordId]) -> dict[RecordId, str]:
    """For linked prospects that carry no customer id yet: the oldest customer of each."""
    rows = sql.rows(
        connection,
        "SELECT y.prospect, y.payer FROM stripe_payer y JOIN prospects p ON p.lid = y.prospect "
        "WHERE y.prospect IN (SELECT value FROM json_each(?)) AND y.payer GLOB 'cus_*' AND p.deleted = 0 "
        "AND coalesce(p.stripe_customer, '') = '' ORDER BY y.created DESC, y.payer DESC",
        (json.dumps(list(prospects)),),
    )
    return {RecordId(prospect): str(payer) for prospect, payer in rows}


def customers_not_met(connection: Connection, walk: int) -> list[str]:
    """Living customers that a finished walk of all did not meet: each is asked for by its id before anything is concluded."""
    rows = sql.rows(
        connection,
        "SELECT y.payer FROM stripe_payer y JOIN stripe_object o ON o.kind = 'customer' AND o.id = y.payer "
        "WHERE y.walk IS NOT ? AND coalesce(json_extract(o.data, '$.deleted'), 0) = 0",
        (walk,),
    )
    return [str(row[0]) for row in rows]


@dataclass(frozen=True, slots=True)
class Asked:
    """A payer whose e-mail fits several prospects; `name` is empty where Stripe has none."""

    payer: str
    email: str
    name: str
    created: str
    candidates: tuple[RecordId, ...]


def asked(connection: Connection) -> list[Asked]:
    """The questions that wait for a person, oldest customer first."""
    rows = sql.rows(
        connection,
        "SELECT y.payer, coalesce(y.email, ''), coalesce(json_extract(o.data, '$.name'), ''), coalesce(y.created, '') "
        "FROM stripe_payer y LEFT JOIN stripe_object o ON o.kind = 'customer' AND o.id = y.payer "
        "WHERE y.how = 'asked' ORDER BY y.created, y.payer",
    )
    prospects = prospects_by_email(connection, {row[1] for row in rows})
    return [
        Asked(payer, email, name, created, tuple(prospects.get(folded_email(email), ())))
        for payer, email, name, created in rows
    ]
