"""A menu with icons at the left and keys at the right, a title above, what deletes in red. It is painted here: a style sheet cannot set
the keys apart nor one entry in another colour."""

import re
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget, QWidgetAction

from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, RIGHT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popup_menu import PopupMenu

_LEFT, _ICON, _GAP, _RIGHT = 14, 16, 10, 14
_PICTURE = "picture"
_LOOK = "look"
_LEAST = 132
_ROOM = "QMenu::item { padding-right: 50px; }"
"""For our gaps. A size hint of ours would not widen the lines, and the menus below would open over this one."""
_MNEMONIC = re.compile("&(.)")


class ActionMenu(PopupMenu):
    """Entries are added by `add`; it deletes itself once it is closed."""

    def __init__(self, theme: Theme, parent: QWidget | None, title: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._about: tuple[Callable[[], object], object] | None = None
        self.setStyleSheet(_ROOM)
        self.setMinimumWidth(_LEAST)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = title
        if title:
            self.setAccessibleName(title)
            head = QAction(title, self)
            head.setEnabled(False)
            head.setProperty(_LOOK, "title")
            self.addAction(head)

    def add(
        self,
        words: str,
        run: Callable[[], object],
        *,
        icon: str = "",
        keys: str = "",
        danger: bool = False,
        enabled: bool = True,
        checked: bool | None = None,
    ) -> QAction:
        """One entry; `keys` are shown, not bound."""
        words = words.replace("&", "&&")
        entry = QAction(f"{words}\t{keys}" if keys else words, self)
        if icon:
            entry.setIcon(self._theme.icon(icon, "danger" if danger else "text2"))
        entry.setProperty(_PICTURE, icon)
        entry.setProperty(_LOOK, "danger" if danger else "")
        entry.setEnabled(enabled)
        if checked is not None:
            entry.setCheckable(True)
            entry.setChecked(checked)
        entry.triggered.connect(lambda _checked=False: run() if self.is_of_the_same else None)
        self.addAction(entry)
        return entry

    def stay_with(self, about: Callable[[], object], *moved: SignalInstance) -> None:
        """Closes once `about`, whom or what its entries are for, is another one, which `moved` tell of: lines go while a menu is open,
        and no entry may do to one what was chosen for another."""
        self._about = about, about()
        for signal in moved:
            signal.connect(self._look_later)

    @property
    def is_of_the_same(self) -> bool:
        """Whether its entries are still for what it was opened for."""
        above = self.parent()
        if self._about is None:
            return above.is_of_the_same if isinstance(above, ActionMenu) else True
        about, before = self._about
        return about() == before

    def _look_later(self, *_what: object) -> None:
        # Once the list is read again: in the middle of that nothing is current.
        QTimer.singleShot(0, self, self._close_for_another)

    def _close_for_another(self) -> None:
        if not self.is_of_the_same:
            self.close()

    def add_menu(self, words: str, icon: str = "") -> "ActionMenu":
        """A menu that opens beside this one."""
        menu = ActionMenu(self._theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        menu.setTitle(words.replace("&", "&&"))
        entry = self.addMenu(menu)
        if icon:
            entry.setIcon(self._theme.icon(icon, "text2"))
        entry.setProperty(_PICTURE, icon)
        return menu

    def _lead(self) -> int:
        """The room before the words: none in a menu where nothing has an icon or a tick."""
        marked = any(entry.isCheckable() or entry.property(_PICTURE) for entry in self.actions())
        return _ICON + _GAP if marked else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.color("line2"))
            painter.setBrush(self._theme.color("base"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
            lead = self._lead()
            for entry in self.actions():
                if not isinstance(entry, QWidgetAction):
                    self._paint_entry(painter, entry, self.actionGeometry(entry), lead)

    def _paint_entry(self, painter: QPainter, entry: QAction, rect: QRect, lead: int) -> None:
        theme, look = self._theme, entry.property(_LOOK)
        if entry.isSeparator():
            painter.fillRect(QRect(1, rect.center().y(), self.width() - 2, 1), theme.color("line"))
            return
        rect = QRect(5, rect.top(), self.width() - 10, rect.height())
        if entry is self.activeAction() and entry.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sel"))
            painter.drawRoundedRect(rect, 4, 4)
        words, _, keys = entry.text().partition("\t")
        words = _MNEMONIC.sub(r"\1", words)
        token = (
            "text2" if look == "title" else "disabled" if not entry.isEnabled() else "danger" if look == "danger" else "text"
        )
        left = rect.left() + _LEFT - 5
        icon = "check" if entry.isChecked() else str(entry.property(_PICTURE) or "")
        if icon:
            tone = "danger" if look == "danger" else "text2" if entry.isEnabled() else "disabled"
            theme.paint_icon(painter, QRect(left, rect.center().y() - 7, _ICON, _ICON), icon, tone)
        if look != "title":
            left += lead
        painter.setFont(theme.font(-1 if look == "title" else 0))
        painter.setPen(theme.color(token))
        room = rect.right() - _RIGHT - left
        paint_text(painter, QRect(left, rect.top(), room, rect.height()), words, LEFT)
        if keys:
            painter.setFont(theme.font(-2))
            painter.setPen(theme.color("text2" if entry.isEnabled() else "disabled"))
            draw_text(painter, QRect(left, rect.top(), room, rect.height()), RIGHT, keys)
        if entry.menu() is not None:
            theme.paint_icon(painter, QRect(rect.right() - 18, rect.center().y() - 6, 13, 13), "right", "text2")
