"""The sync details: the state in words, what sync asks, every waiting change, and what the month's calls say."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.changes import Change
from journeydesk.services.commands import outbox as commands
from journeydesk.services.context import Context
from journeydesk.services.queries.outbox import PendingRow, sync_details
from journeydesk.services.queries.sync import sync_status
from journeydesk.services.rows.sync import SyncNoteRow
from journeydesk.services.sync.pill import pill
from journeydesk.ui.dialogs.outbox.change_bar import ChangeBar
from journeydesk.ui.dialogs.outbox.notes import NoteCards
from journeydesk.ui.dialogs.outbox.pending_delegate import PendingDelegate
from journeydesk.ui.dialogs.outbox.pending_list import PendingList
from journeydesk.ui.dialogs.outbox.pending_model import PendingModel
from journeydesk.ui.dialogs.outbox.sync_facts import SyncFacts
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import put
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.window.geometry import ground_of
from journeydesk.ui.words.figures import touch_day
from journeydesk.ui.work import Background

WIDTH = 560
_READ_AGAIN_MS = 150
_TONES = {"ok": "ok", "busy": "accent", "quiet": "text2", "warn": "warn", "danger": "danger"}


class SyncDrawer(Sheet):
    """Opens from the pill and with Ctrl+Shift+S, at the right edge. `said` carries a sentence and whether Undo belongs to it."""

    said = Signal(str, bool)
    failed = Signal(str)
    sync_requested = Signal()
    review_requested = Signal()
    prospect_requested = Signal(int)

    def __init__(self, context: Context, theme: Theme, window: QWidget, work: Background) -> None:
        super().__init__(theme, window, min(WIDTH, ground_of(window).width() - 48))
        self._keys = KeyMap(
            Scope.OUTBOX,
            {
                Action.CHANGE_SEND: partial(self.act, "send"),
                Action.CHANGE_HOLD: partial(self.act, "hold"),
                Action.CHANGE_DROP: partial(self.act, "drop"),
                Action.CHANGE_COPY: partial(self.act, "copy"),
                Action.CHANGE_SHOW: self._show_current,
            },
        )
        self._context = context
        zone = context.settings.time_zone
        self.model = PendingModel(context, work, self)
        self._place_kept: tuple[PendingRow | None, int, int] = (None, -1, 0)
        delegate = PendingDelegate(theme, zone, context.today, self)
        self.list = PendingList(theme, self.model, delegate, self.sheet)
        self.bar = ChangeBar(theme, self.sheet)
        self.notes = NoteCards(theme, self.sheet.width(), self.sheet)
        self.facts = SyncFacts(theme, zone, self.sheet)
        self.empty = label(theme, tr("Everything is sent."), kind="secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_READ_AGAIN_MS)
        self._again.timeout.connect(self.read)
        self.sheet.setAccessibleName(tr("Sync details"))
        self._lay_out()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        column = self.layout_
        column.addLayout(self._head())
        column.addWidget(rule())
        column.addLayout(self._state())
        column.addWidget(rule())
        column.addWidget(self.notes)
        self._title = label(self.theme, step=-1, weight=600, kind="secondary")
        self._title.setContentsMargins(18, 8, 18, 8)
        column.addWidget(self._title)
        column.addWidget(rule())
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(rule())
        column.addWidget(self.bar)
        column.addWidget(rule())
        column.addWidget(self.facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.facts.fit(self.height())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(18, 9, 12, 9)
        row.setSpacing(8)
        row.addWidget(label(self.theme, tr("Sync"), step=2, weight=600))
        row.addStretch(1)
        self._success = label(self.theme, kind="secondary")
        row.addWidget(self._success)
        shut = IconButton(self.theme, "x", tr("Close (Esc)"), parent=self.sheet)
        shut.clicked.connect(self.done)
        row.addWidget(shut)
        return row

    def _state(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(10)
        self._icon = IconLabel(self.theme, "cloud", "text2")
        self._words: QLabel = label(self.theme, weight=500)
        self.review = KeyButton(self.theme, tr("Review"), icon="split", key=Action.CONFLICTS.cap, parent=self.sheet)
        self.sync = KeyButton(self.theme, tr("Sync now"), icon="refresh", key=Action.SYNC.cap, parent=self.sheet)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.review)
        row.addWidget(self.sync)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(row)
        self.why = label(self.theme, step=-1, kind="secondary", wrap=True)
        self.why.setContentsMargins(44, 0, 18, 10)
        column.addWidget(self.why)
        return column

    def _connect(self) -> None:
        self.model.modelAboutToBeReset.connect(self._keep_place)
        self.list.current_changed.connect(self._show_bar)
        self.bar.pressed.connect(self.act)
        self.review.clicked.connect(self._review)
        self.sync.clicked.connect(self.sync_requested)
        self.notes.confirmed.connect(self._confirm)
        self.notes.check_requested.connect(self.sync_requested)
        self.notes.dismissed.connect(self._dismiss)
        self.notes.record_requested.connect(self._show_prospect)
        self.facts.plan_chosen.connect(self._set_plan)

    def _place(self) -> None:
        self.sheet.setFixedHeight(self.height())
        put(self.sheet, self.width() - self.sheet.width(), 0)

    def take_focus(self) -> None:
        """The list has the keyboard, at its first change; without one, the button that syncs."""
        if self.list.isVisible():
            # Chosen before it has the focus, or Qt makes a line current without choosing it.
            if self.row is None:
                self.list.step(1)
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.sync.setFocus()

    @property
    def row(self) -> PendingRow | None:
        """The change that is chosen."""
        return self.model.row_at(self.list.currentIndex().row())

    def refresh(self, change: Change) -> None:
        """Reads again soon; many changes in a row are one reading."""
        if "sync" in change.kinds and not self._again.isActive():
            self._again.start()

    def read(self) -> None:
        """Everything as it stands; the line that was chosen stays chosen. Of thousands of changes the facts come first."""
        self.model.read(self._show_lines)
        if self.model.is_reading:
            self._show_state()
            self._show_waiting()

    def _keep_place(self) -> None:
        self._place_kept = self.row, self.list.currentIndex().row(), self.list.verticalScrollBar().value()

    def _show_lines(self) -> None:
        chosen, place, offset = self._place_kept
        had_the_keys = self.sync.hasFocus() and self.list.isHidden()
        there = self.model.place_of(chosen) if chosen is not None else None
        if there is None and chosen is not None and self.model.lines:
            self.list.setCurrentIndex(self.model.index(min(place, len(self.model.lines) - 1) - 1))
            self.list.step(1)
        elif there is not None:
            self.list.setCurrentIndex(self.model.index(there))
        self.list.verticalScrollBar().setValue(offset)
        self._show_state()
        self._show_waiting()
        self._show_bar()
        if had_the_keys and self.model.lines:
            self.take_focus()

    def _show_waiting(self) -> None:
        there, coming = bool(self.model.lines), self.model.is_reading
        self.list.setVisible(there)
        self.bar.setVisible(there)
        self._title.setVisible(there or coming)
        self.empty.setVisible(not there)
        if coming:
            self.empty.setText(tr("Reading what waits…"))

    def _show_state(self) -> None:
        status, today = sync_status(self._context), self._context.today()
        zone = self._context.settings.time_zone
        words = pill(status, self._context.clock().astimezone(zone))
        self._icon.show_icon(words.icon, _TONES[words.tone])
        self._words.setText(words.text)
        why = status.offline_why if status.offline_since is not None else status.trouble
        self.why.setText(why)
        self.why.setVisible(bool(why))
        success = status.last_success
        self._success.setText(tr("last success {touch_day}", touch_day=touch_day(success, zone, today)) if success else "")
        self.review.setVisible(bool(status.conflicts))
        total = self.model.total
        self._title.setText(tr_count("Waiting to be sent: {count} record", "Waiting to be sent: {count} records", total))
        self.empty.setText(tr("Everything is sent.") if status.connected else tr("Nothing waits. Airtable is not connected."))
        details = sync_details(self._context)
        self.notes.setVisible(bool(details.notes))
        self.notes.show_notes(details.notes)
        self.facts.show_details(details, today)

    def _show_bar(self) -> None:
        self.bar.show_row(self.row)

    def act(self, name: str) -> None:
        """Send, hold or let go, drop, or copy what is chosen."""
        row = self.row
        if row is None:
            return
        try:
            {"send": self._send, "hold": self._hold, "drop": self._drop, "copy": self._copy}[name](row)
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))
        self.read()

    def _send(self, row: PendingRow) -> None:
        if row.state == "held":
            commands.release_change(self._context, row.slug, row.record, row.field_slug)
        elif row.state == "refused":
            commands.retry_change(self._context, row.slug, row.record)
        self.sync_requested.emit()
        if sync_status(self._context).offline_since is not None:
            self.said.emit(tr("You are offline. It is saved here and sent when there is a connection."), False)
        else:
            self.said.emit(tr("Sending {group}: {what}", group=row.group, what=row.what), False)

    def _hold(self, row: PendingRow) -> None:
        if row.state == "held":
            commands.release_change(self._context, row.slug, row.record, row.field_slug)
            self.said.emit(tr("{group}: {what} goes with the next sync", group=row.group, what=row.what), False)
        else:
            commands.hold_change(self._context, row.slug, row.record, row.field_slug)
            self.said.emit(tr("{group}: {what} is held here", group=row.group, what=row.what), False)

    def _drop(self, row: PendingRow) -> None:
        commands.drop_change(self._context, row.slug, row.record, row.field_slug)
        self.said.emit(tr("Dropped {group}: {what}", group=row.group, what=row.what), True)

    def _copy(self, row: PendingRow) -> None:
        at = row.at.astimezone(self._context.settings.time_zone)
        lines = [f"{row.text} · {at:%Y-%m-%d %H:%M}", *([row.reason] if row.reason else [])]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit("Copied", False)

    def _confirm(self, note: SyncNoteRow) -> None:
        try:
            commands.confirm_deletes(self._context, note)
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))
            self.read()
            return
        self.sync_requested.emit()
        self.said.emit(tr("Confirmed; the deletes follow with the next sync"), False)
        self.read()

    def _dismiss(self, notes: list[SyncNoteRow]) -> None:
        commands.dismiss_notes(self._context, notes)
        self.read()

    def _set_plan(self, plan: str) -> None:
        commands.set_plan(self._context, plan)
        self.said.emit(tr("Airtable plan: {plan}", plan=plan), False)
        self.read()

    def done(self) -> None:
        """Closes; what is still being read is not waited for."""
        self.model.stop()
        super().done()

    def _review(self) -> None:
        self.done()
        self.review_requested.emit()

    def _show_prospect(self, prospect: int) -> None:
        self.done()
        self.prospect_requested.emit(prospect)

    def _show_current(self) -> bool:
        prospect = self.row.prospect if self.row is not None else None
        if prospect:
            self._show_prospect(prospect)
        return bool(prospect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
