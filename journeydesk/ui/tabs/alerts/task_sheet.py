"""The form for a task that an alert recommends, filled: what to do, and until when in plain words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from journeydesk.domain.catalogue import TASKS
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands.tasks import add_task
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.alerts import day_and_time

DUE = "tomorrow"


class TaskSheet(FramedSheet):
    """Emits the title once the task is on disk. Wrong input is said below the fields and nothing is lost."""

    added = Signal(str)

    def __init__(
        self, context: Context, theme: Theme, window: QWidget, prospect: RecordId | None, about: str, title: str, kind: str
    ) -> None:
        super().__init__(theme, window, 520, tr("New task"))
        self._context = context
        self._prospect = prospect
        self.body.addWidget(label(theme, about, kind="secondary", wrap=True))
        self.title = QLineEdit(title, self.sheet)
        self.due = QLineEdit(DUE, self.sheet)
        self.due.setPlaceholderText(tr("fri 14:30, 3d, next month"))
        self.kind = Combo(theme, self.sheet)
        for called, ours in context.words.choices("tasks", TASKS.by_slug["kind"]).items():
            self.kind.addItem(called, ours)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        form = QFormLayout()
        form.setSpacing(8)
        for name, field in ((tr("What to do"), self.title), (tr("Due"), self.due), (tr("Kind"), self.kind)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        self.body.addLayout(form)
        self.words = label(theme, kind="secondary", wrap=True)
        self.words.setMinimumHeight(36)
        self.body.addWidget(self.words)
        add = KeyButton(theme, tr("Add task"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        add.clicked.connect(self.add)
        self.offer(add)
        self.due.textChanged.connect(self._understood)
        for line in (self.title, self.due):
            line.returnPressed.connect(self.add)
        self.accepted.connect(self.add)
        self._understood()

    def take_focus(self) -> None:
        """The title is filled, so the day is what is left to say; it is marked so that typing replaces it."""
        self.due.setFocus()
        self.due.selectAll()

    def _understood(self) -> None:
        settings = self._context.settings
        try:
            when = understand_due(self._context, self.due.text()).instant(settings.calendar.hour, settings.time_zone)
        except UserError as wrong:
            self._say(str(wrong), "danger")
            return
        self._say(tr("Due {day}", day=day_and_time(when, settings.time_zone, self._context.today())), "secondary")

    def _say(self, words: str, kind: str) -> None:
        self.words.setText(words)
        restyle(self.words, "kind", kind)

    def add(self) -> None:
        """Adds the task, or says which field is wrong."""
        title = self.title.text().strip()
        try:
            add_task(self._context, self._prospect, title, self.due.text(), kind=str(self.kind.currentData()))
        except UserError as wrong:
            self._say(str(wrong), "danger")
            return
        self.done()
        self.added.emit(title)
