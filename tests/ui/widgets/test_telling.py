"""Widgets that tell: the pill, the rail's badge, messages, hints, banners."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.services.sync.pill import PillWords, Tone
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.file_message import FileMessage
from journeydesk.ui.widgets.hints import StatusBar
from journeydesk.ui.widgets.key_hints import KeyHints
from journeydesk.ui.widgets.message import SHOWN_MS, Message
from journeydesk.ui.window.farewell import Farewell
from journeydesk.ui.window.pill import SyncPill
from journeydesk.ui.window.rail import PLACES, Rail
from journeydesk.ui.window.token_banner import TITLE, TokenBanner
from tests.ui.widgets.conftest import Picture, Show

LEFT = Qt.MouseButton.LeftButton
HINTS: tuple[Hint, ...] = ((("J", "K"), "next, previous"), (("A",), "acknowledge"), (("Esc",), "back"))


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """A window on which messages lie."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    qtbot.waitExposed(window)
    return window


def pill_of(theme: Theme, show: Show, words: PillWords) -> SyncPill:
    pill = SyncPill(theme)
    pill.show_words(words)
    show(pill)
    return pill


@pytest.mark.parametrize(
    ("tone", "fill", "line", "ink"),
    [
        ("ok", "base", "line", "ok"),
        ("busy", "base", "line", "accent"),
        ("quiet", "sunk", "line2", "text2"),
        ("warn", "warn-soft", "warn-line", "warn"),
        ("danger", "danger-soft", "danger-line", "danger"),
    ],
)
def test_the_pill_has_the_colours_of_its_tone(theme: Theme, show: Show, tone: Tone, fill: str, line: str, ink: str) -> None:
    pill = pill_of(theme, show, PillWords("7 waiting", tone, "refresh"))
    picture = Picture(pill, theme)
    assert picture.count(fill) > 800
    assert picture.count(line) > 60
    assert Picture(pill, theme, QRect(12, 6, 16, 16)).ink(ink) > 8


@pytest.mark.parametrize("tone", ["ok", "busy", "quiet", "warn", "danger"])
def test_the_pill_can_be_read_in_every_tone(theme: Theme, show: Show, tone: Tone) -> None:
    pill = pill_of(theme, show, PillWords("Synced 2 min ago", tone, "refresh"))
    assert Picture(pill, theme, pill.rect().adjusted(34, 4, -14, -4)).contrast() >= 4.5


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_the_bar_of_the_pill_is_as_long_as_what_is_done(theme: Theme, show: Show, share: float) -> None:
    pill = pill_of(theme, show, PillWords("Syncing 3/7", "busy", "refresh", share))
    words = pill.fontMetrics().horizontalAdvance("Syncing")
    bar = Picture(pill, theme, QRect(35 + words, 12, pill.width() - 35 - words - 8, 4)).box("accent-fill")
    assert abs(bar.width() - 42 * share) <= 2


def test_the_pill_has_no_bar_while_nothing_is_counted(theme: Theme, show: Show) -> None:
    pill = pill_of(theme, show, PillWords("Syncing", "busy", "refresh"))
    assert Picture(pill, theme, pill.rect().adjusted(35, 11, -12, -11)).count("accent-fill") == 0


def test_the_pill_grows_by_its_bar_and_by_its_key(light: Theme, show: Show) -> None:
    pill = pill_of(light, show, PillWords("2 need you", "warn", "split"))
    plain = pill.sizeHint().width()
    pill.show_words(PillWords("2 need you", "warn", "split", 0.5))
    assert pill.sizeHint().width() == plain + 50
    pill.show_words(PillWords("2 need you", "warn", "split", key="R"))
    assert plain < pill.sizeHint().width() < plain + 60


def test_the_pill_is_pressed_by_mouse_and_by_key(light: Theme, show: Show, qtbot: QtBot) -> None:
    pill = pill_of(light, show, PillWords("7 waiting", "busy", "refresh"))
    for press in (lambda: qtbot.mouseClick(pill, LEFT), lambda: qtbot.keyClick(pill, Qt.Key.Key_Space)):
        with qtbot.waitSignal(pill.clicked):
            press()
    assert pill.toolTip() == "Sync details (Ctrl+Shift+S)"
    assert pill.words.text == "7 waiting"


def test_the_pill_that_has_the_keyboard_has_a_ring(theme: Theme, show: Show, qtbot: QtBot) -> None:
    pill = pill_of(theme, show, PillWords("7 waiting", "quiet", "refresh"))
    before = Picture(pill, theme).count("accent")
    pill.activateWindow()
    pill.setFocus()
    qtbot.waitUntil(pill.hasFocus)
    assert Picture(pill, theme).count("accent") > before + 100


