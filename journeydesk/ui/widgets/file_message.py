"""The message after a file was written: its name, Open, Show in folder."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.outside import open_file
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.popovers.bubble import Bubble

SHOWN_MS = 10_000
_BOTTOM = 12
_LEFT = 16


class FileMessage(Bubble):
    """Lies over its parent at the bottom left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _LEFT, _BOTTOM)
        self._path = Path()
        self._text = label(theme)
        self.open = QPushButton(tr("Open"))
        self.show_folder = QPushButton(tr("Show in folder"))
        self.open.clicked.connect(lambda: self._visit(self._path))
        self.show_folder.clicked.connect(lambda: self._visit(self._path.parent))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 8, 4)
        layout.addWidget(self._text)
        layout.addWidget(self.open)
        layout.addWidget(self.show_folder)
        theme.changed.connect(self._color)
        self._color()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def _color(self) -> None:
        self.color(self._text, self.open, self.show_folder)

    def say(self, words: str, path: Path) -> None:
        """Says that this file was written."""
        self._path = path
        self._text.setText(words)
        self.rise(words, SHOWN_MS)

    def _visit(self, path: Path) -> None:
        self.hide()
        open_file(path)
