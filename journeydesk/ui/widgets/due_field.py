"""A field for a due date in plain words, with the date understood beside it while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.words import tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.context import Context
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.days import due_words


class DueField(QWidget):
    """Emits `changed` with the Due understood, or None; `given` on Enter with a date that was understood, `refused` with a sentence
    where it was not."""

    changed = Signal(object)
    given = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, theme: Theme, name: str, hint: str = tr("fri 14:30, 3d, next month")) -> None:
        super().__init__()
        self._context = context
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.understood = label(theme, step=-1, kind="secondary")
        self.understood.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.understood)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.give)

    def show_text(self, text: str) -> None:
        """Puts text into it, all of it marked so that typing replaces it."""
        self.field.setText(text)
        self.field.selectAll()
        self._typed(text)

    def due(self) -> Due:
        """What was typed. Raises ValueRefused."""
        return understand_due(self._context, self.field.text())

    def _typed(self, text: str) -> None:
        due = self._try() if text.strip() else None
        zone, today = self._context.settings.time_zone, self._context.today()
        self.understood.setText(due_words(due, zone, today) if due else "")
        self.understood.setVisible(due is not None)
        self.changed.emit(due)

    def _try(self) -> Due | None:
        try:
            return self.due()
        except ValueRefused:
            return None

    def give(self) -> None:
        """Hands over what was typed, or says what is wrong."""
        try:
            due = self.due()
        except ValueRefused as wrong:
            self.refused.emit(str(wrong))
            return
        self.given.emit(due)
