"""Where the parts of the messages stand: the list, the exchange above the draft, and the form beside them; in a narrow window the sides
give way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule

_LIST, _FORM = 340, 320
_NARROW, _NARROW_LIST, _NARROW_FORM = 1180, 216, 268


class MessagesFrame(QWidget):
    """`middle` and `column` are widgets below each other; `form` scrolls above its buttons; `nothing` is said, and explained,
    where none waits."""

    def __init__(
        self,
        theme: Theme,
        column: Sequence[QWidget],
        middle: Sequence[QWidget],
        form: QWidget,
        buttons: Sequence[KeyButton],
        nothing: tuple[str, str],
    ) -> None:
        super().__init__()
        self._left = _stacked(column, stretched=column[-1], kind="base")
        self._side = _stacked((_scrolled(form), _button_rows(buttons)), stretched=None, kind="panel")
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(_stacked(middle, stretched=middle[1], kind="base"), 1)
        row.addWidget(_line())
        row.addWidget(self._side)
        self._stack = QStackedWidget()
        self._stack.addWidget(_nothing(theme, *nothing))
        self._stack.addWidget(shown)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._left)
        outer.addWidget(_line())
        outer.addWidget(self._stack, 1)

    def show_message(self, there: bool) -> None:
        """Shows the parts of a message, or that none waits."""
        self._stack.setCurrentIndex(int(there))

    def fit(self, width: int) -> bool:
        """Gives the sides their width; whether there is little room."""
        narrow = width < _NARROW
        self._left.setFixedWidth(_NARROW_LIST if narrow else _LIST)
        self._side.setFixedWidth(_NARROW_FORM if narrow else _FORM)
        return narrow


def _stacked(widgets: Sequence[QWidget], stretched: QWidget | None, kind: str) -> QWidget:
    held = QWidget()
    held.setProperty("kind", kind)
    held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, widget in enumerate(widgets):
        if place:
            column.addWidget(rule())
        column.addWidget(widget, int(widget is stretched or isinstance(widget, QScrollArea)))
    return held


def _scrolled(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(form)
    return area


def _button_rows(buttons: Sequence[KeyButton]) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(8)
    column.addWidget(buttons[0])
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons[1:]:
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    return held


def _nothing(theme: Theme, title: str, explained: str) -> QWidget:
    empty = QWidget()
    empty.setProperty("kind", "base")
    empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(empty)
    column.addStretch(1)
    column.addWidget(label(theme, title, step=2, weight=600), 0, Qt.AlignmentFlag.AlignCenter)
    column.addWidget(label(theme, explained, kind="secondary", wrap=True), 0, Qt.AlignmentFlag.AlignCenter)
    column.addStretch(1)
    return empty


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedWidth(1)
    return line
