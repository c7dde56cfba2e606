"""The one field for tasks: a new one in one line, an edit, or another time for some; what was understood stands below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.errors import JourneydeskError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands.agenda import postpone_lines
from journeydesk.services.commands.tasks import add_task, edit_task
from journeydesk.services.context import Context
from journeydesk.services.queries.agenda import task_text, understand_task
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.days import due_words

_ADD = tr("New task and when: send the offer fri 14:30")
_POSTPONE = tr("Until when? tomorrow, 3d, fri 14:30, next week")


class TaskEntry(QWidget):
    """`said` carries what was done, with Undo; `left` gives the keyboard back."""

    said = Signal(str, bool)
    left = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(Scope.LINES, {Action.LINE_LEAVE: self._leave})
        self._context = context
        self._theme = theme
        self._prospect: RecordId | None = None
        self._mode = "add"
        self._lines: list[AgendaLine] = []
        self.field = QLineEdit()
        self.take = KeyButton(theme, tr("Add"), key=Action.TAKE.cap)
        self.understood = label(theme, step=-1, kind="secondary", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.understood)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.give)
        self.take.clicked.connect(self.give)
        self.add_for(None)

    @property
    def mode(self) -> str:
        """`add`, `edit` or `postpone`."""
        return self._mode

    def add_for(self, prospect: RecordId | None) -> None:
        """A new task about a prospect, or about nobody."""
        self._prospect = prospect
        self._begin("add", [], tr("Add"), _ADD, tr("New task and when"))

    def follow(self, prospect: RecordId | None) -> None:
        """Somebody else is current: the next task is about them. One that is half typed stays about whom it was begun for."""
        if self._mode == "add" and not self.field.text():
            self.add_for(prospect)

    def edit(self, line: AgendaLine) -> None:
        """Another title or time for a task."""
        self._begin("edit", [line], tr("Save"), _ADD, tr("Edit {title}", title=line.title))
        self.field.setText(task_text(self._context, line))
        self.field.setFocus()
        self.field.setSelection(0, len(line.title))

    def postpone(self, lines: Sequence[AgendaLine]) -> None:
        """Another time for these."""
        many = tr("{count} lines", count=len(lines)) if len(lines) > 1 else (lines[0].title if lines else "")
        self._begin("postpone", list(lines), tr("Postpone"), _POSTPONE, tr("Postpone {many}", many=many))
        self.field.setFocus()

    def _begin(self, mode: str, lines: list[AgendaLine], verb: str, hint: str, name: str) -> None:
        self._mode, self._lines = mode, lines
        self.take.setText(verb)
        self.take.setAccessibleName(tr("{verb} (Enter)", verb=verb))
        self.take.updateGeometry()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)
        self.field.clear()
        self._say("", "text2")

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._say("", "text2")
            return
        try:
            title, due = self._understand()
        except ValueRefused:
            # Half a word is no mistake yet; Enter says what is wrong.
            self._say("…", "text2")
            return
        when = due_words(due, self._context.settings.time_zone, self._context.today())
        self._say(f"{title} · {when}" if title else when[:1].upper() + when[1:], "text")

    def _understand(self) -> tuple[str, Due]:
        text = self.field.text()
        return ("", understand_due(self._context, text)) if self._mode == "postpone" else understand_task(self._context, text)

    def _say(self, words: str, token: str) -> None:
        self.understood.setText(words)
        self.understood.setStyleSheet(f"color: {self._theme.hex(token)}")
        self.understood.setVisible(bool(words))

    def give(self) -> None:
        """Does it, or says what is wrong."""
        text = self.field.text()
        try:
            title, due = self._understand()
            words = due_words(due, self._context.settings.time_zone, self._context.today())
            if self._mode == "postpone":
                _, label_of_step = postpone_lines(self._context, self._lines, text)
                message = tr("{label_of_step} to {words}", label_of_step=label_of_step, words=words)
            elif self._mode == "edit":
                edit_task(self._context, self._lines[0].id, title, due)
                message = f"{title}: {words}"
            else:
                add_task(self._context, self._prospect, title, _as_said(self._context, due))
                message = f"{title}: {words}"
        except JourneydeskError as wrong:
            self._say(str(wrong), "danger")
            return
        self.add_for(self._prospect)
        self.said.emit(message, True)
        self.left.emit()

    def _leave(self) -> None:
        self.add_for(self._prospect)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)


def _as_said(context: Context, due: Due) -> str:
    local = due.moment.astimezone(context.settings.time_zone) if due.moment else None
    return f"{local:%Y-%m-%d %H:%M}" if local else due.day.isoformat()
