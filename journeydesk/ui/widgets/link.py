"""A button that stands within text: flat, in the accent's colour; and one that is cut with an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip


def link_button(theme: Theme, text: str, name: str = "") -> QPushButton:
    """A flat button within a line of text."""
    button = QPushButton(text.replace("&", "&&"))
    button.setProperty("kind", "link")
    button.setFont(theme.font(-1, 500))
    button.setAccessibleName(name or text)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


class ElidedLink(QPushButton):
    """As wide as its words where there is room, cut where there is not; the whole is in the tooltip."""

    def __init__(self, theme: Theme, text: str, name: str = "") -> None:
        super().__init__()
        self._whole = text
        self.setProperty("kind", "link")
        self.setStyleSheet("text-align: left;")
        self.setFont(theme.font(-1, 500))
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._cut()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 12, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(20, self.width() - 10))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tip(self._whole if shown != self._whole else ""))
