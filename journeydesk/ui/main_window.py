"""The window: rail, top bar, the place shown, status bar. It puts parts together and knows none of their insides."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.config import MAIN, name_of
from journeydesk.domain.words import named, tr
from journeydesk.services.attention import pending_count
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.call_session.opening import Sessions
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.bindings import Bindings, HeldKeys
from journeydesk.ui.logging import Logging
from journeydesk.ui.places import FIRST, KEYS
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.targets import ViewTarget
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.hints import StatusBar
from journeydesk.ui.widgets.message import Message
from journeydesk.ui.window.deeds import Deeds
from journeydesk.ui.window.dropping import FileDrops
from journeydesk.ui.window.geometry import Stage
from journeydesk.ui.window.host import Guest, Host
from journeydesk.ui.window.looks import Looks
from journeydesk.ui.window.making_ahead import MakingAhead
from journeydesk.ui.window.menu.opening import MenuOpening
from journeydesk.ui.window.rail import Rail
from journeydesk.ui.window.sync_desk import SyncDesk
from journeydesk.ui.window.tab_stack import TabStack
from journeydesk.ui.window.top_bar import TopBar
from journeydesk.ui.window.tray import TrayPresence
from journeydesk.ui.window.undoing import Undoing
from journeydesk.ui.work import Background

if TYPE_CHECKING:
    from journeydesk.ui.window.farewell import Farewell


AFTER_PICTURE_MS = 40
"""A timer of no time would come before the window's first picture."""


