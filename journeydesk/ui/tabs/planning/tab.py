"""The planning review of one prospect put together: what its keys, bars and buttons do."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.planning.roadmap import (
    Milestone,
    Standing,
    below_headline,
    days_late_words,
    headline,
    held_up,
)
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.context import Context
from journeydesk.services.planning import milestones as roadmap
from journeydesk.services.planning.paper import export_review, file_name
from journeydesk.services.planning.review import PlanningReview, planning_review
from journeydesk.ui.acted_on import ActedOn
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.planning.bars import Grip, dragged
from journeydesk.ui.tabs.planning.milestone_sheet import MilestoneSheet
from journeydesk.ui.tabs.planning.page import LIST, ROADMAP, PlanningPage
from journeydesk.ui.tabs.planning.texts import generate_texts, open_text, use_template
from journeydesk.ui.tabs.planning.words import about
from journeydesk.ui.targets import PlanningTarget, Target
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.file_message import FileMessage
from journeydesk.ui.work import Background

_WEEK = 7
_READ_FOR = frozenset({"tasks", "prospects", "interactions", "usage", "surveys", "assets", "positions", "money", "settings"})


class PlanningTab(PlanningPage):
    """Shows one prospect at a time: `prospect`."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self.prospect: RecordId | None = None
        self.review: PlanningReview | None = None
        self._stale = True
        self.work = Background(self)
        self.message = FileMessage(theme, self)
        self._keys = KeyMap(
            Scope.PLANNING,
            {
                Action.MILESTONE_NEXT: partial(self.step, 1),
                Action.MILESTONE_PREVIOUS: partial(self.step, -1),
                Action.MILESTONE_LATER: partial(self.shift, _WEEK),
                Action.MILESTONE_EARLIER: partial(self.shift, -_WEEK),
                Action.MILESTONE_MORE: partial(self.advance, 0.1),
                Action.MILESTONE_LESS: partial(self.advance, -0.1),
                Action.MILESTONE_DONE: self.finish_or_reopen,
                Action.MILESTONE_DATE: self.ask_date,
                Action.MILESTONE_ADD: self.add_milestone,
                Action.MILESTONE_EDIT: self.edit_milestone,
                Action.MILESTONE_DELETE: self.delete_milestone,
                Action.PLANNING_NOTE: self.write_note,
                Action.PLANNING_VIEW: self.change_view,
                Action.PLANNING_UNDO: self.undo_requested.emit,
                Action.PLANNING_LEAVE: self.leave,
            },
        )
        self.roadmap.keys = self._keys
        self._shortcuts = Bindings(self)
        self._shortcuts.bind(Action.PLANNING_EXPORT, self.export, self)
        self._connect()
        self.reload()

    def _connect(self) -> None:
        self.head.back_requested.connect(self.leave)
        self.head.add_requested.connect(self.add_milestone)
        self.head.export_requested.connect(self.export)
        self.views.chosen.connect(lambda view: self.roadmap.show_as_list(view == LIST))
        self.roadmap.current_changed.connect(self._show_current)
        self.roadmap.dragged.connect(self._drag)
        self.roadmap.opened.connect(self.edit_milestone)
        self.change_date.clicked.connect(self.ask_date)
        self.finish.clicked.connect(self.finish_or_reopen)
        self.notes.given.connect(self._note)
        self.notes.left.connect(self.take_focus)
        self.side.open_requested.connect(partial(open_text, self))
        self.side.template_requested.connect(partial(use_template, self))
        self.side.generate_requested.connect(partial(generate_texts, self))

    # What is shown

    def show_target(self, target: Target) -> None:
        """Shows another prospect's review."""
        if isinstance(target, PlanningTarget):
            self.prospect = target.prospect
            self.roadmap.current = -1
            self.reload()
            self._go_to_what_is_late()
            self.take_focus()

    def reload(self, keep: RecordId | None = None) -> None:
        """Reads the review again."""
        self._stale = False
        review = planning_review(self.context, self.prospect) if self.prospect is not None else None
        self.review = None if review is None or review.detail.row.deleting else review
        for part in (self.head, self.body):
            part.setVisible(self.review is not None)
        self.gone.setVisible(self.review is None)
        if self.review is None:
            return
        review = self.review
        current = self.roadmap.milestone
        self.head.show_review(review)
        self.headline.show_text(headline(review.milestones, review.today))
        self.below_headline.show_text(below_headline(review.milestones, review.today))
        self.roadmap.show_milestones(review.milestones, review.today, keep or (current.record if current else None))
        self.notes.show_notes(review.prospect, review.notes, review.note_count, review.today)
        self.side.show_review(review)
        self.arrange()
        self.hints_changed.emit()

    def _go_to_what_is_late(self) -> None:
        if self.review is None:
            return
        worst, _ = held_up(self.review.milestones, self.review.today)
        open_ones = [each for each in self.review.milestones if each.done is None]
        first = worst or (open_ones[0] if open_ones else None)
        if first is not None:
            self.roadmap.go_to(self.review.milestones.index(first))

    def _show_current(self, place: int) -> None:
        each, review = self.roadmap.milestone, self.review
        self.strip.setVisible(each is not None)
        if each is None or review is None:
            return
        late = each.standing(review.today) is Standing.LATE
        title = f"{each.title}, {days_late_words(each.days_late(review.today))}" if late else each.title
        self.strip_title.show_text(title or tr("without a title"))
        self.strip_icon.show_icon("warn" if late else "ok-circle" if each.done else "flag", "danger" if late else "text2")
        self.strip_words.show_text(about(each, review))
        self.finish.setText(tr("Reopen") if each.done else tr("Mark done"))
        self.finish.updateGeometry()
        rect = self.roadmap.row_rect(place)
        self.area.ensureVisible(0, rect.center().y(), 0, rect.height())

    # What is done

    def step(self, step: int) -> bool:
        """Goes to the next milestone, or the one before."""
        return self.roadmap.go_to(self.roadmap.current + step)

    def shift(self, days: int) -> bool:
        """Moves the current milestone by days."""
        return self._do(lambda each: roadmap.move_milestones(self.context, [each.record], days))

    def advance(self, share: float) -> bool:
        """Says that a tenth more, or less, of it is done."""

        def write(each: Milestone) -> str:
            now = min(1.0, max(0.0, round(each.progress + share, 4)))
            return roadmap.set_milestone_progress(self.context, each.record, now)

        each = self.roadmap.milestone
        return each is not None and each.done is None and not each.is_point and self._do(write)

    def finish_or_reopen(self) -> bool:
        """Done now, or not done after all."""
        return self._do(lambda each: roadmap.finish_milestones(self.context, [each.record], done=each.done is None))

    def delete_milestone(self) -> bool:
        """Takes the current one away; undo brings it back."""
        return self._do(lambda each: roadmap.delete_milestones(self.context, [each.record]))

    def _drag(self, place: int, grip: Grip, days: int) -> None:
        each = self.roadmap.milestones[place]
        if grip is Grip.WHOLE:
            self.roadmap.go_to(place)
            self.shift(days)
        else:
            longer = dragged(each, grip, days)
            if longer.due is not None:
                due = longer.due
                self._do(lambda it: roadmap.set_milestone_dates(self.context, it.record, it.starts, due))

    def _do(self, work: Callable[[Milestone], str]) -> bool:
        each = self.roadmap.milestone
        if each is None:
            return False
        try:
            said = work(each)
        except JourneydeskError as problem:
            self.failed.emit(str(problem))
            self.reload()
            return True
        self.reload(each.record)
        self.said.emit(said, True)
        return True

    def ask_date(self) -> bool:
        """Asks for another date."""
        each = self.roadmap.milestone
        if each is None:
            return False
        sheet = DueSheet(self.context, self.theme, self.window(), tr("Move “{title}” to", title=each.title), tr("Move"))
        sheet.given.connect(partial(self._give_date, each))
        sheet.closed.connect(self.take_focus)
        sheet.open()
        return True

    def _give_date(self, each: Milestone, due: Due) -> None:
        typed = due.day.isoformat()
        if due.moment is not None:
            typed += f" {due.moment.astimezone(self.context.settings.time_zone):%H:%M}"
        elif each.time:
            typed += f" {each.time}"
        self._do(lambda it: roadmap.set_milestone_due(self.context, it.record, typed))

    def add_milestone(self) -> bool:
        """Opens the form of a new milestone."""
        return self._open_form(None)

    def edit_milestone(self) -> bool:
        """Opens the form of the current one."""
        each = self.roadmap.milestone
        return each is not None and self._open_form(each)

    def _open_form(self, each: Milestone | None) -> bool:
        if self.prospect is None or self.review is None:
            return False
        sheet = MilestoneSheet(self.context, self.theme, self.window(), self.prospect, each)
        sheet.saved.connect(self._saved)
        sheet.closed.connect(self.take_focus)
        sheet.open()
        return True

    def _saved(self, record: int, said: str) -> None:
        self.reload(RecordId(record))
        self.said.emit(said, True)

    def write_note(self) -> bool:
        """The line for what was agreed."""
        self.notes.field.setFocus()
        return self.review is not None

    def _note(self, text: str) -> None:
        if self.prospect is None:
            return
        try:
            log_interaction(self.context, self.prospect, "Follow-up", text)
        except JourneydeskError as problem:
            self.failed.emit(str(problem))
            return
        self.notes.forget_typed()
        self.reload()
        self.said.emit(tr("Noted for {name}", name=self.review.name if self.review is not None else ""), True)

    def change_view(self) -> bool:
        """The roadmap, or a list with owners and starts in words."""
        view = ROADMAP if self.roadmap.as_list else LIST
        self.views.choose(view)
        self.roadmap.show_as_list(view == LIST)
        return True

    def export(self) -> None:
        """Writes the pages that are ticked into the workspace's folder of reports."""
        if self.review is None or self.work.busy("export"):
            return
        pages = self.side.chosen_pages
        if not pages:
            self.failed.emit(tr("Nothing is ticked to be printed. Tick at least one part under Export."))
            return
        path = self.context.database.folder / "reports" / file_name(self.review.name, self.review.today)
        self.head.show_exporting(True)
        self.work.run(
            "export", partial(export_review, self.context, self.review, path, pages), self._exported, self._not_exported
        )

    def _exported(self, path: Path) -> None:
        self.head.show_exporting(False)
        self.message.say(tr("{file} saved", file=path.name), path)

    def _not_exported(self, problem: JourneydeskError) -> None:
        self.head.show_exporting(False)
        self.failed.emit(str(problem))

    def leave(self) -> bool:
        """Back to the prospect."""
        self.notes.keep_typed()
        if self.prospect is not None:
            self.prospect_requested.emit(self.prospect)
        else:
            self.finished_here.emit()
        return True

    # The window

    @property
    def acted_on(self) -> ActedOn | None:
        return ActedOn((self.review.prospect,), self.review.name) if self.review is not None else None

    def refresh(self, change: Change) -> None:
        if change.kinds & _READ_FOR and self.prospect is not None:
            self._stale = True
            if self.isVisible():
                self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def hints(self) -> Sequence[Hint]:
        return (
            hint(tr("milestone"), Action.MILESTONE_PREVIOUS, Action.MILESTONE_NEXT),
            hint(tr("move a week"), Action.MILESTONE_EARLIER, Action.MILESTONE_LATER),
            hint(tr("done"), Action.MILESTONE_DONE),
            hint(tr("date"), Action.MILESTONE_DATE),
            hint(tr("add"), Action.MILESTONE_ADD),
            hint(tr("back to the prospect"), Action.PLANNING_LEAVE),
        )

    def facts(self) -> str:
        return tr("Milestones sync as tasks of kind Roadmap")

    def take_focus(self) -> None:
        self.roadmap.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
