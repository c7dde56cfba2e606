"""What sync asks and tells, as cards with their buttons; questions first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.sync import SyncNoteRow, SyncQuestion
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label

_MOST = 20
_HEIGHT = 200
_ANSWERS: dict[SyncQuestion, str] = {
    "deleted remotely": tr("Delete here too"),
    "deleted here": tr("Delete in Airtable"),
    "schema": tr("Check again"),
}


class NoteCards(QScrollArea):
    """`confirmed` answers a question about deletes, `check_requested` asks sync to look again, `dismissed` carries notes read,
    `record_requested` the prospect that a note is about."""

    confirmed = Signal(object)
    check_requested = Signal()
    dismissed = Signal(object)
    record_requested = Signal(int)

    def __init__(self, theme: Theme, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._notes: tuple[SyncNoteRow, ...] = ()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Questions and notes of sync"))

    def show_notes(self, notes: Sequence[SyncNoteRow]) -> None:
        """Shows the newest twenty; the same ones are left as they are."""
        ordered = tuple(sorted(notes, key=lambda note: (note.question is None, -note.id)))
        if ordered == self._notes and self.widget() is not None:
            return
        self._notes = ordered
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(18, 8, 18, 8)
        column.setSpacing(8)
        for note in ordered[:_MOST]:
            column.addWidget(self._card(note))
        statements = [note for note in ordered if note.question is None]
        if len(statements) > 1:
            every = KeyButton(
                self._theme, tr("Dismiss all {count} notes", count=figure(len(statements))), kind="flat", parent=holder
            )
            every.clicked.connect(lambda: self.dismissed.emit(statements))
            column.addWidget(every, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self.setWidget(holder)
        self.setVisible(bool(ordered))
        needed = column.totalHeightForWidth(self._width - 12) if ordered else 0
        self.setFixedHeight(max(0, min(_HEIGHT, needed)))
        # Wrapped labels ask for more than they need; a bar over cards that all fit would only puzzle.
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > _HEIGHT else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)

    def _card(self, note: SyncNoteRow) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(10)
        icon = IconLabel(self._theme, "warn" if note.question else "info", "warn" if note.question else "text2")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(self._theme, note.text, step=-1, wrap=True))
        column.addLayout(self._buttons(note, card))
        row.addLayout(column, 1)
        return card

    def _buttons(self, note: SyncNoteRow, card: QWidget) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        if note.question is not None:
            danger = note.question != "schema"
            answer = KeyButton(self._theme, _ANSWERS[note.question], kind="danger" if danger else "default", parent=card)
            answer.clicked.connect(lambda: self.confirmed.emit(note) if danger else self.check_requested.emit())
            buttons.addWidget(answer)
        else:
            dismiss = KeyButton(self._theme, tr("Dismiss"), parent=card)
            dismiss.clicked.connect(lambda: self.dismissed.emit([note]))
            buttons.addWidget(dismiss)
        if note.slug == "prospects" and note.record is not None:
            show = KeyButton(self._theme, tr("Show prospect"), kind="flat", parent=card)
            show.clicked.connect(lambda: self.record_requested.emit(note.record))
            buttons.addWidget(show)
        for button in card.findChildren(KeyButton):
            button.setFixedHeight(24)
            button.setAccessibleDescription(note.text)
        buttons.addStretch(1)
        return buttons
