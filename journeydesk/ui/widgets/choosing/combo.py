"""A choice out of a list, with its arrow: a style sheet that gives the box a border takes Qt's own arrow away."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QToolTip, QWidget

from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_ARROW = 14
_MARGIN = 6


class Combo(QComboBox):
    """A combo box that draws its arrow in the colours of the theme. A choice too long for it ends in an ellipsis, its tip has it whole."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def hold(self, width: int) -> None:
        """Stays so wide, whatever is offered; wider where the longest of what is offered now would be cut."""
        self.setFixedWidth(max(width, self.sizeHint().width()))

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        return option

    def paintEvent(self, event: QPaintEvent) -> None:
        option = self._option()
        if option.currentText == self.currentText():
            super().paintEvent(event)
        else:
            with QPainter(self) as painter:
                self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
                self.style().drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
        place = QRect(self.width() - _ARROW - _MARGIN, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        with painter_on(self) as brush:
            self._theme.paint_icon(brush, place, "down", "text2" if self.isEnabled() else "disabled")

    def event(self, event: QEvent) -> bool:
        # What a screen says of the whole box goes before.
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            whole = self.currentText()
            QToolTip.showText(event.globalPos(), "" if self._option().currentText == whole else tip(whole), self)
            return True
        return super().event(event)
