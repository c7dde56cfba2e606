"""Every key of the registry, pressed in its scope in the real window: its slot has run."""

import logging
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.gallery.mapping import mapping_draft
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.files.planning import Bucket
from journeydesk.services.messages.deciding import reject, write_message
from journeydesk.services.planning.milestones import add_milestone
from journeydesk.services.reports.records import Counted, Record
from journeydesk.services.rows.prospects import ListView
from journeydesk.ui.call_session.question import SessionQuestion
from journeydesk.ui.call_session.tab import SessionTab
from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp
from journeydesk.ui.dialogs.conflicts.value_cell import ValueCell
from journeydesk.ui.dialogs.log_call.form import LogForm
from journeydesk.ui.dialogs.new_prospect import NewProspect
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.guide.window import GuideWindow
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.duplicates.tab import DuplicatesTab
from journeydesk.ui.tabs.importing.tab import ImportTab
from journeydesk.ui.tabs.kanban.column_view import ColumnView
from journeydesk.ui.tabs.kanban.tab import KanbanTab
from journeydesk.ui.tabs.planning.tab import PlanningTab
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.tabs.reports.charts.board import BoardChart
from journeydesk.ui.tabs.reports.preview import Preview
from journeydesk.ui.tabs.reports.records_sheet import RecordsSheet
from journeydesk.ui.tabs.reports.tab import ReportsTab
from journeydesk.ui.tabs.today.tab import TodayTab
from journeydesk.ui.targets import PlanningTarget
from tests.ui.test_conflicts import notes_of
from tests.ui.test_sync_details import sent

_PATIENCE_MS = 20_000


