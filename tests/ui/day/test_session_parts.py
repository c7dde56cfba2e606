"""The parts of a call session by themselves: how far it is, what came of it, and what is asked where one waits."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.services.calls.session import SessionResult
from journeydesk.ui.call_session.end_card import EndCard
from journeydesk.ui.call_session.progress import SessionBar
from journeydesk.ui.call_session.question import SessionQuestion
from journeydesk.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton
RESULT = SessionResult("overdue", calls=1204, reached=7, steps=5, minutes=61, skipped=0, colleagues=0, total=1210)


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """The light look."""
    look = Theme(resources() / "icons", "light")
    look.apply(make_application())
    return look


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """A window to stand on."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 600)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def bar(theme: Theme, ground: QWidget) -> SessionBar:
    """The bar, as wide as its window."""
    part = SessionBar(theme, ground)
    part.resize(1100, part.height())
    part.show()
    return part


@pytest.fixture
def question(theme: Theme, ground: QWidget, qtbot: QtBot) -> SessionQuestion:
    """The question, open."""
    sheet = SessionQuestion(theme, ground, "overdue: paused at Kern & Co, 3 left.", "Anew begins with hot: 12 to call.")
    sheet.open()
    qtbot.waitUntil(sheet.go_on.hasFocus)
    return sheet


def share_words(bar: SessionBar) -> str:
    return bar._share.accessibleName()


def filled(bar: SessionBar, theme: Theme) -> float:
    """Which part of the thin bar is filled."""
    image = bar._share.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colors = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    return colors.count(theme.color("accent-fill").name()) / len(colors)


@pytest.mark.parametrize(
    ("place", "total", "words", "share"),
    [
        (0, 12, "1 of 12", "0% of the list is done"),
        (3, 12, "4 of 12", "25% of the list is done"),
        (1199, 1200, "1,200 of 1,200", ">99% of the list is done"),
        (0, 0, "1 of 0", "0% of the list is done"),
    ],
)
def test_the_bar_says_how_far_the_session_is(bar: SessionBar, place: int, total: int, words: str, share: str) -> None:
    bar.show_place("overdue", place, total)
    assert (bar.name.text(), bar.place.text(), share_words(bar)) == ("Calling overdue", words, share)


@pytest.mark.parametrize(("place", "share"), [(0, 0.0), (3, 0.25), (9, 0.75)])
def test_the_thin_bar_is_as_full_as_the_list_is_done(bar: SessionBar, theme: Theme, place: int, share: float) -> None:
    bar.show_place("overdue", place, 12)
    assert filled(bar, theme) == pytest.approx(share, abs=0.04)


def test_the_end_fills_the_bar(bar: SessionBar, theme: Theme) -> None:
    bar.show_place("overdue", 0, 3)
    bar.show_end("overdue", 3)
    assert (bar.place.text(), share_words(bar)) == ("3 of 3", "100% of the list is done")
    assert filled(bar, theme) > 0.95


def test_nobody_stands_before_the_first(bar: SessionBar) -> None:
    bar.show_place("overdue", 0, 3)
    assert not bar.back.isEnabled()
    bar.show_place("overdue", 1, 3)
    assert bar.back.isEnabled()


def test_after_the_end_there_is_nothing_to_skip(bar: SessionBar) -> None:
    bar.enable(False)
    assert [button.isVisible() for button in (bar.back, bar.skip, bar.pause)] == [False, False, False]
    bar.enable(True)
    assert [button.isVisible() for button in (bar.back, bar.skip, bar.pause)] == [True, True, True]


def test_the_end_card_shows_four_figures_and_says_them(theme: Theme, ground: QWidget) -> None:
    card = EndCard(theme, ground)
    card.show_result(RESULT)
    assert card.figures() == ("1,204", "7", "5", "61")
    assert card.accessibleName() == "Session done: Calls 1,204, Reached 7, Steps set 5, Minutes 61"
    words = [part.text() for part in card.findChildren(QLabel)]
    assert "overdue, 1,210 prospects" in words


