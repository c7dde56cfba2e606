"""The banner while Airtable refuses the token: what happened, that everything is safe, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import FittedLabel, label

TITLE = tr("Airtable no longer accepts the access token")
_WHY = tr("It was revoked or has expired. You can keep working:")


class TokenBanner(QWidget):
    """Lies under the top bar and stays until it is fixed; everything else goes on."""

    details_requested = Signal()
    shown = Signal(bool)
    paste_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._safe = ""
        self.setFixedHeight(58)
        self._words = FittedLabel(theme, step=-1)
        self.details = KeyButton(theme, tr("Details"), kind="flat", parent=self)
        self.paste = KeyButton(theme, tr("Paste new token"), icon="key", kind="primary", parent=self)
        self.details.clicked.connect(self.details_requested)
        self.paste.clicked.connect(self.paste_requested)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(label(theme, TITLE, weight=600))
        words.addWidget(self._words)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "x-square", "danger"))
        row.addSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.details)
        row.addWidget(self.paste)
        theme.changed.connect(self.update)
        self._state: tuple[bool, int] | None = None
        self.hide()

    def show_state(self, refused: bool, waiting: int) -> None:
        """Comes while the token is refused and goes with it; says how much waits."""
        if (refused, waiting) == self._state:
            return
        self._state = (refused, waiting)
        self._safe = (
            tr("everything you do is safe on this computer and is sent after the fix.")
            if not waiting
            else tr("1 change is safe on this computer and is sent after the fix.")
            if waiting == 1
            else tr("{waiting} changes are safe on this computer and are sent after the fix.", waiting=figure(waiting))
        )
        self.setAccessibleName(f"{TITLE}. {_WHY} {self._safe}")
        self._words.show_wordings(f"{_WHY} {self._safe}", self._safe[:1].upper() + self._safe[1:])
        self.setVisible(refused)
        self.shown.emit(refused)

    def show_busy(self, busy: bool) -> None:
        """While a new token is checked."""
        self.paste.setEnabled(not busy)
        self.paste.setText(tr("Checking…") if busy else tr("Paste new token"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("danger-soft"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("danger-line"))
