"""One form for every page of settings: what a value is at the left, its control beside it, never wider than can be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.words import named
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label, rule

WIDTH = 760
"""The widest that a page's cards are, in pixels."""

_AROUND = 28
_LEFT = 232
_LEAST = 48


def narrow(inner: QWidget) -> QWidget:
    """A page's content in as much of the room as can be read, at the left."""
    inner.setMaximumWidth(WIDTH + 2 * _AROUND)
    holder = QWidget()
    holder.setProperty("kind", "base")
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(inner, 1)
    row.addStretch(0)
    return holder


class FormCard(QFrame):
    """Rows edge to edge, a line between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def row(self, name: str, caption: str, *controls: QWidget, stretch: bool = False, below: QWidget | None = None) -> QWidget:
        """A row with its name, a sentence below it, and its controls; with `stretch` the first takes what room there is. `below` them
        stands what is said about the choice."""
        if self._column.count():
            self._column.addWidget(rule())
        held = QWidget()
        held.setMinimumHeight(_LEAST)
        row = QHBoxLayout(held)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        title = label(self._theme, name, weight=500)
        words.addWidget(title)
        if caption:
            words.addWidget(label(self._theme, caption, step=-1, kind="secondary", wrap=True))
        words.addStretch(1)
        left = QWidget()
        left.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        left.setFixedWidth(_LEFT)
        row.addWidget(left)
        right = QVBoxLayout()
        right.setSpacing(4)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        for place, control in enumerate(controls):
            beside.addWidget(control, 1 if stretch and place == 0 else 0)
            if not place:
                title.setBuddy(control)
        if not stretch:
            beside.addStretch(1)
        right.addLayout(beside)
        if below is not None:
            right.addWidget(below)
        row.addLayout(right, 1)
        self._column.addWidget(held)
        return held

    def wide(self, part: QWidget) -> None:
        """A part over the whole width."""
        if self._column.count():
            self._column.addWidget(rule())
        self._column.addWidget(part)


class FormPage(QWidget):
    """A page of this computer's own values: `read` shows them as they stand, again where a change is of `kinds`. `page_requested`
    goes to where the team's values are changed."""

    said = Signal(str, bool)
    failed = Signal(str)
    page_requested = Signal(str)
    kinds: frozenset[str] = frozenset({"settings", "sync"})

    def __init__(self, context: Context, theme: Theme, title: str, caption: str) -> None:
        super().__init__()
        self.context = context
        self.theme = theme
        self.is_stale = False
        self.setAccessibleName(named(title))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget()
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(_AROUND, 18, _AROUND, 20)
        column.setSpacing(4)
        column.addWidget(label(theme, named(title), step=5, weight=600))
        column.addWidget(label(theme, caption, kind="secondary", wrap=True))
        column.addSpacing(10)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body)
        column.addStretch(1)
        self.area.setWidget(narrow(self.inner))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def heading(self, text: str) -> None:
        """A heading within the page."""
        heading = label(self.theme, text, step=2, weight=600)
        heading.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(heading)

    def card(self) -> FormCard:
        """A card below what is there."""
        card = FormCard(self.theme)
        self.body.addWidget(card)
        return card

    def read(self) -> None:
        """Shows everything as it stands now."""

    def read_again(self) -> None:
        """Shows what is true now."""
        self.is_stale = False
        self.read()

    def refresh(self, change: Change) -> None:
        """Reads again where the change may be of this page: now where it is seen, else when it is shown."""
        if change.kinds & self.kinds:
            self.is_stale = True
            if self.isVisible():
                self.read_again()