def test_the_same_words_are_announced_once(light: Theme, show: Show, qtbot: QtBot) -> None:
    pill = SyncPill(light, announce_ms=20)
    show(pill)
    announced: list[str] = []
    pill.announced.connect(announced.append)
    qtbot.wait(40)
    for text in ("7 waiting", "7 waiting"):
        pill.show_words(PillWords(text, "quiet", "refresh"))
    qtbot.wait(60)
    pill.show_words(PillWords("7 waiting", "quiet", "refresh"))
    assert announced == ["7 waiting"]
    pill.show_words(PillWords("8 waiting", "quiet", "refresh"))
    assert announced == ["7 waiting", "8 waiting"]


def rail_of(theme: Theme, show: Show) -> Rail:
    rail = Rail(theme)
    show(rail)
    rail.resize(rail.width(), 300)
    return rail


@pytest.mark.parametrize("place", [name for name, _ in PLACES])
def test_a_click_in_the_rail_goes_to_the_place(light: Theme, show: Show, qtbot: QtBot, place: str) -> None:
    rail = rail_of(light, show)
    rail.show_place("Kanban" if place == "Prospects" else "Prospects")
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(rail.buttons[place], LEFT)
    assert told.args == [place]
    assert [name for name, button in rail.buttons.items() if button.isChecked()] == [place]


def test_a_place_that_is_not_in_the_rail_leaves_the_mark(light: Theme, show: Show) -> None:
    rail = rail_of(light, show)
    rail.show_place("Alerts")
    rail.show_place("Call session")
    assert [name for name, button in rail.buttons.items() if button.isChecked()] == ["Alerts"]


def test_the_place_shown_lies_on_a_card_in_the_accent(theme: Theme, show: Show) -> None:
    rail = rail_of(theme, show)
    rail.show_place("Reports")
    shown, other = rail.buttons["Reports"], rail.buttons["Kanban"]
    assert Picture(shown, theme).ink("accent") > 20
    assert Picture(other, theme).count("accent") == 0
    assert Picture(shown, theme, shown.rect().adjusted(4, 4, -4, -4)).count("base") > 500


@pytest.mark.parametrize(("count", "name"), [(0, "Alerts"), (3, "Alerts, 3 pending"), (140, "Alerts, 140 pending")])
def test_the_badge_counts_and_is_named(theme: Theme, show: Show, count: int, name: str) -> None:
    rail = rail_of(theme, show)
    button = rail.buttons["Alerts"]
    button.set_badge(count)
    assert button.accessibleName() == name
    badge = Picture(button, theme).box("danger")
    assert badge.isNull() == (count == 0)
    if count:
        assert badge.left() > button.width() // 2
        assert badge.bottom() <= 17
        assert badge.right() < button.width()


def test_the_badge_says_no_more_than_ninety_nine(light: Theme, show: Show) -> None:
    rail = rail_of(light, show)
    button = rail.buttons["Alerts"]
    pictures = []
    for count in (99, 100, 5_000):
        button.set_badge(count)
        pictures.append(button.grab().toImage())
    assert pictures[1] == pictures[2]
    assert pictures[0] != pictures[1]


def test_a_message_with_undo_can_be_taken_back(light: Theme, ground: QWidget, qtbot: QtBot) -> None:
    message = Message(light, ground)
    assert not message.isVisible()
    message.say("Moved 12 cards to Won", undoable=True)
    assert message.accessibleName() == "Moved 12 cards to Won"
    undo = message.findChildren(QPushButton)[0]
    assert (undo.text(), undo.accessibleName()) == ("Undo", "Undo (Ctrl+Z)")
    with qtbot.waitSignal(message.undo):
        qtbot.mouseClick(undo, LEFT)
    assert not message.isVisible()


def test_a_message_that_stays_is_closed_and_undoes_nothing(light: Theme, ground: QWidget, qtbot: QtBot) -> None:
    message = Message(light, ground)
    undone: list[bool] = []
    message.undo.connect(lambda: undone.append(True))
    message.say("The disk is full", stays=True)
    assert [button.accessibleName() for button in message.findChildren(QPushButton)] == ["Close"]
    button = message.findChildren(QPushButton)[0]
    assert button.text() == "Close"
    assert not message._timer.isActive()
    qtbot.mouseClick(button, LEFT)
    assert not message.isVisible()
    assert undone == []


def test_a_message_never_lies_over_a_button_or_a_field(light: Theme, ground: QWidget, qtbot: QtBot) -> None:
    message = Message(light, ground)
    message.say("Moved 12 cards to Won", undoable=True)
    free = message.geometry()
    finish, field = QPushButton("Finish", ground), QLineEdit(ground)
    finish.setGeometry(free.left() + 10, free.top() + 4, 80, 28)
    field.setGeometry(free.left() + 10, free.top() - 40, 80, 28)
    finish.show()
    field.show()
    message.step_aside()
    assert not message.geometry().intersects(finish.geometry())
    assert not message.geometry().intersects(field.geometry())
    finish.hide()
    field.hide()
    message.step_aside()
    assert message.geometry() == free


