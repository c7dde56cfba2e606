"""A prospect being edited, in pictures: a cell of the list, a value of the panel, all fields, a wrong value; nothing of it stays."""

from collections.abc import Callable, Iterator

from journeydesk.gallery.settings import WaitFor
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.bulk_edit import BulkEdit
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.dialogs.new_prospect import NewProspect
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
        if (column := tab.model.column_at(place)) is not None and column.key == "revenue"
    )
    row = min(13, tab.model.rowCount() - 1)
    tab.editing.begin_at(tab.model.index(row, section))
    wait_for(lambda: tab.detail.prospect == tab.model.id_at(row))
    _write(tab, "57,500")
    yield "prospects-edit"
    _write(tab, "lots")
    tab.editing.edit.give(None)
    yield "prospects-edit-wrong"
    tab.editing.edit.leave()
    settle()
    wait_for(lambda: tab.detail.prospect == tab.model.id_at(row))
    panel = tab.detail
    record = tab.model.id_at(row)
    if record is not None:
        # In a narrow window the panel covers the list.
        tab.open_prospect(record)
    settle()
    panel.editing.begin(panel.blocks[0], "email")
    yield "prospects-edit-panel"
    panel.editing.edit.leave()
    panel.show_fields()
    settle()
    panel.fields.begin_field("next_follow_up")
    yield "prospects-edit-fields"
    panel.fields.edit.leave()
    panel.show_timeline()
    panel.closed.emit()
    tab.take_focus()
    yield from _new_prospect(window, settle, wait_for)
    yield from _bulk(window, tab, settle, wait_for)
    yield from _questions(window, tab, settle)


def _new_prospect(window: MainWindow, settle: Callable[[], None], wait_for: WaitFor) -> Iterator[str]:
    window.new_prospect()
    sheet = next(found for found in window.findChildren(NewProspect) if found.isVisible())
    for slug, text in (
        ("company", "Skerrivane Marine"),
        ("contact_name", "Morven Strachan"),
        ("email", "morven@skerrivane.example"),
        ("next_follow_up", "fri"),
    ):
        sheet.fields[slug].put(text)
    sheet.show_more(True)
    sheet.fields["contact_name"].input.setFocus()
    wait_for(sheet.double.isVisible)
    settle()
    yield "dialog-new-prospect"
    sheet.fields["email"].put("morven@")
    sheet.check(sheet.fields["email"])
    yield "dialog-new-prospect-wrong"
    sheet.start_empty()
    sheet.done()


def _bulk(window: MainWindow, tab: ProspectsTab, settle: Callable[[], None], wait_for: WaitFor) -> Iterator[str]:
    tab.model.tick_every()
    tab.act("change")
    sheet = next(found for found in window.findChildren(BulkEdit) if found.isVisible())
    sheet.rows[0].value.put("Priya Raghunath")
    row = sheet.add_row("next_follow_up")
    row.value.put("fri")
    row.only.setCurrentIndex(row.only.count() - 1)
    wait_for(lambda: sheet.go.isEnabled() and len(sheet.list.lines.changes) == 2)
    settle()
    yield "dialog-bulk-edit"
    sheet.done()
    tab.model.clear_ticks()


def _questions(window: MainWindow, tab: ProspectsTab, settle: Callable[[], None]) -> Iterator[str]:
    for name, act in (("stage", "stage"), ("follow-up", "follow_up"), ("delete", "delete")):
        tab.act(act)
        settle()
        yield f"dialog-{name}"
        next(found for found in window.findChildren(FramedSheet) if found.isVisible()).done()


def _write(tab: ProspectsTab, text: str) -> None:
    editor = tab.editing.edit.editor
    if isinstance(editor, LineEditor):
        editor.setText(text)
