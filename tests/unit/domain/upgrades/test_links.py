"""The states of a payment link, when it is looked at, and which answers are sessions."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.upgrades.links import (
    EXPIRED,
    FAILED,
    MAKING,
    NOT_MADE,
    OPEN,
    PAID,
    REPLACED,
    UNPAID,
    Asked,
    WrongPrice,
    WrongSession,
    ask,
    check_session,
    check_shape,
    link_key,
    link_of_mail,
    mail_key,
    next_look,
    state_of,
)

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
END = NOW + timedelta(hours=24)


def asked(**more: Any) -> Asked:
    given: dict[str, Any] = {"key": "upgrade-1", "paid_page": "https://x.example/thanks", "email": "a@x.example"} | more
    return ask("BETA-1", "Accelerator", "price_1", 128_000, "EUR", None, **given)


def session(**changes: Any) -> dict[str, Any]:
    """A session as it was asked for."""
    return {
        "id": "cs_test_1",
        "object": "checkout.session",
        "status": "open",
        "payment_status": "unpaid",
        "expires_at": int(END.timestamp()),
        "url": "https://checkout.stripe.example/c/pay/cs_test_1",
        "client_reference_id": "BETA-1",
        "metadata": {"tier": "Accelerator", "upgrade": "upgrade-1"},
        "currency": "eur",
        "amount_subtotal": 128_000,
        "amount_total": 128_000,
    } | changes


def test_a_session_is_asked_for_with_one_of_customer_and_address() -> None:
    assert asked().request["customer_email"] == "a@x.example"
    assert "customer" not in asked().request
    known = asked(customer="cus_1").request
    assert (known["customer"], "customer_email" in known) == ("cus_1", False)
    assert "expires_at" not in known, "Stripe's own day has no clock of ours in it"
    hours = ask("B", "Explorer", "price_1", 1, "EUR", NOW, key="k", paid_page="https://x.example")
    assert hours.request["expires_at"] == int(NOW.timestamp())


def test_the_key_of_an_attempt_is_the_same_everywhere() -> None:
    keys = {
        link_key(reference, tier, day, attempt)
        for reference in ("BETA-1", "BETA-2")
        for tier in ("Explorer", "Accelerator")
        for day in ("2026-05-19", "2026-05-20")
        for attempt in (0, 1)
    }
    assert len(keys) == 16
    assert all(len(key) <= 255 for key in keys)
    assert link_key("BETA-1", "Explorer", "2026-05-19", 0) in keys


@pytest.mark.parametrize(
    ("status", "payment", "state"),
    [
        ("open", "unpaid", OPEN),
        ("complete", "paid", PAID),
        ("complete", "no_payment_required", PAID),
        ("complete", "unpaid", UNPAID),
        ("expired", "unpaid", EXPIRED),
    ],
)
def test_only_what_is_complete_and_paid_counts(status: str, payment: str, state: str) -> None:
    assert state_of(session(status=status, payment_status=payment)) == state


@pytest.mark.parametrize(
    "changes",
    [
        {"id": 7},
        {"id": "sub_1"},
        {"object": "list"},
        {"status": "closed"},
        {"payment_status": None},
        {"expires_at": "tomorrow"},
        {"expires_at": True},
        {"expires_at": -1},
        {"url": None},
        {"url": "http://checkout.stripe.example/c"},
        {"url": "https://checkout.stripe.example/c\nX: y"},
        {"url": "javascript:alert(1)"},
    ],
)
def test_an_answer_of_another_shape_is_no_session(changes: dict[str, Any]) -> None:
    with pytest.raises(WrongSession):
        check_shape(session(**changes))


@pytest.mark.parametrize(
    "changes",
    [{"client_reference_id": "BETA-2"}, {"client_reference_id": None}, {"metadata": None}, {"metadata": {"tier": "Explorer"}}],
)
def test_a_session_of_somebody_or_something_else_is_not_ours(changes: dict[str, Any]) -> None:
    with pytest.raises(WrongSession):
        check_session(session(**changes), asked())


@pytest.mark.parametrize(
    "changes", [{"amount_subtotal": 1, "amount_total": 1}, {"currency": "usd"}, {"amount_subtotal": None, "amount_total": None}]
)
def test_another_sum_or_currency_is_another_price(changes: dict[str, Any]) -> None:
    with pytest.raises(WrongPrice):
        check_session(session(**changes), asked())


def test_tax_on_top_or_within_is_no_other_price() -> None:
    check_session(session(amount_total=152_320), asked())
    check_session(session(amount_subtotal=107_563, amount_total=128_000), asked())


def test_a_young_link_is_looked_at_often_and_an_old_one_hourly() -> None:
    at, looks, waits = NOW, 0, []
    while (following := next_look(OPEN, looks, at, END)) is not None and at < END:
        waits.append(following - at)
        at, looks = following, looks + 1
    assert waits[:10] == [timedelta(seconds=30)] * 10
    assert waits[10:34] == [timedelta(minutes=5)] * 24
    assert set(waits[34:-1]) == {timedelta(hours=1)}
    assert END < at <= END + timedelta(seconds=30), "it is looked at once it has run out"
    assert next_look(OPEN, looks, END + timedelta(days=2), END) is None


@pytest.mark.parametrize("state", [PAID, EXPIRED, REPLACED, NOT_MADE, FAILED])
def test_what_is_over_is_not_looked_at(state: str) -> None:
    assert next_look(state, 0, NOW, END) is None


@given(
    state=st.sampled_from([MAKING, OPEN, UNPAID, PAID, EXPIRED, REPLACED, NOT_MADE, FAILED]),
    looks=st.integers(0, 200),
    minutes=st.integers(-3_000, 60_000),
)
def test_the_next_look_is_always_ahead(state: str, looks: int, minutes: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    following = next_look(state, looks, now, END)
    assert following is None or following > now


@given(st.dictionaries(st.text(max_size=12), st.none() | st.booleans() | st.integers() | st.text(max_size=20), max_size=6))
def test_no_answer_breaks_the_check(changes: dict[str, Any]) -> None:
    mixed = {name: changes.get(name, value) for name, value in session().items()} | changes
    try:
        check_session(mixed, asked())
    except WrongSession:
        return
    assert state_of(mixed) in (OPEN, PAID, UNPAID, EXPIRED)


def test_a_mail_names_the_link_that_it_carries() -> None:
    assert link_of_mail(mail_key("upgrade-abc", "1f")) == "upgrade-abc"
    assert link_of_mail("follow_up-BETA-1") == link_of_mail("MSG-mail-x") == ""