class Scene:
    """Brings the window to where keys of a scope work, and presses them."""

    def __init__(self, window: MainWindow, qtbot: QtBot, folder: Path) -> None:
        self.window = window
        self.list_of_rows = folder / "list.csv"
        self.list_of_rows.write_text(
            "Company,Email\nRope Works,wrong\nSail Works,wrong too\nTwin Works,\nTwin Works,\nMast Works,mast@works.example\n"
        )
        self.qtbot = qtbot
        self._connected = False
        self._numbers = count()
        self.people = [RecordId(record) for record in self._list().model.all_ids()]
        # Questions that hold up the thread, and menus, are closed as a person would with Escape.
        self._closing = QTimer(window)
        self._closing.setInterval(20)
        self._closing.timeout.connect(_close_what_is_modal)
        self._closing.start()

    def press(self, keys: str) -> None:
        """Presses keys where the keyboard is."""
        first = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs lack it
        target = self.window.focusWidget() or self.window
        self.qtbot.keyClick(target, first.key(), first.keyboardModifiers())

    def clear(self) -> None:
        """Closes what the last key opened."""
        for sheet in self.window.findChildren(Sheet):
            if sheet.isVisible():
                sheet.done()
        for guide in self.window.findChildren(GuideWindow):
            guide.close()
        _close_what_is_modal()
        # A question that held up the thread took the keyboard from the window; one key closes it.
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=_PATIENCE_MS)

    def _list(self) -> ProspectsTab:
        self.window.show_place("Prospects")
        tab = self.window.tab("Prospects")
        assert isinstance(tab, ProspectsTab)
        tab.show_view(ListView())
        return tab

    def everywhere(self, _action: Action) -> None:
        self._list().table.setFocus()

    def prospects(self, action: Action) -> None:
        tab = self._list()
        tab.table.setFocus()
        tab.table.go_to(0)
        if action is Action.ROW_CLEAR:
            tab.model.tick(self.people[:1], True)

    def columns(self, _action: Action) -> None:
        pane = self._list().choose_columns()
        pane.list.setFocus()
        pane.list.go(3)

    def kanban(self, action: Action) -> None:
        self.window.show_place("Kanban")
        tab = self.window.tab("Kanban")
        assert isinstance(tab, KanbanTab)
        tab.show_journey("Deal")
        # The columns have their width once the layout has run.
        self.qtbot.waitUntil(lambda: tab.board.panes[1].x() > 0, timeout=_PATIENCE_MS)
        tab.take_focus()
        column = self.window.focusWidget()
        assert isinstance(column, ColumnView)
        row = column.model().rowCount() - 1 if action is Action.CARD_DOWN else 0
        column.setCurrentIndex(column.model().index(row, 0))

    def alerts(self, _action: Action) -> None:
        tab = self.window.tab("Alerts")
        assert isinstance(tab, AlertsTab)
        self.window.show_place("Alerts")
        tab.halves.show_messages(False)

    def messages(self, action: Action) -> None:
        tab = self.window.tab("Alerts")
        assert isinstance(tab, AlertsTab)
        message = write_message(tab.context, self.people[0], "Two references", ["Good morning", "See you on Monday"])
        if action is Action.ALERT_UNDO:
            reject(tab.context, message, "wrong product")
        self.window.show_place("Alerts")
        tab.halves.show_messages(True)
        view = tab.halves.messages
        assert view is not None
        view.read()
        view.list.show_message(message)
        view.list.setFocus()
        if action in (Action.MESSAGE_UP, Action.MESSAGE_DOWN):
            view.composer.take_focus()
            self.qtbot.waitUntil(view.composer.edits[0].hasFocus, timeout=_PATIENCE_MS)

    def reports(self, action: Action) -> None:
        self.window.show_place("Reports")
        tab = self.window.tab("Reports")
        assert isinstance(tab, ReportsTab)
        if action is Action.EDIT_GOAL:
            tab.show_report("kpi")
        if action is Action.SIDE_CLOSE:
            tab.show_report("funnel")
        if action in (Action.COPY_TABLE, Action.COPY_PICTURE, Action.CHART_TABLE, Action.EDIT_GOAL, Action.SIDE_CLOSE):
            # In a narrow window the preview stands in the place of the charts.
            tab.head.preview.setChecked(False)
            self.qtbot.waitUntil(lambda: self._is_drawn(tab), timeout=_PATIENCE_MS)
            chart = next(chart for chart in self._charts() if chart.isVisible())
            chart.setFocus()
            if isinstance(chart, BoardChart) or action is Action.SIDE_CLOSE:
                self.qtbot.keyClick(chart, Qt.Key.Key_Down)

    def _is_drawn(self, tab: ReportsTab) -> bool:
        return not tab.work.busy("figures") and any(chart.isVisible() for chart in self._charts())

    def _charts(self) -> list[QWidget]:
        return [part for part in self.window.tab("Reports").findChildren(QWidget) if hasattr(part, "copy_table")]

    def lines(self, action: Action) -> None:
        self.window.show_place("Today")
        tab = self.window.tab("Today")
        assert isinstance(tab, TodayTab)
        tab.list.show_nearest(0)
        tab.list.setFocus()
        if action is Action.LINE_LEAVE:
            tab.list.tick(True)

    def editing(self, action: Action) -> None:
        tab = self._list()
        tab.table.setFocus()
        tab.table.go_to(0)
        if action in (Action.EDIT_SAVE_TEXT, Action.EDIT_DISCARD):
            tab.detail.show_prospect(self.people[0])
            tab.detail.show_fields()
            tab.detail.fields.notes.take_focus()
            return
        tab.editing.begin()

    def log(self, action: Action) -> None:
        tab = self._list()
        if action is Action.LOG_LEAVE:
            tab.detail.show_prospect(self.people[0])
            tab.detail.compose("Call")
            return
        self.window.log(self.people[0], "Call")

    def session(self, action: Action) -> None:
        if self.window.place != "Call session":
            self.prospects(action)
            self.press("Shift+L")
            for question in self.window.findChildren(SessionQuestion):
                question.begin.click()
        tab = self.window.tab("Call session")
        assert isinstance(tab, SessionTab)
        if action is Action.SESSION_END:
            for _ in self.people:
                tab.skip()
        tab.take_focus()
        if action is Action.SESSION_SAVE:
            tab.form.outcome.setFocus()

    def session_question(self, action: Action) -> None:
        self.session(Action.PAUSE)
        self.press("Esc")
        self.prospects(action)
        self.press("Shift+L")

    def conflicts(self, action: Action) -> None:
        notes_of(self.window, self.people[0])
        self.window.sync.review_conflicts()
        if action is Action.PICK_CELL:
            next(cell for cell in self.window.findChildren(ValueCell) if cell.isVisible() and cell.isEnabled()).setFocus()

    def outbox(self, _action: Action) -> None:
        if not self._connected:
            self._connected = True
            sent(self.window.context)
        for number, record in enumerate(self.people[:2]):
            edit(self.window.context, record, {"industry": f"News {number} {self._closing.remainingTime()}"})
        self.window.sync.show_details()

    def set_up(self, _action: Action) -> None:
        self.window.sync.set_up()
        dialog = next(sheet for sheet in self.window.findChildren(AirtableSetUp) if sheet.isVisible())
        dialog.show_draft(mapping_draft(self.window.context), "prospects")

    def importing(self, action: Action) -> None:
        tab = self.window.tab("Import")
        assert isinstance(tab, ImportTab)
        # What the last key did to a row would be asked about.
        tab._leave()
        self.window.deeds.open_file(self.list_of_rows)
        self.qtbot.waitUntil(lambda: tab.draft is not None and not tab.is_working, timeout=_PATIENCE_MS)
        assert tab.draft is not None
        decides = action in (Action.ROW_IS_SAME, Action.ROW_IS_NEW)
        tab.show_bucket(Bucket.DUPLICATE if decides else Bucket.INVALID)
        if action is Action.WRONG_PREVIOUS:
            tab.table.setCurrentIndex(tab.model.index(1, tab.model.columnCount() - 1))
        if action is Action.IMPORT_UNDO:
            tab.draft.fix([(tab.model.rows[0], 1, "a@b.example")])
        tab.table.setFocus()

    def duplicates(self, action: Action) -> None:
        context = self.window.context
        for company in ("Halcyon Glass", "Ferncliff Tea", "Rookwood Paper"):
            for contact in ("Morven Strachan", "M. Strachan"):
                said = {"job_title": f"Buyer {next(self._numbers)}", "notes": f"Met {next(self._numbers)} times"}
                create_prospect(context, {"company": company, "contact_name": contact, "phone": "+44 20 7946 0132", **said})
        self.window.show_place("Duplicates")
        tab = self.window.tab("Duplicates")
        assert isinstance(tab, DuplicatesTab)
        tab.look()
        self.qtbot.waitUntil(lambda: len(tab.model.lines) > 2, timeout=_PATIENCE_MS)
        tab.show_list("", row=1)
        if action is Action.PAIR_FIELD_UP:
            tab.grid.step(1)
        tab.grid.setFocus()

    def planning(self, action: Action) -> None:
        context = self.window.context
        starts, due = f"2026-06-{next(self._numbers) % 20 + 1:02d}", "2026-06-30"
        for title in ("Import", "Pilot"):
            add_milestone(context, self.people[0], title, due, starts=starts, progress="50")
        self.window.show_target(PlanningTarget(self.people[0]))
        tab = self.window.tab("Planning review")
        assert isinstance(tab, PlanningTab)
        tab.roadmap.go_to(1 if action is Action.MILESTONE_PREVIOUS else 0)
        tab.take_focus()

    def palette(self, _action: Action) -> None:
        self.everywhere(Action.PALETTE)
        self.window.open_palette()

    def dialogs(self, action: Action) -> None:
        if action is Action.TAKE_BACK_ALONE:
            self.window.deeds.show_last_changes()
            return
        if action is Action.COPY_LINES:
            call = Record("2026-05-18T07:00:00.000Z", self.people[0], "Quillon Freight", "Amaia Etxarri", "Reached")
            RecordsSheet(self.window.context, self.window.theme, self.window, Counted("call", "one call", [call])).open()
            return
        self.window.new_prospect()
        if action is Action.OPEN_SIMILAR:
            sheet = next(sheet for sheet in self.window.findChildren(NewProspect) if sheet.isVisible())
            sheet.fields["company"].put("Quillon Freight")
            sheet.fields["contact_name"].put("Adaeze Nwokorie")
            self.qtbot.waitUntil(lambda: len(sheet.double.found) > 0, timeout=_PATIENCE_MS)

    def fields(self, action: Action) -> None:
        if action in (Action.FIRST, Action.LAST):
            self.alerts(action)
        elif action in (Action.PAGE_UP, Action.PAGE_DOWN):
            self.window.show_place("Reports")
            self.window.tab("Reports").findChildren(Preview)[0].setFocus()
        elif action is Action.LEAVE:
            tab = self._list()
            tab.detail.show_prospect(self.people[0])
            tab.detail.setFocus()
        elif action in (Action.LEFT, Action.RIGHT, Action.TOGGLE, Action.NUMBER):
            self.window.log(self.people[0], "Call")
            self.window.findChildren(LogForm)[-1].outcome.setFocus()
        else:
            self.palette(action)


