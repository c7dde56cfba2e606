"""Words on screen: always plain text, for what they say may come from anywhere, and Qt draws what looks like HTML as HTML, pictures
of other computers' files included."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.theme import Theme


def plain_label(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows a text letter by letter."""
    words = QLabel(text, parent)
    words.setTextFormat(Qt.TextFormat.PlainText)
    return words


def tip(text: str) -> str:
    """A text for a tooltip, which has no plain format of its own: what would be drawn as HTML is escaped within HTML."""
    if "<" not in text:
        return text
    return tr('<p style="white-space: pre-wrap">{escape}</p>', escape=escape(text))


def label(theme: Theme, text: str = "", *, step: int = 0, weight: int = 400, kind: str = "", wrap: bool = False) -> QLabel:
    """A label in the font `step` px from body; `kind` is secondary, caption, danger, warn or ok."""
    words = plain_label(text)
    words.setFont(theme.font(step, weight))
    if kind:
        words.setProperty("kind", kind)
    if wrap:
        words.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
    return words


def own_direction(words: str) -> str:
    """A part of a line that keeps its own direction, so that a name which is written from the right turns nothing else around."""
    return f"\u2068{words}\u2069"


def selectable(words: QLabel) -> QLabel:
    """Lets its text be marked and copied."""
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setCursor(Qt.CursorShape.IBeamCursor)
    return words


def rule() -> QFrame:
    """A line of 1 px that separates."""
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis where there is no room; the whole is in the tooltip."""

    def __init__(self, theme: Theme, text: str = "", *, step: int = 0, weight: int = 400, kind: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(step, weight))
        if kind:
            self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setText(shown)
        self.setToolTip(tip(self._whole if shown != self._whole else ""))


class FittedLabel(QLabel):
    """One line that says what there is room for: the first of its wordings that fits, or nothing. No figure in it is ever cut."""

    def __init__(self, theme: Theme, *, step: int = 0, weight: int = 400, kind: str = "") -> None:
        super().__init__()
        self._wordings: tuple[str, ...] = ("",)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(step, weight))
        if kind:
            self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_wordings(self, *wordings: str) -> None:
        """Shows the longest that fits; `wordings` go from the longest to the shortest, and the first is what a reader hears."""
        self._wordings = wordings
        self.setAccessibleName(wordings[0])
        self.setToolTip(tip(wordings[0]))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.width()
        self.setText(next((words for words in self._wordings if metrics.horizontalAdvance(words) <= room), ""))
