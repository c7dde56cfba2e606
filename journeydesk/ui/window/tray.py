"""Going on in the tray when the window is closed: only where a person chose it, and explained once."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.program.raising import raise_window
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.window.pill import SyncPill

EXPLAINED = tr(
    "Journeydesk goes on here: it syncs and tells of alerts. Quit from this menu, or change it in Settings, General."
)
_SHOWN_MS = 10_000


def has_tray() -> bool:
    """Whether the desktop has a tray; asked only by who chose it, so no start waits for what asks."""
    from journeydesk.ui.notifications import tray

    return tray.has_tray()


class TrayPresence(QObject):
    """An icon with a menu while closing leaves the window in the tray; what the menu asks for is the window's to do."""

    log_requested = Signal()
    sync_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, pill: SyncPill, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._preferences = preferences
        self._pill = pill
        self._window = window
        self.icon: QSystemTrayIcon | None = None
        self.menu: QMenu | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether a person chose that closing leaves the window in the tray."""
        return self._preferences.flag("tray")

    def choose(self, wanted: bool) -> None:
        """Keeps the choice; it holds from the next time that the window is closed."""
        self._preferences.keep({"tray": wanted})
        if not wanted and self.icon is not None:
            self.icon.hide()

    def takes(self) -> bool:
        """Hides the window instead of closing it; False where that is not wanted or there is no tray, and the window closes."""
        if not self.is_wanted or not has_tray():
            return False
        icon = self._made()
        icon.setToolTip(tip(tr("Journeydesk – {text}", text=self._pill.words.text)))
        icon.show()
        self._window.hide()
        if not self._preferences.flag("tray_explained"):
            self._preferences.keep({"tray_explained": True})
            icon.showMessage("Journeydesk", EXPLAINED, QSystemTrayIcon.MessageIcon.Information, _SHOWN_MS)
        return True

    def _made(self) -> QSystemTrayIcon:
        if self.icon is None:
            self.menu = QMenu(self._window)
            self.menu.addAction(tr("Open Journeydesk"), self.bring_back)
            self.menu.addAction(tr("Log a call…"), self._log)
            self.menu.addAction(Action.SYNC.words, self.sync_requested.emit)
            self.menu.addSeparator()
            self.menu.addAction(Action.QUIT.words, self.quit_requested.emit)
            self.icon = QSystemTrayIcon(self._theme.icon("logo", "accent", 22), self)
            self.icon.setContextMenu(self.menu)
            self.icon.activated.connect(self._pressed)
        return self.icon

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.bring_back()

    def bring_back(self) -> None:
        """Shows the window again."""
        raise_window(self._window)

    def _log(self) -> None:
        self.bring_back()
        self.log_requested.emit()

    def stop(self) -> None:
        """Takes the icon away: the program ends."""
        if self.icon is not None:
            self.icon.hide()