def _close_what_is_modal() -> None:
    popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    if popup is not None:
        popup.close()
    if isinstance(modal, QDialog):
        modal.reject()


_SCENES: dict[Scope, Callable[[Scene, Action], None]] = {
    Scope.WINDOW: Scene.everywhere,
    Scope.PROSPECTS: Scene.prospects,
    Scope.COLUMNS: Scene.columns,
    Scope.KANBAN: Scene.kanban,
    Scope.ALERTS: Scene.alerts,
    Scope.MESSAGES: Scene.messages,
    Scope.REPORTS: Scene.reports,
    Scope.LINES: Scene.lines,
    Scope.EDITING: Scene.editing,
    Scope.LOG: Scene.log,
    Scope.SESSION: Scene.session,
    Scope.SESSION_QUESTION: Scene.session_question,
    Scope.CONFLICTS: Scene.conflicts,
    Scope.OUTBOX: Scene.outbox,
    Scope.SET_UP: Scene.set_up,
    Scope.IMPORT: Scene.importing,
    Scope.DUPLICATES: Scene.duplicates,
    Scope.PLANNING: Scene.planning,
    Scope.PALETTE: Scene.palette,
    Scope.DIALOGS: Scene.dialogs,
    Scope.FIELDS: Scene.fields,
}


