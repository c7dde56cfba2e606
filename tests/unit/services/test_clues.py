"""Clues point to whom a dictionary of them would."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.services.files.clues import Clues

_CLUE = st.tuples(st.sampled_from(("key", "email")), st.integers(0, 20).map(str))


@given(st.lists(st.tuples(_CLUE, st.integers(1, 2**40)), max_size=80), st.lists(_CLUE, max_size=20))
def test_clues_point_to_whom_a_dictionary_would(
    known: list[tuple[tuple[str, str], int]], others: list[tuple[str, str]]
) -> None:
    clues = Clues(iter(known))
    whose: dict[tuple[str, str], list[int]] = {}
    for clue, number in known:
        whose.setdefault(clue, []).append(number)
    for clue in {*whose, *others}:
        numbers = whose.get(clue, [])
        assert clues.get(clue) == (numbers[0] if numbers else None)
        assert clues.are_several(clue) is (len(set(numbers)) > 1)


def test_many_are_told_apart() -> None:
    clues = Clues((("phone", str(number)), number) for number in range(20_000))
    assert [clues.get(("phone", str(number))) for number in (0, 255, 256, 19_999, 20_000)] == [0, 255, 256, 19_999, None]
    assert not clues.are_several(("phone", "7"))
