"""Sync in the window: the pill and the banner, and the dialogs that begin from them."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journeydesk.config import connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.sync import sync_status
from journeydesk.services.sync.pill import pill
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.pill import SyncPill
from journeydesk.ui.window.token_banner import TokenBanner
from journeydesk.ui.words.figures import short_day
from journeydesk.ui.work import Background

_PILL_EVERY_MS = 15_000


class SyncControl(Protocol):
    """What the window may ask of the background."""

    def request(self) -> None:
        """Sync soon."""
        ...


class SyncDesk(QObject):
    """`said` carries a sentence and whether Undo belongs to it, `failed` one that stays; `changed` each change, for open dialogs.

    `title_requested` names the window after the dialog that covers it, "" after the place shown.
    """

    said = Signal(str, bool)
    failed = Signal(str)
    prospect_requested = Signal(int)
    title_requested = Signal(str)
    changed = Signal(object)

    def __init__(self, context: Context, theme: Theme, work: Background, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._theme = theme
        self._work = work
        self._window = window
        self._control: SyncControl | None = None
        self._status = sync_status(context)
        self.pill = SyncPill(theme, window)
        self.banner = TokenBanner(theme, window)
        self.pill.clicked.connect(self._open_pill)
        self.banner.details_requested.connect(self.show_details)
        self.banner.paste_requested.connect(self.paste_token)
        self._timer = QTimer(self)
        self._timer.setInterval(_PILL_EVERY_MS)
        self._timer.timeout.connect(self.show_pill)
        self._timer.start()

    @property
    def unsent(self) -> int:
        """How many changes wait to be sent; 0 where nothing is connected."""
        return self._status.waiting if self._status.connected else 0

    def facts(self) -> str:
        """What waits, and how large the local copy is, for the status bar."""
        waiting = self._status.waiting
        since = self._status.offline_since
        if since is not None:
            local, today = since.astimezone(self._context.settings.time_zone), self._context.today()
            day = "" if local.date() == today else f"{short_day(local.date(), today)} "
            return tr(
                "Offline since {moment} · Changes are kept here and sent when you are back online",
                moment=f"{day}{local:%H:%M}",
            )
        size = sum(file.stat().st_size for file in self._context.database.folder.glob("journeydesk.db*")) / 1e6
        words = tr("{waiting} waiting · ", waiting=figure(waiting)) if waiting else ""
        return tr("{words}Local copy {size} MB", words=words, size=figure(size))

    def attach(self, control: SyncControl) -> None:
        """The background is there; F5 and the pill reach it."""
        self._control = control

    def request(self) -> None:
        """Asks the background for a pass; says why there is none where a person has the network off."""
        if self._status.works_offline:
            self.said.emit(tr("You work offline. Switch it off in the menu (Tools) or in Settings to sync."), False)
        elif self._control is not None:
            self._control.request()

    def show_pill(self) -> None:
        """Brings the pill in line with the database."""
        now = self._context.clock().astimezone(self._context.settings.time_zone)
        status = self._status = sync_status(self._context)
        self.pill.show_words(pill(status, now))
        self.banner.show_state(status.connected and status.token_refused, status.waiting)

    def refresh(self, change: Change) -> None:
        """Shows what a change means for the pill, and hands it to the dialogs that are open."""
        if change.kinds & {"sync", "alerts"}:
            self.show_pill()
        self.changed.emit(change)

    def _open_pill(self) -> None:
        if self.pill.words.key:
            self.review_conflicts()
        elif not sync_status(self._context).connected:
            self.set_up()
        else:
            self.show_details()

    def _is_open(self, dialog: type[Sheet]) -> bool:
        return any(sheet.isVisible() for sheet in self._window.findChildren(dialog))

    def show_details(self) -> None:
        """What waits to be sent, what sync asks, and the month's calls."""
        from journeydesk.ui.dialogs.outbox.drawer import SyncDrawer

        if self._is_open(SyncDrawer):
            return
        drawer = SyncDrawer(self._context, self._theme, self._window, self._work)
        drawer.said.connect(self.said)
        drawer.failed.connect(self.failed)
        drawer.sync_requested.connect(self.request)
        drawer.review_requested.connect(self.review_conflicts)
        drawer.prospect_requested.connect(self.prospect_requested)
        self.changed.connect(drawer.refresh)
        drawer.open()

    def set_up(self) -> None:
        """Token, base, tables and fields, first sync."""
        from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp

        if self._is_open(AirtableSetUp):
            return
        dialog = AirtableSetUp(self._context, self._theme, self._window, self._work, connections())
        dialog.sync_requested.connect(self.request)
        dialog.closed.connect(partial(self.title_requested.emit, ""))
        self.changed.connect(dialog.refresh)
        dialog.open()
        self.title_requested.emit(tr("Set up"))

    def paste_token(self) -> None:
        """Takes a new token from the clipboard, checks it and syncs; opens the set-up where there is none."""
        from journeydesk.remote.opening import token_in
        from journeydesk.services.sync.setup import replace_token

        token = token_in(QGuiApplication.clipboard().text())
        if not token:
            self.set_up()
            return
        self.banner.show_busy(True)
        replace = partial(replace_token, self._context, connections(), token)
        self._work.run("token", replace, self._token_kept, self._token_not_kept)

    def _token_kept(self, _result: None) -> None:
        self.banner.show_busy(False)
        self.show_pill()
        self.said.emit(tr("The new token works"), False)
        self.request()

    def _token_not_kept(self, problem: JourneydeskError) -> None:
        self.banner.show_busy(False)
        self.failed.emit(str(problem))

    def review_conflicts(self, slug: str = "prospects", record: int | None = None, field: str = "") -> None:
        """The questions of sync, at those of a record where one is given."""
        from journeydesk.ui.dialogs.conflicts.review import ConflictReview

        if self._is_open(ConflictReview):
            return
        review = ConflictReview(self._context, self._theme, self._window)
        if not review.groups:
            review.deleteLater()
            self.said.emit(tr("There is no conflict to review"), False)
            return
        review.said.connect(lambda words: self.said.emit(words, True))
        review.sent.connect(self.request)
        self.changed.connect(review.refresh)
        if record is not None:
            review.show_question(slug, RecordId(record), field)
        review.open()
