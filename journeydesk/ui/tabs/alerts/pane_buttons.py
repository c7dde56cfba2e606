"""The buttons under the head of the reading pane; where there is little room the least needed ones go first."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import tip

_LEFT, _RIGHT, _GAP = 24, 20, 8


class PaneButtons(QWidget):
    """Each of them has a key too, so that what is left out here can still be done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(46)
        self.acknowledge = KeyButton(theme, tr("Acknowledge"), icon="check", key=Action.ALERT_ACKNOWLEDGE.cap)
        self.actioned = KeyButton(theme, tr("Mark actioned"), icon="ok-circle", key=Action.ALERT_ACTIONED.cap)
        self.actioned.setToolTip(tip(tr("{label} adds a note", label=Action.ALERT_NOTE.label)))
        self.snooze = KeyButton(theme, tr("Snooze"), icon="moon", key=Action.ALERT_SNOOZE.cap)
        self.call = KeyButton(theme, tr("Call logged…"), icon="phone", key=Action.ALERT_CALL.cap)
        self.open = KeyButton(theme, tr("Open prospect"), icon="external", key=Action.ALERT_OPEN.cap, kind="flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        row.setSpacing(_GAP)
        for button in (self.acknowledge, self.actioned, self.snooze, self.call):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.open)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 46)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The log of a call goes first, the card above has it; then words become shorter, then the way to the prospect goes.
        super().resizeEvent(event)
        for call, way, words in (
            (True, tr("Open prospect"), tr("Mark actioned")),
            (False, tr("Open prospect"), tr("Mark actioned")),
            (False, tr("Open"), tr("Mark actioned")),
            (False, tr("Open"), tr("Actioned")),
            (False, "", tr("Actioned")),
        ):
            self._offer(call, way, words)
            if self._needed() <= self.width():
                return

    def _offer(self, call: bool, way: str, words: str) -> None:
        self.call.setVisible(call)
        self.open.setVisible(bool(way))
        for button, text in ((self.open, way), (self.actioned, words)):
            button.setText(text)
            button.updateGeometry()

    def _needed(self) -> int:
        shown = [
            button for button in (self.acknowledge, self.actioned, self.snooze, self.call, self.open) if not button.isHidden()
        ]
        return _LEFT + _RIGHT + sum(button.sizeHint().width() + _GAP for button in shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("panel"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
