"""A small pane over the window, below what opened it: it closes at Escape, at a press beside it, and when the keyboard goes elsewhere."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import is_mirrored, painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.geometry import stage_of

_MARGIN, _GAP = 8, 4
_LEAST_LIST = 60


class Popover(QWidget):
    """`column` is the part to fill. A press on the `anchor` that opened it closes it and does nothing else."""

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, name: str, width: int) -> None:
        super().__init__(window)
        self.theme = theme
        self._over = window
        self._before: QWidget | None = window.focusWidget()
        self._anchor: QWidget | None = None
        self._toggles = False
        self._corner = QPoint()
        self._at_right = False
        self._closing = KeyMap(Scope.FIELDS, {Action.LEAVE: self.leave})
        self.setAccessibleName(name)
        self._narrowest = width
        self.setFixedWidth(width)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        theme.changed.connect(self.update)

    def open_at(self, anchor: QWidget, place: QRect | None = None, at_right: bool = False) -> None:
        """Opens below the anchor, or below a rectangle in it; with `at_right` their ends are in line, else where they begin."""
        # The anchor may be made anew while the pane is open, so its place is noted down.
        at_right = at_right != is_mirrored()
        self._anchor, self._toggles, self._at_right = anchor, place is None, at_right
        rect = QRect(anchor.rect()) if place is None else place
        self._corner = anchor.mapTo(self._over, rect.bottomRight() if at_right else rect.bottomLeft())
        self.fit()
        self.show()
        self.raise_()
        self.take_focus()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)
            application.installEventFilter(self)
        self._over.installEventFilter(self)

    def take_focus(self) -> None:
        """The first field has the keyboard."""
        self.setFocus()

    def fit(self) -> None:
        """As high as it needs, inside the window."""
        if self._anchor is None:
            return
        window = self._over
        # Longer words, as other languages have them, make it wider.
        self.setFixedWidth(min(max(self._narrowest, self.minimumSizeHint().width()), window.width() - 2 * _MARGIN))
        self._shorten_list(window.height() - 2 * _MARGIN)
        height = min(self.sizeHint().height(), window.height() - 2 * _MARGIN)
        left = self._corner.x() - (self.width() - 1 if self._at_right else 0)
        x = max(_MARGIN, min(left, window.width() - self.width() - _MARGIN))
        y = max(_MARGIN, min(self._corner.y() + _GAP, window.height() - height - _MARGIN))
        self.setGeometry(x, y, self.width(), height)

    def _shorten_list(self, room: int) -> None:
        """A list whose height is set scrolls where its other parts would have to lie on it."""
        over = self.sizeHint().height() - room
        held = [part for part in self.findChildren(QListView) if part.minimumHeight() == part.maximumHeight()]
        if over > 0 and held:
            tallest = max(held, key=QListView.maximumHeight)
            tallest.setFixedHeight(max(_LEAST_LIST, tallest.maximumHeight() - over))
            self.column.activate()

    def leave(self) -> None:
        """Closes; the keyboard goes back to where it was."""
        if not self.isVisible():
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_went)
            application.removeEventFilter(self)
        self._over.removeEventFilter(self)
        had_keys = self.isAncestorOf(self.focusWidget() or self) or self.hasFocus()
        self.hide()
        if had_keys and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def _holds(self, part: QObject | None) -> bool:
        while part is not None:
            if part is self:
                return True
            part = part.parent()
        return False

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self._holds(new):
            self._before = None
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Resize, QEvent.Type.Move) and watched in (self._over, stage_of(self._over)):
            self.leave()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and not self._holds(watched):
            on_anchor = watched is self._anchor
            self.leave()
            return on_anchor and self._toggles
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the pane does not take must not reach the list behind it.
        self._closing.press(event)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.color("line2"), 1))
            painter.setBrush(self.theme.color("base"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
