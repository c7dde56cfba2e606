"""The sync details: what waits, what was refused, what is asked; at any length of the queue."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.outbox import set_plan
from journeydesk.services.commands.prospects import edit
from journeydesk.services.context import Context
from journeydesk.services.queries.outbox import sync_details
from journeydesk.storage.engine import sql
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.ui.dialogs.outbox.drawer import SyncDrawer
from journeydesk.ui.main_window import MainWindow
from tests.ui.line_menu import line_menu

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Asked:
    """Stands where the background is, and counts what it is asked for."""

    def __init__(self) -> None:
        self.times = 0

    def request(self) -> None:
        self.times += 1


def sent(context: Context) -> None:
    """Everything as if it had been sent: known there, and agreed."""
    with context.database.write() as connection:
        sql.run(
            connection,
            "UPDATE sync_record SET touched = 0, rid = 'rec' || lid, base = (SELECT json_object('company', p.company, "
            "'contact_name', p.contact_name, 'industry', p.industry) FROM prospects p WHERE p.lid = sync_record.lid)",
        )
        sql.run(
            connection,
            "INSERT INTO schema_field (table_slug, table_id, field_slug, field_id, name, type, state) VALUES "
            "('prospects', 'tbl1', 'company', 'f1', 'Company', 'singleLineText', 'found'), "
            "('prospects', 'tbl1', 'contact_name', 'f2', 'Contact Name', 'singleLineText', 'found'), "
            "('prospects', 'tbl1', 'industry', 'f3', 'Industry', 'singleSelect', 'found')",
        )


@pytest.fixture
def changed(window: MainWindow) -> Iterator[list[RecordId]]:
    """Two of the four prospects were changed since the last sync."""
    sent(window.context)
    with window.context.database.read() as connection:
        found = [RecordId(lid) for lid in sql.scalars(connection, "SELECT lid FROM prospects ORDER BY lid")]
    edit(window.context, found[0], {"contact_name": "Adaeze N.", "industry": "News"})
    edit(window.context, found[1], {"industry": "Research"})
    yield found


def opened(window: MainWindow, qtbot: QtBot) -> SyncDrawer:
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL | SHIFT)
    return next(found for found in window.findChildren(SyncDrawer) if found.isVisible())


def words(drawer: SyncDrawer) -> list[str]:
    model = drawer.model
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def test_each_change_says_whose_what_from_what_to_what_and_when(
    window: MainWindow, changed: list[RecordId], qtbot: QtBot
) -> None:
    assert words(opened(window, qtbot)) == [
        "Quillon Freight",
        "Quillon Freight · Contact name: Adaeze Nwokorie → Adaeze N. · 11:05",
        "Quillon Freight · Industry: (empty) → News · 11:05",
        "Łąkowisko Meble",
        "Łąkowisko Meble · Industry: (empty) → Research · 11:05",
    ]


def test_a_press_on_the_pill_opens_it(window: MainWindow, changed: list[RecordId], qtbot: QtBot) -> None:
    window.sync.show_pill()
    assert window.top.pill.text() == "2 waiting"
    qtbot.mouseClick(window.top.pill, Qt.MouseButton.LeftButton)
    assert any(found.isVisible() for found in window.findChildren(SyncDrawer))


def test_a_change_is_held_let_go_and_sent_by_its_keys(window: MainWindow, changed: list[RecordId], qtbot: QtBot) -> None:
    background = Asked()
    window.sync.attach(background)
    drawer = opened(window, qtbot)
    qtbot.keyClick(drawer.list, Qt.Key.Key_Down)
    assert drawer.row is not None
    assert drawer.row.what == "Industry"
    qtbot.keyClick(drawer.list, Qt.Key.Key_H)
    assert drawer.row.state == "held"
    assert drawer.bar.buttons["hold"].text() == "Let go"
    qtbot.keyClick(drawer.list, Qt.Key.Key_H)
    assert drawer.row.state == "waiting"
    assert background.times == 0
    qtbot.keyClick(drawer.list, Qt.Key.Key_S)
    assert background.times == 1


def test_a_dropped_change_goes_and_ctrl_z_brings_it_back(window: MainWindow, changed: list[RecordId], qtbot: QtBot) -> None:
    drawer = opened(window, qtbot)
    before = words(drawer)
    qtbot.keyClick(drawer.list, Qt.Key.Key_Delete)
    assert "Quillon Freight · Contact name: Adaeze Nwokorie → Adaeze N. · 11:05" not in words(drawer)
    assert drawer.row is not None
    assert "Dropped" in window.message.accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(words(drawer)) == len(before))
    assert words(drawer) == before


def test_a_change_is_copied_as_a_line(window: MainWindow, changed: list[RecordId], qtbot: QtBot) -> None:
    drawer = opened(window, qtbot)
    qtbot.keyClick(drawer.list, Qt.Key.Key_C, CONTROL)
    line = "Quillon Freight · Contact name: Adaeze Nwokorie → Adaeze N. · 2026-05-19 11:05"
    assert QGuiApplication.clipboard().text() == line


def test_what_was_refused_stands_first_with_the_reason_and_the_fix(
    window: MainWindow, changed: list[RecordId], qtbot: QtBot
) -> None:
    with window.context.database.write() as connection:
        unsent_fields.reject(
            connection, "prospects", changed[1], {"industry": ("Research", "There is no select option “Research”.")}
        )
    drawer = opened(window, qtbot)
    assert words(drawer)[1] == (
        "Łąkowisko Meble · Industry: (empty) → Research · 11:05, refused: There is no select option “Research”. "
        "Add the option in Airtable, or choose another here."
    )
    qtbot.keyClick(drawer.list, Qt.Key.Key_S)
    assert drawer.row is not None
    assert drawer.row.state == "waiting"


def test_a_question_about_deletes_is_answered_by_its_button(window: MainWindow, changed: list[RecordId], qtbot: QtBot) -> None:
    with window.context.database.write() as connection:
        at = window.context.now()
        sync_notes.add(connection, sync_notes.MASS_LOCAL_DELETE, "prospects", None, "40 of 90 were deleted here at once.", at)
        sync_notes.add(connection, sync_notes.RETURNED, "prospects", changed[0], "It is back with their edit.", at)
        sql.run(connection, "UPDATE meta SET value = NULL WHERE key = 'last_success'")
    window.sync.show_pill()
    assert window.top.pill.text() == "1 needs you · 2 waiting"
    drawer = opened(window, qtbot)
    buttons = [button for button in drawer.notes.findChildren(QAbstractButton) if button.isVisible()]
    assert [button.text() for button in buttons] == ["Delete in Airtable", "Dismiss", "Show prospect"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    with window.context.database.read() as connection:
        assert get_meta(connection, "confirmed deleted here:prospects") == "0"
        assert [note.kind for note in sync_notes.open_notes(connection)] == [sync_notes.RETURNED]
    dismiss = next(button for button in drawer.notes.findChildren(QAbstractButton) if button.text() == "Dismiss")
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert sync_details(window.context).notes == ()
    assert not drawer.notes.isVisible()


def test_with_nothing_to_send_it_says_that_everything_is_sent(window: MainWindow, qtbot: QtBot) -> None:
    sent(window.context)
    drawer = opened(window, qtbot)
    assert drawer.empty.isVisible()
    assert drawer.empty.text() == "Everything is sent."
    assert not drawer.list.isVisible()
    assert drawer.sync.hasFocus()


def test_offline_it_says_why_and_sending_promises_nothing(window: MainWindow, changed: list[RecordId], qtbot: QtBot) -> None:
    with window.context.database.write() as connection:
        set_meta(connection, "offline_since", window.context.now())
        set_meta(connection, "offline_why", "Airtable cannot be reached.")
    drawer = opened(window, qtbot)
    assert drawer.why.text() == "Airtable cannot be reached."
    window.sync.show_pill()
    window.show_hints()
    assert window.status.accessibleName().startswith("Offline since ")
    qtbot.keyClick(drawer.list, Qt.Key.Key_S)
    assert window.message.accessibleName().startswith("You are offline")


def test_the_plan_is_chosen_and_the_budget_follows(window: MainWindow, qtbot: QtBot) -> None:
    drawer = opened(window, qtbot)
    menu = drawer.facts.plan.menu()
    assert [action.text() for action in menu.actions()] == ["Free", "Team", "Business", "Enterprise Scale"]
    menu.actions()[0].trigger()
    assert sync_details(window.context).quota == 1_000
    with pytest.raises(UserError, match="no plan"):
        set_plan(window.context, "Gold")


def test_every_control_of_the_drawer_has_a_name(window: MainWindow, changed: list[RecordId], qtbot: QtBot) -> None:
    drawer = opened(window, qtbot)
    assert [b for b in drawer.findChildren(QAbstractButton) if not (b.accessibleName() or b.text())] == []
    assert drawer.list.accessibleName()


def test_the_model_keeps_qts_rules_while_read_by_page(window: MainWindow, qtbot: QtBot) -> None:
    fill(window.context, 100)
    drawer = opened(window, qtbot)
    tester = QAbstractItemModelTester(drawer.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    while drawer.model.canFetchMore():
        drawer.model.fetchMore()
    assert drawer.model.rowCount() == 200
    drawer.read()
    assert tester.model() is drawer.model


def fill(context: Context, count: int) -> None:
    """So many prospects more, each with one change that waits."""
    with context.database.write() as connection:
        sql.run(connection, "UPDATE sync_record SET touched = 0")
        sql.run(
            connection,
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO prospects (key, company, status, created_at) "
            "SELECT 'BETA-' || i, 'Company ' || i, 'Accepted', '2026-05-18T08:00:00.000Z' FROM n",
            (count,),
        )
        sql.run(
            connection,
            "INSERT OR REPLACE INTO sync_record (table_slug, lid, rid, base, touched) SELECT 'prospects', lid, 'rec' || lid, "
            "json_object('key', key, 'company', company, 'status', 'New'), 1 FROM prospects WHERE company LIKE 'Company %'",
        )


def test_of_ten_thousand_changes_the_facts_stand_at_once(window: MainWindow, qtbot: QtBot) -> None:
    fill(window.context, 10_000)
    drawer = opened(window, qtbot)
    assert drawer.model.total == 10_000
    assert (drawer.model.rowCount(), drawer.empty.isVisible()) == (0, True)
    assert drawer.empty.text() == "Reading what waits…"
    qtbot.waitUntil(lambda: drawer.model.rowCount() > 0)
    assert drawer.list.isVisible() and drawer.list.hasFocus() and drawer.row is not None
    assert drawer.model.rowCount() < 400
    before = drawer.model.rowCount()
    qtbot.keyClick(drawer.list, Qt.Key.Key_End)
    drawer.list.scrollToBottom()
    qtbot.waitUntil(lambda: drawer.model.rowCount() > before)


def test_what_is_chosen_stays_chosen_while_all_is_read_again(window: MainWindow, qtbot: QtBot) -> None:
    fill(window.context, 10_000)
    drawer = opened(window, qtbot)
    qtbot.waitUntil(lambda: drawer.model.rowCount() > 0)
    drawer.read()
    drawer.list.step(1)
    chosen = drawer.row
    qtbot.waitUntil(lambda: not drawer.model.is_reading)
    assert chosen is not None and drawer.row == chosen


def test_it_closes_while_ten_thousand_changes_are_still_being_read(window: MainWindow, qtbot: QtBot) -> None:
    fill(window.context, 10_000)
    drawer = opened(window, qtbot)
    with qtbot.waitSignal(drawer.destroyed):
        qtbot.keyClick(drawer, Qt.Key.Key_Escape)
    window.work.wait()
    assert opened(window, qtbot).model.is_reading


def test_a_change_that_comes_while_it_closes_is_not_read(window: MainWindow, qtbot: QtBot) -> None:
    fill(window.context, 10_000)
    drawer = opened(window, qtbot)
    drawer.done()
    drawer.read()
    assert not drawer.model.is_reading


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_change_does_what_its_keys_do(window: MainWindow, changed: list[RecordId], qtbot: QtBot) -> None:
    drawer = opened(window, qtbot)
    menu = line_menu(drawer.list, drawer.list.currentIndex(), qtbot)
    assert menu.actions()[0].text() != ""
    next(entry for entry in menu.actions() if entry.text() == "Copy the change\tCtrl+C").trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() != ""
