"""The message at the bottom left: what was done, with Undo; gone after six seconds, errors stay."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import plain_label
from journeydesk.ui.widgets.popovers.bubble import Bubble

SHOWN_MS = 6000
_LEFT = 88
_BOTTOM = 38


class Message(Bubble):
    """Lies over its parent; one at a time, a new one replaces the old."""

    undo = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _LEFT, _BOTTOM)
        self._lead, self._stays = "", False
        self._text = plain_label(parent=self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QPushButton(tr("Undo"), self)
        self._undo.clicked.connect(self._on_undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 8, 4)
        layout.addWidget(self._text)
        layout.addWidget(self._undo)
        theme.changed.connect(self._color)
        self._color()

    def _color(self) -> None:
        self.color(self._text, self._undo)

    def say(self, text: str, *, undoable: bool = False, stays: bool = False) -> None:
        """Shows a sentence; with Undo where it can be taken back; until closed where it is an error."""
        self._lead, self._stays = text, stays
        self._undo.setText(tr("Undo") if undoable else tr("Close"))
        self._undo.setAccessibleName(tr("Undo ({label})", label=Action.UNDO.label) if undoable else tr("Close"))
        self._undo.setVisible(undoable or stays)
        self._undo.setProperty("undo", undoable)
        self._show(text)

    def add(self, text: str) -> None:
        """Says what follows from what is being said beside it; by itself where nothing is, or an error stays."""
        if not self.isVisible() or self._stays or not self._lead:
            self.say(text)
            self._lead = ""
        else:
            self._show(f"{self._lead}. {text}")

    def _show(self, text: str) -> None:
        self._text.setText(text)
        self.rise(text, None if self._stays else SHOWN_MS)

    def _on_undo(self) -> None:
        self.hide()
        if self._undo.property("undo"):
            self.undo.emit()
