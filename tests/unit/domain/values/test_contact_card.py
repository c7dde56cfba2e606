"""Contact cards: what another library reads out of them is what was put in; and the address of a chat."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError
from journeydesk.domain.written.contact_card import Contact, Version, chat_address, contact_card

OTTILIE = Contact(
    "BETA-1",
    "Ottilie Farnsby",
    "Marrow, Pine; Sons",
    "Head\nof shop",
    "ottilie@pine.example",
    "+44 20 7946 0132",
    "pine.example",
)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co", "Cf"]), max_size=120).map(
    lambda text: " ".join(text.split())
)


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_another_library_reads_what_was_written(version: Version) -> None:
    card = vobject.readOne(contact_card(OTTILIE, version))
    assert card.version.value == version
    assert (card.fn.value, card.n.value.family, card.n.value.given) == ("Ottilie Farnsby", "Farnsby", "Ottilie")
    assert card.email.value == "ottilie@pine.example"
    assert card.title.value == "Head\nof shop"
    assert card.url.value == "https://pine.example"
    assert card.tel.value == ("tel:+442079460132" if version == "4.0" else "+44 20 7946 0132")


@given(WORDS, WORDS, st.sampled_from(["3.0", "4.0"]))
def test_any_name_survives_the_way_through_a_card(name: str, title: str, version: Version) -> None:
    text = contact_card(Contact("BETA-1", name, "", title), version)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    card = vobject.readOne(text)
    assert card.fn.value == (name or "BETA-1")
    assert getattr(getattr(card, "title", None), "value", "") == title


def test_a_card_of_nobody_has_its_key() -> None:
    assert vobject.readOne(contact_card(Contact("BETA-1"))).fn.value == "BETA-1"


def test_a_line_break_begins_no_property_of_its_own() -> None:
    card = contact_card(Contact("BETA-1", "x\r\nTEL:+1 900", "y\nNOTE:z"))
    assert [line for line in card.split("\r\n") if line.startswith(("TEL", "NOTE"))] == []


@pytest.mark.parametrize("written", ["+44 20 7946-0132", "0044 20 7946 0132", "+44 (20) 79460132"])
def test_a_number_with_its_country_opens_a_chat(written: str) -> None:
    assert chat_address(written) == "https://wa.me/442079460132"


@pytest.mark.parametrize("written", ["020 7946 0132", "+0 20", "ask for Ann", "+44 20 7946 0132 ext. 7", "+" + "1" * 20])
def test_a_number_without_a_country_says_what_to_do(written: str) -> None:
    with pytest.raises(UserError, match="country"):
        chat_address(written)


def test_no_number_says_so() -> None:
    with pytest.raises(UserError, match="no telephone number"):
        chat_address("  ")
