"""The brief by itself, over the place shown: read, then dial or log."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.call_session.brief import Brief
from journeydesk.ui.call_session.three_lines import ThreeLines
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton

_WIDTH, _ABOVE = 460, 8


class BriefSheet(FramedSheet):
    """`log_requested` carries the prospect whose call is to be logged. The same key that opened it closes it."""

    log_requested = Signal(int)

    def __init__(self, context: Context, theme: Theme, window: QWidget, prospect: RecordId) -> None:
        super().__init__(theme, window, _WIDTH, "Brief")
        self._prospect = prospect
        self.brief = Brief(context, theme)
        detail = self.brief.show_prospect(prospect)
        self.found = detail is not None
        name = (detail.row.company or detail.row.contact) if detail is not None else ""
        self.log = KeyButton(theme, tr("Log call"), icon="phone", key=Action.LOG_CALL.cap, kind="primary", parent=self.sheet)
        self.log.clicked.connect(self._log)
        self._keys = KeyMap(Scope.PROSPECTS, {Action.LOG_CALL: self._log, Action.BRIEF: self.done})
        self._session_keys = KeyMap(Scope.SESSION, {Action.DIAL: self.brief.dial})
        self.body.setContentsMargins(0, _ABOVE, 0, 0)
        self.body.addWidget(self.brief)
        self.lines = ThreeLines(context, theme, prospect)
        self.body.addWidget(self.lines)
        self.offer(self.log, leave=tr("Close"))
        self.sheet.setAccessibleName(tr("Brief: {name}", name=name))
        self.accepted.connect(self._log)

    def _place(self) -> None:
        # The brief is as high as what it says: in a low window the sheet scrolls.
        self.brief.setMinimumHeight(self.brief.needed())
        super()._place()

    def take_focus(self) -> None:
        """The button that goes on with the call."""
        self.log.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event) and not self._session_keys.press(event):
            super().keyPressEvent(event)

    def _log(self) -> None:
        self.done()
        self.log_requested.emit(self._prospect)
