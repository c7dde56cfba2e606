"""The recovery key on paper: what is typed back is the key, or is said to be wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.recovery_key import NoRecoveryKey, read, written

KEY = bytes(range(32))
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(st.binary(min_size=32, max_size=32))
def test_what_is_written_is_read_back(key: bytes) -> None:
    assert read(written(key)) == key


def test_it_has_fourteen_groups_of_four() -> None:
    assert [len(group) for group in written(KEY).split("-")] == [4] * 14


@pytest.mark.parametrize("change", [str.lower, lambda text: text.replace("-", " "), lambda text: f"  {text}\n"])
def test_case_blanks_and_dashes_do_not_matter(change: "type[str]") -> None:
    assert read(change(written(KEY))) == KEY


def test_letters_that_look_like_digits_are_taken_as_those() -> None:
    assert read(written(bytes(32)).replace("0", "O")) == bytes(32)
    key = next(bytes([number] * 32) for number in range(256) if "1" in written(bytes([number] * 32)))
    assert read(written(key).replace("1", "I")) == read(written(key).replace("1", "l")) == key


@given(st.binary(min_size=32, max_size=32), st.integers(0, 55), st.sampled_from(_LETTERS))
def test_one_wrong_character_is_noticed(key: bytes, place: int, letter: str) -> None:
    letters = written(key).replace("-", "")
    typed = letters[:place] + letter + letters[place + 1 :]
    if typed == letters:
        assert read(typed) == key
    else:
        with pytest.raises(NoRecoveryKey, match="is wrong"):
            read(typed)


@pytest.mark.parametrize("typed", ["", "correct horse battery staple", written(KEY)[:-1], written(KEY) + "0", "U" * 56])
def test_what_is_no_recovery_key_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(NoRecoveryKey, match="14 groups of 4"):
        read(typed)
