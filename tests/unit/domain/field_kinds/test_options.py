"""Our words for a team's options: given once, kept, shown as the team calls them, found by either word."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.field_kinds.options import NamedOption, folded, name_moved, name_of, named_options
from journeydesk.domain.field_kinds.team_words import TeamWords

STATUS = PROSPECTS.by_slug["status"]
NAMES = st.sampled_from(("New", "new ", "Accepted", "Rejected", "Qualified ✅", "Parked", "parked", " Web", "Active", "ACTIVE"))
SCHEMA = st.lists(
    st.tuples(st.sampled_from(("sel1", "sel2", "sel3", "sel4")), NAMES), unique_by=(lambda o: o[0], lambda o: o[1])
)
SCHEMAS = st.lists(SCHEMA, min_size=1, max_size=6)


def words(*pairs: tuple[str, str]) -> TeamWords:
    return TeamWords({("prospects", "status"): pairs})


@given(schemas=SCHEMAS)
def test_an_option_keeps_its_word_as_long_as_it_is_there(schemas: list[list[tuple[str, str]]]) -> None:
    known: dict[str, tuple[str, str]] = {}
    for schema in schemas:
        now = named_options(STATUS.choices, schema, known)
        assert {key: name for key, (_, name) in now.items()} == dict(schema)
        assert all(now[key][0] == known[key][0] for key in now.keys() & known.keys())
        assert list(now) == [key for key, _ in schema]
        known = now


@given(schemas=SCHEMAS)
def test_words_that_are_none_of_ours_belong_to_one_option_each(schemas: list[list[tuple[str, str]]]) -> None:
    known: dict[str, tuple[str, str]] = {}
    for schema in schemas:
        known = named_options(STATUS.choices, schema, known)
        theirs = [folded(word) for word, _ in known.values() if word not in STATUS.choices]
        assert len(set(theirs)) == len(theirs)


@given(schemas=SCHEMAS)
def test_what_is_shown_is_found_again_as_what_it_was(schemas: list[list[tuple[str, str]]]) -> None:
    known: dict[str, tuple[str, str]] = {}
    for schema in schemas:
        known = named_options(STATUS.choices, schema, known)
    team = words(*known.values())
    for word in {*STATUS.choices, *(word for word, _ in known.values())}:
        assert team.stored("prospects", STATUS, team.shown("prospects", "status", word)) == word


def test_a_name_that_went_from_one_option_to_another_is_seen() -> None:
    before = {"sel1": ("New", "New"), "sel2": ("Active", "Active")}
    assert not name_moved(before, {"sel1": ("New", "Fresh"), "sel2": ("Active", "Active")})
    assert name_moved(before, {"sel1": ("New", "Active"), "sel2": ("Active", "New")})
    assert name_moved(before, {"sel1": ("New", "Old"), "sel3": ("New (2)", "New")})


def test_a_word_finds_its_option_whatever_that_is_called() -> None:
    swapped = [("Accepted", "Rejected"), ("Rejected", "Accepted"), ("Trade fair", "Fairs")]
    assert name_of(swapped, STATUS.choices, "Accepted") == "Rejected"
    assert name_of(swapped, STATUS.choices, " accepted ") == "Rejected"
    assert name_of(swapped, STATUS.choices, "fairs") == "Fairs"
    assert name_of(swapped[1:], STATUS.choices, "Accepted") is None


def test_what_is_shown_counts_where_two_swapped_their_names() -> None:
    team = words(("Accepted", "Rejected"), ("Rejected", "Accepted"))
    assert team.shown("prospects", "status", "Accepted") == "Rejected"
    assert team.stored("prospects", STATUS, "rejected ") == "Accepted"
    assert list(team.choices("prospects", STATUS))[:2] == ["Rejected", "Accepted"]


def test_either_word_is_understood_where_they_do_not_clash() -> None:
    team = words(("Accepted", "Qualified ✅"))
    assert team.stored("prospects", STATUS, "qualified ✅") == "Accepted"
    assert team.stored("prospects", STATUS, "ACCEPTED") == "Accepted"
    assert team.stored("prospects", STATUS, "Nirvana") is None


def test_several_options_of_one_meaning_are_shown_by_our_word() -> None:
    team = words(("Reviewing", "In review"), ("Reviewing", "Contacted"), ("New", "New"))
    assert team.shown("prospects", "status", "Reviewing") == "Reviewing"
    assert team.stored("prospects", STATUS, "contacted") == "Reviewing"


def test_our_word_says_so_where_another_option_goes_by_it() -> None:
    assert words(("Accepted", "Rejected")).shown("prospects", "status", "Rejected") == "Rejected (ours)"


def test_an_option_told_with_its_id_is_a_name_like_any_other() -> None:
    option = NamedOption("Active", "sel1")
    assert (option, option.id) == ("Active", "sel1")
