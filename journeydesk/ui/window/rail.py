"""The rail: six places, the alerts with their badge."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.ui import tokens
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import CENTER
from journeydesk.ui.theme import Theme

PLACES = (
    *(("Prospects", "users"), ("Kanban", "board"), ("Alerts", "bell"), ("Reports", "chart")),
    *(("Today", "calendar"), ("Settings", "sliders")),
)


_NARROWEST = 75
"""By how many per cent a name may be narrowed."""


_SHORT = {"Prospects": tr("Prospects", meaning="below its icon")}
"""What has a shorter name where there is little room."""


class RailButton(QAbstractButton):
    """One place: icon above its name."""

    def __init__(self, theme: Theme, name: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._badge = 0
        self.setText(_SHORT.get(name) or named(name))
        self.setCheckable(True)
        self.setAccessibleName(named(name))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def set_badge(self, count: int) -> None:
        """A count in red, hidden at 0."""
        self._badge = count
        self.setAccessibleName(tr("{text}, {count} pending", text=self.text(), count=count) if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, 50)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            if chosen:
                painter.setPen(QPen(theme.color("line"), 1))
                painter.setBrush(theme.color("base"))
                painter.drawRoundedRect(box, 6, 6)
            elif self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("hover"))
                painter.drawRoundedRect(box, 6, 6)
            if self.hasFocus():
                painter.setPen(theme.focus_pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            token = "accent" if chosen else "text2"
            theme.paint_icon(painter, QRect(self.width() // 2 - 10, 7, 20, 20), self._icon, token)
            painter.setFont(self._font(600 if chosen else 400))
            painter.setPen(theme.color(token))
            draw_text(painter, QRect(0, 29, self.width(), 17), CENTER, self.text())
            if self._badge:
                self._paint_badge(painter)

    def _font(self, weight: int) -> QFont:
        """The largest in which the name has room; other languages have longer ones."""
        fonts = [self._theme.font(step, weight) for step in (-2, -3, -4)]
        room = self.width()
        found = next((font for font in fonts if QFontMetrics(font).horizontalAdvance(self.text()) <= room), fonts[-1])
        wide = QFontMetrics(found).horizontalAdvance(self.text())
        if wide > room:
            found.setStretch(max(_NARROWEST, room * 100 // wide))
        return found

    def _paint_badge(self, painter: QPainter) -> None:
        words = str(self._badge) if self._badge < 100 else "99+"
        painter.setFont(self._theme.font(-3, 600))
        width = max(16, painter.fontMetrics().horizontalAdvance(words) + 8)
        rect = QRect(self.width() // 2 + 2, 1, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("danger"))
        painter.drawRoundedRect(QRectF(rect), 8, 8)
        painter.setPen(self._theme.color("base" if self._theme.dark else "on-accent"))
        draw_text(painter, rect, CENTER, words)


class Rail(QWidget):
    """Emits the place chosen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(tokens.RAIL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 9, 6, 6)
        layout.setSpacing(6)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        for name, icon in PLACES:
            if name == "Settings":
                layout.addStretch(1)
            button = RailButton(theme, name, icon, self)
            self._group.addButton(button)
            self.buttons[name] = button
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._on_click)

    def _on_click(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.text())

    def show_place(self, name: str) -> None:
        """Marks the place shown; one that is not in the rail leaves the mark where it came from."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)