def test_a_plain_message_has_no_button_and_goes_by_itself(light: Theme, ground: QWidget, qtbot: QtBot) -> None:
    message = Message(light, ground)
    message.say("Checking Airtable")
    assert not message.findChildren(QPushButton)[0].isVisible()
    assert message._timer.isActive()
    assert message._timer.interval() == SHOWN_MS == 6000
    message._timer.start(10)
    qtbot.waitUntil(lambda: not message.isVisible())


def test_a_new_message_replaces_the_old_one(light: Theme, ground: QWidget) -> None:
    message = Message(light, ground)
    message.say("The disk is full", stays=True)
    message.say("Saved", undoable=True)
    assert message.accessibleName() == "Saved"
    assert message._timer.isActive()
    message.say("The disk is full", stays=True)
    assert not message._timer.isActive()


def test_a_message_lies_at_the_bottom_left_and_stays_there(light: Theme, ground: QWidget, qtbot: QtBot) -> None:
    message = Message(light, ground)
    message.say("Saved", undoable=True)
    assert message.pos() == QPoint(88, 500 - message.height() - 38)
    ground.resize(900, 620)
    qtbot.waitUntil(lambda: message.y() == 620 - message.height() - 38)


def test_a_message_can_be_read_in_both_looks(theme: Theme, ground: QWidget) -> None:
    message = Message(theme, ground)
    message.say("Moved 12 cards to Won", undoable=True)
    picture = Picture(message, theme)
    assert picture.count("tip") > 1000
    assert picture.contrast() >= 4.5


def test_a_message_follows_a_change_of_the_look(light: Theme, ground: QWidget) -> None:
    message = Message(light, ground)
    message.say("Saved", undoable=True)
    light.choose("dark")
    picture = Picture(message, light)
    assert picture.count("tip") > 500
    assert picture.contrast() >= 4.5
    light.choose("light")


