"""The menu of rows of a file: what its keys, its offers and a click do with them."""

from functools import partial

from PySide6.QtCore import QPoint

from journeydesk.domain.words import figure, tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.pressing import press_for
from journeydesk.ui.tabs.importing.rows import ImportRows
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu
from journeydesk.ui.widgets.popovers.key_menu import moves_of


def show_row_menu(tab: ImportRows, where: QPoint) -> ActionMenu:
    """Opens it for the selected rows; an entry that changes a cell is for the column of the current one."""
    table, model, lines = tab.table, tab.model, tab.table.chosen()
    here = table.currentIndex()
    line, column = here.row(), here.column()
    several = len(lines) > 1
    name = tr("{count} selected", count=figure(len(lines))) if several else tr("Row {number}", number=model.text(lines[0], 0))
    menu = ActionMenu(tab.theme, table, name)
    if model.can_decide:
        for action in (Action.ROW_IS_SAME, Action.ROW_IS_NEW):
            menu.add(action.words, partial(press_for, table, action), icon=_ICONS[action], keys=action.label)
        menu.addSeparator()
    if model.has_reasons and model.place(column) is not None:
        menu.add(tr("Edit the cell"), partial(table.edit, here), icon="pencil", keys="F2")
    if column in model.wrong_places(line) and model.text(line, column).strip():
        menu.add(tr("Read as empty"), partial(tab.read_as_empty, lines, column), icon="minus")
    if not model.can_decide and model.has_reasons:
        action = Action.WRONG_NEXT
        menu.add(action.words, partial(press_for, table, action), icon="arrow-right", keys=action.label)
    if tab.draft is not None and tab.draft.can_take_back:
        menu.add(Action.IMPORT_UNDO.words, tab.take_back, icon="undo", keys=Action.IMPORT_UNDO.label)
    copying = tr("Copy rows") if several else tr("Copy the row")
    menu.add(copying, tab.copy_rows, icon="copy", keys=Action.COPY_ROWS.label)
    menu.stay_with(lambda: [model.rows[n] for n in table.chosen() if n < len(model.rows)], *moves_of(table))
    menu.popup(where)
    return menu


_ICONS = {Action.ROW_IS_SAME: "users", Action.ROW_IS_NEW: "plus"}
