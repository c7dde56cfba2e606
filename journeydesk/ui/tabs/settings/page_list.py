"""The pages of the settings at the left: an icon and a name, and a mark at the right of what does not work."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.painting import paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_HEIGHT = 29
_ICON, _MARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class PageList(QListWidget):
    """The pages, each a name and an icon; Enter and Right go into the page shown."""

    into_page = Signal()

    def __init__(self, theme: Theme, pages: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        enter = self.into_page.emit
        self._keys = KeyMap(Scope.FIELDS, {Action.TAKE: enter, Action.RIGHT: enter})
        self.setAccessibleName(tr("Settings pages"))
        self.setFixedWidth(205)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(_PageDelegate(theme, self))
        for name, icon in pages:
            item = QListWidgetItem(named(name))
            item.setData(_ICON, icon)
            self.addItem(item)
        theme.changed.connect(self._color)
        self._color()

    def _color(self) -> None:
        t = self._theme.hex
        self.setStyleSheet(f"QListWidget {{ background: {t('win')}; border-right: 1px solid {t('line')}; padding: 8px 6px; }}")

    def mark(self, place: int, name: str, drafted: bool) -> None:
        """Marks a page with changes that are not saved yet."""
        item, name = self.item(place), named(name)
        item.setText(f"{name}  •" if drafted else name)
        item.setToolTip(tip(tr("Changes not saved yet") if drafted else ""))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{name}, changes not saved yet", name=name) if drafted else name)

    def show_trouble(self, place: int, count: int) -> None:
        """Marks the page of services where so many do not work."""
        item = self.item(place)
        words = tr("Integrations, {trouble} not working", trouble=count) if count else named("Integrations")
        item.setData(_MARK, "x-square" if count else "")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)


class _PageDelegate(QStyledItemDelegate):
    """As the lines of the reports are: the page shown in bold, its icon in the accent."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _HEIGHT)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        theme, state = self._theme, option.state
        rect = option.rect.adjusted(2, 1, -2, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("sel" if chosen else "hover"))
            focused = chosen and state & QStyle.StateFlag.State_HasFocus
            painter.setPen(theme.focus_pen if focused else Qt.PenStyle.NoPen)
            inset = 1 if focused else 0
            painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4)
        middle, mark = rect.center().y() - 7, str(index.data(_MARK) or "")
        icon = QRect(rect.left() + 8, middle, 16, 16)
        theme.paint_icon(painter, icon, str(index.data(_ICON)), "accent" if chosen else "text2")
        painter.setFont(theme.font(0, 600 if chosen else 400))
        painter.setPen(theme.color("text"))
        words = QRect(rect.left() + 32, rect.top(), rect.width() - 36 - (24 if mark else 0), rect.height())
        paint_text(painter, words, str(index.data(Qt.ItemDataRole.DisplayRole)))
        if mark:
            theme.paint_icon(painter, QRect(rect.right() - 23, middle, 16, 16), mark, "danger")
        painter.restore()
