"""The gate's one line: Enter takes the suggestion, a date in plain words plans another, `x` and a reason says that nothing comes."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.next_step import NoStep, Step, Suggestion
from journeydesk.domain.words import tr
from journeydesk.services.commands.next_steps import answer_gate
from journeydesk.services.context import Context
from journeydesk.services.queries.next_steps import suggested_steps, understand_step
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.key_hints import KeyHints
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.days import due_words, full_day

_HINTS = (
    hint(tr("take it"), Action.TAKE),
    hint(tr("another"), Action.UP, Action.DOWN),
    ((tr("fri 14:30"),), "when"),
    (("x",), tr("and a reason: none")),
)
_NOT_YET = tr("Say what comes next: Enter takes the suggestion, x and a reason says that nothing does.")


class NextStepLine(QWidget):
    """`answered` carries a sentence and whether a step was set; it stays until it is answered."""

    answered = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._keys = KeyMap(Scope.FIELDS, {Action.UP: partial(self._offer, -1), Action.DOWN: partial(self._offer, 1)})
        self._context = context
        self._theme = theme
        self._prospect: RecordId | None = None
        self._offers: tuple[Suggestion, ...] = ()
        self._at = 0
        self.title = label(theme, weight=600)
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        self.take = KeyButton(theme, tr("Plan it"), key=Action.TAKE.cap, kind="primary")
        self.take.clicked.connect(self.answer)
        self.understood = label(theme, step=-1)
        self._hints = KeyHints(theme)
        self._hints.show_hints(_HINTS)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.understood)
        column.addWidget(self._hints)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.answer)

    def ask(self, prospect: RecordId, name: str, outcome: str) -> None:
        """Asks about a prospect after this outcome, which may be empty."""
        self._prospect = prospect
        self._offers = suggested_steps(self._context, outcome or None)
        self._at = 0
        self.title.setText(tr("What comes next with {name}?", name=name))
        self.field.setAccessibleName(tr("Next step with {name}", name=name))
        self.field.clear()
        self._show_offer()

    @property
    def offered(self) -> Suggestion:
        """What Enter takes."""
        return self._offers[self._at]

    def _show_offer(self) -> None:
        words = self.offered.words
        self.field.setPlaceholderText(words[:1].upper() + words[1:])
        self._typed(self.field.text())

    def _typed(self, text: str) -> None:
        try:
            step = understand_step(self._context, text, self.offered)
        except ValueRefused:
            # Half a word is no mistake yet; Enter says what is wrong.
            self._say("…" if text.strip().casefold() != "x" else tr("No next step. Write the reason after the x."), "text2")
            return
        self._say(self._words(step), "text" if text.strip() else "text2")

    def _words(self, step: Step | NoStep) -> str:
        if isinstance(step, NoStep):
            return tr("No next step: {reason}", reason=step.reason)
        today = self._context.today()
        if step.due.moment is None:
            return f"{step.title}, {full_day(step.due.day, today)}"
        return f"{step.title}, {due_words(step.due, self._context.settings.time_zone, today)}"

    def _say(self, words: str, token: str) -> None:
        self.understood.setText(words)
        self.understood.setStyleSheet(f"color: {self._theme.hex(token)}")

    def answer(self) -> None:
        """Takes what is typed, or what is offered; what is wrong is said in a sentence."""
        if self._prospect is None:
            return
        try:
            step = understand_step(self._context, self.field.text(), self.offered)
            answer_gate(self._context, self._prospect, step)
        except JourneydeskError as wrong:
            self._say(str(wrong), "danger")
            return
        self._prospect = None
        self.answered.emit(self._words(step), isinstance(step, Step))

    def insist(self) -> None:
        """Says that an answer is wanted."""
        self._say(_NOT_YET, "danger")
        self.field.setFocus()

    def _offer(self, by: int) -> bool:
        if self._offers:
            self._at = (self._at + by) % len(self._offers)
            self._show_offer()
        return bool(self._offers)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._keys.press(event):
            return True
        return super().eventFilter(watched, event)
