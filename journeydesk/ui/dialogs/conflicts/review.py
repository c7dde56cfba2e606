"""The review of conflicts: one record at a time, a row per field, and nothing saved before every row has a pick."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.conflicts import Answer, resolve_each
from journeydesk.services.context import Context
from journeydesk.services.queries.conflicts import ConflictRow, joined_fields, open_conflicts
from journeydesk.ui.dialogs.conflicts.heads import ColumnHeads, WhoseRecord
from journeydesk.ui.dialogs.conflicts.question_row import Columns, QuestionRow
from journeydesk.ui.dialogs.framed_sheet import AROUND, FOOT, HEAD, FramedSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.key_hints import KeyHints
from journeydesk.ui.widgets.labels import label, tip
from journeydesk.ui.window.geometry import ground_of
from journeydesk.ui.words.figures import moment_words, touch_day

WIDTH = 1138
_FIELD, _RESULT_MORE = 132, 15
_HINTS = (
    hint(tr("field"), Action.QUESTION_PREVIOUS, Action.QUESTION_NEXT),
    hint(tr("mine, theirs"), Action.PICK_MINE, Action.PICK_THEIRS),
    hint(tr("both texts"), Action.PICK_BOTH),
    hint(tr("edit"), Action.EDIT_RESULT),
)
_PAGES = (hint(tr("record"), Action.RECORD_PREVIOUS, Action.RECORD_NEXT),)


class _Body(QScrollArea):
    """Leaves the keys to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not for scrolling; the row that has the keyboard is scrolled to.
        event.ignore()


def by_record(rows: Sequence[ConflictRow]) -> list[list[ConflictRow]]:
    """The questions of each record together, in the order in which they came up."""
    groups: dict[tuple[str, RecordId, str], list[ConflictRow]] = {}
    for row in rows:
        groups.setdefault((row.slug, row.record, row.kind), []).append(row)
    return list(groups.values())


def alike(row: ConflictRow, among: Sequence[ConflictRow]) -> list[int]:
    """The other questions about the same field, asked of the same people."""
    same = (row.slug, row.field_slug, row.kind, row.mine_by, row.theirs_by)
    return [
        other.id
        for other in among
        if other.id != row.id and (other.slug, other.field_slug, other.kind, other.mine_by, other.theirs_by) == same
    ]


def _divided(width: int) -> Columns:
    """The columns of a dialog of this width."""
    value = (width - _FIELD - _RESULT_MORE) // 4
    return Columns(_FIELD, value, width - _FIELD - 3 * value)


