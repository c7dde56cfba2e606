"""A window that is killed hard while somebody edits: what was saved is there, and so is what was only typed."""

from journeydesk.storage.engine import sql
from journeydesk.storage.lists.typed import typed_at
from tests.ui.killing import Killing

_EDITOR = """
tab.table.go_to(0)
QTest.keyClick(tab.table, Qt.Key.Key_F2)
editor = tab.editing.edit.editor
QTest.keyClicks(editor, "Quillon Rail")
QTest.keyClick(editor, Qt.Key.Key_Return)
print("saved", flush=True)
QTest.qWait(100)
tab.detail.show_fields()
notes = tab.detail.fields.notes
notes.take_focus()
QTest.keyClicks(notes.text, "Half a thou")
QTest.qWait(1000)
QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
QTest.keyClicks(window.focusWidget(), "Skerrivane")
QTest.qWait(1000)
print("typed", flush=True)
"""


def test_a_kill_right_after_a_field_was_saved_loses_nothing(killed: Killing) -> None:
    with killed(_EDITOR, "saved").read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospects WHERE company = 'Quillon Rail'") == 1


def test_notes_and_a_new_prospect_are_there_after_a_kill(killed: Killing) -> None:
    with killed(_EDITOR, "typed").read() as connection:
        edited = sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Quillon Rail'")
        assert "Half a thou" in str(typed_at(connection, f"field {edited} notes"))
        assert '"company": "Skerrivane"' in str(typed_at(connection, "new prospect"))
