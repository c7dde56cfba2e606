"""All shortcuts, under the places where they work."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.shortcuts import Shortcut, Shortcuts
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

_WIDTH = 680
_MOST = 520
_Group = tuple[str, Sequence[Shortcut]]


def groups() -> list[_Group]:
    """The shortcuts by place, in the order of the enum."""
    found: dict[str, list[Shortcut]] = {}
    for shortcut in Shortcuts:
        found.setdefault(shortcut.value.where, []).append(shortcut.value)
    return list(found.items())


class ShortcutList(Sheet):
    """Opens with F1; scrolls in a low window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, _WIDTH)
        self.sheet.setAccessibleName("Shortcuts")
        title = label(theme, "Shortcuts", step=2, weight=600)
        title.setContentsMargins(18, 14, 18, 6)
        self.layout_.addWidget(title)
        inside = QWidget()
        inside.setProperty("kind", "base")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(18, 2, 18, 14)
        columns.setSpacing(28)
        for part in _halves(groups()):
            column = QVBoxLayout()
            column.setSpacing(4)
            for where, shortcuts in part:
                column.addWidget(self._heading(where))
                column.addLayout(self._grid(shortcuts))
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea(self.sheet)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName("All shortcuts")
        area.setFixedHeight(min(_MOST, inside.sizeHint().height() + 2))
        self.layout_.addWidget(area)
        self.layout_.setContentsMargins(0, 0, 0, 8)
        self._area = area

    def take_focus(self) -> None:
        """Arrows scroll."""
        self._area.setFocus()

    def _heading(self, where: str) -> QLabel:
        made = label(self.theme, where, step=-1, weight=600, kind="secondary")
        made.setContentsMargins(0, 6, 0, 0)
        return made

    def _grid(self, shortcuts: Sequence[Shortcut]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, shortcut in enumerate(shortcuts):
            grid.addWidget(label(self.theme, shortcut.words), row, 0)
            grid.addWidget(label(self.theme, shortcut.keys, step=-1, weight=600), row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


def _halves(found: Sequence[_Group]) -> tuple[list[_Group], list[_Group]]:
    """Two columns of about one height; a heading is as high as a line."""
    whole = sum(len(shortcuts) + 1 for _, shortcuts in found)
    left: list[_Group] = []
    while len(left) < len(found) and sum(len(shortcuts) + 1 for _, shortcuts in left) * 2 < whole:
        left.append(found[len(left)])
    return left, list(found[len(left) :])