class MainWindow(Host):
    """One workspace."""

    deeds: Deeds
    looks: Looks

    def __init__(self, context: Context, theme: Theme, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.context = context
        self.theme = theme
        self._told_what_waits = False
        self.on_close: Callable[[], None] | None = None
        self.farewell: Farewell | None = None
        self.setMinimumSize(960, 640)
        self.resize(1440, 868)
        self.stage = Stage(self)
        self.work = Background(self)
        self.bindings = Bindings(self)
        self.held_keys = HeldKeys(self)
        self.hints_later = QTimer(self)
        self.hints_later.setSingleShot(True)
        self.hints_later.timeout.connect(self.show_hints)
        self.rail = Rail(theme, self)
        self.sync = SyncDesk(context, theme, self.work, self)
        self.top = TopBar(theme, self.sync.pill, self)
        self.pages = TabStack(context, theme, self._connect_tab, self)
        self.ahead = MakingAhead(self.pages)
        self.status = StatusBar(theme, self)
        self._lay_out()
        self.message = Message(theme, self)
        self.undoing = Undoing(context, self.work, self)
        self.logging = Logging(context, theme, self.pages, self)
        self.sessions = Sessions(context, theme, self.pages, self)
        self.deeds = Deeds(self)
        self.looks = Looks(self, preferences or Preferences())
        self.tray = TrayPresence(theme, self.looks.preferences, self.sync.pill, self)
        self.menu = MenuOpening(self, self.top.menu)
        self.drops = FileDrops(self)
        self._connect()
        self._bind()
        self.show_place(FIRST)
        self.sync.show_pill()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.sync.banner)
        right.addWidget(self.pages, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addLayout(right, 1)
        outer = QVBoxLayout(self.stage)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(body, 1)
        outer.addWidget(self.status)
        # The status bar spans the whole width; the rail ends above it, as the pages do.

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_place)
        self.pages.place_shown.connect(self._on_place_shown)
        self.message.undo.connect(self.undoing.undo)
        self.top.search.clicked.connect(self.open_palette)
        self.top.new_prospect.clicked.connect(self.new_prospect)
        for part in (self.sync, self.logging, self.sessions):
            part.said.connect(self.say)
        self.sync.failed.connect(self.fail)
        self.sync.prospect_requested.connect(self.show_prospect)
        self.sync.banner.shown.connect(partial(self.top.give_way, "token"))
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self.sync.title_requested.connect(self._name_window)
        self.tray.log_requested.connect(partial(self.logging.open, None))
        self.tray.sync_requested.connect(self.sync.request)
        self.tray.quit_requested.connect(self.quit)
        self.undoing.said.connect(self.message.say)
        self.undoing.failed.connect(self.fail)

    def _sync(self) -> None:
        if not self.pages.current.asks_again():
            self.sync.request()

    def _bind(self) -> None:
        bind = self.bindings.bind
        for place, action in KEYS.items():
            bind(action, partial(self.show_place, place))
        bind(Action.PALETTE, self.open_palette)
        bind(Action.NEW_PROSPECT, self.new_prospect)
        bind(Action.IMPORT, self.deeds.choose_import)
        bind(Action.DUPLICATES, partial(self.show_place, "Duplicates"))
        bind(Action.LOG_ANYWHERE, partial(self.logging.open, None))
        bind(Action.UNDO, self.undoing.undo)
        bind(Action.REDO, self.undoing.redo)
        bind(Action.LAST_CHANGES, self.deeds.show_last_changes)
        bind(Action.SYNC, self._sync)
        bind(Action.CONFLICTS, self.sync.review_conflicts)
        bind(Action.SET_UP, self.sync.set_up)
        bind(Action.SYNC_DETAILS, self.sync.show_details)
        bind(Action.GUIDE, self.show_guide)
        bind(Action.HELP, self.show_shortcuts)
        bind(Action.MENU, self.menu.open)
        bind(Action.QUIT, self.quit)

    def _connect_tab(self, tab: Tab) -> None:
        if isinstance(tab, Guest):
            tab.meet(self)
        tab.said.connect(self.say)
        tab.said_also.connect(self.message.add)
        tab.failed.connect(self.fail)
        tab.prospect_requested.connect(self.show_prospect)
        tab.log_requested.connect(self.log)
        tab.step_requested.connect(self.logging.ask_next_step)
        tab.session_requested.connect(self.sessions.start)
        tab.undo_requested.connect(self.undoing.undo)
        tab.finished_here.connect(self.sessions.leave)
        tab.list_requested.connect(lambda view: self.show_target(ViewTarget(view)))
        tab.target_requested.connect(self.show_target)
        tab.conflict_requested.connect(partial(self.sync.review_conflicts, "prospects"))
        tab.hints_changed.connect(self.ask_for_hints)
        tab.bind_keys(self.bindings)
        for action, run in (
            (Action.LOG_CALL, self.logging.current),
            (Action.BRIEF, self._show_brief),
            (Action.PLANNING_REVIEW, self.deeds.review_planning),
            (Action.RUN_SCENARIO, self.deeds.run_scenario),
            (Action.UPGRADE, self.deeds.upgrade),
            (Action.CALL_SESSION, self.sessions.start),
        ):
            widgets = tab.widgets_with(action)
            if widgets:
                self.bindings.bind(action, run, *widgets)

    def log(self, prospect: int, kind: str) -> None:
        """The log form for a prospect, over the place shown; a kind of "" is that of the draft."""
        self.logging.log(prospect, kind)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # While a log is being written, logging it is the first action.
        if not self.isActiveWindow() or (now is not None and now.window() is not self):
            return
        while now is not None and now.objectName() != "composer":
            now = now.parentWidget()
        self.top.give_way("log", now is not None)
        self.show_writing(now is not None)

    def _show_brief(self) -> None:
        self.sessions.brief(self.logging)

    def _on_place_shown(self, place: str) -> None:
        self.rail.show_place(place)
        self.top.show_place(place)
        self.looks.changed()
        self._name_window()
        self.show_hints()
        self._show_badge()
        # Once the place is laid out it is known where its buttons stand.
        QTimer.singleShot(0, self.message.step_aside)

    def _name_window(self, title: str = "") -> None:
        name, title = name_of(self.context.database.folder), title or named(self.place)
        words = tr("{title} – Journeydesk", title=title)
        self.setWindowTitle(words if name == MAIN else tr("{title} – {name} – Journeydesk", title=title, name=name))

    def _show_badge(self) -> None:
        self.rail.buttons["Alerts"].set_badge(pending_count(self.context))

    def refresh(self, change: Change) -> None:
        """Hands a change to every part; they decide what it means for them."""
        self.pages.refresh(change)
        self.sync.refresh(change)
        if "alerts" in change.kinds:
            self._show_badge()
        self.show_hints()
        self.changed.emit(change)

    def open_palette(self) -> None:
        """Search and commands."""
        from journeydesk.ui.dialogs.palette import Palette

        whom = self.acted_on
        palette = Palette(self.context, self.theme, self.bindings, self)
        palette.name_whom(whom.name if whom is not None else "")
        palette.prospect_requested.connect(self.show_prospect)
        palette.log_requested.connect(self.log)
        palette.new_requested.connect(self.new_prospect)
        palette.open()
        palette.keep_beneath()
        self.changed.connect(palette.renew_beneath)

    def show_shortcuts(self) -> None:
        """All shortcuts in one list."""
        from journeydesk.ui.dialogs.shortcut_list import ShortcutList

        if not any(sheet.isVisible() for sheet in self.findChildren(ShortcutList)):
            ShortcutList(self.theme, self).open()

    def show_guide(self) -> None:
        """The user's guide, in a window of its own."""
        from journeydesk.ui.guide.window import show_guide

        show_guide(self)

    def end_session(self, *_: object) -> None:
        """The desktop ends the session and will close every window: this one goes, and stays in no tray."""
        self.is_quitting = True

    def showEvent(self, event: QShowEvent) -> None:
        # What waits from before is said once the first list stands.
        super().showEvent(event)
        self.windowHandle().installEventFilter(self.held_keys)
        if not self._told_what_waits:
            self._told_what_waits = True
            QTimer.singleShot(AFTER_PICTURE_MS, self._tell_what_waits)

    def _tell_what_waits(self) -> None:
        self.logging.tell()
        self.sessions.tell()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Ends the background before the window goes; says in one line that what waits is safe.
        if not self.is_quitting and self.isVisible() and self.tray.takes():
            event.ignore()
            return
        self.tray.stop()
        self.ahead.stop()
        self.looks.stop()
        from journeydesk.ui.window.farewell import Farewell, farewell_words

        words = farewell_words(self.sync.unsent)
        if words and self.isVisible():
            self.farewell = Farewell(self.theme, words, self.geometry())
            self.farewell.begin()
        if self.on_close is not None:
            self.on_close()
        if self.farewell is not None:
            self.farewell.finish()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stage.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.stage.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.menu.heard(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        # The selection's colour follows the window's activity.
        if event.type() == QEvent.Type.ActivationChange:
            self.update()
        super().changeEvent(event)
