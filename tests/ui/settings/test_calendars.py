"""The page of calendars by hand: add, what is wrong, remove; and their meetings in Today."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeydesk.services.calendar.sources import calendar_sources
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.settings.computer.calendars import CalendarsPage
from journeydesk.ui.tabs.today.tab import TodayTab
from tests.integration.calendar import files
from tests.ui.settings.conftest import Desk

pytestmark = pytest.mark.usefixtures("vault")


def page(desk: Desk) -> CalendarsPage:
    desk.tab.show_page("Calendars")
    shown = desk.tab.page("Calendars")
    assert isinstance(shown, CalendarsPage)
    return shown


def test_a_calendar_is_added_shown_in_today_and_removed(desk: Desk, tmp_path: Path) -> None:
    create_prospect(desk.context, {"company": "Marrow & Pine", "email": "Ottilie@pine.example"})
    file = tmp_path / "work.ics"
    file.write_bytes(files.GOOGLE.replace("\n", "\r\n").encode())
    shown = page(desk)
    desk.type_in(shown.address, str(file))
    desk.until(lambda: bool(calendar_sources(desk.context)))
    desk.until(lambda: bool(shown.removes))
    desk.until(lambda: not shown.address.text())
    window = desk.tab.window()
    assert isinstance(window, MainWindow)
    window.show_place("Today")
    today = window.tab("Today")
    assert isinstance(today, TodayTab)
    names = [(line.title, line.company) for line in today.model.lines() if line.kind == "meeting"]
    assert ("Pilot review, start date", "Marrow & Pine") in names
    meeting = next(line for line in today.model.lines() if line.kind == "meeting")
    today.list.show_nearest(today.model.row_of(meeting.name) or 0)
    with desk.bot.waitSignal(today.said) as said:
        QTest.keyClick(today.list, Qt.Key.Key_E)
    assert said.args is not None and "only read here" in said.args[0]
    window.show_place("Settings")
    [remove] = page(desk).removes.values()
    desk.press(remove)
    assert calendar_sources(desk.context) == []


def test_what_is_wrong_stands_below_and_nothing_typed_is_lost(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "work.ics"
    file.write_bytes(b"<html>")
    shown = page(desk)
    desk.type_in(shown.address, str(file))
    desk.until(lambda: shown.wrong.isVisible())
    assert "is no calendar" in shown.wrong.text()
    assert shown.address.text() == str(file)
    assert calendar_sources(desk.context) == []
