"""The top bar: the menu, the search field that opens the palette, the sync pill, New prospect."""

import sys

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui import tokens
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, first_that_fits, key_width, paint_key
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.window.pill import SyncPill

_OWN_PRIMARY = frozenset({"Alerts", "Reports", "Call session", "Import", "Duplicates", "Planning review", "Settings"})


class SearchField(QAbstractButton):
    """Looks like a field and opens the palette, where the typing is done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(tr("Search prospects, notes, actions"))
        self.setFixedHeight(30)
        self.setMaximumWidth(440)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.update)
        KEYBOARD.changed.connect(self._name)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()} ({Action.PALETTE.label})")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(440, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.color("accent" if focused else "ctl"), 2 if focused else 1))
            painter.setBrush(theme.color("base"))
            inset = 1 if focused else 0.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
            theme.paint_icon(painter, QRect(11, 7, 16, 16), "search", "text2")
            painter.setFont(theme.font())
            painter.setPen(theme.color("text3"))
            width = key_width(theme, Action.PALETTE.cap)
            room = self.width() - 35 - width - 12
            words = first_that_fits(painter.fontMetrics(), (self.text(), tr("Search everything"), tr("Search")), room)
            draw_text(painter, QRect(35, 0, room, 30), LEFT, words)
            paint_key(painter, QRect(self.width() - width - 6, 6, width, 18), theme, Action.PALETTE.cap)


class TopBar(QWidget):
    """Always there."""

    def __init__(self, theme: Theme, pill: SyncPill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: set[str] = set()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.TOP_BAR)
        self.menu = IconButton(theme, "rows", tr("Menu"), key=Action.MENU.label, parent=self)
        self.menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # On macOS it stands in the menu bar.
        self.menu.setVisible(sys.platform != "darwin")
        self.search = SearchField(theme, self)
        self.pill = pill
        self.new_prospect = KeyButton(
            theme, tr("New prospect"), icon="plus", key=Action.NEW_PROSPECT.cap, kind="primary", parent=self
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8 if sys.platform != "darwin" else 16, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self.menu)
        layout.addWidget(self.search, 1)
        layout.addStretch(1)
        layout.addWidget(self.pill)
        layout.addWidget(self.new_prospect)

    def show_place(self, place: str) -> None:
        """New prospect steps back where the place has a first action of its own."""
        self.give_way("place", place in _OWN_PRIMARY)

    def give_way(self, why: str, on: bool) -> None:
        """New prospect steps back while there is a reason, `why`, for another first action: a screen has one."""
        (self._reasons.add if on else self._reasons.discard)(why)
        self.new_prospect.be_first(not self._reasons)
