"""The planning review by keys and mouse: move, finish, date, add, note, undo, pages."""

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.planning.milestones import add_milestone
from journeydesk.services.planning.review import milestones_of
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.planning.milestone_sheet import MilestoneSheet
from journeydesk.ui.tabs.planning.picture import weekday_words
from journeydesk.ui.tabs.planning.tab import PlanningTab
from journeydesk.ui.targets import PlanningTarget

ALT, SHIFT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def customer(window: MainWindow) -> RecordId:
    """A customer with three milestones, the first of them late."""
    context = window.context
    record = create_prospect(context, {"company": "Marrow & Pine", "contact_name": "Ottilie Farnsby"})
    add_milestone(context, record, "Order import", "2026-05-15", starts="2026-05-04", progress="40")
    add_milestone(context, record, "Two leads trained", "2026-05-29", starts="2026-05-11")
    add_milestone(context, record, "Pilot review", "2026-06-04 10:00")
    return record


@pytest.fixture
def tab(window: MainWindow, customer: RecordId, qtbot: QtBot) -> PlanningTab:
    """Its review, open."""
    window.show_target(PlanningTarget(customer))
    tab = window.tab("Planning review")
    assert isinstance(tab, PlanningTab)
    qtbot.waitUntil(lambda: tab.roadmap.hasFocus())
    return tab


