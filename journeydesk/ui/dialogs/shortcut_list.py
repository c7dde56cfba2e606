"""All shortcuts, by place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.shortcuts import Shortcuts
from journeydesk.ui.theme import Theme


class ShortcutList(Sheet):
    """Opens with F1."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, 560)
        title = QLabel("Shortcuts", self.sheet)
        title.setFont(theme.font(2, 600))
        title.setContentsMargins(18, 14, 18, 6)
        self.layout_.addWidget(title)
        grid = QGridLayout()
        grid.setContentsMargins(18, 4, 18, 16)
        grid.setVerticalSpacing(5)
        half = (len(Shortcuts) + 1) // 2
        for number, shortcut in enumerate(Shortcuts):
            words = QLabel(shortcut.value.words, self.sheet)
            keys = QLabel(shortcut.value.keys, self.sheet)
            keys.setFont(theme.font(-1, 600))
            column = 0 if number < half else 2
            grid.addWidget(words, number % half, column)
            grid.addWidget(keys, number % half, column + 1, Qt.AlignmentFlag.AlignRight)
        grid.setHorizontalSpacing(18)
        self.layout_.addLayout(grid)
