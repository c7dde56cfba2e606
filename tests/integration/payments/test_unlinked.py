"""Who pays and is no prospect of ours: told with what was paid, linked or left by a person
(docs/rules.md, "Who a payer is")."""

from journeydesk.domain.money import Money
from journeydesk.services.commands.payments import ask_again, leave_unlinked, link_customer
from journeydesk.services.queries.payments import open_questions, paid_by, unlinked_customers
from tests.integration.payments.conftest import Account, Desk

EMAIL = "buchhaltung@nordlicht.example"


def test_a_customer_that_fits_nobody_is_listed_and_can_be_linked(desk: Desk, account: Account) -> None:
    prospect = desk.prospect()
    customer = account.customer(EMAIL, "Nordlicht GmbH")
    account.charge(customer, 4_900)
    account.refund(account.charge(customer, 1_000), 400)
    account.charge(customer, 300, "usd")
    account.charge(customer, 9_900, failed=True)
    desk.sync()
    found = unlinked_customers(desk.context)
    assert [(one.customer, one.name, one.email) for one in found.unmatched] == [(customer, "Nordlicht GmbH", EMAIL)]
    assert found.unmatched[0].paid == (Money(5_500, "EUR"), Money(300, "USD")) == paid_by(desk.context, customer)
    assert (found.unmatched_count, found.left_count) == (1, 0)
    link_customer(desk.context, customer, prospect)
    assert unlinked_customers(desk.context).unmatched_count == 0


def test_who_was_left_is_told_apart_and_asked_about_again(desk: Desk, account: Account) -> None:
    desk.prospect("Eins", email=EMAIL)
    desk.prospect("Zwei", email=EMAIL)
    customer = account.customer(EMAIL)
    desk.sync()
    leave_unlinked(desk.context, customer)
    found = unlinked_customers(desk.context)
    assert ([one.customer for one in found.left], found.left_count, found.unmatched_count) == ([customer], 1, 0)
    ask_again(desk.context, customer)
    assert unlinked_customers(desk.context).left_count == 0
    assert [one.customer for one in open_questions(desk.context)] == [customer]
