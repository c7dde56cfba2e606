"""What is to be done with a prospect: one line that says what comes next, and the tasks below it when they are opened."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.commands.agenda import delete_lines, finish_lines, reopen_lines
from journeydesk.services.context import Context
from journeydesk.services.queries.agenda import tasks_of
from journeydesk.services.queries.next_steps import WhatComesNext
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import painter_on, seen_rect
from journeydesk.ui.painting import paint_text
from journeydesk.ui.tasks.delegate import AgendaDelegate
from journeydesk.ui.tasks.entry import TaskEntry
from journeydesk.ui.tasks.line_words import spoken
from journeydesk.ui.tasks.list import AgendaList
from journeydesk.ui.tasks.model import ROW, AgendaModel
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.key_hints import KeyHints
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.words.days import full_day, moment_day

_HINTS = (
    hint(tr("done"), Action.LINE_FINISH),
    hint(tr("postpone"), Action.LINE_POSTPONE),
    hint(tr("edit"), Action.LINE_OPEN),
    hint(tr("delete"), Action.LINE_DELETE),
    hint(tr("back"), Action.LINE_LEAVE),
)


class NextStrip(QWidget):
    """The next follow-up, the task that is due first, or why there is neither; the button opens the tasks."""

    toggled = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._words = ""
        self._ink = "text"
        self._lead = ""
        self.setFixedHeight(37)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.open_tasks = KeyButton(theme, tr("Tasks"), key=Action.TASKS.cap, kind="flat", parent=self)
        self.open_tasks.clicked.connect(self.toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 1)
        row.addStretch(1)
        row.addWidget(self.open_tasks)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(380, 37)

    def show_next(self, comes_next: WhatComesNext, open_count: int) -> None:
        """What comes next."""
        self._lead, self._words, self._ink = self._said(comes_next)
        self.open_tasks.setText(tr("Tasks {open_count}", open_count=open_count) if open_count else tr("Tasks"))
        self.open_tasks.setAccessibleName(tr("Tasks, {open_count} open (T)", open_count=open_count))
        self.open_tasks.updateGeometry()
        self.setAccessibleName(f"{self._lead}: {self._words}")
        self.setToolTip(tip(self._words))
        self.update()

    def _said(self, comes_next: WhatComesNext) -> tuple[str, str, str]:
        today, zone = self._context.today(), self._context.settings.time_zone
        follow_up = full_day(comes_next.follow_up, today) if comes_next.follow_up else ""
        late = comes_next.follow_up is not None and comes_next.follow_up < today
        if (
            comes_next.task
            and comes_next.task_due is not None
            and (not comes_next.follow_up or comes_next.task_due.astimezone(zone).date() <= comes_next.follow_up)
        ):
            passed = comes_next.task_due < self._context.clock()
            return (
                tr("Next"),
                f"{comes_next.task}, {moment_day(comes_next.task_due, zone, today)}",
                "danger" if passed else "text",
            )
        if follow_up:
            return (
                tr("Next"),
                tr("Follow up {follow_up}", follow_up=follow_up) + (tr(" (late)") if late else ""),
                "danger" if late else "text",
            )
        if comes_next.task:
            return tr("Next"), comes_next.task, "text"
        if comes_next.reason:
            when = f", {comes_next.by}" if comes_next.by else ""
            return tr("No next step"), comes_next.reason + when, "text2"
        return tr("Next"), tr("nothing planned"), "warn"

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), theme.color("base"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
            theme.paint_icon(painter, QRect(16, 10, 16, 16), "calendar", "text2")
            painter.setFont(theme.font(-1, 600))
            painter.setPen(theme.color("text"))
            lead = paint_text(painter, QRect(40, 0, 110, 36), self._lead)
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color(self._ink))
            x = 40 + lead + 8
            right = self.width() - 16 if self.open_tasks.isHidden() else seen_rect(self, self.open_tasks.geometry()).left() - 4
            paint_text(painter, QRect(x, 0, right - x, 36), self._words)


class TaskPane(QWidget):
    """The tasks, and the field for another. `said` as a tab's; `left` closes it."""

    said = Signal(str, bool)
    failed = Signal(str)
    left = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(Scope.LINES, {Action.LINE_LEAVE: self.left.emit})
        self._context = context
        self._prospect: RecordId | None = None
        zone = context.settings.time_zone
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = AgendaModel(lambda line: spoken(line, zone, context.today()), self)
        self.list = AgendaList(theme, self.model, AgendaDelegate(theme, zone, context.today, False, self), False, self)
        self.list.setAccessibleName(tr("Tasks of this prospect"))
        self.list.empty_text = tr("No tasks yet. Write one below, such as “send the offer fri 14:30”.")
        self.make_room(False)
        self.entry = TaskEntry(context, theme, self)
        hints = KeyHints(theme)
        hints.show_hints(_HINTS)
        below = QVBoxLayout()
        below.setContentsMargins(16, 8, 16, 6)
        below.setSpacing(4)
        below.addWidget(self.entry)
        below.addWidget(hints)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.list.action_requested.connect(self._act)
        self.entry.said.connect(self.said)
        self.entry.left.connect(self.list.setFocus)

    def show_prospect(self, prospect: RecordId | None) -> int:
        """Their tasks; how many are open."""
        other = prospect != self._prospect
        self._prospect = prospect
        row = max(0, self.list.currentIndex().row())
        lines = tasks_of(self._context, prospect) if prospect is not None else []
        self.model.show_groups([(None, lines)])
        self.list.show_nearest(0 if other else row)
        if other:
            self.entry.add_for(prospect)
        return sum(not line.done for line in lines)

    def make_room(self, open_: bool) -> None:
        """While it is open, two lines are to be seen in the lowest window; the facts above scroll."""
        self.list.setMinimumHeight(2 * ROW if open_ else 30)

    def take_focus(self) -> None:
        """The tasks, or the field where there is none."""
        (self.list if self.model.rowCount() else self.entry.field).setFocus()

    def _act(self, name: str) -> None:
        line = self.list.line()
        if name == "add":
            self.entry.add_for(self._prospect)
            self.entry.field.setFocus()
        elif line is None:
            return
        elif name in ("open", "edit"):
            self.entry.edit(line)
        elif name == "postpone":
            self.entry.postpone([line])
        else:
            acts = {"finish": reopen_lines if line.done else finish_lines, "delete": delete_lines}
            try:
                self.said.emit(acts[name](self._context, [line]), True)
            except JourneydeskError as wrong:
                self.failed.emit(str(wrong))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
