"""Which prospect a customer is, and what a person is asked (docs/rules.md, "Who a payer is")."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.payments.customer_matching import Evidence, How, match
from journeydesk.services.commands.duplicates import merge, unmerge
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.payments import leave_unlinked, link_customer
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.queries.payments import open_questions
from journeydesk.storage.engine import sql
from tests.integration.payments.conftest import Account, Desk

EMAIL = "lena@nordlicht.example"
ONE, TWO = RecordId(1), RecordId(2)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (Evidence([ONE], [TWO], [TWO]), (ONE, "id")),
        (Evidence([], [ONE], [TWO]), (ONE, "reference")),
        (Evidence([], [], [ONE]), (ONE, "email")),
        (Evidence([], [], [ONE, TWO]), (None, "asked")),
        (Evidence([], [ONE], [ONE, TWO]), (ONE, "reference")),
        (Evidence([], [], []), (None, "")),
        (Evidence([], [ONE], [ONE], "nobody"), (None, "nobody")),
        (Evidence([ONE], [], [], "nobody"), (ONE, "id")),
        (Evidence([], [ONE], [], "person", TWO), (TWO, "person")),
        (Evidence([], [ONE], [], "person", None), (ONE, "reference")),
    ],
)
def test_id_then_person_then_reference_then_email_decides(evidence: Evidence, expected: tuple[RecordId | None, How]) -> None:
    assert match(evidence) == expected


def test_the_prospects_customer_id_comes_first_and_minds_case(desk: Desk, account: Account) -> None:
    customer = account.customer(EMAIL)
    by_id = desk.prospect("By id", stripe_customer=customer)
    desk.prospect("By another case", stripe_customer=customer.swapcase())
    desk.prospect("By mail", email=EMAIL)
    desk.sync()
    assert desk.how(customer) == (by_id, "id")


@pytest.mark.parametrize("road", ["key", "record"])
def test_a_paid_checkout_names_its_prospect_by_either_id(desk: Desk, account: Account, road: str) -> None:
    prospect = desk.prospect(key="BETA-CHECK001")
    with desk.context.database.write() as connection:
        sql.run(
            connection,
            "UPDATE sync_record SET rid = 'recAAAAAAAAAAAAA1' WHERE table_slug = 'prospects' AND lid = ?",
            (prospect,),
        )
    customer = account.customer("accounts@nordlicht.example")
    account.session("BETA-CHECK001" if road == "key" else "recAAAAAAAAAAAAA1", customer)
    desk.sync()
    assert desk.how(customer) == (prospect, "reference")
    assert desk.field(prospect, "stripe_customer") == customer


def test_a_checkout_that_is_not_paid_yet_says_nothing_until_it_is(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(key="BETA-SLOW0001")
    customer = account.customer("accounts@nordlicht.example")
    session = account.session("BETA-SLOW0001", customer, paid=False)
    desk.sync()
    assert desk.how(customer) == (None, None)
    assert desk.events(prospect) == []
    account.later(1)
    account.change("checkout/sessions", session, "checkout.session.async_payment_succeeded", payment_status="paid")
    desk.sync()
    assert desk.how(customer) == (prospect, "reference")
    assert [one.type for one in desk.events(prospect)] == ["checkout_completed"]


def test_metadata_of_customer_or_subscription_names_a_prospect(desk: Desk, account: Account) -> None:
    first, second = desk.prospect("One", key="BETA-META0001"), desk.prospect("Two", key="BETA-META0002")
    by_customer = account.customer(application_id="BETA-META0001")
    by_subscription = account.customer()
    account.subscribe(by_subscription, account.price(1_000), metadata={"application_id": "BETA-META0002"})
    desk.sync()
    assert desk.how(by_customer) == (first, "reference")
    assert desk.how(by_subscription) == (second, "reference")


def test_an_email_that_one_prospect_has_decides_whatever_its_case(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email="Lena@Nordlicht.Example")
    customer = account.customer(EMAIL)
    desk.sync()
    assert desk.how(customer) == (prospect, "email")
    assert desk.field(prospect, "stripe_customer") == customer


def test_a_customer_id_that_stands_there_is_never_overwritten(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL, stripe_customer="cus_elsewhere")
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    desk.sync()
    assert desk.field(prospect, "stripe_customer") == "cus_elsewhere"
    assert desk.money(prospect)[0] == 4_900


def test_of_two_customers_the_older_is_kept_and_both_count(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    older = account.customer(EMAIL)
    account.later(1)
    newer = account.customer(EMAIL)
    account.charge(older, 1_000)
    account.charge(newer, 200)
    desk.sync()
    assert desk.field(prospect, "stripe_customer") == older
    assert desk.money(prospect)[0] == 1_200


def test_an_email_of_two_prospects_is_a_question_that_can_be_undone(desk: Desk, account: Account) -> None:
    first, second = desk.prospect("Eins", email=EMAIL), desk.prospect("Zwei", email=EMAIL.upper())
    customer = account.customer(EMAIL, "Nordlicht GmbH")
    account.charge(customer, 4_900)
    desk.sync()
    [question] = open_questions(desk.context)
    assert (question.customer, question.name, question.email) == (customer, "Nordlicht GmbH", EMAIL)
    assert {one.prospect for one in question.candidates} == {first, second}
    assert desk.money(first) == desk.money(second) == (None, None, None)

    link_customer(desk.context, customer, second)
    assert open_questions(desk.context) == ()
    assert desk.money(second)[0] == 4_900
    assert desk.field(second, "stripe_customer") == customer
    assert desk.field(second, "customer_status") == "CUSTOMER"

    assert undo(desk.context) == "Linked a Stripe customer to Zwei"
    desk.sync()
    assert desk.field(second, "stripe_customer") is None
    assert desk.money(second) == (None, None, None)
    assert desk.events(second) == []
    assert len(open_questions(desk.context)) == 1

    redo(desk.context)
    desk.sync()
    assert desk.money(second)[0] == 4_900
    assert [one.type for one in desk.events(second)] == ["payment_succeeded"]


def test_who_is_left_unlinked_is_not_asked_again_until_a_person_links(desk: Desk, account: Account) -> None:
    first, _ = desk.prospect("Eins", email=EMAIL), desk.prospect("Zwei", email=EMAIL)
    customer = account.customer(EMAIL)
    desk.sync()
    leave_unlinked(desk.context, customer)
    desk.sync()
    assert open_questions(desk.context) == ()
    assert desk.how(customer) == (None, "nobody")
    link_customer(desk.context, customer, first)
    assert desk.how(customer) == (first, "id")


def test_unlinking_takes_id_and_money_away_and_undo_brings_them_back(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    desk.sync()
    leave_unlinked(desk.context, customer)
    assert desk.field(prospect, "stripe_customer") is None
    assert desk.money(prospect) == (None, None, None)
    undo(desk.context)
    desk.sync()
    assert desk.field(prospect, "stripe_customer") == customer
    assert desk.money(prospect)[0] == 4_900


def test_an_answer_takes_the_customer_and_its_events_along(desk: Desk, account: Account) -> None:
    wrong, right = desk.prospect("Falsch", email=EMAIL), desk.prospect("Richtig")
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    desk.sync()
    assert desk.field(wrong, "customer_status") == "CUSTOMER"
    link_customer(desk.context, customer, right)
    assert desk.money(wrong) == (None, None, None)
    assert desk.money(right)[0] == 4_900
    assert (desk.field(wrong, "stripe_customer"), desk.field(right, "stripe_customer")) == (None, customer)
    assert (desk.events(wrong), [one.type for one in desk.events(right)]) == ([], ["payment_succeeded"])
    assert desk.field(wrong, "customer_status") == "PROSPECT"


@pytest.mark.parametrize("road", ["taken apart", "undone"])
def test_who_pays_follows_a_merge_and_comes_back(desk: Desk, account: Account, road: str) -> None:
    goes, stays = desk.prospect("Nordlicht", email=EMAIL), desk.prospect("Nordlicht Optik")
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    desk.sync()
    merge(desk.context, stays, goes)
    for _pass in range(2):
        assert desk.how(customer)[0] == stays
        assert desk.money(stays)[0] == 4_900
        assert [one.type for one in desk.events(stays)] == ["payment_succeeded"]
        desk.sync()
    unmerge(desk.context, goes) if road == "taken apart" else undo(desk.context)
    for _pass in range(2):
        assert desk.how(customer)[0] == goes
        assert (desk.money(goes)[0], desk.money(stays)[0]) == (4_900, None)
        assert (len(desk.events(goes)), desk.events(stays)) == (1, [])
        desk.sync()
    assert desk.field(goes, "stripe_customer") == customer
    assert desk.field(stays, "stripe_customer") is None


def test_a_second_customer_is_linked_without_touching_the_first(desk: Desk, account: Account) -> None:
    first = account.customer("a@one.example")
    prospect = desk.prospect(stripe_customer=first)
    second = account.customer("b@two.example")
    account.charge(second, 300)
    desk.sync()
    link_customer(desk.context, second, prospect)
    desk.sync()
    assert desk.field(prospect, "stripe_customer") == first
    assert desk.how(second) == (prospect, "person")
    assert desk.money(prospect)[0] == 300


def test_a_guest_whose_email_two_have_is_asked_and_answered(desk: Desk, account: Account) -> None:
    first, _ = desk.prospect("Eins", email=EMAIL), desk.prospect("Zwei", email=EMAIL)
    charge = account.charge(None, 4_900, billing_details={"email": EMAIL})
    desk.sync()
    [question] = open_questions(desk.context)
    assert question.customer == charge["payment_intent"]
    link_customer(desk.context, question.customer, first)
    desk.sync()
    assert desk.money(first)[0] == 4_900
    assert desk.field(first, "stripe_customer") is None


def test_a_later_prospect_gets_its_customer_with_the_next_pass(desk: Desk, account: Account) -> None:
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    desk.sync()
    prospect = desk.prospect(email=EMAIL)
    desk.sync()
    assert desk.money(prospect)[0] == 4_900


def test_a_deleted_or_readdressed_prospect_gives_its_customer_away(desk: Desk, account: Account) -> None:
    gone, other = desk.prospect("Weg", email=EMAIL), desk.prospect("Da", email="other@x.example")
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    desk.sync()
    delete_prospects(desk.context, [gone])
    edit(desk.context, other, {"email": EMAIL})
    desk.sync()
    assert desk.how(customer) == (other, "email")
    assert desk.money(other)[0] == 4_900


def test_an_unknown_customer_or_a_lost_prospect_is_refused(desk: Desk, account: Account) -> None:
    prospect = desk.prospect()
    with pytest.raises(UserError, match="no Stripe customer"):
        link_customer(desk.context, "cus_unknown", prospect)
    customer = account.customer(EMAIL)
    desk.sync()
    delete_prospects(desk.context, [prospect])
    with pytest.raises(UserError, match="deleted"):
        link_customer(desk.context, customer, prospect)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("müller@werk.example", "MÜLLER@werk.example"),
        ("MÜLLER@WERK.EXAMPLE", "müller@werk.example"),
        ("mu\u0308ller@werk.example", "m\u00fcller@werk.example"),
        ("lena@werk.example", "  Lena@Werk.example\u00a0"),
        (" lena@werk.example\u2009", "LENA@werk.example"),
        ("ΝΊΚΗ@werk.example", "νίκη@werk.example"),
    ],
)
def test_an_email_matches_in_any_case_and_with_blanks(desk: Desk, account: Account, ours: str, theirs: str) -> None:
    prospect = desk.prospect()
    with desk.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET email = ? WHERE lid = ?", (ours, prospect))
    customer = account.customer(theirs)
    desk.sync()
    assert desk.how(customer) == (prospect, "email")


def test_two_spellings_of_one_address_are_asked_about(desk: Desk, account: Account) -> None:
    first, second = desk.prospect(key="BETA-A"), desk.prospect("Other", key="BETA-B", email="lena@werk.example")
    with desk.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET email = ' LENA@werk.example' WHERE lid = ?", (first,))
    customer = account.customer("lena@werk.example")
    desk.sync()
    (question,) = open_questions(desk.context)
    assert (question.customer, [one.prospect for one in question.candidates]) == (customer, [first, second])


def test_a_mail_of_another_letter_is_another_mail(desk: Desk, account: Account) -> None:
    desk.prospect(email="muller@werk.example")
    customer = account.customer("müller@werk.example")
    desk.sync()
    assert desk.how(customer)[0] is None
