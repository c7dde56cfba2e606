"""The window: rail, top bar, the place shown, status bar. It puts parts together and knows none of their insides."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Protocol

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.config import connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.commands.undoing import follow, redo, undo
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import pending_count
from journeydesk.services.queries.sync import sync_status
from journeydesk.services.rows.prospects import ListView
from journeydesk.services.sync.pill import pill
from journeydesk.ui.call_session.opening import Sessions
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.logging import Logging
from journeydesk.ui.places import KEYS, LIST_KEYS, TABS
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.top_bar import TopBar
from journeydesk.ui.widgets.farewell import Farewell, farewell_words
from journeydesk.ui.widgets.hints import StatusBar
from journeydesk.ui.widgets.message import Message
from journeydesk.ui.widgets.rail import Rail
from journeydesk.ui.widgets.token_banner import TokenBanner
from journeydesk.ui.work import Background

_PILL_EVERY_MS = 15_000


class SyncControl(Protocol):
    """What the window may ask of the background."""

    def request(self) -> None:
        """Sync soon."""
        ...


class MainWindow(QWidget):
    """One workspace. `changed` carries each change to the dialogs that are open."""

    changed = Signal(object)

    def __init__(self, context: Context, theme: Theme, sync: SyncControl | None = None) -> None:
        super().__init__()
        self.context = context
        self.theme = theme
        self._sync = sync
        self._tabs: dict[str, Tab] = {}
        self.on_close: Callable[[], None] | None = None
        self._unsent = 0
        self._sync_status = sync_status(context)
        self.farewell: Farewell | None = None
        self.setMinimumSize(960, 640)
        self.resize(1440, 868)
        self.rail = Rail(theme, self)
        self.top = TopBar(theme, self)
        self.banner = TokenBanner(theme, self)
        self.work = Background(self)
        self.pages = QStackedWidget(self)
        self.status = StatusBar(theme, self)
        self._lay_out()
        self.message = Message(theme, self)
        self.logging = Logging(self)
        self.sessions = Sessions(self)
        self.actions_registry = Bindings(self)
        self._bind()
        self._timer = QTimer(self)
        self._timer.setInterval(_PILL_EVERY_MS)
        self._timer.timeout.connect(self.show_pill)
        self._timer.start()
        self.show_place("Prospects")
        self.show_pill()
        self.logging.tell()
        self.sessions.tell()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.banner)
        right.addWidget(self.pages, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(body, 1)
        outer.addWidget(self.status)
        # The status bar spans the whole width; the rail ends above it, as the pages do.

    def _bind(self) -> None:
        self.rail.chosen.connect(self.show_place)
        self.message.undo.connect(self.undo)
        self.top.search.clicked.connect(self.open_palette)
        self.top.new_prospect.clicked.connect(self.new_prospect)
        self.top.pill.clicked.connect(self._open_pill)
        bind = self.actions_registry.bind
        for place, action in KEYS.items():
            bind(action, partial(self.show_place, place))
        bind(Action.PALETTE, self.open_palette)
        bind(Action.NEW_PROSPECT, self.new_prospect)
        bind(Action.LOG_ANYWHERE, partial(self.logging.open, None))
        bind(Action.UNDO, self.undo)
        bind(Action.REDO, self.redo)
        bind(Action.SYNC, self.sync_now)
        bind(Action.CONFLICTS, self.review_conflicts)
        bind(Action.SET_UP, self.set_up_airtable)
        self.banner.details_requested.connect(self.show_sync_details)
        self.banner.paste_requested.connect(self.paste_token)
        bind(Action.SYNC_DETAILS, self.show_sync_details)
        bind(Action.HELP, self.show_shortcuts)

    def _bind_list(self, tab: Tab) -> None:
        from journeydesk.ui.tabs.prospects.tab import ProspectsTab

        if isinstance(tab, ProspectsTab):
            bind = self.actions_registry.bind
            for action, name in LIST_KEYS.items():
                places = (tab.table, tab.detail) if action is Action.TASKS else (tab.table,)
                bind(action, partial(tab.act, name), *places)
            bind(Action.FILTER, tab.filters.ask, tab.table)
            bind(Action.LOG_CALL, self.logging.current, tab.table, tab.detail)
            bind(Action.CALL_SESSION, self.sessions.start, tab.table)
        elif tab in (self._tabs.get("Alerts"), self._tabs.get("Today")):
            self.actions_registry.also(Action.LOG_CALL, tab)
            self.actions_registry.also(Action.CALL_SESSION, tab)

    @property
    def place(self) -> str:
        """The place shown."""
        return next((name for name, tab in self._tabs.items() if tab is self.pages.currentWidget()), "Prospects")

    def tab(self, place: str) -> Tab:
        """A place's tab, made when it is first wanted."""
        found = self._tabs.get(place)
        if found is None:
            module, name = TABS[place]
            found = getattr(import_module(module), name)(self.context, self.theme, self)
            assert isinstance(found, Tab)
            self._tabs[place] = found
            self.pages.addWidget(found)
            found.said.connect(self.say)
            found.failed.connect(lambda words: self.message.say(words, stays=True))
            found.prospect_requested.connect(self.show_prospect)
            found.log_requested.connect(self.log)
            found.step_requested.connect(self.logging.ask_next_step)
            found.session_requested.connect(self.sessions.start)
            found.undo_requested.connect(self.undo)
            found.finished_here.connect(self.sessions.leave)
            found.list_requested.connect(self._show_list)
            found.place_requested.connect(self.show_part)
            found.conflict_requested.connect(partial(self.review_conflicts, "prospects"))
            found.hints_changed.connect(self._show_hints)
            self._bind_list(found)
        return found

    def show_place(self, place: str) -> None:
        """Goes to a place."""
        tab = self.tab(place)
        self.pages.setCurrentWidget(tab)
        self.rail.show_place(place)
        self._name_window()
        self._show_hints()
        tab.take_focus()
        self._show_badge()

    def show_part(self, place: str, part: str) -> None:
        """Goes to a place, and in the settings to the integrations or to a rule by its name."""
        from journeydesk.ui.tabs.settings.tab import SettingsTab

        self.show_place(place)
        tab = self.tab(place)
        if part and isinstance(tab, SettingsTab):
            (tab.show_page if part == "Integrations" else tab.show_rule)(part)

    def show_alert(self, alert: int) -> None:
        """Goes to an alert, whatever its state."""
        from journeydesk.ui.tabs.alerts.tab import AlertsTab

        self.show_place("Alerts")
        tab = self.tab("Alerts")
        if isinstance(tab, AlertsTab):
            tab.open_alert(RecordId(alert))

    def _name_window(self) -> None:
        self.setWindowTitle(f"{self.place} – Journeydesk")

    def show_prospect(self, prospect: int) -> None:
        """Goes to a prospect."""
        from journeydesk.ui.tabs.prospects.tab import ProspectsTab

        self.show_place("Prospects")
        tab = self.tab("Prospects")
        if isinstance(tab, ProspectsTab):
            tab.open_prospect(RecordId(prospect))

    def log(self, prospect: int, kind: str) -> None:
        """The log form for a prospect, over the place shown; a kind of "" is that of the draft."""
        self.logging.log(prospect, kind)

    def _show_list(self, view: ListView) -> None:
        from journeydesk.ui.tabs.prospects.tab import ProspectsTab

        self.show_place("Prospects")
        tab = self.tab("Prospects")
        if isinstance(tab, ProspectsTab):
            tab.show_view(view)

    def _show_hints(self) -> None:
        current = self.pages.currentWidget()
        if isinstance(current, Tab):
            self.status.show_hints(current.hints())
            self.status.show_facts(current.facts() or self._local_facts())

    def _local_facts(self) -> str:
        status = self._sync_status
        size = sum(f.stat().st_size for f in self.context.database.folder.glob("journeydesk.db*")) / 1e6
        waiting = f"{status.waiting} change{'' if status.waiting == 1 else 's'} to push · " if status.waiting else ""
        return f"{waiting}Local copy {size:,.0f} MB"

    def _show_badge(self) -> None:
        self.rail.buttons["Alerts"].set_badge(pending_count(self.context))

    def show_pill(self) -> None:
        """Brings the pill in line with the database."""
        now = self.context.clock().astimezone(self.context.settings.time_zone)
        status = self._sync_status = sync_status(self.context)
        self._unsent = status.waiting if status.connected else 0
        self.top.pill.show_words(pill(status, now))
        self.banner.show_state(status.connected and status.token_refused, status.waiting)

    def refresh(self, change: Change) -> None:
        """Hands a change to every tab that was made; they decide what it means for them."""
        for tab in self._tabs.values():
            tab.refresh(change)
        if change.kinds & {"sync", "alerts"}:
            self.show_pill()
        if "alerts" in change.kinds:
            self._show_badge()
        self._show_hints()
        self.changed.emit(change)

    def say(self, words: str, undoable: bool) -> None:
        """A message at the bottom left."""
        self.message.say(words, undoable=undoable)

    def undo(self) -> None:
        """Takes the last action back and says which."""
        self._step(partial(undo, following=False), "Undone", "There is nothing to undo")

    def redo(self) -> None:
        """Does the last undone action again and says which."""
        self._step(partial(redo, following=False), "Done again", "There is nothing to do again")

    def _step(self, command: Callable[[Context], str | None], done: str, nothing: str) -> None:
        try:
            label = command(self.context)
        except JourneydeskError as wrong:
            self.message.say(str(wrong), stays=True)
            return
        self.message.say(f"{done}: {label}" if label else nothing)
        self.work.run("follow", partial(follow, self.context), lambda _: None, self._not_followed)

    def _not_followed(self, problem: JourneydeskError) -> None:
        self.message.say(str(problem), stays=True)

    def attach_sync(self, sync: SyncControl) -> None:
        """The background is there; F5 and the pill reach it."""
        self._sync = sync

    def sync_now(self) -> None:
        """Asks the background for a pass."""
        if self._sync is not None:
            self._sync.request()

    def _open_pill(self) -> None:
        if self.top.pill.words.key:
            self.review_conflicts()
        elif not sync_status(self.context).connected:
            self.set_up_airtable()
        else:
            self.show_sync_details()

    def show_sync_details(self) -> None:
        """What waits to be sent, what sync asks, and the month's calls."""
        from journeydesk.ui.dialogs.outbox.drawer import SyncDrawer

        if any(found.isVisible() for found in self.findChildren(SyncDrawer)):
            return
        drawer = SyncDrawer(self.context, self.theme, self)
        drawer.said.connect(self.say)
        drawer.failed.connect(lambda words: self.message.say(words, stays=True))
        drawer.sync_requested.connect(self.sync_now)
        drawer.review_requested.connect(self.review_conflicts)
        drawer.prospect_requested.connect(self.show_prospect)
        self.changed.connect(drawer.refresh)
        drawer.open()

    def set_up_airtable(self) -> None:
        """Token, base, tables and fields, first sync."""
        from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp

        if any(found.isVisible() for found in self.findChildren(AirtableSetUp)):
            return
        dialog = AirtableSetUp(self.context, self.theme, self, self.work, connections())
        dialog.sync_requested.connect(self.sync_now)
        dialog.closed.connect(self._name_window)
        self.changed.connect(dialog.refresh)
        dialog.open()
        self.setWindowTitle("Set up – Journeydesk")

    def paste_token(self) -> None:
        """Takes a new token from the clipboard, checks it and syncs; opens the set-up where there is none."""
        from journeydesk.remote.opening import token_in
        from journeydesk.services.sync.setup import replace_token

        token = token_in(QGuiApplication.clipboard().text())
        if not token:
            self.set_up_airtable()
            return
        self.banner.show_busy(True)
        self.work.run(
            "token", partial(replace_token, self.context, connections(), token), self._token_kept, self._token_not_kept
        )

    def _token_kept(self, _result: None) -> None:
        self.banner.show_busy(False)
        self.show_pill()
        self.message.say("The new token works")
        self.sync_now()

    def _token_not_kept(self, problem: JourneydeskError) -> None:
        self.banner.show_busy(False)
        self.message.say(str(problem), stays=True)

    def review_conflicts(self, slug: str = "prospects", record: int | None = None, field: str = "") -> None:
        """The questions of sync, at those of a record where one is given."""
        from journeydesk.ui.dialogs.conflicts.review import ConflictReview

        if any(found.isVisible() for found in self.findChildren(ConflictReview)):
            return
        review = ConflictReview(self.context, self.theme, self)
        if not review.groups:
            review.deleteLater()
            self.message.say("There is no conflict to review")
            return
        review.said.connect(lambda words: self.say(words, True))
        review.sent.connect(self.sync_now)
        self.changed.connect(review.refresh)
        if record is not None:
            review.show_question(slug, RecordId(record), field)
        review.open()

    def open_palette(self) -> None:
        """Search and commands."""
        from journeydesk.ui.dialogs.palette import Palette

        Palette(self).open()

    def new_prospect(self) -> None:
        """Adds a prospect by hand."""
        from journeydesk.ui.dialogs.new_prospect import NewProspect

        dialog = NewProspect(self.context, self.theme, self)
        dialog.made.connect(self.show_prospect)
        dialog.open()

    def show_shortcuts(self) -> None:
        """All shortcuts in one list."""
        from journeydesk.ui.dialogs.shortcut_list import ShortcutList

        ShortcutList(self.theme, self).open()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Ends the background before the window goes; says in one line that what waits is safe.
        if self.on_close is not None:
            self.on_close()
        words = farewell_words(self._unsent)
        if words and self.isVisible():
            self.farewell = Farewell(self.theme, words, self.geometry())
            self.farewell.begin()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        # The selection's colour follows the window's activity.
        if event.type() == QEvent.Type.ActivationChange:
            self.update()
        super().changeEvent(event)
