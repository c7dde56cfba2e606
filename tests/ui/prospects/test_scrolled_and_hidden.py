"""What lies over the list while it scrolls under it, and the list itself while it is behind another tab."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from journeydesk.services.commands.prospects import edit
from journeydesk.ui.editing.field_edit import FieldEdit
from tests.ui.prospects.conftest import MEBLE, QUILLON, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def editing(listed: Listed) -> FieldEdit:
    return listed.tab.editing.edit


def wheel(listed: Listed, by: int) -> None:
    """Turns the wheel over the list; more than 0 goes down."""
    port = listed.tab.table.viewport()
    middle, nothing = QPointF(port.rect().center()), QPoint()
    here = QPointF(port.mapToGlobal(middle))
    held, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, here, nothing, QPoint(0, -by), held, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(port, event)


def low(listed: Listed) -> None:
    """A list of which two rows are seen."""
    listed.window.resize(1440, 640)
    listed.tab.table.setFixedHeight(100)


def test_the_keys_below_an_editor_go_with_it_by_wheel(listed: Listed) -> None:
    low(listed)
    listed.click_cell(0, listed.section("revenue"))
    listed.key(Qt.Key.Key_F2)
    editor, bar = editing(listed).editor, editing(listed).bar
    assert editor is not None
    below = bar.y() - editor.mapTo(listed.window, QPoint()).y()
    wheel(listed, 40)
    moved = bar.y() - editor.mapTo(listed.window, QPoint()).y()
    assert listed.tab.table.verticalScrollBar().value() > 0
    assert (bar.isVisible(), moved) == (True, below)
    wheel(listed, 1200)
    assert not bar.isVisible()
    assert editing(listed).active
    wheel(listed, -2400)
    assert (bar.isVisible(), bar.y() - editor.mapTo(listed.window, QPoint()).y()) == (True, below)


def test_choices_go_with_their_cell_and_are_left_out_of_sight(listed: Listed) -> None:
    low(listed)
    listed.click_cell(0, listed.section("status"))
    listed.key(Qt.Key.Key_F2)
    chooser = editing(listed).chooser
    assert chooser is not None
    before = listed.stored(listed.record(MEBLE), "status")
    top = chooser.y()
    wheel(listed, 20)
    assert chooser.y() == top - listed.tab.table.verticalScrollBar().value()
    wheel(listed, 1200)
    assert (editing(listed).active, editing(listed).bar.isVisible()) == (False, False)
    assert listed.stored(listed.record(MEBLE), "status") == before


def test_why_a_field_is_not_written_is_over_when_the_list_scrolls(listed: Listed) -> None:
    low(listed)
    listed.click_cell(0, listed.section("last_touch"))
    listed.key(Qt.Key.Key_F2)
    assert editing(listed).bar.isVisible()
    wheel(listed, 120)
    assert not editing(listed).bar.isVisible()


def test_a_list_behind_another_tab_is_read_once_it_is_shown(listed: Listed, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    refresh = listed.tab.model.refresh

    def heard(prospects: object) -> None:
        read.append(prospects)
        refresh(prospects)  # type: ignore[arg-type]

    monkeypatch.setattr(listed.tab.model, "refresh", heard)
    listed.window.show_place("Kanban")
    for company, status in ((QUILLON, "Active"), (MEBLE, "Reviewing")):
        edit(listed.context, listed.record(company), {"status": status})
        QApplication.processEvents()
    assert read == []
    listed.window.show_place("Prospects")
    assert read == [{listed.record(QUILLON), listed.record(MEBLE)}]
    rows = [listed.tab.model.row_at(place) for place in range(2)]
    assert [row.status for row in rows if row is not None] == ["Reviewing", "Active"]
