"""A window smaller than its stage shows a part of it and scrolls; what has the keyboard is scrolled to.

A screen of 1920 × 1080 at scale 2 with text at 200 % leaves a window of 480 × 270 of its own pixels.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollBar, QWidget

from journeydesk.ui.mirror import is_mirrored

_STEP = 40
_NOTCH = 120
_AROUND = 24


class Scrolling(QObject):
    """The two scroll bars of a window, and what moves its stage, which is never smaller than `least`."""

    def __init__(self, stage: QWidget, window: QWidget, least: QSize) -> None:
        super().__init__(stage)
        self._stage = stage
        self._window = window
        self._least = least
        self._bars = self._make_bars()
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.timeout.connect(self._follow)

    @property
    def scrolls(self) -> bool:
        """Whether the window shows only a part of it."""
        return any(bar.maximum() for bar in self._bars)

    def fit(self) -> None:
        """The window has another size."""
        room, least = self._window.size(), self._least
        level, upright = self._bars
        thick = level.sizeHint().height()
        # A bar takes room from the other way, so one may bring the other.
        low = room.height() < least.height() or (room.width() < least.width() and room.height() - thick < least.height())
        narrow = room.width() < least.width() or (low and room.width() - thick < least.width())
        view = QSize(room.width() - thick * low, room.height() - thick * narrow)
        self._stage.resize(view.expandedTo(least))
        for bar, whole, shown in (
            (level, self._stage.width(), view.width()),
            (upright, self._stage.height(), view.height()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(shown)
            bar.setVisible(bar.maximum() > 0)
            bar.raise_()
        right = 0 if is_mirrored() else view.width()
        level.setGeometry(thick * low if is_mirrored() else 0, view.height(), view.width(), thick)
        upright.setGeometry(right, 0, thick, view.height())
        self._move()
        self._listen()
        self._following.start()

    def _make_bars(self) -> tuple[QScrollBar, QScrollBar]:
        bars = QScrollBar(Qt.Orientation.Horizontal, self._window), QScrollBar(Qt.Orientation.Vertical, self._window)
        for bar in bars:
            bar.setSingleStep(_STEP)
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.valueChanged.connect(self._move)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)
        return bars

    def _listen(self) -> None:
        # What passes here passes for every event of the program: only while a part is out of sight.
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
            if self.scrolls:
                application.installEventFilter(self)

    def _move(self) -> None:
        level, upright = self._bars
        x = -level.value()
        if is_mirrored():
            # A bar of a mirrored window begins at the right.
            x = level.value() - level.maximum() + (upright.width() if upright.isVisibleTo(self._window) else 0)
        self._stage.move(x, -upright.value())

    def wheel(self, event: QWheelEvent) -> None:
        """Scrolls by what no list took."""
        if not self.scrolls:
            event.ignore()
            return
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() * _STEP / _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not turned.x():
            turned = QPoint(turned.y(), 0)
        level, upright = self._bars
        level.setValue(level.value() - (-turned.x() if is_mirrored() else turned.x()))
        upright.setValue(upright.value() - turned.y())
        event.accept()

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            self._following.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A key moves what is current in a list, or the cursor in a text.
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and self.scrolls:
            self._following.start()
        return False

    def _follow(self) -> None:
        focus = self._window.focusWidget()
        if focus is None or not self.scrolls or not focus.isVisible() or not self._moves(focus):
            return
        self.show_rect(QRect(focus.mapTo(self._window, QPoint()), focus.size()))
        inner = current_in(focus)
        if inner is not None:
            self.show_rect(inner.translated(focus.mapTo(self._window, QPoint())))

    def _moves(self, part: QWidget) -> bool:
        """Whether a widget scrolls with the stage: it stands on it, or on a sheet that covers it."""
        outer = part
        while (parent := outer.parentWidget()) is not None and parent is not self._window:
            outer = parent
        return outer is self._stage or outer.geometry() == self._stage.geometry()

    def show_rect(self, place: QRect) -> None:
        """Scrolls so that a place, in the window's coordinates, is seen; of one that is too large where it begins."""
        level, upright = self._bars
        left = upright.width() if is_mirrored() and upright.isVisibleTo(self._window) else 0
        x = _shift(place.left() - left, place.right() - left, level.pageStep(), is_mirrored())
        level.setValue(level.value() + (-x if is_mirrored() else x))
        upright.setValue(upright.value() + _shift(place.top(), place.bottom(), upright.pageStep(), False))


def _shift(begin: int, end: int, room: int, from_end: bool) -> int:
    """By how much to scroll so that a stretch lies between 0 and `room`; one that is longer shows where it begins."""
    around = min(_AROUND, max(0, (room - (end - begin)) // 2))
    begin, end = begin - around, end + around
    if begin >= 0 and end <= room:
        return 0
    if end - begin > room:
        return end - room if from_end else begin
    return begin if begin < 0 else end - room


def current_in(widget: QWidget) -> QRect | None:
    """Where the current line of a list, or the cursor of a text, stands in its widget; None where it has neither."""
    if not isinstance(widget, QAbstractItemView) and not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        # Others answer with their middle.
        return None
    asked = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = asked.toRect() if isinstance(asked, QRectF) else asked
    if not isinstance(place, QRect) or not place.isValid() or not place.intersects(widget.rect()):
        return None
    return place.intersected(widget.rect())
