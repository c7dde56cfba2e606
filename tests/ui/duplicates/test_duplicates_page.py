"""The page of possible duplicates by keys: look, decide, choose, merge, take apart, undo."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.commands.undoing import undo
from journeydesk.storage.records import records
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.duplicates.tab import DuplicatesTab


def _two(window: MainWindow) -> tuple[RecordId, RecordId]:
    left = create_prospect(
        window.context,
        {"company": "Brisalta Logística", "contact_name": "Iker Zubiaga", "phone": "+34 944 123 456", "notes": "Prices."},
    )
    right = create_prospect(
        window.context,
        {"company": "Brisalta Logistica", "contact_name": "I. Zubiaga", "phone": "944123456", "notes": "Stand 14."},
    )
    return left, right


def _page(window: MainWindow, qtbot: QtBot) -> DuplicatesTab:
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    tab = window.tab("Duplicates")
    assert isinstance(tab, DuplicatesTab)
    qtbot.waitUntil(lambda: bool(tab.model.lines))
    return tab


def _press(tab: DuplicatesTab, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(tab.focusWidget() or tab, key, modifier)


def _row(window: MainWindow, record: RecordId) -> records.Row:
    with window.context.database.read() as connection:
        row = records.get(connection, "prospects", record)
    assert row is not None
    return row


def test_a_pair_is_merged_as_the_right_column_says(window: MainWindow, qtbot: QtBot) -> None:
    left, right = _two(window)
    tab = _page(window, qtbot)
    assert "same phone" in tab.reasons.accessibleName()
    _press(tab, Qt.Key.Key_Right)
    assert "will be Brisalta Logistica" in tab.grid.accessibleDescription()
    _press(tab, Qt.Key.Key_M)
    assert (_row(window, left)["company"], _row(window, right)["deleted"]) == ("Brisalta Logistica", 1)
    assert _row(window, left)["notes"] == "Prices.\nStand 14."
    assert tab.chips[""].accessibleName() == "To decide, 0"
    tab.show_list("merged")
    QTest.mouseClick(tab.apart, Qt.MouseButton.LeftButton)
    assert (_row(window, left)["company"], _row(window, right)["deleted"]) == ("Brisalta Logística", 0)


def test_both_texts_one_or_the_other_are_chosen_by_the_arrows(window: MainWindow, qtbot: QtBot) -> None:
    _two(window)
    tab = _page(window, qtbot)
    while tab.grid.fields[tab.grid.current].field.slug != "notes":
        _press(tab, Qt.Key.Key_Down)
    assert "will be Prices. Stand 14." in tab.grid.accessibleDescription()
    _press(tab, Qt.Key.Key_Right)
    assert tab.grid.accessibleDescription().endswith("will be Prices.")
    _press(tab, Qt.Key.Key_Right)
    _press(tab, Qt.Key.Key_Left)
    assert tab.grid.accessibleDescription().endswith("will be Stand 14.")


def test_all_left_and_all_right_choose_every_field(window: MainWindow, qtbot: QtBot) -> None:
    left, _ = _two(window)
    tab = _page(window, qtbot)
    _press(tab, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    _press(tab, Qt.Key.Key_M)
    assert (_row(window, left)["contact_name"], _row(window, left)["notes"]) == ("I. Zubiaga", "Stand 14.")


def test_different_is_remembered_and_can_be_asked_again(window: MainWindow, qtbot: QtBot) -> None:
    _two(window)
    tab = _page(window, qtbot)
    _press(tab, Qt.Key.Key_N)
    assert [chip.accessibleName() for chip in tab.chips.values()] == [
        "To decide, 0",
        "To merge, 0",
        "Different, 1",
        "Merged, 0",
    ]
    tab.look()
    qtbot.waitUntil(lambda: not tab._work.busy("look"))
    assert tab.chips["different"].accessibleName() == "Different, 1"
    tab.show_list("different")
    _press(tab, Qt.Key.Key_N)
    assert tab.chips[""].accessibleName() == "To decide, 1"


def test_same_parks_the_pair_and_undo_asks_again(window: MainWindow, qtbot: QtBot) -> None:
    _two(window)
    tab = _page(window, qtbot)
    _press(tab, Qt.Key.Key_Y)
    assert tab.chips["same"].accessibleName() == "To merge, 1"
    assert undo(window.context) == "Brisalta Logística and Brisalta Logistica are the same"
    qtbot.waitUntil(lambda: tab.chips[""].accessibleName() == "To decide, 1")


def _look(tab: DuplicatesTab, qtbot: QtBot) -> None:
    tab.look()
    qtbot.waitUntil(lambda: not tab._work.busy("look"))


def test_what_was_chosen_stays_while_pairs_are_looked_for_again(window: MainWindow, qtbot: QtBot) -> None:
    left, right = _two(window)
    tab = _page(window, qtbot)
    _press(tab, Qt.Key.Key_Right)
    _press(tab, Qt.Key.Key_Down)
    chosen = tab.grid.accessibleDescription()
    # Sync brings what another machine wrote.
    edit(window.context, left, {"industry": "News"})
    _look(tab, qtbot)
    assert tab.grid.accessibleDescription() == chosen
    _press(tab, Qt.Key.Key_Up)
    assert "will be Brisalta Logistica" in tab.grid.accessibleDescription()
    # A choice between other values is made anew.
    edit(window.context, right, {"company": "Brisalta Logistika"})
    _look(tab, qtbot)
    assert (
        tab.grid.accessibleDescription()
        == "Company: left Brisalta Logística, right Brisalta Logistika, will be Brisalta Logística"
    )


def test_a_pair_that_goes_meanwhile_is_said_and_the_next_shown(window: MainWindow, qtbot: QtBot) -> None:
    for company in ("Halcyon Glass", "Ferncliff Tea", "Rookwood Paper"):
        for contact in ("Morven Strachan", "M. Strachan"):
            create_prospect(window.context, {"company": company, "contact_name": contact, "phone": "+44 20 7946 0132"})
    tab = _page(window, qtbot)
    said: list[str] = []
    tab.said_also.connect(said.append)
    qtbot.waitUntil(lambda: len(tab.model.lines) > 2)
    _press(tab, Qt.Key.Key_J)
    line, after = tab.current, tab.model.lines[2]
    assert line is not None
    assert line.pair is not None
    delete_prospects(window.context, [line.pair.left.record])
    _look(tab, qtbot)
    assert tab.current is not None
    assert tab.current.names == after.names
    assert said == [f"{line.pair.left.name} and {line.pair.right.name} are no longer a pair"]
