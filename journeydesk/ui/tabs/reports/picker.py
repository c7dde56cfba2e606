"""The reports to choose from, by how often they are made, and the files exported last."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.reports.report import AnySpec
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label, tip
from journeydesk.ui.widgets.nav_line import NavLine

WIDTH = 204


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, in words: "Acquisition W19 · 11 May"."""

    words: str
    path: Path


class Picker(QWidget):
    """Emits the name of the report, or the file to open."""

    chosen = Signal(str)
    file_requested = Signal(object)

    def __init__(self, theme: Theme, catalogue: Sequence[AnySpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(Scope.FIELDS, {Action.UP: partial(self._step, -1), Action.DOWN: partial(self._step, 1)})
        self._theme = theme
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Reports"))
        self._group = QButtonGroup(self)
        self._names: list[str] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 5, 9, 8)
        layout.setSpacing(0)
        for group, specs in groupby(catalogue, key=lambda spec: spec.cadence.group):
            layout.addWidget(self._caption(group))
            for spec in specs:
                line = NavLine(theme, spec.title, spec.icon)
                self._group.addButton(line, len(self._names))
                self._names.append(spec.name)
                layout.addWidget(line)
        layout.addSpacing(8)
        self._files_title = self._caption(tr("Exported"))
        layout.addWidget(self._files_title)
        self._files = QVBoxLayout()
        self._files.setSpacing(0)
        layout.addLayout(self._files)
        layout.addStretch(1)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._names[place]))
        theme.changed.connect(self.update)

    def _caption(self, words: str) -> QWidget:
        caption = label(self._theme, words, step=-1, weight=600, kind="secondary")
        caption.setFixedHeight(29)
        caption.setIndent(10)
        caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return caption

    def choose(self, name: str) -> None:
        """Marks a report without a signal."""
        self._group.button(self._names.index(name)).setChecked(True)

    def show_files(self, files: Sequence[Exported]) -> None:
        """Lists the files exported last."""
        while (item := self._files.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for file in files:
            line = NavLine(self._theme, file.words, "")
            line.setToolTip(tip(str(file.path)))
            line.setAccessibleName(tr("Open {words}", words=file.words))
            line.clicked.connect(lambda _checked=False, path=file.path: self.file_requested.emit(path))
            self._files.addWidget(line)
        self._files_title.setVisible(bool(files))

    def _step(self, by: int) -> None:
        place = self._group.checkedId() + by
        if 0 <= place < len(self._names):
            button = self._group.button(place)
            button.setFocus()
            button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("win"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.color("line"))
