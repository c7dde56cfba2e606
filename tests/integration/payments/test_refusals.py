"""What Stripe refuses: permissions, floods, keys; and what is never asked of it (docs/services.md, "Stripe: requests")."""

import pytest

from journeydesk.domain.errors import Bug, UserError
from journeydesk.remote.stripe.client import VERSION, StripeReader
from journeydesk.services.queries.payments import problems
from journeydesk.storage.engine import sql
from journeydesk.storage.sync.api_calls import last_worked
from journeydesk.sync.ports import RemoteTrouble, TokenRefused
from tests.integration.payments.conftest import EMAIL, Account, Desk, fill


def read_rights(**more: str) -> dict[str, str]:
    kinds = (
        "customers subscriptions subscription_items invoices invoice_payments charges refunds disputes checkout/sessions events"
    )
    return dict.fromkeys(kinds.split(), "read") | more


def test_a_missing_permission_stops_only_its_kind_until_given(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.subscribe(customer, account.price(1_000))
    account.dispute(account.charge(customer, 4_900), "lost")
    narrow = account.key("rk_test_narrow", **read_rights(disputes="none"))
    outcome = desk.sync(key=narrow)
    assert outcome.problems == (
        "The Stripe key may not read disputes. Give it that right in Stripe's dashboard; all else goes on.",
    )
    assert problems(desk.context) == outcome.problems
    assert desk.money(prospect)[:2] == (4_900, 1_000)
    assert desk.sync().problems == ()
    assert desk.money(prospect)[0] == 0


def test_reading_what_was_paid_counts_as_seen_working(desk: Desk, account: Account) -> None:
    def seen() -> bool:
        with desk.context.database.read() as connection:
            return last_worked(connection, "Stripe") is not None

    desk.sync(key=account.key("rk_test_narrow", **read_rights(charges="none")))
    assert not seen()
    desk.sync()
    assert seen()


def test_a_permission_that_is_back_reads_its_kind_whole(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    desk.sync()
    account.later(1)
    account.charge(customer, 700)
    account.later(1)
    desk.sync(key=account.key("rk_test_nocharges", **read_rights(charges="none")))
    assert desk.money(prospect)[0] == 0
    assert "charges" in problems(desk.context)[0]
    desk.sync()
    assert desk.money(prospect)[0] == 700
    assert problems(desk.context) == ()


def test_without_events_the_lists_are_read_again_once_a_day(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    blind = account.key("rk_test_blind", **read_rights(events="none"))
    desk.sync(key=blind)
    account.charge(customer, 700)
    outcome = desk.sync(key=blind)
    assert "once a day" in outcome.problems[0]
    assert desk.money(prospect)[0] == 0
    # Its own clock stands still, so a day passes by setting back what was read.
    with desk.context.database.write() as connection:
        sql.run(connection, "UPDATE stripe_cursor SET value = value - 90000 WHERE name = 'events'")
    desk.sync(key=blind)
    assert desk.money(prospect)[0] == 700


def test_a_flood_is_waited_out_as_long_as_stripe_asks(desk: Desk, account: Account) -> None:
    fill(account, 3)
    desk.fault(kind="status-before", path="/stripe/v1/charges", status=429, times=2, body='{"error": {"message": "slow"}}')
    desk.fault(
        kind="status-before", path="/stripe/v1/refunds", status=429, retry_after="7", body='{"error": {"message": "slow"}}'
    )
    desk.sync()
    assert desk.waits == [1.0, 2.0, 7.0]
    assert sum(key.startswith("charge ") for key in desk.mirror()) == 3


def test_a_flood_that_does_not_end_is_told_and_the_next_pass_goes_on(desk: Desk, account: Account) -> None:
    fill(account, 1)
    desk.fault(kind="status-before", path="/stripe/v1/charges", status=429, times=99, body='{"error": {"message": "slow"}}')
    with pytest.raises(RemoteTrouble, match="fewer requests"):
        desk.sync()
    assert desk.waits == [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    account.control("DELETE", "faults")
    desk.sync()
    assert len(desk.mirror()) == 4


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "status-before", "status": 500, "body": '{"error": {"message": "no"}}'},
        {"kind": "html", "status": 502},
        {"kind": "drop-before"},
        {"kind": "truncate"},
    ],
    ids=str,
)
def test_a_passing_trouble_is_tried_again(desk: Desk, account: Account, fault: dict[str, object]) -> None:
    fill(account, 2)
    desk.fault(**fault, path="/stripe/v1/invoices", times=2)
    desk.sync()
    assert len(desk.mirror()) == 8
    assert desk.waits == [1.0, 2.0]


def test_a_page_that_is_no_json_is_trouble_and_nothing_of_it_is_kept(desk: Desk, account: Account) -> None:
    fill(account, 1)
    desk.fault(kind="html", status=200, path="/stripe/v1/customers", times=99)
    with pytest.raises(RemoteTrouble, match="trouble answering"):
        desk.sync()
    assert desk.mirror() == {}


def test_a_refused_key_is_told(desk: Desk) -> None:
    with pytest.raises(TokenRefused, match="does not accept the key"):
        desk.sync(key="rk_test_wrong")


@pytest.mark.fault(57)
def test_a_key_of_the_other_mode_is_refused_and_nothing_changes(desk: Desk, account: Account) -> None:
    fill(account, 1)
    desk.sync()
    kept = desk.mirror()
    with pytest.raises(UserError, match="test mode, and the key is of its live mode"):
        desk.sync(key=account.key("rk_live_sandbox", **read_rights()))
    assert desk.mirror() == kept


def test_a_secret_live_key_is_refused() -> None:
    with pytest.raises(UserError, match="could move money"):
        StripeReader(None, "sk_live_x")


def test_the_reader_cannot_send_anything_but_a_get(desk: Desk, account: Account) -> None:
    with desk.reader(account.key("sk_test_all")) as reader, pytest.raises(Bug, match="read only"):
        reader._v1.customers.create({"email": EMAIL})
    assert account.store.objects["customers"] == {}


def test_every_request_asks_for_the_pinned_version(desk: Desk, account: Account) -> None:
    with desk.reader() as reader:
        answer = reader._v1.customers.list({}).last_response
    assert answer.headers["stripe-version"] == VERSION
