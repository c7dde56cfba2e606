"""The seeded team: the same for the same seed, of the size asked, and with sums that add up."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from journeydesk.sandbox.server import Sandbox

DAY = datetime(2026, 11, 20, 9, tzinfo=UTC)


def _records(sandbox: Sandbox) -> dict[str, list[tuple[str, Any]]]:
    """Every table's records: ids, and cells but for times of the day, which follow the machine's clock."""
    base = sandbox.workspace.bases[sandbox.base_id]
    return {
        table.name: [
            (record.id, {key: value for key, value in record.cells.items() if not str(value).endswith("Z")})
            for record in table.records.values()
        ]
        for table in base.tables.values()
    }


def _rows(sandbox: Sandbox, table: str) -> list[dict[str, Any]]:
    """A table's cells by field name."""
    stored = sandbox.workspace.bases[sandbox.base_id].table_by(table)
    assert stored is not None
    return [{stored.fields[key].name: value for key, value in record.cells.items()} for record in stored.records.values()]


def test_the_same_seed_gives_the_same_team_and_another_another() -> None:
    teams = []
    for seed in (3, 3, 4):
        with Sandbox.start(prospects=60, seed=seed, now=DAY) as sandbox:
            teams.append((_records(sandbox), sandbox.addresses.token, list(sandbox.stripe.store.objects["charges"])))
    assert teams[0] == teams[1]
    assert teams[0][0] != teams[2][0]
    assert teams[0][1] != teams[2][1]


@pytest.mark.parametrize("prospects", [1, 10, 33, 120])
def test_the_team_has_as_many_prospects_as_asked(prospects: int) -> None:
    with Sandbox.start(prospects=prospects, now=DAY) as sandbox:
        rows = _rows(sandbox, "Beta Applications")
        keys = [row["Application ID"] for row in rows]
        assert len(rows) == prospects
        assert len(set(keys)) == prospects


def test_every_link_of_the_team_has_its_other_side(sandbox: Sandbox) -> None:
    base = sandbox.workspace.bases[sandbox.base_id]
    for table, field in base.link_fields():
        inverse = field.options.get("inverseLinkFieldId")
        other = base.tables[field.linked_table]
        for record in table.records.values():
            for record_id in record.cells.get(field.id, ()):
                assert record_id in other.records
                assert inverse is None or record.id in other.records[record_id].cells[inverse]


def test_refunds_and_payments_add_up(sandbox: Sandbox) -> None:
    objects = sandbox.stripe.store.objects
    refunded = Counter[str]()
    for refund in objects["refunds"].values():
        refunded[refund["charge"]] += refund["amount"]
    for charge in objects["charges"].values():
        assert charge["amount_refunded"] == refunded[charge["id"]] <= charge["amount"]
        assert charge["refunded"] == (charge["amount_refunded"] == charge["amount_captured"] > 0)


def test_invoices_are_paid_by_intents_of_the_same_sum(sandbox: Sandbox) -> None:
    objects = sandbox.stripe.store.objects
    for payment in objects["invoice_payments"].values():
        invoice = objects["invoices"][payment["invoice"]]
        intent = objects["payment_intents"][payment["payment"]["payment_intent"]]
        assert payment["amount_requested"] == invoice["amount_due"] == intent["amount"]
        assert invoice["amount_paid"] + invoice["amount_remaining"] == invoice["amount_due"]
        assert payment["status"] == invoice["status"]


def test_every_object_of_stripe_belongs_to_a_known_customer(sandbox: Sandbox) -> None:
    objects = sandbox.stripe.store.objects
    for kind in ("subscriptions", "invoices", "charges", "payment_intents"):
        assert {thing["customer"] for thing in objects[kind].values()} - {None} <= set(objects["customers"]), kind
    for subscription in objects["subscriptions"].values():
        assert (subscription["status"] == "canceled") is (subscription["ended_at"] is not None)


def test_events_are_in_order_of_time_and_of_the_last_month(sandbox: Sandbox) -> None:
    moments = [event["created"] for event in sandbox.stripe.store.newest_first("events")]
    assert moments == sorted(moments, reverse=True)
    assert moments[0] <= sandbox.stripe.store.now_s()


def test_nothing_of_the_team_lies_in_the_future(sandbox: Sandbox) -> None:
    now = sandbox.workspace.now_ms()
    for table in sandbox.workspace.bases[sandbox.base_id].tables.values():
        assert all(record.created_ms <= now for record in table.records.values()), table.name
