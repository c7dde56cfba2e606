"""What was agreed: the notes of a prospect, and the line that adds one; what is typed is kept until it is saved."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.fields.kept import keep, kept, place_of
from journeydesk.services.planning.review import Note
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import is_key_of
from journeydesk.ui.mirror import keep_free, put
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import KeyCap
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.words.days import day_words

_KEPT_MS = 400


class _Line(QLineEdit):
    """The line; Escape goes back to the roadmap, what is typed stays."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key_of(Action.PLANNING_LEAVE, event):
            self.left.emit()
            return
        super().keyPressEvent(event)


class Notes(QWidget):
    """`given` carries a note that was finished with Enter."""

    given = Signal(str)
    left = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._prospect: RecordId | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_MS)
        self._keeping.timeout.connect(self.keep_typed)
        self.count = label(theme, step=-1, kind="secondary")
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 16, 9)
        head.setSpacing(8)
        head.addWidget(label(theme, tr("Notes"), weight=600))
        head.addWidget(self.count)
        head.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setMinimumHeight(48)
        inner = QWidget()
        inner.setProperty("kind", "base")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.area.setWidget(inner)
        self.field = _Line(self)
        self.field.setAccessibleName(tr("What was agreed"))
        self.field.setPlaceholderText(tr("What was agreed? It is saved as a note on the prospect"))
        self.field.setFixedHeight(32)
        keep_free(self.field, 0, 70)
        self._key = KeyCap(theme, Action.PLANNING_NOTE.cap)
        self._key.setParent(self.field)
        self.field.returnPressed.connect(self._give)
        self.field.textEdited.connect(lambda _text: self._keeping.start())
        self.field.left.connect(self.left)
        below = QHBoxLayout()
        below.setContentsMargins(16, 8, 16, 12)
        below.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.area, 1)
        column.addLayout(below)

    def show_notes(self, prospect: RecordId, notes: Sequence[Note], count: int, today: date) -> None:
        """Shows a prospect's notes, and what was begun for it."""
        if prospect != self._prospect:
            self.keep_typed()
            self._prospect = prospect
            self.field.setText(str(kept(self._context, self._place()).get("note") or ""))
        self.count.setText(tr("{count}, printed with the review", count=count) if count else "")
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in notes:
            self._list.addWidget(self._note(note, today))
        if not notes:
            words = tr("Nothing was agreed yet. What you write below is printed with the review.")
            nothing = label(self._theme, words, kind="secondary", wrap=True)
            nothing.setContentsMargins(16, 10, 16, 10)
            self._list.addWidget(nothing)
        self._list.addStretch(1)
        self.area.setAccessibleName(tr_count("{count} note", "{count} notes", count))

    def _note(self, note: Note, today: date) -> QWidget:
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.setSpacing(2)
        when = day_words(note.day, today)
        about = label(self._theme, f"{when} · {note.author}" if note.author else when, step=-2, kind="secondary")
        text = label(self._theme, note.text, wrap=True)
        for part in (about, text):
            part.setContentsMargins(16, 0, 16, 0)
            inside.addWidget(part)
        inside.addSpacing(8)
        inside.addWidget(rule())
        return row

    def keep_typed(self) -> None:
        """Puts what is typed and not saved on disk."""
        self._keeping.stop()
        if self._prospect is not None:
            text = self.field.text()
            if text != str(kept(self._context, self._place()).get("note") or ""):
                keep(self._context, self._place(), {"note": text})

    def forget_typed(self) -> None:
        """It was saved."""
        self.field.clear()
        self.keep_typed()

    def _place(self) -> str:
        assert self._prospect is not None
        return place_of(self._prospect, "planning note")

    def _give(self) -> None:
        if self.field.text().strip():
            self.given.emit(self.field.text().strip())

    def resizeEvent(self, _event: object) -> None:
        hint = self._key.sizeHint()
        self._key.resize(hint)
        put(self._key, self.field.width() - hint.width() - 8, (32 - hint.height()) // 2)
