"""Numbers and words of files: what is read quickly, because nothing is to be taken away, is read as everything else."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.folding import index_text
from journeydesk.domain.written.numbers import decide_mark, parse_number


def _read(text: str, mark: str) -> object:
    try:
        return parse_number(text, mark)
    except ValueError:
        return None


@given(text=st.text(alphabet="0123456789.,", min_size=1, max_size=9), mark=st.sampled_from(",."))
def test_a_bare_number_is_the_one_with_a_sign(text: str, mark: str) -> None:
    assert _read(text, mark) == _read(f"+{text}", mark)


@given(cells=st.lists(st.text(alphabet="0123456789.,", max_size=7), max_size=5))
def test_bare_numbers_decide_the_mark_as_those_with_a_currency(cells: list[str]) -> None:
    assert decide_mark(cells) == decide_mark(f"€ {cell}" for cell in cells)


@given(text=st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_words_are_searched_like_those_beside_other_letters(text: str) -> None:
    assert f"{index_text(text)} uber".strip() == index_text(f"{text} über")