@pytest.fixture
def scene(raised: list[RecordId], window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    """The window with four prospects and five alerts."""
    window.activateWindow()
    yield Scene(window, qtbot, tmp_path)


def test_every_scope_has_a_scene() -> None:
    assert set(_SCENES) == set(Scope)


# Menus and questions without a desktop around them.
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("scope", Scope, ids=lambda scope: scope.name.lower())
def test_every_key_of_a_scope_runs_what_it_names(scene: Scene, scope: Scope, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "journeydesk.ui.keys")
    silent = []
    for action in (action for action in Action if scope in action.scopes):
        for keys in action.keys if len(action.keys) < 3 else action.keys[:3]:
            _SCENES[scope](scene, action)
            caplog.clear()
            scene.press(keys)
            if action.name not in [record.message for record in caplog.records]:
                silent.append((action.name, keys, [record.message for record in caplog.records]))
            scene.clear()
    assert silent == [], silent


def test_a_letter_typed_into_a_field_stays_in_the_field(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "journeydesk.ui.keys")
    tab = scene.window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.detail.show_prospect(scene.people[0])
    tab.detail.compose("Note")
    caplog.clear()
    note = scene.window.focusWidget()
    scene.qtbot.keyClicks(note, "lmntsadf")
    assert tab.detail.composer.note.toPlainText() == "lmntsadf"
    assert caplog.records == []


def test_the_keypads_enter_does_what_enter_does(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "journeydesk.ui.keys")
    scene.prospects(Action.ROW_OPEN)
    caplog.clear()
    keypad = Qt.KeyboardModifier.KeypadModifier
    scene.qtbot.keyClick(scene.window.focusWidget(), Qt.Key.Key_Enter, keypad)
    assert [record.message for record in caplog.records] == [Action.ROW_OPEN.name]