def press(tab: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(tab.window().focusWidget() or tab, key, modifier)


def dues(tab: PlanningTab) -> list[date | None]:
    assert tab.prospect is not None
    return [each.due for each in milestones_of(tab.context, tab.prospect)]


def shown(window: MainWindow, kind: type[QWidget]) -> QWidget:
    return next(sheet for sheet in window.findChildren(kind) if sheet.isVisible())


def test_the_review_opens_at_what_is_late(tab: PlanningTab) -> None:
    assert tab.headline.accessibleName() == "0 of 3 milestones are done and 1 is late"
    assert tab.below_headline.accessibleName() == "Order import is 4 days late"
    assert tab.roadmap.accessibleDescription().startswith("Order import, Fri 15 May, 4 d late")
    assert tab.strip_title.accessibleName() == "Order import, 4 days late"


def test_r_opens_the_review_of_who_is_current(window: MainWindow, customer: RecordId, qtbot: QtBot) -> None:
    window.show_prospect(customer)
    press(window, Qt.Key.Key_R)
    tab = window.tab("Planning review")
    assert isinstance(tab, PlanningTab)
    assert (window.place, tab.prospect) == ("Planning review", customer)
    assert window.windowTitle() == "Planning review – Journeydesk"
    press(window, Qt.Key.Key_Escape)
    assert window.place == "Prospects"


def test_alt_and_arrows_move_a_week_and_undo_brings_it_back(tab: PlanningTab, window: MainWindow, qtbot: QtBot) -> None:
    before = dues(tab)
    press(tab, Qt.Key.Key_Right, ALT)
    assert dues(tab)[0] == date(2026, 5, 22)
    press(tab, Qt.Key.Key_Left, ALT)
    press(tab, Qt.Key.Key_Left, ALT)
    assert dues(tab)[0] == date(2026, 5, 8)
    for _ in range(3):
        press(tab, Qt.Key.Key_U)
        qtbot.waitUntil(lambda: not window.work.busy("undo"))
    qtbot.waitUntil(lambda: dues(tab) == before)


def test_a_day_of_another_year_is_written_in_full(tab: PlanningTab, window: MainWindow, qtbot: QtBot) -> None:
    def room() -> tuple[int, int]:
        _, due, progress, _ = tab.roadmap._columns()
        words = weekday_words(date(2027, 12, 22), window.context.today())
        return progress - due - 6, QFontMetrics(window.theme.font(0, 500, tabular=True)).horizontalAdvance(words)

    assert room()[0] < room()[1]
    assert tab.prospect is not None
    add_milestone(window.context, tab.prospect, "Second site live", "2027-12-22")
    qtbot.waitUntil(lambda: room()[0] >= room()[1])


def test_a_bar_is_dragged_and_its_end_makes_it_longer(tab: PlanningTab) -> None:
    rect = tab.roadmap.bar_rect(1)
    assert rect is not None
    middle = rect.center().toPoint()
    _drag(tab.roadmap, middle, QPoint(middle.x() + 60, middle.y()))
    moved = tab.roadmap.milestone
    assert moved is not None and moved.title == "Two leads trained"
    assert moved.starts is not None and moved.due is not None
    assert moved.due > date(2026, 5, 29)
    assert (moved.due - moved.starts).days == 18
    place = tab.roadmap.milestones.index(moved)
    rect = tab.roadmap.bar_rect(place)
    assert rect is not None
    end = QPoint(int(rect.right()) - 2, int(rect.center().y()))
    _drag(tab.roadmap, end, QPoint(end.x() + 40, end.y()))
    longer = next(each for each in milestones_of(tab.context, tab.prospect or RecordId(0)) if each.record == moved.record)
    assert longer.starts == moved.starts
    assert longer.due is not None and longer.due > moved.due


def test_escape_lets_a_dragged_bar_go_where_it_was(tab: PlanningTab) -> None:
    before = dues(tab)
    rect = tab.roadmap.bar_rect(1)
    assert rect is not None
    start = rect.center().toPoint()
    QTest.mousePress(tab.roadmap, Qt.MouseButton.LeftButton, PLAIN, start)
    QTest.mouseMove(tab.roadmap, start + QPoint(80, 0))
    press(tab, Qt.Key.Key_Escape)
    QTest.mouseRelease(tab.roadmap, Qt.MouseButton.LeftButton, PLAIN, start + QPoint(80, 0))
    assert dues(tab) == before


def _drag(view: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, Qt.MouseButton.LeftButton, PLAIN, start)
    QTest.mouseMove(view, QPoint((start.x() + end.x()) // 2, start.y()))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, PLAIN, end)


def test_e_finishes_and_reopens_and_arrows_say_how_far(tab: PlanningTab) -> None:
    press(tab, Qt.Key.Key_Right)
    assert tab.roadmap.milestone is not None and tab.roadmap.milestone.progress == 0.5
    press(tab, Qt.Key.Key_E)
    assert tab.headline.accessibleName() == "1 of 3 milestones are done, none is late"
    assert tab.finish.text() == "Reopen"
    press(tab, Qt.Key.Key_E)
    assert tab.headline.accessibleName() == "0 of 3 milestones are done and 1 is late"


def test_d_takes_a_date_in_words(tab: PlanningTab, window: MainWindow) -> None:
    press(tab, Qt.Key.Key_Down)
    press(tab, Qt.Key.Key_Down)
    press(tab, Qt.Key.Key_D)
    sheet = shown(window, DueSheet)
    assert isinstance(sheet, DueSheet)
    QTest.keyClicks(sheet.field.field, "12 june")
    press(sheet, Qt.Key.Key_Return)
    [*_, last] = milestones_of(tab.context, tab.prospect or RecordId(0))
    assert (last.due, last.time) == (date(2026, 6, 12), "10:00")
    assert tab.roadmap.hasFocus()


def test_n_adds_and_a_wrong_date_keeps_what_was_typed(tab: PlanningTab, window: MainWindow) -> None:
    press(tab, Qt.Key.Key_N)
    sheet = shown(window, MilestoneSheet)
    assert isinstance(sheet, MilestoneSheet)
    QTest.keyClicks(sheet.title, "Second workshop")
    QTest.keyClicks(sheet.due, "someday")
    press(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "“someday” is not a date" in sheet.words.text()
    assert sheet.isVisible() and sheet.title.text() == "Second workshop"
    sheet.due.clear()
    QTest.keyClicks(sheet.due, "26 june")
    press(sheet, Qt.Key.Key_Return)
    assert dues(tab)[-1] == date(2026, 6, 26)
    assert tab.roadmap.milestone is not None and tab.roadmap.milestone.title == "Second workshop"


def test_return_edits_a_milestone_with_a_past_time(tab: PlanningTab, window: MainWindow) -> None:
    add_milestone(tab.context, tab.prospect or RecordId(0), "Kick-off", "2026-04-17 10:00")
    tab.reload()
    tab.roadmap.go_to(0)
    press(tab, Qt.Key.Key_Return)
    sheet = shown(window, MilestoneSheet)
    assert isinstance(sheet, MilestoneSheet)
    assert sheet.due.text() == "2026-04-17 10:00"
    QTest.keyClicks(sheet.title, "Kick-off and goals")
    press(sheet, Qt.Key.Key_Return)
    assert tab.roadmap.milestones[0].title == "Kick-off and goals"
    assert tab.roadmap.milestones[0].time == "10:00"


def test_a_note_is_kept_until_it_is_saved(tab: PlanningTab, window: MainWindow, customer: RecordId) -> None:
    press(tab, Qt.Key.Key_N, SHIFT)
    assert tab.notes.field.hasFocus()
    QTest.keyClicks(tab.notes.field, "A third less waste")
    press(tab, Qt.Key.Key_Escape)
    assert tab.roadmap.hasFocus()
    other = create_prospect(window.context, {"company": "Quillon"})
    window.show_target(PlanningTarget(other))
    assert tab.notes.field.text() == ""
    window.show_target(PlanningTarget(customer))
    assert tab.notes.field.text() == "A third less waste"
    press(tab, Qt.Key.Key_N, SHIFT)
    press(tab, Qt.Key.Key_Return)
    assert tab.notes.field.text() == ""
    assert tab.review is not None and [note.text for note in tab.review.notes] == ["A third less waste"]
    window.show_target(PlanningTarget(other))
    window.show_target(PlanningTarget(customer))
    assert tab.notes.field.text() == ""


def test_the_pages_that_are_ticked_are_written(tab: PlanningTab, qtbot: QtBot) -> None:
    QTest.mouseClick(tab.head.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.message.isVisible() and not tab.work.busy("export"), timeout=30_000)
    [path] = (tab.context.database.folder / "reports").glob("*.pdf")
    assert path.name.startswith("Planning-Review_Marrow-Pine_2026")
    assert "Order import" in "\n".join(page.extract_text() for page in PdfReader(path).pages)
    for box in tab.side.pages.values():
        box.setChecked(False)
    with qtbot.waitSignal(tab.failed) as said:
        tab.export()
    assert said.args is not None and "Tick at least one part" in said.args[0]


def test_who_was_deleted_meanwhile_has_no_review(tab: PlanningTab, window: MainWindow, customer: RecordId) -> None:
    with window.context.database.write() as connection:
        records.set_deleted(connection, "prospects", customer, True, window.context.author())
    tab.reload()
    assert tab.gone.isVisible() and not tab.body.isVisible()
    press(tab, Qt.Key.Key_E)


def test_a_base_without_milestones_says_how_to_begin(window: MainWindow) -> None:
    other = create_prospect(window.context, {"company": "Quillon"})
    window.show_target(PlanningTarget(other))
    tab = window.tab("Planning review")
    assert isinstance(tab, PlanningTab)
    assert tab.headline.accessibleName() == "No milestones yet"
    assert not tab.strip.isVisible()
    press(tab, Qt.Key.Key_Right, ALT)
    press(tab, Qt.Key.Key_E)
    assert dues(tab) == []


def test_the_assets_are_generated_beside_the_window(tab: PlanningTab, qtbot: QtBot) -> None:
    qtbot.mouseClick(tab.side.generate, Qt.MouseButton.LeftButton)

    def written() -> bool:
        with tab.context.database.read() as connection:
            rows = sql.rows(connection, "SELECT origin, icp_content FROM assets WHERE deleted = 0")
        return len(rows) == 1 and rows[0][0] == "Template" and "Marrow & Pine" in rows[0][1]

    qtbot.waitUntil(written, timeout=10_000)
