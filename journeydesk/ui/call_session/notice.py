"""One line that says who was skipped, or what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label


class Notice(QWidget):
    """One line under the bar: who was skipped and why, or what is wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = IconLabel(theme, "info", "text2")
        self.words = label(theme, step=-1, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str, wrong: bool = False) -> None:
        """Shows a sentence; an empty one hides the line."""
        self.words.setText(words)
        self._icon.show_icon("warn" if wrong else "info", "danger" if wrong else "text2")
        self.setAccessibleName(words)
        self.setVisible(bool(words))
