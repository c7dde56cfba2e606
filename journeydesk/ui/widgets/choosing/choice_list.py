"""Things to choose from below a line that narrows them down as it is typed in: arrows go, Enter or a click picks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.rows.common import StageMark
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, turns_page
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import RIGHT, paint_chip, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import rule
from journeydesk.ui.widgets.list_setup import set_up_list, step_line

Index = QModelIndex | QPersistentModelIndex
ROW = 28


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
        return QSize(200, ROW)

    @mirrored_item
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
            inner.setLeft(inner.left() + paint_text(painter, QRect(inner.left(), rect.top(), room, ROW), choice.name) + 8)
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            if choice.kind:
                inner.setLeft(inner.left() + paint_text(painter, inner, choice.kind) + 16)
            paint_text(painter, inner, " ".join(choice.sample.split()), RIGHT)
        painter.restore()


class ChoiceList(QWidget):
    """`picked` carries a choice's value, `left` says that nothing is to be chosen. With `free` what is typed may be chosen although
    it is none of the choices: as its text, put into words by the format `free`."""

    picked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, free: str = "") -> None:
        super().__init__(parent)
        self._all: Sequence[Choice] = ()
        self._free = free
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Type to search"))
        self.search.setAccessibleName(tr("{name}: search", name=name))
        self.choices = _Choices(self)
        self.list = QListView(self)
        set_up_list(self.list, self.choices, _ChoiceDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.search, rule(), self.list):
            column.addWidget(part)
        self.setFocusProxy(self.search)
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: lambda: step_line(self.list, -1),
                Action.DOWN: lambda: step_line(self.list, 1),
                Action.TAKE: self.take,
                Action.LEAVE: self.left.emit,
            },
        )
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self.take())

    def offer(self, choices: Sequence[Choice], value: str | None) -> None:
        """Offers these with one of them current."""
        self._all = choices
        self.choices.show_lines(choices)
        current = next((n for n, choice in enumerate(choices) if choice.value == value), 0)
        self.list.setCurrentIndex(self.choices.index(current))
        QTimer.singleShot(0, self, lambda: self.list.scrollTo(self.list.currentIndex()))

    @property
    def current(self) -> Choice | None:
        """What Enter would pick."""
        row = self.list.currentIndex().row()
        choice: Choice | None = self.choices.lines[row] if 0 <= row < len(self.choices.lines) else None
        return choice

    def take(self) -> None:
        """Picks what is current."""
        if (choice := self.current) is not None:
            self.picked.emit(choice.value)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        matching = [choice for choice in self._all if all(word in f"{choice.name} {choice.kind}".casefold() for word in words)]
        name = typed.strip()
        if self._free and name and all(choice.name.casefold() != name.casefold() for choice in matching):
            matching.append(Choice(name, self._free.format(name)))
        self.choices.show_lines(matching)
        self.list.setCurrentIndex(self.choices.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._keys.press(event):
                return True
            if turns_page(event) and not event.modifiers():
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)
