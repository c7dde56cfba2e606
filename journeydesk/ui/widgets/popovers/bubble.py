"""A message that lies over its parent at the bottom left, light on dark in both themes, and never over a button or field."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from journeydesk.ui.mirror import is_mirrored, painter_on
from journeydesk.ui.theme import Theme

_GAP = 8
_LOOK_MS = 250
_PRESSED = (QAbstractButton, QLineEdit, QPlainTextEdit)


class Bubble(QWidget):
    """Hidden until `rise`; `left` and `bottom` are its distances in pixels from the parent's edges.

    What it says is announced to screen readers, at once where it stays until it is closed; `announced` carries it.
    """

    announced = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, left: int, bottom: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left = left
        self._bottom = bottom
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        # What comes up beneath later, such as a button that an answer brings, is seen within a blink.
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.step_aside)
        parent.installEventFilter(self)
        self.hide()

    def rise(self, words: str, milliseconds: int | None) -> None:
        """Shows it for so long; None until it is closed."""
        self.setAccessibleName(words)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._look.start()
        self._timer.stop()
        if milliseconds is not None:
            self._timer.start(milliseconds)
        said = QAccessibleAnnouncementEvent(self, words)
        urgent = milliseconds is None
        politeness = QAccessible.AnnouncementPoliteness
        said.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(said)
        self.announced.emit(words)

    def color(self, text: QWidget, *buttons: QPushButton) -> None:
        """Gives its words and buttons the theme's ink."""
        ink = self._theme.hex("on-tip")
        text.setStyleSheet(f"color: {ink}")
        for button in buttons:
            button.setStyleSheet(f"color: {ink}; background: transparent; border: none; font-weight: 600; padding: 0 6px")

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        left = parent.width() - self._left - self.width() if is_mirrored() else self._left
        where = QRect(QPoint(left, parent.height() - self.height() - self._bottom), self.size())
        while beneath := [each for each in self._pressed_on(parent, where) if each.top() - _GAP - self.height() > 0]:
            where.moveTop(max(map(QRect.top, beneath)) - _GAP - self.height())
        self.setGeometry(where)

    def step_aside(self) -> None:
        """Goes above what is to be pressed where it lies now; for after the parent shows something else."""
        if self.isVisible():
            self._place()

    def _pressed_on(self, within: QWidget, where: QRect) -> Iterator[QRect]:
        """Where buttons and fields are seen in `where`, all in the coordinates of `within`. Only what is shown there is gone through: a
        place has hundreds of widgets, those that are not shown thousands."""
        for widget in within.children():
            if not isinstance(widget, QWidget) or widget is self or widget.isHidden() or widget.isWindow():
                continue
            if not widget.geometry().intersects(where):
                continue
            at = widget.pos()
            if isinstance(widget, _PRESSED):
                shown = widget.visibleRegion().boundingRect().translated(at)
                if shown.intersects(where):
                    yield shown
            for inner in self._pressed_on(widget, where.translated(-at)):
                yield inner.translated(at)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Stays at the bottom left when the window is resized.
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("tip"))
            painter.drawRoundedRect(self.rect(), 6, 6)
