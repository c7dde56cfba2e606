"""The window's side of notifications: what is pressed on one is done here, and the window comes to the front."""

from datetime import timedelta

from PySide6.QtCore import QObject

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.commands.alerts import acknowledge, snooze
from journeydesk.services.context import Context
from journeydesk.ui.notifications.attention import Attention
from journeydesk.ui.notifications.notifier import Notifier
from journeydesk.ui.notifications.outlet import Outlet
from journeydesk.ui.program.raising import raise_window
from journeydesk.ui.targets import AlertTarget
from journeydesk.ui.window.host import Host

SNOOZED_FOR = timedelta(hours=1)


class NotificationDesk(QObject):
    """One per window, from its first paint until it closes."""

    def __init__(self, context: Context, window: Host, notifier: Notifier | None = None) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.notifier = notifier or Outlet(window.work, window.theme.icon("logo", "accent"), self)
        self.attention = Attention(context, window.work, lambda: self.notifier, self)
        self.notifier.invoked.connect(self.attention.pressed)
        self.attention.invoked.connect(self._on_invoked)
        self.attention.counted.connect(window.rail.buttons["Alerts"].set_badge)
        window.changed.connect(self.attention.refresh)
        self.attention.look()

    def _on_invoked(self, what: str, alerts: list[RecordId], token: str) -> None:
        if what == "open":
            raise_window(self._window, token)
            if len(alerts) == 1:
                self._window.show_target(AlertTarget(alerts[0]))
            else:
                self._window.show_place("Alerts")
            return
        try:
            if what == "acknowledge":
                acknowledge(self._context, alerts)
                self._window.say(tr("Alert acknowledged from its notification"), True)
            else:
                snooze(self._context, alerts, self._context.clock() + SNOOZED_FOR)
                self._window.say(tr("Alert snoozed for an hour from its notification"), True)
        except UserError as problem:
            # It was handled elsewhere while the notification was on its way off the screen.
            self._window.say(str(problem), False)

    def stop(self) -> None:
        """Takes what is on screen away: nobody would hear its buttons."""
        self.attention.stop()
        self.notifier.close()
