"""A prospect being edited, in pictures: a cell of the list, a value of the panel, all fields, a wrong value; nothing of it stays."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt

from journeydesk.gallery.settings import WaitFor
from journeydesk.services.context import Context
from journeydesk.ui.editing.editors import LineEditor
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab


def edits(
    window: MainWindow, context: Context, tab: ProspectsTab, settle: Callable[[], None], wait_for: WaitFor
) -> Iterator[str]:
    """One screen after another; the name belongs to what is shown when it is yielded."""
    section = next(
        place
        for place in range(tab.table.header.count())
        if tab.model.headerData(place, Qt.Orientation.Horizontal) == "Est. revenue"
    )
    row = min(13, tab.model.rowCount() - 1)
    tab.editing.begin_at(tab.model.index(row, section))
    _write(tab, "57,500")
    yield "prospects-edit"
    _write(tab, "lots")
    tab.editing.edit.give(None)
    yield "prospects-edit-wrong"
    tab.editing.edit.leave()
    settle()
    wait_for(lambda: tab.detail.prospect == tab.model.id_at(row))
    panel = tab.detail
    panel.editing.begin(panel.blocks[0], "email")
    yield "prospects-edit-panel"
    panel.editing.edit.leave()
    panel.show_fields()
    settle()
    panel.fields.begin_field("next_follow_up")
    yield "prospects-edit-fields"
    panel.fields.edit.leave()
    panel.show_timeline()
    tab.take_focus()


def _write(tab: ProspectsTab, text: str) -> None:
    editor = tab.editing.edit.editor
    if isinstance(editor, LineEditor):
        editor.setText(text)
