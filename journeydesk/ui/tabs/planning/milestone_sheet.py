"""The form of a milestone: what, until when, since when, who, how far; a wrong value is said below and nothing is lost."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.planning.roadmap import Milestone
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.planning.milestones import add_milestone, day_typed, edit_milestone
from journeydesk.services.queries.team import people
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.days import full_day


class MilestoneSheet(FramedSheet):
    """For a new milestone of `prospect`, or for one that is there. Emits its id and what was done, once it is on disk."""

    saved = Signal(int, str)

    def __init__(
        self, context: Context, theme: Theme, window: QWidget, prospect: RecordId, milestone: Milestone | None = None
    ) -> None:
        super().__init__(
            theme, window, 520, tr("Edit milestone") if milestone is not None else tr("New milestone"), icon="flag"
        )
        self._context = context
        self._prospect = prospect
        self._milestone = milestone
        day = f"{milestone.due} {milestone.time}".strip() if milestone is not None and milestone.due else ""
        share = f"{milestone.progress:.0%}" if milestone is not None and milestone.progress else ""
        self.title = QLineEdit(milestone.title if milestone is not None else "", self.sheet)
        self.due = QLineEdit(day, self.sheet)
        self.due.setPlaceholderText(tr("29 may, in 3 weeks, fri 10:00"))
        self.starts = QLineEdit(str(milestone.starts) if milestone is not None and milestone.starts else "", self.sheet)
        self.starts.setPlaceholderText(tr("empty for what happens on one day"))
        self.owner = QLineEdit(milestone.owner if milestone is not None else context.actor, self.sheet)
        self.owner.setCompleter(QCompleter(people(context), self.owner))
        self.progress = QLineEdit(share, self.sheet)
        self.progress.setPlaceholderText(tr("0 to 100 %"))
        form = QFormLayout()
        form.setSpacing(8)
        for words, field in (
            (tr("Milestone"), self.title),
            (tr("Due"), self.due),
            (tr("Starts"), self.starts),
            (tr("Owner"), self.owner),
            (tr("Progress"), self.progress),
        ):
            field.setAccessibleName(words)
            field.returnPressed.connect(self.save)
            form.addRow(words, field)
        self.body.addLayout(form)
        self.words = label(theme, kind="secondary", wrap=True)
        self.words.setMinimumHeight(36)
        self.body.addWidget(self.words)
        verb = tr("Save") if milestone is not None else tr("Add milestone")
        take = KeyButton(theme, verb, key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        take.clicked.connect(self.save)
        self.offer(take)
        self.accepted.connect(self.save)
        for field in (self.due, self.starts):
            field.textChanged.connect(self._understood)

    def take_focus(self) -> None:
        """The title; of one that is there the whole of it is marked."""
        self.title.setFocus()
        self.title.selectAll()

    def _understood(self) -> None:
        said = []
        for words, text in ((tr("Due"), self.due.text()), (tr("Starts"), self.starts.text())):
            if text.strip():
                try:
                    said.append(f"{words} {full_day(day_typed(self._context, text, words)[0], self._context.today())}")
                except UserError as wrong:
                    self._say(str(wrong), "danger")
                    return
        self._say(" · ".join(said), "secondary")

    def _say(self, words: str, kind: str) -> None:
        self.words.setText(words)
        restyle(self.words, "kind", kind)
        self.fit()

    def save(self) -> None:
        """Writes the milestone, or says which field is wrong."""
        values = {"starts": self.starts.text(), "owner": self.owner.text(), "progress": self.progress.text()}
        title, due = self.title.text(), self.due.text()
        try:
            if self._milestone is None:
                record = add_milestone(self._context, self._prospect, title, due, **values)
                done = tr("Added the milestone “{title}”", title=title.strip())
            else:
                record = self._milestone.record
                edit_milestone(self._context, record, title, due, **values)
                done = tr("Edited the milestone “{title}”", title=title.strip())
        except UserError as wrong:
            self._say(str(wrong), "danger")
            return
        self.done()
        self.saved.emit(record, done)
