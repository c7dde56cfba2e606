"""Buttons that show their key: primary, default and flat, with an icon."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from journeydesk.ui.keys.caps import Cap, now
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.mirror import draw_text, is_mirrored, painter_on, turn
from journeydesk.ui.painting import key_width, paint_key
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_GAP = 6


class KeyButton(QPushButton):
    """A button with an icon before and a key cap behind its words. `kind` is primary, default, flat or danger."""

    def __init__(
        self, theme: Theme, text: str, *, icon: str = "", key: str = "", kind: str = "default", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon = icon
        self._key = key
        self.setProperty("kind", kind)
        self.setAccessibleName(f"{text} ({key})" if key else text)
        if isinstance(key, Cap):
            KEYBOARD.changed.connect(self._renew_key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(28)
        theme.changed.connect(self.update)

    def be_first(self, first: bool) -> None:
        """Makes it the first action of its screen, or steps back for another: a screen has one."""
        kind = "primary" if first else "default"
        restyle(self, "kind", kind)

    def be_short(self, text: str) -> None:
        """Says it shorter and without its icon, where there is no room for both; a reader hears what it heard."""
        self._icon = ""
        self.setText(text)
        self.updateGeometry()

    def _renew_key(self) -> None:
        before, self._key = self._key, now(self._key)
        self.setAccessibleName(self.accessibleName().replace(f"({before})", f"({self._key})"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._content() + 20, 28)

    def _content(self) -> int:
        words = self.fontMetrics().horizontalAdvance(self.text()) if self.text() else 0
        icon = 16 + (_GAP if words else 0) if self._icon else 0
        key = key_width(self._theme, self._key) + 8 if self._key else 0
        return icon + words + key

    def paintEvent(self, _event: QPaintEvent) -> None:
        # The style draws the frame; icon, words and key are ours.
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        if self.hasFocus() and self.property("kind") == "primary":
            self._part_ring_from_fill(painter)
        if is_mirrored():
            turn(painter, self.rect())
        self._paint_content(painter)

    def _part_ring_from_fill(self, painter: QPainter) -> None:
        # The ring has nearly the colour of the fill: without a line of the ground between them nobody sees it.
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("base"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 2, 2)
        painter.restore()

    def _paint_content(self, painter: QPainter) -> None:
        theme = self._theme
        kind = self.property("kind")
        token = "on-accent" if kind == "primary" else "danger" if kind == "danger" else "text2" if kind == "flat" else "text"
        token = token if self.isEnabled() else "disabled"
        x = (self.width() - self._content()) // 2
        if self._icon:
            theme.paint_icon(painter, QRect(x, (self.height() - 16) // 2, 16, 16), self._icon, token)
            x += 16 + _GAP
        painter.setFont(self.font())
        painter.setPen(theme.color(token))
        words = self.fontMetrics().horizontalAdvance(self.text())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, QRect(x, 0, words + 2, self.height()), flags, self.text())
        if self._key:
            width = key_width(theme, self._key)
            on_accent = kind == "primary" and self.isEnabled()
            paint_key(painter, QRect(x + words + 8, (self.height() - 18) // 2, width, 18), theme, self._key, on_accent)


class IconButton(QPushButton):
    """A square button of 28 px with one icon and a name for screen readers, with its key where it has one."""

    def __init__(
        self, theme: Theme, icon: str, name: str, *, key: str = "", flat: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._words = name
        self._key = key
        self.setProperty("kind", "flat" if flat else "default")
        self.setFixedSize(28, 28)
        self._name()
        if isinstance(key, Cap):
            KEYBOARD.changed.connect(self._name)
        theme.changed.connect(self.update)

    def _name(self) -> None:
        name = f"{self._words} ({now(self._key)})" if self._key else self._words
        self.setAccessibleName(name)
        self.setToolTip(tip(name))

    def show_icon(self, icon: str) -> None:
        """Shows another icon."""
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self) as painter:
            rect = QRect((self.width() - 16) // 2, (self.height() - 16) // 2, 16, 16)
            self._theme.paint_icon(painter, rect, self._icon, "text" if self.isEnabled() else "disabled")


def keep_room_for_bold(button: QAbstractButton, theme: Theme, beside: int = 16) -> None:
    """As wide as its words are while it is chosen, in bold, so that choosing cuts and moves nothing; `beside` px are its padding."""
    words = QFontMetrics(theme.font(0, 600)).horizontalAdvance(button.text())
    button.setMinimumWidth(words + beside)
