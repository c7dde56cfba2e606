"""Guesses for tables, fields and options: what is certain, what is likely and why, what a person must decide."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS, SETTINGS, TABLES, TASKS, TableSpec
from journeydesk.domain.mapping.fields import ALIKE_WITHIN, candidates, fit_into, guess_fields
from journeydesk.domain.mapping.offer import Guess, OfferedField, OfferedTable, State
from journeydesk.domain.mapping.options import guess_options
from journeydesk.domain.mapping.tables import guess_tables
from tests.unit.domain.mapping.bases import KNOWN, LEADS, STAGES, field, table

FIT = fit_into(None)


def guesses(spec: TableSpec, offered: OfferedTable) -> dict[str, Guess]:
    return guess_fields(spec, offered, FIT, KNOWN)


def one(spec: TableSpec, slug: str, *fields: OfferedField) -> Guess:
    return guesses(spec, table("T", *fields))[slug]


@pytest.mark.parametrize(
    ("slug", "chosen", "state", "words"),
    [
        ("contact_name", "Full name", State.LIKELY, "first and last name"),
        ("company", "Company", State.MATCHED, "by name"),
        ("phone", "Mobile", State.LIKELY, "all are numbers"),
        ("owner", "Looked after by", State.LIKELY, "4 of 4 people known"),
        ("score", "Rating", State.READ_ONLY, "read only: formula"),
        ("applied_on", "Added", State.READ_ONLY, "read only: createdTime"),
        ("journey_stage", "Stage", State.LIKELY, "often called so"),
        ("next_follow_up", None, State.CREATE, "no field fits"),
        ("email", None, State.DECIDE, "Two fit: Billing email, Work email"),
    ],
)
def test_a_foreign_table_is_guessed_field_by_field(slug: str, chosen: str | None, state: State, words: str) -> None:
    guess = guesses(PROSPECTS, LEADS)[slug]
    assert (guess.chosen, guess.state, guess.reason) == (chosen and f"fld{chosen}", state, words)
    assert (0.5 <= guess.confidence <= 1.0) is (state is not State.CREATE)


def test_our_own_names_are_certain_whatever_their_case_and_signs() -> None:
    for name in ("E-MAIL", "email", " E mail "):
        assert one(PROSPECTS, "email", field("Notes", "multilineText"), field(name, "email")).state is State.MATCHED


@pytest.mark.parametrize(
    ("slug", "name", "type"),
    [
        ("company", "Firma", "singleLineText"),
        ("company", "Société", "singleLineText"),
        ("contact_name", "Ansprechpartner", "singleLineText"),
        ("phone", "Teléfono", "phoneNumber"),
        ("email", "Courriel", "email"),
        ("next_follow_up", "Wiedervorlage", "date"),
        ("notes", "Bemerkungen", "multilineText"),
        ("expected_close", "Fecha de cierre", "date"),
    ],
)
def test_other_languages_are_likely(slug: str, name: str, type: str) -> None:
    guess = one(PROSPECTS, slug, field("X", "singleLineText"), field(name, type))
    assert (guess.chosen, guess.state) == (f"fld{name}", State.LIKELY)
    assert 0.5 <= guess.confidence < 1.0


def test_values_alone_make_a_field_likely() -> None:
    texts = ("a@x.example", "b@y.example", "c@z.example")
    assert one(PROSPECTS, "email", field("Feld 7", "singleLineText", *texts)).reason == "all are e-mail addresses"
    assert (
        one(PROSPECTS, "key", field("Ref", "singleLineText", "BETA-1A2B3C4D", "BETA-00000000")).reason == "all are keys of ours"
    )
    assert one(TASKS, "key", field("Ref", "singleLineText", "018f6b0e-7c1d-7a53-9d0e-2f4b6c8d0e1f")).state is State.LIKELY
    assert one(PROSPECTS, "key", field("Ref", "singleLineText", "BETA-1", "018f6b0e")).state is State.CREATE
    assert one(PROSPECTS, "email", field("Feld 7", "singleLineText", "x", "y", "a@x.example")).state is State.CREATE


def test_a_word_within_a_name_makes_it_likely() -> None:
    guess = one(PROSPECTS, "email", field("X", "singleLineText"), field("Billing email", "singleLineText"))
    assert (guess.chosen, guess.state, guess.reason) == ("fldBilling email", State.LIKELY, "its name holds the word")
    assert (
        one(PROSPECTS, "email", field("X", "singleLineText"), field("Billing tariff", "singleLineText")).state is State.CREATE
    )


def test_values_that_say_otherwise_make_a_name_less_sure() -> None:
    sure = one(PROSPECTS, "email", field("Mail address", "singleLineText", "a@x.example"))
    doubtful = one(PROSPECTS, "email", field("Courriel", "singleLineText", "none", "yes", "no"))
    assert sure.state is State.LIKELY
    assert doubtful.state is State.CREATE


def test_owners_are_known_by_the_teams_people_only() -> None:
    strangers = field("Looked after by", "singleCollaborator", "Nobody Known", "Another One")
    assert one(PROSPECTS, "owner", field("X", "number"), strangers).state is State.CREATE


def test_a_field_that_cannot_hold_ours_is_never_chosen() -> None:
    guess = one(PROSPECTS, "phone", field("Phone", "checkbox"))
    assert (guess.chosen, guess.state) == (None, State.LEFT_OUT)
    assert guess.reason == "of another kind: “Phone” is a field of checkbox"
    assert candidates(PROSPECTS, PROSPECTS.by_slug["phone"], [field("Phone", "checkbox")], FIT, KNOWN) == []


def test_candidates_stand_with_the_likeliest_first() -> None:
    order = candidates(PROSPECTS, PROSPECTS.by_slug["contact_name"], LEADS.fields, FIT, KNOWN)
    assert order[0] == "fldFull name"
    assert "fldRating" in order


def test_the_first_field_names_a_prospect_where_nothing_else_does() -> None:
    guess = one(PROSPECTS, "company", field("Wibble", "singleLineText"), field("Wobble", "singleLineText"))
    assert (guess.chosen, guess.state, guess.reason) == ("fldWibble", State.LIKELY, "the first field of the table")
    assert one(PROSPECTS, "company", field("Wibble", "checkbox")).chosen is None


def test_links_count_only_to_the_table_of_the_prospects() -> None:
    there, elsewhere = (
        field("Who", "multipleRecordLinks", links_to="tblLeads"),
        field("P", "multipleRecordLinks", links_to="tblX"),
    )
    offered = table("Calls", elsewhere, there)
    guess = guess_fields(INTERACTIONS, offered, fit_into("tblLeads"), KNOWN)["prospect"]
    assert (guess.chosen, guess.reason) == ("fldWho", "links to the prospects")
    only = guess_fields(INTERACTIONS, table("Calls", elsewhere), fit_into("tblLeads"), KNOWN)["prospect"]
    assert only.chosen is None


NAMES = st.sampled_from(
    [
        "Name",
        "Full name",
        "Email",
        "Work email",
        "Mail",
        "Phone",
        "Mobile",
        "Owner",
        "Stage",
        "Status",
        "Company",
        "Firma",
        "X",
        "Kunde",
    ]
)
TYPES = st.sampled_from(
    ["singleLineText", "email", "phoneNumber", "singleSelect", "number", "date", "formula", "checkbox", "currency"]
)
SAMPLES = st.lists(st.sampled_from(["a@x.example", "+43 1 234 567", "Ada Byron", "New", "7"]), max_size=3)


@st.composite
def tables(draw: st.DrawFn) -> OfferedTable:
    count = draw(st.integers(0, 9))
    fields = []
    for place in range(count):
        made = field(draw(NAMES), draw(TYPES), *draw(SAMPLES), options=("New", "Parked"), result="number")
        fields.append(OfferedField(f"fld{place}", made.name, made.type, made.kind, made.options, "", made.samples, made.fits))
    return OfferedTable("tbl1", draw(st.sampled_from(["Leads", "Calls", "X"])), tuple(fields), primary="fld0")


SAME_NAMES = table("X", field("Name", "singleLineText"), field("Email", "checkbox"), field("E mail", "date"))


@example(SAME_NAMES, random.Random(3))
@settings(max_examples=300)
@given(tables(), st.randoms(use_true_random=False))
def test_the_same_input_gives_the_same_guess_in_any_order(offered: OfferedTable, order: random.Random) -> None:
    shuffled = list(offered.fields)
    order.shuffle(shuffled)
    again = OfferedTable(offered.id, offered.name, tuple(shuffled), primary=offered.primary)
    assert guesses(PROSPECTS, offered) == guesses(PROSPECTS, again)


@given(tables(), st.sampled_from(TABLES))
def test_no_field_is_taken_twice_and_each_of_ours_has_a_guess(offered: OfferedTable, spec: TableSpec) -> None:
    found = guesses(spec, offered)
    assert list(found) == [each.slug for each in spec.fields]
    chosen = [guess.chosen for guess in found.values() if guess.chosen]
    assert len(chosen) == len(set(chosen))
    assert set(chosen) <= {each.id for each in offered.fields}


@given(tables())
def test_two_that_fit_alike_are_never_chosen_silently(offered: OfferedTable) -> None:
    for guess in guesses(PROSPECTS, offered).values():
        assert (guess.state is State.DECIDE) == (len(guess.rivals) > 1)
        assert guess.chosen is None or not guess.rivals


def options(slug: str, *names: str, words: tuple[str, ...] = ()) -> dict[str, tuple[str | None, str]]:
    spec = PROSPECTS.by_slug[slug]
    found = guess_options(spec, words or spec.choices, [(name, name) for name in names])
    assert all(0 <= guess.confidence <= 1 for guess in found.values())
    return {name: (guess.chosen, guess.reason) for name, guess in found.items()}


def test_stages_are_known_by_name_by_habit_and_by_order() -> None:
    names = ("Parked", "Cold", "Contacted", "Demo booked", "Proposal", "Won", "Power user", "Nurture")
    assert options("journey_stage", *names, words=STAGES) == {
        "Parked": (None, "choose"),
        "Cold": ("Call to Discovery", "by order"),
        "Contacted": ("Exploration", "by order"),
        "Demo booked": ("Commitment", "likely"),
        "Proposal": ("Planning", "by order"),
        "Won": ("Construction", "likely"),
        "Power user": ("Mastery", "likely"),
        "Nurture": (None, "choose"),
    }


def test_order_says_nothing_where_the_numbers_differ() -> None:
    assert options("journey_stage", "One", "Two", "Exploration", words=STAGES) == {
        "One": (None, "choose"),
        "Two": (None, "choose"),
        "Exploration": ("Exploration", "by name"),
    }


def test_an_option_of_a_free_list_stays_as_it_is() -> None:
    assert options("source", " twitter ", "Trade fair") == {
        " twitter ": ("Twitter", "by name"),
        "Trade fair": (None, "kept as it is"),
    }
    assert options("status", "Trade fair")["Trade fair"] == (None, "choose")


def names_of(*offered: OfferedTable) -> dict[str, tuple[str | None, State]]:
    found = guess_tables(offered, FIT, KNOWN)
    return {slug: (guess.chosen, guess.state) for slug, guess in found.items() if guess.chosen or guess.state is State.DECIDE}


def test_tables_are_known_by_habit_and_their_fields() -> None:
    touch = table("Touchpoints", field("Subject", "singleLineText"), field("Date", "date"), field("Kind", "singleSelect"))
    bills = table("Invoices", field("Number", "autoNumber"), field("Total", "currency"))
    assert names_of(bills, touch, LEADS) == {
        "prospects": ("tblLeads", State.LIKELY),
        "interactions": ("tblTouchpoints", State.LIKELY),
    }


def test_a_table_of_our_name_and_fields_is_certain() -> None:
    ours = table(SETTINGS.name.upper(), *(field(each.name, each.type.value) for each in SETTINGS.fields))
    assert names_of(ours)["settings"] == (f"tbl{SETTINGS.name.upper()}", State.MATCHED)


def test_a_table_of_our_name_with_other_fields_is_only_likely() -> None:
    assert names_of(table(TASKS.name, field("Colour", "checkbox")))["tasks"] == ("tblTasks", State.LIKELY)


def test_a_table_known_by_another_name_is_not_guessed_by_fields() -> None:
    feedback = table("Feedback forms", *LEADS.fields)
    assert names_of(feedback, LEADS)["prospects"] == ("tblLeads", State.LIKELY)


def test_two_tables_that_fit_alike_are_a_decision() -> None:
    found = guess_tables([LEADS, table("Clients", *LEADS.fields)], FIT, KNOWN)["prospects"]
    assert (found.chosen, found.state, found.reason) == (None, State.DECIDE, "Two fit: Clients, Leads")


def test_a_settings_table_of_another_name_is_known_by_its_fields() -> None:
    renamed = table("Do not touch", *(field(each.name, each.type.value) for each in SETTINGS.fields))
    assert names_of(renamed) == {"settings": ("tblDo not touch", State.LIKELY)}


@settings(max_examples=30)
@given(st.lists(tables(), max_size=4), st.randoms(use_true_random=False))
def test_no_table_is_taken_twice_whatever_the_order(offered: list[OfferedTable], order: random.Random) -> None:
    named = [OfferedTable(f"tbl{place}", each.name, each.fields, primary=each.primary) for place, each in enumerate(offered)]
    found = guess_tables(named, FIT, KNOWN)
    chosen = [guess.chosen for guess in found.values() if guess.chosen]
    assert len(chosen) == len(set(chosen))
    assert all(0 <= guess.confidence <= 1 for guess in found.values())
    order.shuffle(named)
    assert guess_tables(named, FIT, KNOWN) == found


def test_guesses_within_a_tenth_fit_alike() -> None:
    assert ALIKE_WITHIN == 0.1
    nearly = one(PROSPECTS, "email", field("Work email", "email", "a@x.example"), field("Billing email", "email"))
    assert nearly.state is State.LIKELY
    assert nearly.chosen == "fldWork email"


def test_a_text_that_names_prospects_is_likely_a_link_surer() -> None:
    text, link = field("Company", "singleLineText"), field("Lead", "multipleRecordLinks", links_to="tblLeads")
    guess = one(INTERACTIONS, "prospect", text)
    assert (guess.chosen, guess.state, guess.reason) == ("fldCompany", State.LIKELY, "names the prospects")
    assert one(INTERACTIONS, "prospect", text, link).chosen == "fldLead"
    read_only = field("Application ID", "multipleLookupValues", result="singleLineText")
    assert one(INTERACTIONS, "prospect", read_only).state is State.READ_ONLY
