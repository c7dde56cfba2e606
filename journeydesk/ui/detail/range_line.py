"""The lines in the detail panel that mark numbers of the base which are out of range: kept as they came, and to be corrected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label

_LEAST = 28


class RangeLine(QWidget):
    """Hidden while every number is in its range; one line for each that is not, broken where there is no room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = label(theme, step=-1, kind="warn", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 16, 7)
        self._row.setSpacing(6)
        self._icon = IconLabel(theme, "warn", "warn")
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.words, 1)
        theme.changed.connect(self.update)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Shows these, or goes where there are none."""
        self.words.setText("\n".join(sentences))
        self.setAccessibleName(" ".join(sentences))
        self.setVisible(bool(sentences))
        self._fit()

    def _fit(self) -> None:
        margins = self._row.contentsMargins()
        beside = margins.left() + margins.right() + self._icon.sizeHint().width() + self._row.spacing()
        words = self.words.heightForWidth(max(1, self.width() - beside))
        self.setFixedHeight(max(_LEAST, words + margins.top() + margins.bottom()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("warn-soft"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("warn-line"))