class ConflictReview(FramedSheet):
    """Opens with Ctrl+R. `said` carries a sentence that can be undone; `sent` asks for a sync."""

    said = Signal(str)
    sent = Signal()

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, WIDTH, tr("Review conflict"), icon="split", close=tr("Decide later"))
        self._keys = KeyMap(
            Scope.CONFLICTS,
            {
                Action.PICK_MINE: partial(self._pick, "mine"),
                Action.PICK_THEIRS: partial(self._pick, "theirs"),
                Action.PICK_BOTH: partial(self._pick, "both"),
                Action.EDIT_RESULT: lambda: self.current.edit(),
                Action.ALL_MINE: partial(self.pick_all, "mine"),
                Action.ALL_THEIRS: partial(self.pick_all, "theirs"),
                Action.LOOK_AT_MINE: lambda: self._look_at(self.current, "mine"),
                Action.LOOK_AT_THEIRS: lambda: self._look_at(self.current, "theirs"),
                Action.QUESTION_PREVIOUS: partial(self._step, -1),
                Action.QUESTION_NEXT: partial(self._step, 1),
                Action.RECORD_PREVIOUS: lambda: self.go(self.place - 1),
                Action.RECORD_NEXT: lambda: self.go(self.place + 1),
            },
        )
        self._context = context
        self._columns = _divided(self.sheet.width())
        self._rows: list[ConflictRow] = []
        self.groups: list[list[ConflictRow]] = []
        self.place = 0
        self.questions: list[QuestionRow] = []
        self._wanted = ""
        self._picks: dict[ConflictRow, tuple[str, str]] = {}
        self.sheet.setAccessibleName(tr("Review conflicts"))
        self._lay_out()
        self.accepted.connect(self.save)
        self.read()

    def _lay_out(self) -> None:
        self._whose = WhoseRecord(self.theme, self.sheet)
        self._heads = ColumnHeads(self.theme, self._columns, self.sheet)
        self._body = _Body(self.sheet)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._joined = label(self.theme, step=-1, kind="secondary")
        self._joined.setContentsMargins(18, 8, 18, 8)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        for part in (self._whose, self._heads, self._body, self._joined):
            self.body.addWidget(part)
        self._fill_head()
        self._fill_foot()
        self._whose.all_mine.clicked.connect(lambda: self.pick_all("mine"))
        self._whose.all_theirs.clicked.connect(lambda: self.pick_all("theirs"))

    def _fill_head(self) -> None:
        self.icon.show_icon("split", "warn")
        self._count = label(self.theme, step=2, kind="secondary")
        self._previous = IconButton(self.theme, "left", tr("Previous record (PgUp)"), parent=self.sheet)
        self._next = IconButton(self.theme, "right", tr("Next record (PgDn)"), parent=self.sheet)
        self._previous.clicked.connect(lambda: self.go(self.place - 1))
        self._next.clicked.connect(lambda: self.go(self.place + 1))
        for place, widget in enumerate((self._count, self._previous, self._next), 2):
            self.head.insertWidget(place, widget)

    def _fill_foot(self) -> None:
        self._hints = KeyHints(self.theme)
        self.saving = KeyButton(self.theme, tr("Save and sync"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.saving.clicked.connect(self.save)
        self.offer(self.saving, leave=tr("Decide later"), beside=self._hints)

    def read(self) -> None:
        """Reads the open questions; what was picked stays picked where the question is the same."""
        self._rows = open_conflicts(self._context)
        self.groups = by_record(self._rows)
        shown = [question.row for question in self.questions]
        writing = any(question.result.editor is not None for question in self.questions)
        if writing and {row.id for row in shown} <= {row.id for row in self._rows}:
            # Nobody loses what is half written; the rows are read again with the next change.
            return
        if self.groups and any(group == shown for group in self.groups):
            self.place = self.groups.index(shown)
            self._tell()
        elif self.groups:
            self.go(self.place)

    def refresh(self, change: Change) -> None:
        """Reads again where a sync, an undo or an edit may have changed the questions; closes when none is left."""
        if "sync" not in change.kinds:
            return
        self.read()
        if not self.groups and self.isVisible():
            self.done()

    def go(self, place: int) -> None:
        """Shows one record's questions."""
        self.place = max(0, min(place, len(self.groups) - 1))
        self.refuse("")
        self._fill(self.groups[self.place])
        self._whose.show_row(self.groups[self.place][0])
        self._tell()
        self._fit()
        if self.isVisible():
            self.take_focus()

    def show_question(self, slug: str, record: RecordId, field: str = "") -> None:
        """Goes to a record's questions, and to the one about a field where one is named."""
        place = next((n for n, rows in enumerate(self.groups) if (rows[0].slug, rows[0].record) == (slug, record)), None)
        if place is None:
            return
        self.go(place)
        self._wanted = field

    def _fill(self, rows: Sequence[ConflictRow]) -> None:
        self._picks.update(
            {
                open_question.row: (open_question.choice, open_question.text)
                for open_question in self.questions
                if open_question.decided
            }
        )
        old = self._body.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.questions = []
        for row in rows:
            captions = self._captions(row, rows[-1])
            others = len(alike(row, self._rows))
            question = QuestionRow(self._context, self.theme, row, self._columns, captions, others, holder)
            if row in self._picks:
                question.restore(*self._picks[row])
            question.changed.connect(self._tell)
            question.resized.connect(self._fit)
            self.questions.append(question)
            column.addWidget(question)
        self._body.setWidget(holder)
        joined = joined_fields(self._context, rows[0].slug, rows[0].record, rows[0].since) if rows[0].kind == "merge" else []
        names = ", ".join(f"{name} ({side})" for name, side in joined[:6])
        more = tr(" and {count} more", count=len(joined) - 6) if len(joined) > 6 else ""
        fields = tr("1 field") if len(joined) == 1 else tr("{count} fields", count=len(joined))
        self._joined.setText(tr("{fields} joined without conflict:  {names}{more}", fields=fields, names=names, more=more))
        self._joined.setVisible(bool(joined))

    def show_width(self, width: int) -> None:
        self._columns = _divided(width)
        self._heads.show_columns(self._columns)
        self.go(self.place)

    def _captions(self, row: ConflictRow, head: ConflictRow) -> tuple[str, str]:
        """What a cell says of itself where the column's head says something else."""
        mine, theirs = self._mine(row), self._theirs(row)
        return ("" if mine == self._mine(head) else mine, "" if theirs == self._theirs(head) else theirs)

    def _mine(self, row: ConflictRow) -> str:
        when = touch_day(moment_of(row.mine_at), self._context.settings.time_zone, self._context.today())
        return f"{(tr('this computer') if row.mine_by == self._context.actor else row.mine_by)}, {when}"

    def _theirs(self, row: ConflictRow) -> str:
        when = moment_words(moment_of(row.since), self._context.settings.time_zone, self._context.today())
        who = row.theirs_by if row.theirs_by.endswith("Airtable") else tr("Airtable, {theirs_by}", theirs_by=row.theirs_by)
        return f"{who}, {when}"

    def _tell(self) -> None:
        """How many are decided, and whether that is all."""
        total, decided = len(self.questions), sum(question.decided for question in self.questions)
        self._count.setText(tr(" {place} of {count}", place=self.place + 1, count=len(self.groups)))
        several = len(self.groups) > 1
        self._previous.setVisible(several)
        self._next.setVisible(several)
        self._previous.setEnabled(self.place > 0)
        self._next.setEnabled(self.place < len(self.groups) - 1)
        self._hints.show_hints(_HINTS + _PAGES if several else _HINTS)
        head = self.questions[-1].row
        before = {"gone": "", "undo": tr("what you had changed it to")}.get(head.kind, tr("as last synced"))
        self._heads.show_captions(
            before, self._mine(head), self._theirs(head), tr("{decided} of {total} decided", decided=decided, total=total)
        )
        self.saving.setEnabled(decided == total)
        self.saving.setToolTip(tip("" if decided == total else tr("Pick a value for every field first")))

    def _fit(self) -> None:
        holder = self._body.widget()
        if holder is None:
            return
        needed = sum(question.height() for question in self.questions)
        others = HEAD + 60 + 51 + FOOT + (34 if self._joined.isVisibleTo(self.sheet) else 0)
        self._body.setFixedHeight(min(needed, max(120, ground_of(self._window).height() - others - AROUND)))
        holder.setFixedSize(self.sheet.width(), needed)
        self._place()

    def take_focus(self) -> None:
        """The question that was asked for has the keyboard, else the first one that is open."""
        field, self._wanted = self._wanted, ""
        asked = [open_question for open_question in self.questions if open_question.row.field_slug == field]
        still = [open_question for open_question in self.questions if not open_question.decided]
        for question in (asked or still or self.questions)[:1]:
            self._look_at(question, "mine")

    def _look_at(self, question: QuestionRow, side: str) -> None:
        cell = question.theirs if side == "theirs" else question.mine
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        self._body.ensureWidgetVisible(question, 0, 0)

    @property
    def current(self) -> QuestionRow:
        """The row that has the keyboard, else the first one that is open."""
        focus = self.window().focusWidget()
        at = next((question for question in self.questions if focus is not None and question.isAncestorOf(focus)), None)
        return at or next((question for question in self.questions if not question.decided), self.questions[0])

    def pick_all(self, choice: str) -> None:
        """One side for every field of this record."""
        for question in self.questions:
            question.pick(choice)
        self.saving.setFocus()

    def _pick(self, choice: str) -> None:
        question = self.current
        question.pick(choice)
        following = next((open_question for open_question in self.questions if not open_question.decided), None)
        self._look_at(following or question, choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.questions or not self._keys.press(event):
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        at = self.questions.index(self.current)
        side = "theirs" if self.questions[at].theirs.hasFocus() else "mine"
        self._look_at(self.questions[max(0, min(at + step, len(self.questions) - 1))], side)

    def save(self) -> None:
        """Answers this record's questions as one step, and goes on to the next record."""
        if not all(question.finish_editing() for question in self.questions) or not self.saving.isEnabled():
            return
        answers = [question.answer() for question in self.questions]
        taken = {answer.conflict for answer in answers}
        for question in self.questions:
            if question.alike:
                others = [n for n in alike(question.row, self._rows) if n not in taken]
                answers += [Answer(other, question.choice) for other in others]
                taken.update(others)
        row = self.questions[0].row
        try:
            resolve_each(self._context, answers)
        except JourneydeskError as wrong:
            self.read()
            self.refuse(str(wrong))
            return
        fields = ", ".join(question.row.field for question in self.questions[:3])
        more = len(answers) - min(3, len(self.questions))
        tail = tr(" and {more} more", more=more) if more else ""
        self.said.emit(tr("Decided for {company}: {fields}{tail}", company=row.company or row.key, fields=fields, tail=tail))
        self.sent.emit()
        self.read()
        if not self.groups:
            self.done()
