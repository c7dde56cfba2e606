"""The review of conflicts: keys, both texts, many alike, undo; one round over real HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.commands.prospects import edit
from journeydesk.services.context import Context
from journeydesk.services.queries.conflicts import open_conflicts
from journeydesk.storage.engine import sql
from journeydesk.storage.sync import conflicts
from journeydesk.ui.delegates.prospect_delegate import ProspectDelegate
from journeydesk.ui.detail.conflict_line import ConflictLine
from journeydesk.ui.dialogs.conflicts.heads import WhoseRecord
from journeydesk.ui.dialogs.conflicts.review import ConflictReview
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme
from tests.integration.sync.test_pass import Base
from tests.workspaces import workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


def prospects(context: Context) -> list[RecordId]:
    with context.database.read() as connection:
        found = sql.scalars(connection, "SELECT lid FROM prospects ORDER BY lid")
        return [RecordId(lid) for lid in found]


def value(context: Context, record: RecordId, field: str) -> object:
    with context.database.read() as connection:
        return sql.scalar(connection, f"SELECT {field} FROM prospects WHERE lid = ?", (record,))


def ask(
    window: MainWindow, record: RecordId, field: str, base: Wire, mine: Wire, theirs: Wire, kind: str = conflicts.MERGE
) -> None:
    """A question as a pass of sync leaves it."""
    with window.context.database.write() as connection:
        at = window.context.now()
        conflicts.put(connection, "prospects", record, field, kind, base, mine, theirs, "Tomasz Wilk", at)
    window.sync.show_pill()


def notes_of(window: MainWindow, record: RecordId, mine: str = "Wants two depots", theirs: str = "Budget approved") -> None:
    edit(window.context, record, {"notes": mine})
    ask(window, record, "notes", "Wants a depot", mine, theirs)


def opened(window: MainWindow, qtbot: QtBot) -> ConflictReview:
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)
    return next(found for found in window.findChildren(ConflictReview) if found.isVisible())


def press(
    qtbot: QtBot, review: ConflictReview, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(review.window().focusWidget() or review, key, modifier)


def test_a_key_and_ctrl_enter_answer_and_ctrl_z_asks_again(window: MainWindow, qtbot: QtBot) -> None:
    first = prospects(window.context)[0]
    notes_of(window, first)
    review = opened(window, qtbot)
    assert not review.saving.isEnabled()
    press(qtbot, review, Qt.Key.Key_2)
    press(qtbot, review, Qt.Key.Key_Return, CONTROL)
    assert value(window.context, first, "notes") == "Budget approved"
    assert open_conflicts(window.context) == []
    assert not review.isVisible()
    assert window.message.isVisible()
    assert "Notes" in window.message.accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert value(window.context, first, "notes") == "Wants two depots"
    assert [(row.mine, row.theirs) for row in open_conflicts(window.context)] == [("Wants two depots", "Budget approved")]


def test_3_keeps_both_texts_and_nothing_where_they_cannot_be(window: MainWindow, qtbot: QtBot) -> None:
    first = prospects(window.context)[0]
    notes_of(window, first)
    ask(window, first, "estimated_revenue", 36_000, 48_000, 50_000)
    review = opened(window, qtbot)
    notes, revenue = review.questions
    press(qtbot, review, Qt.Key.Key_3)
    assert notes.choice == "both"
    assert review.current is revenue
    press(qtbot, review, Qt.Key.Key_3)
    assert revenue.choice == ""
    assert not review.saving.isEnabled()
    press(qtbot, review, Qt.Key.Key_1)
    press(qtbot, review, Qt.Key.Key_Return, CONTROL)
    assert value(window.context, first, "notes") == "Wants two depots\nBudget approved"
    assert value(window.context, first, "estimated_revenue") == 4_800_000


def test_e_writes_ones_own_value_and_a_wrong_one_is_refused(window: MainWindow, qtbot: QtBot) -> None:
    first = prospects(window.context)[0]
    ask(window, first, "next_follow_up", "2026-05-18", "2026-05-19", "2026-05-22")
    review = opened(window, qtbot)
    press(qtbot, review, Qt.Key.Key_E)
    question = review.questions[0]
    editor = question.result.editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "2026-05-19"
    editor.clear()
    qtbot.keyClicks(editor, "on friday")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "is not a date" in question.result.problem.text()
    editor.clear()
    qtbot.keyClicks(editor, "2026-06-01")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    press(qtbot, review, Qt.Key.Key_Return, CONTROL)
    assert value(window.context, first, "next_follow_up") == "2026-06-01"


def test_escape_leaves_the_editor_then_the_review_undecided(window: MainWindow, qtbot: QtBot) -> None:
    first = prospects(window.context)[0]
    notes_of(window, first)
    review = opened(window, qtbot)
    press(qtbot, review, Qt.Key.Key_E)
    press(qtbot, review, Qt.Key.Key_Escape)
    assert review.isVisible()
    assert review.questions[0].result.editor is None
    press(qtbot, review, Qt.Key.Key_Escape)
    assert not review.isVisible()
    assert len(open_conflicts(window.context)) == 1


def test_the_same_choice_is_made_for_the_others_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    some = prospects(window.context)[:3]
    for record in some:
        notes_of(window, record)
    review = opened(window, qtbot)
    question = review.questions[0]
    assert not question.result.alike.isVisible()
    press(qtbot, review, Qt.Key.Key_2)
    assert question.result.alike.text() == "Same for the other 2"
    qtbot.mouseClick(question.result.alike, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    press(qtbot, review, Qt.Key.Key_Return, CONTROL)
    assert {value(window.context, record, "notes") for record in some} == {"Budget approved"}
    assert not review.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert {value(window.context, record, "notes") for record in some} == {"Wants two depots"}
    assert len(open_conflicts(window.context)) == 3


def test_page_keys_go_from_record_to_record_and_keep_what_was_picked(window: MainWindow, qtbot: QtBot) -> None:
    for record in prospects(window.context)[:2]:
        notes_of(window, record)
    review = opened(window, qtbot)
    press(qtbot, review, Qt.Key.Key_1)
    press(qtbot, review, Qt.Key.Key_PageDown)
    assert (review.place, review.questions[0].choice) == (1, "")
    press(qtbot, review, Qt.Key.Key_PageUp)
    assert (review.place, review.questions[0].choice) == (0, "mine")


def test_a_narrower_window_keeps_every_cell_in_view_and_every_pick(window: MainWindow, qtbot: QtBot) -> None:
    first = prospects(window.context)[0]
    notes_of(window, first)
    ask(window, first, "estimated_revenue", 36_000, 48_000, 50_000)
    window.resize(1440, 900)
    review = opened(window, qtbot)
    press(qtbot, review, Qt.Key.Key_2)
    window.resize(960, 700)
    qtbot.waitUntil(lambda: review.sheet.width() == 960 - 48)
    assert [question.choice for question in review.questions] == ["theirs", ""]
    for question in review.questions:
        assert question.result.geometry().right() <= review.sheet.width()


def test_from_right_to_left_every_cell_is_within_its_row(window: MainWindow, qtbot: QtBot) -> None:
    first = prospects(window.context)[0]
    notes_of(window, first)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        review = opened(window, qtbot)
        (question,) = review.questions
        for cell in (question.mine, question.theirs, question.result):
            assert question.rect().adjusted(-1, 0, 1, 0).contains(cell.geometry())
        assert question.result.x() < question.theirs.x() < question.mine.x()
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_record_that_is_gone_there_is_kept_unless_told_otherwise(window: MainWindow, qtbot: QtBot) -> None:
    first, second = prospects(window.context)[:2]
    for record in (first, second):
        ask(window, record, conflicts.WHOLE, None, "edited here", None, conflicts.GONE)
    review = opened(window, qtbot)
    assert review.questions[0].choice == "mine"
    press(qtbot, review, Qt.Key.Key_Return, CONTROL)
    assert value(window.context, first, "deleted") == 0
    press(qtbot, review, Qt.Key.Key_2)
    press(qtbot, review, Qt.Key.Key_Return, CONTROL)
    assert value(window.context, second, "deleted") == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert value(window.context, second, "deleted") == 0


def test_the_pill_opens_the_review_where_it_speaks_of_conflicts(window: MainWindow, qtbot: QtBot) -> None:
    with window.context.database.write() as connection:
        sql.run(
            connection,
            "INSERT INTO schema_field (table_slug, table_id, field_slug, field_id, name, type, state) "
            "VALUES ('prospects', 'tbl1', 'key', 'fld1', 'Application ID', 'singleLineText', 'found')",
        )
    notes_of(window, prospects(window.context)[0])
    qtbot.mouseClick(window.top.pill, Qt.MouseButton.LeftButton)
    assert window.top.pill.text() == "1 conflict · 3 waiting"
    assert any(found.isVisible() for found in window.findChildren(ConflictReview))


def test_the_detail_panel_names_the_field_and_opens_its_question(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    qtbot.waitUntil(lambda: tab.detail.prospect is not None)
    shown = tab.detail.prospect
    assert shown is not None
    notes_of(window, shown)
    ask(window, shown, "phone", "1", "2", "3")
    tab.detail.show_prospect(shown)
    line: ConflictLine = tab.detail.in_question
    assert [button.text() for button in line.buttons] == ["Notes", "Phone"]
    qtbot.mouseClick(line.buttons[1], Qt.MouseButton.LeftButton)
    review = next(found for found in window.findChildren(ConflictReview) if found.isVisible())
    assert review.current.row.field == "Phone"
    press(qtbot, review, Qt.Key.Key_Escape)


def test_every_control_of_the_review_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QAbstractButton

    notes_of(window, prospects(window.context)[0])
    review = opened(window, qtbot)
    assert [b for b in review.findChildren(QAbstractButton) if not (b.accessibleName() or b.text())] == []
    question = review.questions[0]
    assert question.mine.accessibleName() == "Notes, mine: Wants two depots"
    assert question.theirs.accessibleName() == "Notes, theirs: Budget approved"


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with Sandbox.start(prospects=10, lift_limits=True) as box, workspace(tmp_path / "w") as context:
        yield Base(context, box)


def test_a_real_disagreement_is_shown_answered_with_both_and_sent(base: Base, qtbot: QtBot) -> None:
    make_application()
    window = MainWindow(base.context, Theme(resources() / "icons", "light"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    mine, theirs = base.one()
    edit(base.context, mine, {"notes": "Ours: two depots"})
    base.theirs(theirs, notes="Theirs: budget approved")
    base.sync()
    window.sync.show_pill()
    assert window.top.pill.text() == "1 conflict"
    review = opened(window, qtbot)
    press(qtbot, review, Qt.Key.Key_3)
    press(qtbot, review, Qt.Key.Key_Return, CONTROL)
    base.sync()
    key = str(base.field(mine, "key"))
    assert base.there(key)[0].fields[base.map.fields["notes"]] == "Ours: two depots\nTheirs: budget approved"
    assert open_conflicts(base.context) == []


def test_an_undo_that_would_overwrite_says_so_and_mine_wins(window: MainWindow, qtbot: QtBot) -> None:
    first = prospects(window.context)[0]
    edit(window.context, first, {"notes": "Theirs since"})
    ask(window, first, "notes", "What I had written", "What was there before", "Theirs since", conflicts.UNDO)
    review = opened(window, qtbot)
    assert "since your last step" in review.sheet.findChildren(WhoseRecord)[0].accessibleName()
    press(qtbot, review, Qt.Key.Key_1)
    press(qtbot, review, Qt.Key.Key_Return, CONTROL)
    assert value(window.context, first, "notes") == "What was there before"


def test_questions_answered_by_other_people_are_not_answered_alike(window: MainWindow, qtbot: QtBot) -> None:
    first, second = prospects(window.context)[:2]
    notes_of(window, first)
    edit(window.context, second, {"notes": "Wants two depots"})
    with window.context.database.write() as connection:
        at = window.context.now()
        conflicts.put(connection, "prospects", second, "notes", conflicts.MERGE, "a", "b", "c", "Priya Raghunath", at)
    review = opened(window, qtbot)
    press(qtbot, review, Qt.Key.Key_2)
    assert not review.questions[0].result.alike.isVisible()


def test_the_mark_in_the_list_opens_the_review_of_that_prospect(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    wanted = next(n for n in range(4) if (row := tab.model.row_at(n)) and row.company == "Quillon Freight")
    record = tab.model.id_at(wanted)
    assert record is not None
    notes_of(window, prospects(window.context)[2])
    notes_of(window, record)
    tab.model.refresh()
    place = tab.model.place_of(record)
    assert place is not None
    row, rect = tab.model.row_at(place), tab.table.visualRect(tab.model.index(place, 1))
    assert row is not None
    delegate = tab.table.itemDelegate()
    assert isinstance(delegate, ProspectDelegate)
    mark = delegate.conflict_mark(rect, row, False)
    qtbot.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=mark.center())
    review = next(found for found in window.findChildren(ConflictReview) if found.isVisible())
    assert review.current.row.company == "Quillon Freight"


def test_a_text_that_looks_like_markup_is_shown_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    first = prospects(window.context)[0]
    notes_of(window, first, "<b>bold</b> & two", "<img src=x> one")
    review = opened(window, qtbot)
    assert review.questions[0].mine.accessibleName() == "Notes, mine: <b>bold</b> & two"
    assert not review.grab().isNull()
