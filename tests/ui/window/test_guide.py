"""The guide: offline, found by its contents and by words, with its picture, and never from elsewhere."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from journeydesk.ui.guide.text import chapters, page_file
from journeydesk.ui.guide.window import GuideWindow
from journeydesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PICTURE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(window: MainWindow, qtbot: QtBot) -> GuideWindow:
    """Opened by its key."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (opened,) = window.findChildren(GuideWindow)
    return opened


def titles(guide: GuideWindow) -> list[str]:
    return [guide.contents.item(row).text().strip() for row in range(guide.contents.count())]


def test_it_has_every_chapter_of_the_readers_day(guide: GuideWindow) -> None:
    assert titles(guide) == [chapter.title for chapter in chapters("guide")]
    assert titles(guide)[0] == "Your day with it"
    assert {"Log a call", "Decide a conflict", "Where things are"} <= set(titles(guide))
    assert "For engineers" not in titles(guide)
    for title in titles(guide):
        assert title in guide.reader.toPlainText()


def test_a_word_is_found_wherever_it_stands(guide: GuideWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide.search, "voicemail")
    assert "Log a call" in titles(guide)
    assert "Decide a conflict" not in titles(guide)
    assert guide.found.text() == "1 place"
    assert guide.reader.textCursor().selectedText().casefold() == "voicemail"
    guide.search.setText("Ctrl")
    first = guide.reader.textCursor().position()
    qtbot.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.reader.textCursor().position() > first
    guide.search.setText("zebra stripes")
    assert (guide.found.text(), titles(guide)) == ("Nothing found", [])


def test_a_chapter_is_brought_to_the_top(guide: GuideWindow) -> None:
    guide.contents.setCurrentRow(titles(guide).index("Decide a conflict"))
    at_top = guide.reader.cursorForPosition(guide.reader.viewport().rect().topLeft()).block()
    seen = [at_top.text(), at_top.next().text(), at_top.next().next().text()]
    assert "Decide a conflict" in seen


def test_commands_stand_line_by_line_on_a_ground_of_their_own(guide: GuideWindow) -> None:
    document = guide.reader.document()
    block = document.find("journeydesk import leads.csv").block()
    assert block.text().startswith("journeydesk import")
    assert block.blockFormat().background().color() == guide.reader._theme.color("sunk")
    heading = document.find("Bring in and take out").block()
    assert heading.blockFormat().headingLevel() == 3
    assert heading.blockFormat().background().style() == Qt.BrushStyle.NoBrush


def test_pictures_come_from_the_resources_and_from_nowhere_else(guide: GuideWindow) -> None:
    shown = guide.reader.loadResource(PICTURE, QUrl("resources/pictures/prospects-light.png"))
    assert isinstance(shown, QImage)
    assert not shown.isNull()
    for elsewhere in ("resources/../pyproject.toml", "/etc/hostname", "https://example.com/a.png"):
        assert guide.reader.loadResource(PICTURE, QUrl(elsewhere)) is None


def test_it_follows_the_theme_and_closes_by_escape(guide: GuideWindow, window: MainWindow, qtbot: QtBot) -> None:
    window.theme.choose("dark")
    assert guide.reader.palette().text().color() == window.theme.color("text")
    qtbot.keyClick(guide.search, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    assert window.isVisible()


def test_it_has_one_window(guide: GuideWindow, window: MainWindow) -> None:
    window.show_guide()
    assert window.findChildren(GuideWindow) == [guide]


def test_an_installation_without_it_says_so(guide: GuideWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeydesk.ui.guide.text.page_file", lambda page: page_file(page).with_name("gone.md"))
    guide.show_page("news")
    assert "Install Journeydesk again" in guide.reader.toPlainText()
