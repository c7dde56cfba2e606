"""The names in a text: parted where no known name holds the sign that parts them, replaced one by one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.field_kinds.link_names import linked, names_in, plain_name, stands_for, together, with_name

KNOWN = {"rope": {1}, "rope, sons & co.": {2}, "coil": {3}, "acme": {4, 5}, "two\nlines": {6}}


def named(name: str) -> set[int]:
    return KNOWN.get(plain_name(name), set())


def texts(text: str) -> list[str]:
    return [name.text for name in names_in(text, named)]


def test_names_are_parted_by_commas_semicolons_and_line_ends() -> None:
    assert texts("Rope, Coil;Nobody\n\r\n Acme ,") == ["Rope", "Coil", "Nobody", "Acme"]


def test_a_known_name_may_hold_what_parts_names() -> None:
    assert texts("Coil, Rope, Sons & Co., Nobody") == ["Coil", "Rope, Sons & Co.", "Nobody"]
    assert texts("Rope, Sons") == ["Rope", "Sons"]
    assert texts("two\nlines") == ["two\nlines"]


def test_the_first_that_one_alone_has_is_linked() -> None:
    assert linked(names_in("Nobody, ACME, coil, Rope", named)) == 3
    assert linked(names_in("Acme", named)) is None
    assert linked(names_in("", named)) is None


def test_one_name_is_replaced_and_the_others_stay_to_the_letter() -> None:
    text = "Nobody ,  Rope\n; Coil"
    names = names_in(text, named)
    assert with_name(text, stands_for(names, 1, ()), "Cord") == "Nobody ,  Cord\n; Coil"
    assert with_name(text, stands_for(names, 9, {"nobody"}), "Cord") == "Cord ,  Rope\n; Coil"
    assert with_name("Coil", None, "Cord") == "Cord, Coil"
    assert with_name("A\nB", None, "Cord") == "Cord\nA\nB"
    assert with_name(" ", None, "Cord") == "Cord"


def test_a_name_is_taken_out() -> None:
    names = names_in("Rope; Coil", named)
    assert together("Rope; Coil", names[1:]) == "Coil"
    assert together("Rope; Coil", names) == "Rope; Coil"
    assert together("Rope", []) == ""


@given(st.text(max_size=400), st.sampled_from(["Rope", "Rope, Sons & Co.", "Coil"]))
def test_whatever_the_text_a_name_that_is_put_in_is_found(text: str, name: str) -> None:
    names = names_in(text, named)
    (record,) = named(name)
    for ours in (None, *names):
        said = with_name(text, ours, name)
        again = names_in(said, named)
        if ours is None and len(said) <= 300:
            assert again[0].record == record or again[0].end > len(name)
    assert all(text[one.start : one.end].strip() == one.text for one in names)


@given(st.text("ab,;\n ", max_size=2_000))
def test_the_names_of_any_text_stand_in_it_in_order(text: str) -> None:
    names = names_in(text, named)
    assert all(first.end <= second.start for first, second in pairwise(names))
