"""What every dialog is: a sheet over a flat scrim; Escape closes, Ctrl+Enter does the main action."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.geometry import ground_of, stage_of


class Sheet(QWidget):
    """Covers its window; `sheet` is the part to fill."""

    accepted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, width: int, top: int = 0) -> None:
        super().__init__(window)
        self.theme = theme
        self._window = window
        self._before = window.focusWidget()
        self._inside: QWidget | None = None
        self._top = top
        self._beneath: QPixmap | None = None
        self._keeps_beneath = False
        # A picture taken inside a resize would lay the window out a second time, so a new one waits for the end of it.
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.timeout.connect(self._keep_beneath)
        self.sheet = QFrame(self)
        self.sheet.setFixedWidth(width)
        self.layout_ = QVBoxLayout(self.sheet)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(0)
        self._sheet_keys = KeyMap(Scope.DIALOGS, {Action.CLOSE: self.done, Action.ACCEPT: self.accepted.emit})
        self._watched = stage_of(window) or window
        self._watched.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open(self) -> None:
        """Shows the sheet over the whole window."""
        self.setGeometry(ground_of(self._window))
        self._place()
        from journeydesk.ui.window.painted import as_painted

        # What lies beneath stands on the screen already; to paint it once more is half of what an opening would take.
        self._show_beneath(as_painted(self._window, self.geometry()))
        self.show()
        self.raise_()
        self.take_focus()
        self.update()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A link that is handed over goes to its prospect beneath: what is typed on is for the sheet that is seen above.
        if now is None or now is self or not self.isVisible():
            return
        if self.isAncestorOf(now):
            self._inside = now
        elif self._covers(now):
            inside = self._inside
            if inside is not None and isValid(inside) and inside.isVisibleTo(self):
                inside.setFocus()
            else:
                self.take_focus()

    def _covers(self, widget: QWidget) -> bool:
        """Whether a widget of the window lies beneath; menus, and sheets over this one, do not."""
        part: QWidget | None = widget
        while part is not None and part.parentWidget() is not self._window:
            part = None if part.isWindow() else part.parentWidget()
        parts = self._window.children()
        return part is not None and not part.isWindow() and parts.index(part) < parts.index(self)

    def keep_beneath(self) -> None:
        """Paints what lies beneath from a picture, so that typing here does not paint the window again with each letter.

        The picture is taken anew after a resize, a change of theme, and a call of `renew_beneath`; what else changes beneath shows
        with the next one.
        """
        self._keeps_beneath = True
        self.theme.changed.connect(self.renew_beneath)
        if self._beneath is None:
            self._keep_beneath()

    def _show_beneath(self, picture: QPixmap | None) -> None:
        self._beneath = picture
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, picture is not None)

    def renew_beneath(self) -> None:
        """Shows the window beneath as it is, and takes its picture again where one is kept."""
        if self._beneath is not None:
            self._show_beneath(None)
            # One that was closed and waits to be deleted would take a picture of the window at each change.
            if self.isVisible():
                self.update()
                if self._keeps_beneath:
                    self._renewal.start(0)

    def _keep_beneath(self) -> None:
        window, ground = self._window, ground_of(self._window)
        ratio = window.devicePixelRatio()
        picture = QPixmap(ground.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.theme.color("win"))
        window.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
        for part in window.children():
            if part is self:
                break
            if isinstance(part, QWidget) and part.isVisible() and not part.isWindow():
                part.render(picture, part.pos() - ground.topLeft())
        self._show_beneath(picture)
        self.update()

    def take_focus(self) -> None:
        """The first field has the keyboard."""
        self.sheet.setFocus()

    def _place(self) -> None:
        width, layout = self.sheet.width(), self.layout_
        # Words that break are measured at the width that they get, not at the one that they would like.
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.sheet.resize(width, height)
        top = self._top or max(16, (self.height() - self.sheet.height()) // 2)
        self.sheet.move((self.width() - self.sheet.width()) // 2, top)

    def done(self) -> None:
        """Closes; the keyboard goes back to where it was."""
        self._watched.removeEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication) and self.isVisible():
            application.focusChanged.disconnect(self._on_focus)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.closed.emit()
        self.close()
        # As Qt deletes a part, it paints again what lay below it.
        self.resize(0, 0)

    def end_program(self) -> None:
        """Closes the window for good, also where closing would leave it in the tray."""
        getattr(self._window, "quit", self._window.close)()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() == QEvent.Type.Move and watched is not self._window:
            self.setGeometry(ground_of(self._window))
        elif watched is self._watched and event.type() == QEvent.Type.Resize:
            self.setGeometry(ground_of(self._window))
            self._place()
            self.renew_beneath()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab stays in the sheet: what lies beneath is covered. Qt asks as a part goes, too: then it finds the next by itself.
        focus = self.window().focusWidget()
        stays = focus is not None and focus.isVisibleTo(self.window())
        if not stays:
            return super().focusNextPrevChild(forward)
        from journeydesk.ui.tabbing import tab_within

        return tab_within(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the sheet does not take must not reach the window behind it.
        self._sheet_keys.press(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.done()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._beneath is not None:
                painter.drawPixmap(0, 0, self._beneath)
                if not self._keeps_beneath:
                    # It stays on the screen; what changes there from now on is painted as anywhere.
                    QTimer.singleShot(0, self, partial(self._show_beneath, None))
            painter.fillRect(self.rect(), self.theme.color("scrim"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.color("line2"), 1))
            painter.setBrush(self.theme.color("base"))
            painter.drawRoundedRect(QRectF(self.sheet.geometry()).adjusted(-0.5, -0.5, 0.5, 0.5), 8, 8)
