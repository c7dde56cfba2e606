"""What the review underlines."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.ui.dialogs.conflicts.word_diff import Piece, excerpt, word_diff


def test_words_that_are_new_are_marked_and_the_rest_is_not() -> None:
    assert word_diff("Wants a pilot in one depot.", "Wants a pilot in two depots, asked for references.") == [
        Piece("Wants a pilot in ", "same"),
        Piece("two depots, asked for references", "new"),
        Piece(".", "same"),
    ]


def test_words_that_were_only_left_out_are_shown_as_gone() -> None:
    assert word_diff("call him back today", "call him today") == [
        Piece("call him ", "same"),
        Piece("back ", "gone"),
        Piece("today", "same"),
    ]


def test_a_text_with_nothing_in_common_is_not_marked_at_all() -> None:
    assert word_diff("Referral", "Webinar") == [Piece("Webinar", "same")]


@given(st.text(alphabet="ab \n,", max_size=40), st.text(alphabet="ab \n,", max_size=40))
def test_the_pieces_that_are_not_gone_are_the_whole_text(before: str, after: str) -> None:
    assert "".join(piece.text for piece in word_diff(before, after) if piece.kind != "gone") == after


def test_of_a_long_text_what_stands_beside_the_change_is_shown() -> None:
    before = "word " * 3_000 + "end"
    shown = excerpt(word_diff(before, before.replace("end", "new end")))
    assert sum(len(piece.text) for piece in shown) < 200
    assert Piece("new ", "new") in shown
