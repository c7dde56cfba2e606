"""All shortcuts, under the places where they work."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

_WIDTH = 680
_MOST = 520
_Group = tuple[str, Sequence[Action]]


def groups() -> list[_Group]:
    """The actions by scope, in the order of the registry; what every list and field does is known without a list."""
    scopes = [scope for scope in Scope if scope is not Scope.FIELDS]
    return [(scope.value, [action for action in Action if action.scope is scope]) for scope in scopes]


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
            for where, actions in part:
                column.addWidget(self._heading(where))
                column.addLayout(self._grid(actions))
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
        heading = label(self.theme, where, step=-1, weight=600, kind="secondary")
        heading.setContentsMargins(0, 6, 0, 0)
        return heading

    def _grid(self, actions: Sequence[Action]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, action in enumerate(actions):
            grid.addWidget(label(self.theme, action.words), row, 0)
            grid.addWidget(label(self.theme, action.label, step=-1, weight=600), row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


def _halves(scopes: Sequence[_Group]) -> tuple[list[_Group], list[_Group]]:
    """Two columns of about one height; a heading is as high as a line."""
    whole = sum(len(actions) + 1 for _, actions in scopes)
    left: list[_Group] = []
    while len(left) < len(scopes) and sum(len(actions) + 1 for _, actions in left) * 2 < whole:
        left.append(scopes[len(left)])
    return left, list(scopes[len(left) :])
