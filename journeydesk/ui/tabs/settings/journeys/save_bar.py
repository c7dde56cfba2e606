"""Below a page with changes that are not saved yet: how many, take the last one back, discard, save."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr, tr_count
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel


class SaveBar(QWidget):
    """Hidden while nothing is changed."""

    back = Signal()
    discarded = Signal()
    save_requested = Signal()

    def __init__(self, theme: Theme, save: str, *, steps: bool = True) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self.setAccessibleName(tr("Changes not saved yet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 28, 0)
        row.setSpacing(8)
        self._words = ElidedLabel(theme, weight=600)
        row.addWidget(self._words, 1)
        self._back = KeyButton(theme, tr("Take back"), icon="undo", kind="flat", parent=self)
        self._back.clicked.connect(self.back)
        self._back.setVisible(steps)
        self._discard = KeyButton(theme, tr("Discard"), parent=self)
        self._discard.clicked.connect(self.discarded)
        self.save = KeyButton(theme, save, kind="primary", parent=self)
        self.save.clicked.connect(self.save_requested)
        for button in (self._back, self._discard, self.save):
            row.addWidget(button)
        self.hide()

    def show_changes(self, count: int, last: str) -> None:
        """How many changes wait, and the last of them in words."""
        self.setVisible(bool(count))
        words = tr_count("{count} change not saved yet", "{count} changes not saved yet", count)
        self._words.show_text(f"{words}: {last}" if last else words)
        self._back.setAccessibleName(tr("Take back: {last}", last=last))
