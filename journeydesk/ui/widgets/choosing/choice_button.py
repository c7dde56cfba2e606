"""A button that opens a menu of choices and shows the one chosen: "Owner: everyone"."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from journeydesk.domain.words import named
from journeydesk.ui.painting import LEFT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popup_menu import PopupMenu

_HEIGHT = 28


class ChoiceButton(QAbstractButton):
    """`choices` are (what is shown, value). `lead` stands before the choice. Emits the value chosen."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, lead: str = "", width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._lead = lead
        self._width = width
        self._choices: Sequence[tuple[str, object]] = ()
        self._value: object = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)
        theme.changed.connect(self.update)

    def offer(self, choices: Sequence[tuple[str, object]], value: object) -> None:
        """Offers these choices with one of them chosen."""
        self._choices = [(named(words), choice) for words, choice in choices]
        self.choose(value)

    def choose(self, value: object) -> None:
        """Shows a choice without telling."""
        self._value = value
        self.setAccessibleName(f"{self._name}: {self._shown}")
        self.updateGeometry()
        self.update()

    @property
    def value(self) -> object:
        """The value chosen."""
        return self._value

    @property
    def _shown(self) -> str:
        return next((text for text, value in self._choices if value == self._value), "")

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font()).horizontalAdvance(self._lead + self._shown)
        return QSize(self._width or min(words, 240) + 42, _HEIGHT)

    def menu(self) -> QMenu:
        """The menu of choices, built anew."""
        menu = PopupMenu(self)
        for text, value in self._choices:
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _checked=False, v=value: self._pick(v))
        return menu

    def _pick(self, value: object) -> None:
        if value != self._value:
            self.choose(value)
            self.chosen.emit(value)

    def _open(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.color("accent" if focused else "line2"), 2 if focused else 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "base"))
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.setFont(theme.font())
        painter.setPen(theme.color("text" if self.isEnabled() else "disabled"))
        paint_text(painter, QRect(11, 0, self.width() - 40, self.height()), self._lead + self._shown, LEFT)
        theme.paint_icon(painter, QRect(self.width() - 25, 6, 16, 16), "down", "text2")
        painter.end()
