"""Today, put together: the head, the list under its headings, the field for tasks, and who is current beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.agenda import delete_lines, finish_lines, reopen_lines
from journeydesk.services.commands.restoring import restore_prospect
from journeydesk.services.context import Context
from journeydesk.services.queries.agenda import UPCOMING_DAYS, agenda
from journeydesk.services.queries.deleted import deleted_prospect
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.ui import tokens
from journeydesk.ui.acted_on import ActedOn, acted_on
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.dialogs.restore_sheet import RestoreSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.outside import open_address
from journeydesk.ui.tabs.list_and_detail import ListAndDetail
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.tabs.today.head import TodayHead
from journeydesk.ui.tasks.delegate import AgendaDelegate
from journeydesk.ui.tasks.entry import TaskEntry
from journeydesk.ui.tasks.line_words import spoken
from journeydesk.ui.tasks.list import AgendaList
from journeydesk.ui.tasks.model import AgendaModel, Head
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule

_BESIDE = 1180
_FOLLOW_MS = 60
_READ_FOR = frozenset({"tasks", "prospects", "interactions", "settings", "drafts", "calendar", "positions"})
"""`positions` are told of after each sync: what waited is sent by then."""

_ABOUT_PROSPECTS = frozenset({"prospects", "interactions"})
_CHANGES = frozenset({"finish", "postpone", "edit", "delete"})
_EMPTY = tr("Nothing to do. Write a task below, or take the next prospects from the list.")


class TodayTab(Tab):
    """Keys work while the list has the keyboard."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        zone = context.settings.time_zone
        self._owner: str | None = context.actor
        self._stale = False
        self._sized = False
        self.head = TodayHead(context, theme, self)
        self.model = AgendaModel(lambda line: spoken(line, zone, context.today()), self)
        self.list = AgendaList(theme, self.model, AgendaDelegate(theme, zone, context.today, True, self), True, self)
        self.list.setAccessibleName(tr("Today's list"))
        self.list.empty_text = _EMPTY
        self.entry = TaskEntry(context, theme, self)
        self.detail = DetailPanel(context, theme, self)
        self._ticked = label(theme, weight=600)
        self.finish = KeyButton(theme, tr("Finish"), icon="check", key=Action.LINE_FINISH.cap, parent=self)
        self.postpone = KeyButton(theme, tr("Postpone"), icon="clock", key=Action.LINE_POSTPONE.cap, parent=self)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW_MS)
        self._keys = KeyMap(
            Scope.LINES,
            {
                Action.LINE_UNDO: self.undo_requested.emit,
                Action.TASKS: self._toggle_tasks,
                Action.LINE_LEAVE: self._clear,
            },
        )
        self._lay_out()
        self._connect()
        self.reload()
        self.list.show_nearest(0)

    def _lay_out(self) -> None:
        left = QWidget(self)
        left.setProperty("kind", "base")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setMinimumWidth(480)
        below = QWidget(left)
        below.setProperty("kind", "panel")
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(below)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for part in (self._ticked, self.finish, self.postpone):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.entry, 1, Qt.AlignmentFlag.AlignTop)
        self._ticked.setFixedHeight(28)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, rule(), self.list, rule(), below):
            column.addWidget(widget, 1 if widget is self.list else 0)
        self.splitter = ListAndDetail(self, left, self.detail)

    def _connect(self) -> None:
        self.head.owner_chosen.connect(self._choose_owner)
        self.head.session_requested.connect(self.session_requested)
        self.list.action_requested.connect(self.act)
        self.list.current_changed.connect(lambda _line: self._follow.start())
        self.list.ticks_changed.connect(self._show_ticks)
        self._follow.timeout.connect(self._show_current)
        self.finish.clicked.connect(lambda: self.act("finish"))
        self.postpone.clicked.connect(lambda: self.act("postpone"))
        self.entry.said.connect(self._postponed)
        self.entry.left.connect(self.list.setFocus)
        self.detail.said.connect(self.said)
        self.detail.failed.connect(self.failed)
        self.detail.step_requested.connect(self.step_requested)
        self.detail.closed.connect(self.list.setFocus)
        self.detail.conflict_requested.connect(self.conflict_requested)
        self.detail.target_requested.connect(self.target_requested)

    def reload(self, known: Sequence[AgendaLine] = ()) -> None:
        """Reads the list again; `known` are lines that stand as they did."""
        self._read_on = self.context.today()
        day = self.day = agenda(self.context, self._owner, known)
        self.model.show_groups(
            (
                (Head(tr("Overdue"), len(day.overdue), True), day.overdue),
                (Head(tr("Begun, not logged"), len(day.begun)), day.begun),
                (Head(tr("Today"), len(day.today)), day.today),
                (Head(tr("Without a next step"), len(day.without_step), True), day.without_step),
                (Head(tr("Next {upcoming_days} days", upcoming_days=UPCOMING_DAYS), len(day.upcoming)), day.upcoming),
                (Head(tr("No date"), len(day.undated)), day.undated),
                (Head(tr("Done today"), len(day.done)), day.done),
            )
        )
        self.head.show_agenda(day, self._owner)
        self._show_ticks()
        self.hints_changed.emit()

    def _read_again(self, known: Sequence[AgendaLine] = ()) -> None:
        line, row = self.list.line(), self.list.currentIndex().row()
        bar = self.list.verticalScrollBar()
        offset = bar.value()
        self.reload(known)
        place = self.model.row_of(line.name) if line is not None else None
        # A line that went somewhere else in the list leaves the keyboard where the work is.
        moved = line is not None and place is not None and self.model.line(place) != line
        self.list.show_nearest(row if place is None or moved else place)
        bar.setValue(offset)

    def refresh(self, change: Change) -> None:
        """Reads again what is shown."""
        if not change.kinds & _READ_FOR:
            return
        if not self.isVisible():
            self._stale = True
            return
        self._read_again(self._left_by(change))
        self.detail.refresh(change)

    def _left_by(self, change: Change) -> list[AgendaLine]:
        """The lines of prospects that a change left as they were. Those that wait to be sent may be sent since."""
        if self._read_on != self.context.today():
            return []
        return [line for line in self.model.lines() if not line.pending and not change.touches(line.prospect, _ABOUT_PROSPECTS)]

    def showEvent(self, event: QShowEvent) -> None:
        # Reads what changed while another place was shown; the day may have, too.
        super().showEvent(event)
        if self._stale or self._read_on != self.context.today():
            self._stale = False
            self._read_again()
            self.detail.reload()

    def _choose_owner(self, owner: object) -> None:
        self._owner = str(owner) if owner is not None else None
        self.model.clear_ticks()
        self.reload()
        self.list.show_nearest(0)
        self.list.setFocus()

    def _show_current(self) -> None:
        line = self.list.line()
        self.detail.show_prospect(line.prospect if line is not None else None)
        self.entry.follow(line.prospect if line is not None and not line.lost else None)

    def _show_ticks(self) -> None:
        count = len(self.model.ticked)
        self._ticked.setText(tr("{count} selected", count=figure(count)) if count else "")
        self._ticked.setVisible(count > 0)

    def act(self, name: str) -> None:
        """What a key or button asks for, on the ticked lines or the current one."""
        targets = self.list.targets()
        if name == "add":
            self.entry.add_for(targets[0].prospect if targets and not targets[0].lost else None)
            self.entry.field.setFocus()
            return
        if not targets:
            return
        try:
            self._do(name, targets)
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))

    def _do(self, name: str, targets: list[AgendaLine]) -> None:
        if name in _CHANGES and any(line.kind == "meeting" for line in targets):
            targets = [line for line in targets if line.kind != "meeting"]
            if not targets:
                self.said.emit(tr("The calendar is only read here: change the meeting where it was made."), False)
                return
        first = targets[0]
        if first.kind == "draft" and name in ("finish", "open", "postpone", "edit") and len(targets) == 1:
            self.log_requested.emit(first.id, "")
        elif name == "postpone":
            self.entry.postpone(targets)
        elif name == "edit" and first.kind == "task":
            self.entry.edit(first)
        elif name == "finish" and len(targets) == 1 and first.kind == "step":
            self.step_requested.emit(first.id, first.detail)
        elif name == "finish":
            done = all(line.done for line in targets)
            self.said.emit((reopen_lines if done else finish_lines)(self.context, targets), True)
            self.model.clear_ticks()
            if len(targets) == 1 and not done and first.prospect is not None and not first.lost:
                self.step_requested.emit(first.prospect, "")
        elif name == "delete" and any(line.kind == "task" for line in targets):
            self.said.emit(delete_lines(self.context, targets), True)
        elif name == "open":
            if first.kind == "step":
                self.step_requested.emit(first.id, first.detail)
            elif first.prospect is not None:
                self._open_prospect(first)
            elif first.kind == "task":
                self.entry.edit(first)
            elif not (first.link and open_address(first.link)):
                self.said.emit(tr("Nobody who is asked to “{title}” is a prospect.", title=first.title), False)

    def _open_prospect(self, line: AgendaLine) -> None:
        assert line.prospect is not None
        deleted = deleted_prospect(self.context, line.prospect) if line.lost else None
        if deleted is not None:
            sheet = RestoreSheet(self.context, self.theme, self.window(), deleted)
            sheet.restore_requested.connect(lambda: self._restore(deleted.id))
            sheet.open()
        elif line.lost:
            self.failed.emit(tr("Nothing is kept of this prospect any more; the task can be finished, edited or deleted."))
        else:
            self.prospect_requested.emit(line.prospect)

    def _restore(self, prospect: RecordId) -> None:
        try:
            self.said.emit(restore_prospect(self.context, prospect), True)
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))

    def _postponed(self, words: str, undoable: bool) -> None:
        self.model.clear_ticks()
        self._show_ticks()
        self.said.emit(words, undoable)

    @property
    def acted_on(self) -> ActedOn | None:
        """The prospects of the ticked lines, or of the current one."""
        prospects = [line.prospect for line in self.list.targets() if line.prospect is not None]
        return acted_on(self.context, list(dict.fromkeys(prospects)), None)

    def log_call(self) -> None:
        """The log form for who is current; the follow-up task that it was about is done with it."""
        line = self.list.line()
        if line is not None and line.lost:
            # Nobody logs with who is deleted; the way back is offered.
            self._open_prospect(line)
        elif line is not None and line.prospect is not None:
            follow_up = line.kind == "task" and line.task_kind == "Follow-up" and not line.done
            self.finishes = line.id if follow_up else None
            self.log_requested.emit(line.prospect, "")
            self.finishes = None

    def prospects_shown(self) -> list[RecordId]:
        """Whom the list is about, each once, in its order; who is done with or deleted is left out."""
        prospects = [
            line.prospect for line in self.model.lines() if line.prospect is not None and not line.done and not line.lost
        ]
        return list(dict.fromkeys(prospects))

    def list_name(self) -> str:
        """Today's list, and whose."""
        return (
            tr("today's list")
            if self._owner == self.context.actor
            else tr("the list of {owner}", owner=self._owner or tr("everyone"))
        )

    def hints(self) -> Sequence[Hint]:
        """The list's keys."""
        return (
            hint(tr("next, previous"), Action.LINE_NEXT, Action.LINE_PREVIOUS),
            hint(tr("finish"), Action.LINE_FINISH),
            hint(tr("postpone"), Action.LINE_POSTPONE),
            hint(tr("log"), Action.LOG_CALL),
            hint(tr("open"), Action.LINE_OPEN),
            hint(tr("new task"), Action.LINE_ADD),
            hint(tr("select"), Action.LINE_TICK),
            hint(tr("undo"), Action.LINE_UNDO),
        )

    def widgets_with(self, action: Action) -> Sequence[QWidget]:
        """All of the tab; but U takes back here."""
        return () if action is Action.UPGRADE else (self,)

    def take_focus(self) -> None:
        """The list has the keys."""
        self.list.setFocus()

    def _toggle_tasks(self) -> bool:
        visible = self.detail.isVisible()
        if visible:
            self.detail.toggle_tasks()
        return visible

    def _clear(self) -> bool:
        ticked = bool(self.model.ticked)
        self.model.clear_ticks()
        self._show_ticks()
        return ticked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Below 1180 px the list has all the room; Enter opens the prospect.
        super().resizeEvent(event)
        if not self._sized and self.width() > tokens.DETAIL:
            self.splitter.share_out()
            self._sized = True
        self.detail.setVisible(self.width() + tokens.RAIL >= _BESIDE)
