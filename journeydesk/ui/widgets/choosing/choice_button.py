"""A button that opens a menu of choices and shows the one chosen: "Owner: everyone"."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from journeydesk.domain.words import named
from journeydesk.ui.mirror import painter_on, under
from journeydesk.ui.painting import LEFT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.widgets.popup_menu import PopupMenu

_HEIGHT = 28


class ChoiceButton(QAbstractButton):
    """`choices` are (what is shown, value). `lead` stands before the choice. Emits the value chosen. One that is `small` is written in
    the second size, with the choice stronger than what stands before it."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, name: str, lead: str = "", width: int = 0, parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._lead = lead
        self._has_lead = True
        self._width = width
        self._step = -1 if small else 0
        self._weight = 600 if small else 400
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

    def show_lead(self, shown: bool) -> None:
        """Whether what stands before the choice is written; where it is not, the tooltip says it."""
        if shown != self._has_lead:
            self._has_lead = shown
            self._name_it()

    @property
    def full_width(self) -> int:
        """How wide it wants to be with what stands before the choice, in px."""
        return self._wanted(self._lead)

    def _wanted(self, lead: str) -> int:
        before = QFontMetrics(self._theme.font(self._step)).horizontalAdvance(lead)
        chosen = QFontMetrics(self._theme.font(self._step, self._weight)).horizontalAdvance(self._shown)
        return self._width or min(before + chosen, 240) + 42

    def _name_it(self) -> None:
        name = f"{self._name}: {self._shown}"
        self.setAccessibleName(name)
        self.setToolTip(tip("" if self._has_lead else name))
        self.updateGeometry()
        self.update()

    def choose(self, value: object) -> None:
        """Shows a choice without telling."""
        self._value = value
        self._name_it()

    @property
    def value(self) -> object:
        """The value chosen."""
        return self._value

    @property
    def _shown(self) -> str:
        return next((text for text, value in self._choices if value == self._value), "")

    def sizeHint(self) -> QSize:
        return QSize(self._wanted(self._lead if self._has_lead else ""), _HEIGHT)

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
        menu.popup(self.mapToGlobal(under(self.rect(), 0, 3)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.color("accent" if focused else "line2"), 2 if focused else 1))
            painter.setBrush(theme.color("hover" if self.underMouse() else "base"))
            inset = 1 if focused else 0.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
            room, lead = QRect(11, 0, self.width() - 40, self.height()), self._lead if self._has_lead else ""
            if lead:
                painter.setFont(theme.font(self._step))
                ink = "text2" if self._weight > 400 else "text"
                painter.setPen(theme.color(ink if self.isEnabled() else "disabled"))
                paint_text(painter, room, lead, LEFT)
                room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(lead))
            painter.setFont(theme.font(self._step, self._weight))
            painter.setPen(theme.color("text" if self.isEnabled() else "disabled"))
            paint_text(painter, room, self._shown, LEFT)
            theme.paint_icon(painter, QRect(self.width() - 25, 6, 16, 16), "down", "text2")
