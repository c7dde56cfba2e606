"""What the statuses of a prospect mean, and the SQL that is built of them."""

import sqlite3
from itertools import product

import pytest

from journeydesk.domain.catalogue import APPLICATION_STATUSES, CUSTOMER_STATUSES
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.statuses import (
    CLOSED,
    LOST,
    TAKEN_IN,
    UNDECIDED,
    USING,
    in_order,
    is_open,
    is_undecided,
    parse_status,
    uses_product,
)
from journeydesk.storage.records import statuses as sql_of

STATUSES = (None, "", *APPLICATION_STATUSES)
CUSTOMERS = (None, "", *CUSTOMER_STATUSES)


def test_every_set_holds_choices_of_the_catalogue() -> None:
    assert (UNDECIDED - {""}) | TAKEN_IN | CLOSED == set(APPLICATION_STATUSES)
    assert USING < TAKEN_IN
    assert set(CUSTOMER_STATUSES) > LOST


@pytest.mark.parametrize("status", STATUSES)
def test_an_application_waits_until_somebody_decides(status: str | None) -> None:
    assert is_undecided(status) is (status in (None, "", "New", "Reviewing"))


@pytest.mark.parametrize(("status", "customer"), list(product(STATUSES, CUSTOMERS)))
def test_a_prospect_is_open_until_one_status_ends_it(status: str | None, customer: str | None) -> None:
    ended = status in ("Rejected", "Churned") or customer in ("CHURNED", "LEAD_EXHAUSTED")
    assert is_open(status, customer) is not ended


@pytest.mark.parametrize(("status", "customer"), list(product(STATUSES, CUSTOMERS)))
def test_the_sql_says_the_same_of_every_pair(status: str | None, customer: str | None) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE p (status TEXT, customer_status TEXT)")
    database.execute("INSERT INTO p VALUES (?, ?)", (status, customer))
    conditions = (
        sql_of.is_open(),
        sql_of.is_open("p"),
        sql_of.is_one_of("status", TAKEN_IN),
        sql_of.is_none_of("status", CLOSED),
    )
    found = database.execute(f"SELECT {', '.join(f'coalesce({one}, 0)' for one in conditions)} FROM p").fetchone()
    database.close()
    opened = is_open(status, customer)
    assert found == (opened, opened, status in TAKEN_IN, status not in CLOSED)


def test_a_status_with_a_quote_is_quoted_in_sql() -> None:
    assert sql_of.is_one_of("status", ["It's"]) == "status IN ('It''s')"


def test_who_pays_or_was_set_up_uses_the_product() -> None:
    assert uses_product("New", "CUSTOMER")
    assert uses_product("Onboarding", None)
    assert uses_product("Active", "PROSPECT")
    assert not uses_product("Accepted", "LEAD_QUALIFIED")
    assert not uses_product(None, "CHURNED")


def test_statuses_stand_in_the_order_of_their_choices() -> None:
    assert in_order(CLOSED) == ("Rejected", "Churned")
    assert in_order(LOST) == ("CHURNED", "LEAD_EXHAUSTED")
    assert in_order({"LEAD_EXHAUSTED", "Active", ""}) == ("", "Active", "LEAD_EXHAUSTED")


@pytest.mark.parametrize(("text", "status"), [("customer", "CUSTOMER"), (" Lead qualified ", "LEAD_QUALIFIED")])
def test_a_status_is_read_whatever_its_case(text: str, status: str) -> None:
    assert parse_status(text) == status


def test_an_unknown_status_is_refused_with_the_five() -> None:
    with pytest.raises(ValueRefused, match="PROSPECT, LEAD_QUALIFIED, CUSTOMER, CHURNED, LEAD_EXHAUSTED") as refused:
        parse_status("friend")
    assert refused.value.field == "Customer Status"
