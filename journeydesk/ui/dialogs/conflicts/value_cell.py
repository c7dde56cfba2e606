"""One side's value in a conflict: a radio button that covers its whole cell."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from journeydesk.ui.dialogs.conflicts.shown_value import ShownValue
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme

LEFT_OF_TEXT, TOP = 34, 9


class ValueCell(QRadioButton):
    """Emits `picked` when a person picks it, also when it was picked already."""

    picked = Signal()

    def __init__(self, theme: Theme, value: ShownValue, name: str, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = KeyMap(Scope.CONFLICTS, {Action.PICK_CELL: self.click})
        self._theme = theme
        self._value = value
        self._width = width
        self.setAutoExclusive(False)
        self.setFixedWidth(width)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._on_click)
        theme.changed.connect(self.update)

    @property
    def needed(self) -> int:
        """The height that the value needs."""
        return self._value.height(self._width - LEFT_OF_TEXT - 12) + 2 * TOP

    def _on_click(self) -> None:
        # A radio button of its own would toggle; this one only ever turns on.
        self.setChecked(True)
        self.picked.emit()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return QSize(self._width, self.needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Space picks; every other key is the dialog's.
        if not self._keys.press(event):
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, picked = self._theme, self.isChecked()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.color("accent-soft" if picked else "hover" if self.underMouse() else "base"))
            if picked or self.hasFocus():
                width = 2 if self.hasFocus() else 1
                painter.setPen(QPen(theme.color("accent"), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inset = width / 2
                painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
            self._paint_radio(painter, picked)
            self._value.paint(painter, LEFT_OF_TEXT, TOP, self.width() - LEFT_OF_TEXT - 12)

    def _paint_radio(self, painter: QPainter, picked: bool) -> None:
        theme, middle = self._theme, QPointF(19.5, TOP + 9)
        if picked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent-fill"))
            painter.drawEllipse(middle, 7, 7)
            painter.setBrush(theme.color("on-accent"))
            painter.drawEllipse(middle, 2.6, 2.6)
        else:
            painter.setPen(QPen(theme.color("ctl"), 1))
            painter.setBrush(theme.color("base"))
            painter.drawEllipse(middle, 6.5, 6.5)
