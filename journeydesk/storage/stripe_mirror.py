"""The mirror of Stripe's objects, and which prospect each customer is."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from journeydesk.domain.ids import RecordId


def put_objects(
    connection: Connection, rows: Iterable[tuple[str, str, str | None, str, int | None, str | None, str | None, str]]
) -> None:
    """Keeps objects as (kind, id, customer, created, amount in minor units, currency, status, JSON); the newer wins."""
    connection.exec_driver_sql(
        "INSERT INTO stripe_object (kind, id, customer, created, amount_minor, currency, status, data) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET customer = excluded.customer, "
        "amount_minor = excluded.amount_minor, currency = excluded.currency, status = excluded.status, data = excluded.data",
        list(rows),
    )


def link_prospects(connection: Connection) -> None:
    """Finds each customer's prospect: by its stored customer id, a checkout's reference, then an e-mail that fits one only."""
    for condition in (
        "SELECT lid FROM prospects p WHERE p.stripe_customer = o.customer COLLATE NOCASE AND p.deleted = 0 LIMIT 1",
        "SELECT p.lid FROM stripe_object c JOIN prospects p ON p.key = json_extract(c.data, '$.client_reference_id') "
        "WHERE c.kind = 'checkout.session' AND c.customer = o.customer AND p.deleted = 0 LIMIT 1",
        "SELECT CASE count(*) WHEN 1 THEN min(p.lid) END FROM stripe_object c JOIN prospects p "
        "ON p.email = json_extract(c.data, '$.email') COLLATE NOCASE AND p.deleted = 0 "
        "WHERE c.kind = 'customer' AND c.id = o.customer",
    ):
        connection.exec_driver_sql(
            f"UPDATE stripe_object AS o SET prospect = ({condition}) WHERE o.prospect IS NULL AND o.customer IS NOT NULL"
        )


def objects_by_prospect(connection: Connection) -> dict[RecordId, dict[str, list[Mapping[str, Any]]]]:
    """Every linked object by prospect and kind."""
    found: dict[RecordId, dict[str, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for prospect, kind, data in connection.exec_driver_sql(
        "SELECT prospect, kind, data FROM stripe_object WHERE prospect IS NOT NULL ORDER BY created"
    ):
        found[RecordId(prospect)][kind].append(json.loads(data))
    return found


def set_money(connection: Connection, rows: Iterable[tuple[int | None, int | None, str, RecordId]]) -> list[RecordId]:
    """Writes net paid and MRR (minor units) with their currency; returns the prospects for which that changed."""
    changed = []
    for net, mrr, currency, prospect in rows:
        result = connection.exec_driver_sql(
            "UPDATE prospects SET net_paid_minor = ?, mrr_minor = ?, money_currency = ? WHERE lid = ? AND "
            "(net_paid_minor, mrr_minor, money_currency) IS NOT (?, ?, ?)",
            (net, mrr, currency, prospect, net, mrr, currency),
        )
        if result.rowcount:
            changed.append(prospect)
    return changed


def cursor(connection: Connection) -> int | None:
    """The Unix time up to which events were read; None before the backfill."""
    found = connection.exec_driver_sql("SELECT value FROM stripe_cursor WHERE name = 'events'").scalar()
    return None if found is None else int(found)


def set_cursor(connection: Connection, moment: int) -> None:
    """Events were read up to this Unix time."""
    connection.exec_driver_sql(
        "INSERT INTO stripe_cursor (name, value) VALUES ('events', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (str(moment),),
    )