@pytest.mark.parametrize(("button", "folder"), [("Open", False), ("Show in folder", True)])
def test_a_written_file_can_be_opened_or_found(
    light: Theme, ground: QWidget, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str, folder: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    message = FileMessage(light, ground)
    message.say("Saved Weekly-Sales-2026-W21.pdf", tmp_path / "Weekly-Sales-2026-W21.pdf")
    assert message.text == message.accessibleName() == "Saved Weekly-Sales-2026-W21.pdf"
    assert message.pos() == QPoint(16, 500 - message.height() - 12)
    part = next(part for part in message.findChildren(QPushButton) if part.text() == button)
    qtbot.mouseClick(part, LEFT)
    assert opened == [str(tmp_path if folder else tmp_path / "Weekly-Sales-2026-W21.pdf")]
    assert not message.isVisible()


def test_the_message_of_a_file_goes_by_itself_and_moves_along(
    light: Theme, ground: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    message = FileMessage(light, ground)
    message.say("Saved", tmp_path / "a.pdf")
    ground.resize(700, 400)
    qtbot.waitUntil(lambda: message.y() == 400 - message.height() - 12)
    assert message._timer.isActive()
    assert message._timer.interval() == 10_000
    message._timer.start(10)
    qtbot.waitUntil(lambda: not message.isVisible())


def test_the_message_of_a_file_can_be_read_in_both_looks(theme: Theme, ground: QWidget, tmp_path: Path) -> None:
    message = FileMessage(theme, ground)
    message.say("Saved Weekly-Sales-2026-W21.pdf", tmp_path / "a.pdf")
    assert Picture(message, theme).contrast() >= 4.5
    assert Picture(message, theme).count("tip") > 1000


def status_bar(theme: Theme, show: Show, width: int = 700) -> StatusBar:
    bar = StatusBar(theme)
    show(bar)
    bar.resize(width, bar.height())
    bar.show_hints(HINTS)
    bar.show_facts("5 pending · 3 unread")
    return bar


def test_the_status_bar_is_heard_as_it_is_read(light: Theme, show: Show) -> None:
    bar = status_bar(light, show)
    assert bar.accessibleName() == "5 pending · 3 unread"
    assert bar.accessibleDescription() == "J+K next, previous, A acknowledge, Esc back"


def test_the_status_bar_has_hints_left_and_facts_right(theme: Theme, show: Show) -> None:
    bar = status_bar(theme, show)
    left = QRect(0, 3, 260, bar.height() - 6)
    right = QRect(bar.width() - 140, 3, 140, bar.height() - 6)
    assert Picture(bar, theme, left).contrast() >= 4.5
    assert Picture(bar, theme, right).contrast() >= 4.5
    bar.show_facts("")
    assert Picture(bar, theme, right).contrast() == 1
    bar.show_hints(())
    assert Picture(bar, theme, left).contrast() == 1
    assert Picture(bar, theme, QRect(0, 0, bar.width(), 1)).count("line") == bar.width()


def test_hints_that_do_not_fit_are_left_out_not_the_facts(light: Theme, show: Show) -> None:
    bar = status_bar(light, show, 330)
    facts = QRect(bar.width() - 130, 3, 130, bar.height() - 6)
    full = Picture(bar, light, facts).pixels()
    bar.show_hints(())
    assert Picture(bar, light, facts).pixels() == full
    bar.show_hints(HINTS[:1])
    one = bar.grab().toImage()
    bar.show_hints(HINTS)
    assert bar.grab().toImage() == one


def test_key_hints_are_heard_and_left_out_where_narrow(light: Theme, show: Show) -> None:
    hints = KeyHints(light)
    show(hints)
    hints.resize(500, 20)
    hints.show_hints(HINTS)
    assert hints.accessibleDescription() == "J+K next, previous, A acknowledge, Esc back"
    everything = Picture(hints, light).count("text2")
    hints.resize(150, 20)
    part = Picture(hints, light).count("text2")
    assert 0 < part < everything
    hints.resize(30, 20)
    assert Picture(hints, light).contrast() == 1


def test_key_hints_can_be_read_in_both_looks(theme: Theme, show: Show) -> None:
    hints = KeyHints(theme)
    show(hints)
    hints.resize(500, 20)
    hints.show_hints(HINTS)
    assert Picture(hints, theme).contrast() >= 4.5


@pytest.mark.parametrize(
    ("waiting", "kept"),
    [
        (0, "everything you do is safe on this computer and is sent after the fix"),
        (1, "1 change is safe on this computer and is sent after the fix"),
        (1_200, "1,200 changes are safe on this computer and are sent after the fix"),
    ],
)
def test_the_banner_says_that_what_waits_is_safe(light: Theme, ground: QWidget, waiting: int, kept: str) -> None:
    banner = TokenBanner(light, ground)
    assert not banner.isVisible()
    banner.show_state(True, waiting)
    assert banner.isVisible()
    assert banner.accessibleName().startswith(f"{TITLE}. ")
    assert kept in banner.accessibleName()
    banner.show_state(False, waiting)
    assert not banner.isVisible()


def test_the_banner_offers_details_and_a_new_token(light: Theme, ground: QWidget, qtbot: QtBot) -> None:
    banner = TokenBanner(light, ground)
    banner.show_state(True, 2)
    banner.resize(800, 58)
    with qtbot.waitSignal(banner.details_requested):
        qtbot.mouseClick(banner.details, LEFT)
    with qtbot.waitSignal(banner.paste_requested):
        qtbot.mouseClick(banner.paste, LEFT)
    banner.show_busy(True)
    assert (banner.paste.isEnabled(), banner.paste.text()) == (False, "Checking…")
    banner.show_busy(False)
    assert (banner.paste.isEnabled(), banner.paste.text()) == (True, "Paste new token")


def test_the_banner_lies_on_the_soft_danger_with_a_line_below(theme: Theme, ground: QWidget) -> None:
    banner = TokenBanner(theme, ground)
    banner.show_state(True, 2)
    banner.resize(800, 58)
    picture = Picture(banner, theme)
    assert picture.count("danger-soft") > 20_000
    assert picture.contrast() >= 4.5
    assert Picture(banner, theme, QRect(0, 57, 800, 1)).count("danger-line") == 800


def test_the_farewell_stands_where_the_message_stood(theme: Theme, qtbot: QtBot) -> None:
    farewell = Farewell(theme, "7 changes are saved here and will send next time", QRect(100, 50, 800, 500))
    qtbot.addWidget(farewell)
    assert farewell.accessibleName() == "7 changes are saved here and will send next time"
    assert farewell.pos() == QPoint(188, 549 - farewell.height() - 38)
    assert Picture(farewell, theme).count("tip") > 1000
    assert Picture(farewell, theme).contrast() >= 4.5


def test_a_message_is_announced_as_often_as_it_is_said(theme: Theme, ground: QWidget) -> None:
    message = Message(theme, ground)
    heard: list[str] = []
    message.announced.connect(heard.append)
    message.say("Logged a call with Quillon", undoable=True)
    message.add("2 tasks made")
    message.say("The file cannot be read", stays=True)
    assert heard == ["Logged a call with Quillon", "Logged a call with Quillon. 2 tasks made", "The file cannot be read"]
