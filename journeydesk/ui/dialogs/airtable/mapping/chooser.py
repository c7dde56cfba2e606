"""The list that opens below a chooser: what fits first, with its kind and a sample; typing narrows it down."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeydesk.services.rows.common import StageMark
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, turns_page
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import RIGHT, paint_chip, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import rule
from journeydesk.ui.widgets.list_setup import set_up_list, step_line

Index = QModelIndex | QPersistentModelIndex
_ROW, _MOST_ROWS = 28, 10


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: what is shown of it, and the `value` that it stands for. `mark` paints it as a stage."""

    value: str | None
    name: str
    kind: str = ""
    sample: str = ""
    icon: str = ""
    mark: StageMark | None = None


class _Choices(LinesModel):
    has_tips = True

    def words(self, line: Choice) -> str:
        return ", ".join(part for part in (line.name, line.kind, line.sample) if part)


class _ChoiceDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, choice, rect = self._theme, index.data(LINE_ROLE), QRect(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.color("sel" if chosen else "base"))
        inner = rect.adjusted(10, 0, -10, 0)
        if choice.icon:
            theme.paint_icon(painter, QRect(inner.left(), rect.center().y() - 7, 15, 15), choice.icon, "text2")
        inner.setLeft(inner.left() + 22)
        if choice.mark is not None:
            paint_chip(painter, rect.left() + 10, rect.center().y(), theme, choice.mark, rect.width() - 20)
        else:
            painter.setFont(theme.font(0, 500 if choice.kind else 400))
            painter.setPen(theme.color("text"))
            room = int(inner.width() * (0.6 if choice.kind else 1))
            inner.setLeft(inner.left() + paint_text(painter, QRect(inner.left(), rect.top(), room, _ROW), choice.name) + 8)
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            inner.setLeft(inner.left() + paint_text(painter, inner, choice.kind) + 16)
            paint_text(painter, inner, " ".join(choice.sample.split()), RIGHT)
        painter.restore()


class Chooser(QFrame):
    """Lies over its window until something is picked, Escape is pressed or the keyboard goes elsewhere."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._over = window
        self._before: QWidget | None = window.window().focusWidget()
        self._all: Sequence[Choice] = ()
        self.setProperty("kind", "card")
        self.setAutoFillBackground(True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Type to search")
        self.search.setAccessibleName(f"{name}: search")
        self.choices = _Choices(self)
        self.list = QListView(self)
        set_up_list(self.list, self.choices, _ChoiceDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self.search, rule(), self.list):
            column.addWidget(part)
        self.setFocusProxy(self.search)
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: lambda: step_line(self.list, -1),
                Action.DOWN: lambda: step_line(self.list, 1),
                Action.TAKE: self._take,
                Action.LEAVE: self.leave,
            },
        )
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._take())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def open_at(self, place: QRect, choices: Sequence[Choice], value: str | None) -> None:
        """Opens below this place of the window, above it where there is no room, with one of the choices current."""
        self._all = choices
        self.choices.show_lines(choices)
        window = self._over
        rows = min(len(choices), _MOST_ROWS)
        height = rows * _ROW + 34
        width = min(max(place.width(), 300), window.width() - 16)
        below = place.bottom() + 3
        top = below if below + height <= window.height() else max(4, place.top() - height - 3)
        self.setGeometry(max(8, min(place.left(), window.width() - width - 8)), top, width, height)
        current = next((n for n, choice in enumerate(choices) if choice.value == value), 0)
        self.list.setCurrentIndex(self.choices.index(current))
        self.show()
        self.raise_()
        self.search.setFocus()
        QTimer.singleShot(0, self, lambda: self.list.scrollTo(self.list.currentIndex()))

    def leave(self) -> None:
        """Closes without a choice; the keyboard goes back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def _take(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.choices.lines):
            value = self.choices.lines[row].value
            self.leave()
            self.picked.emit(value)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        matching = [choice for choice in self._all if all(word in f"{choice.name} {choice.kind}".casefold() for word in words)]
        self.choices.show_lines(matching)
        self.list.setCurrentIndex(self.choices.index(0))

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self.search and self.isVisible():
            self._before = None
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._keys.press(event):
                return True
            if turns_page(event) and not event.modifiers():
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the list does not take must not reach the set-up behind it.
        event.accept()