@pytest.mark.parametrize(
    ("skipped", "colleagues", "words"),
    [
        (0, 0, None),
        (2, 0, "2 skipped"),
        (0, 1, "1 had been called by a colleague meanwhile"),
        (1000, 3, "1,000 skipped · 3 had been called by a colleague meanwhile"),
    ],
)
def test_the_end_card_names_who_was_left_out(
    theme: Theme, ground: QWidget, skipped: int, colleagues: int, words: str | None
) -> None:
    card = EndCard(theme, ground)
    card.show()
    card.show_result(replace(RESULT, skipped=skipped, colleagues=colleagues))
    rest = [part.text() for part in card.findChildren(QLabel) if "skipped" in part.text() or "colleague" in part.text()]
    assert rest == ([words] if words else [])
    assert card._rest.isVisible() is (words is not None)


def test_each_figure_stands_right_above_its_caption(theme: Theme, ground: QWidget) -> None:
    card = EndCard(theme, ground)
    card.resize(700, 500)
    card.show()
    card.show_result(RESULT)
    parts = {part.text(): part for part in card.findChildren(QLabel)}
    for figure, caption in zip(card.figures(), ("Calls", "Reached", "Steps set", "Minutes"), strict=True):
        above, below = parts[figure].geometry(), parts[caption].geometry()
        assert (above.left(), above.bottom() + 1) == (below.left(), below.top())
    assert card._card.property("kind") == "card"


def test_one_prospect_is_not_said_as_many(theme: Theme, ground: QWidget) -> None:
    card = EndCard(theme, ground)
    card.show_result(replace(RESULT, total=1))
    assert "overdue, 1 prospect" in [part.text() for part in card.findChildren(QLabel)]


def test_the_button_of_the_end_card_goes_back(theme: Theme, ground: QWidget, qtbot: QtBot) -> None:
    card = EndCard(theme, ground)
    card.resize(700, 500)
    card.show()
    with qtbot.waitSignal(card.closed):
        qtbot.mouseClick(card.close_button, LEFT)


def test_the_question_says_who_waits_and_what_would_begin(question: SessionQuestion) -> None:
    words = [part.text() for part in question.findChildren(QLabel) if part.text()]
    assert words[:3] == ["A call session waits", "overdue: paused at Kern & Co, 3 left.", "Anew begins with hot: 12 to call."]
    assert question.sheet.accessibleName() == "Call session"


def by_enter(question: SessionQuestion, qtbot: QtBot) -> None:
    qtbot.keyClick(question.go_on, Qt.Key.Key_Return)


def by_go_on(question: SessionQuestion, qtbot: QtBot) -> None:
    qtbot.mouseClick(question.go_on, LEFT)


def by_begin(question: SessionQuestion, qtbot: QtBot) -> None:
    qtbot.mouseClick(question.begin, LEFT)


def by_n(question: SessionQuestion, qtbot: QtBot) -> None:
    qtbot.keyClick(question, Qt.Key.Key_N)


@pytest.mark.parametrize(("answer", "goes_on"), [(by_enter, True), (by_go_on, True), (by_begin, False), (by_n, False)])
def test_key_and_button_answer_alike(
    question: SessionQuestion, qtbot: QtBot, answer: Callable[[SessionQuestion, QtBot], None], goes_on: bool
) -> None:
    with qtbot.waitSignal(question.answered) as answered:
        answer(question, qtbot)
    assert answered.args == [goes_on]


def test_escape_answers_nothing(question: SessionQuestion, qtbot: QtBot) -> None:
    answers: list[bool] = []
    question.answered.connect(answers.append)
    with qtbot.waitSignal(question.closed):
        qtbot.keyClick(question.go_on, Qt.Key.Key_Escape)
    assert answers == []
