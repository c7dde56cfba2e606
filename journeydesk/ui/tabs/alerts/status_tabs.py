"""The four states of the inbox with their counts."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.button_steps import step_to

STATES = ("Pending", "Acknowledged", "Actioned", "Expired")
_PAD = 8
_HEIGHT = 26


class CountedTab(QAbstractButton):
    """A name and a count."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self.setText(named(name))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Shows how many alerts there are."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[int, int]:
        name = QFontMetrics(self._theme.font(0, 500)).horizontalAdvance(self.text())
        return name, QFontMetrics(self._theme.font(0, tabular=True)).horizontalAdvance(str(self._count))

    def sizeHint(self) -> QSize:
        name, count = self._widths()
        return QSize(_PAD + name + 6 + count + _PAD, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.focus_pen if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent-soft" if chosen else "hover" if self.underMouse() else "base"))
            inset = 1 if self.hasFocus() else 0
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
            name, count = self._widths()
            painter.setFont(theme.font(0, 500))
            painter.setPen(theme.color("accent-ink" if chosen else "text2"))
            draw_text(painter, QRect(_PAD, 0, name + 2, _HEIGHT), LEFT, self.text())
            painter.setFont(theme.font(0, tabular=True))
            painter.setPen(theme.color("accent-ink" if chosen else "text3"))
            draw_text(painter, QRect(_PAD + name + 6, 0, count + 4, _HEIGHT), LEFT, str(self._count))


class StatusTabs(QWidget):
    """Emits the state that was chosen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(Scope.FIELDS, {Action.LEFT: partial(self._step, -1), Action.RIGHT: partial(self._step, 1)})
        self.setAccessibleName(tr("State of the alerts"))
        self._group = QButtonGroup(self)
        self._tabs: dict[str, CountedTab] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for place, state in enumerate(STATES):
            tab = self._tabs[state] = CountedTab(theme, state)
            self._group.addButton(tab, place)
            layout.addWidget(tab)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.text()))
        self._tabs["Pending"].setChecked(True)
        theme.changed.connect(self.update)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Shows how many alerts stand in each state."""
        for state, tab in self._tabs.items():
            tab.show_count(counts.get(state, 0))

    def choose(self, state: str) -> None:
        """Marks a state without telling."""
        self._tabs[state].setChecked(True)

    def tab(self, state: str) -> QAbstractButton:
        """The button of a state."""
        return self._tabs[state]

    def _step(self, by: int) -> bool:
        return step_to(self._group, by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
