"""What the list's keys and its bulk bar do with prospects: assign, stage, follow-up, log, export, delete, copy."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from journeydesk.domain.by_hand import title_within
from journeydesk.domain.due import Due
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, named, tr, within
from journeydesk.services.commands import many as commands
from journeydesk.services.commands.long_steps import Progress
from journeydesk.services.context import Context
from journeydesk.services.fields.bulk import FieldChange, change_many
from journeydesk.services.queries.lists.prospects import emails_of, prospect_rows, stage_mark
from journeydesk.services.queries.names import counted, first_names
from journeydesk.services.queries.team import people
from journeydesk.services.rows.prospects import ProspectRow
from journeydesk.ui.acted_on import ActedOn
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.tabs.prospects.bulk_work import BulkWork
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.days import full_day
from journeydesk.ui.work import Background

_NAMED = 3
_LOOKED_THROUGH = 200


class ListActions(QObject):
    """Each is one step to undo, names whom it is for, and says what it did: `said` carries the sentence and whether it can be undone,
    `failed` one that stays. `acting` carries whom the next change is for, `deleted` who is gone, `tasks_requested` asks for the tasks
    of who is current. Sheets open over the window; what is large, and every delete, asks first."""

    said = Signal(str, bool)
    failed = Signal(str)
    acting = Signal(object)
    deleted = Signal(object)
    tasks_requested = Signal()

    def __init__(self, context: Context, theme: Theme, detail: DetailPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._beside = Background(self)
        self.bulk = BulkWork(self)
        self.bulk.said.connect(self.said)
        self.bulk.failed.connect(self.failed)
        self._context = context
        self._theme = theme
        self._detail = detail
        self._window = parent
        self.view_name: Callable[[], str] = lambda: tr("the list")

    def run(self, name: str, whom: ActedOn, current: RecordId | None) -> None:
        """One action by its name; what is done with one prospect alone is done with the current one."""
        acts: dict[str, Callable[[], None]] = {
            "assign": partial(self._ask_owner, whom),
            "stage": partial(self._ask_stage, whom),
            "follow_up": partial(self._ask_follow_up, whom),
            "tasks": self.tasks_requested.emit,
            "meeting": partial(self._log, "Meeting", whom, current),
            "note": partial(self._log, "Note", whom, current),
            "change": partial(self._ask_fields, whom),
            "export": partial(self._export, whom),
            "delete": partial(self._ask_delete, whom),
            "copy_email": partial(self._copy_email, whom),
        }
        self._try(acts[name])

    def run_with(self, name: str, whom: ActedOn, value: str) -> None:
        """One action with what it would ask for."""
        acts: dict[str, Callable[[ActedOn, str], None]] = {"set_stage": self._set_stage, "set_owner": self._assign}
        self._try(partial(acts[name], whom, value))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))

    def _do(
        self,
        whom: ActedOn,
        done: str,
        question: str,
        verb: str,
        work: Callable[[Progress], None],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Does it, after a question where it is for many."""
        run = partial(self._try, partial(self._work, whom, done, work, then))
        if whom.large:
            self._confirm(whom, question, verb, tr("It is one step: undo takes all of it back."), run, "primary")
        else:
            run()

    def _work(self, whom: ActedOn, done: str, work: Callable[[Progress], None], then: Callable[[], None]) -> None:
        self.acting.emit(whom.prospects)
        self.bulk.run(len(whom), done, work, then)

    def _confirm(
        self, whom: ActedOn, question: str, verb: str, words: str, act: Callable[[], None], kind: str = "danger"
    ) -> None:
        from journeydesk.ui.dialogs.confirm_sheet import ConfirmSheet

        names = first_names(self._context, whom.prospects, _NAMED) if len(whom) > 1 else []
        more = len(whom) - len(names) if names else 0
        sheet = ConfirmSheet(self._theme, self._window.window(), question, verb, words, names, more, kind)
        sheet.confirmed.connect(act)
        sheet.open()

    def _ask_owner(self, whom: ActedOn) -> None:
        from journeydesk.ui.dialogs.choice_sheet import ChoiceSheet
        from journeydesk.ui.widgets.choosing.choice_list import Choice

        actor = self._context.actor
        choices = [Choice(name, name, tr("you") if name == actor else "", icon="user") for name in people(self._context)]
        choices.append(Choice("", tr("Nobody"), icon="x"))
        only = self._row_of(whom)
        sheet = ChoiceSheet(
            self._theme,
            self._window.window(),
            tr("Assign {name}", name=whom.name),
            tr("Assign"),
            choices,
            only.owner if only is not None else actor,
            tr("Assign to “{}”"),
        )
        sheet.chosen.connect(lambda owner: self._assign(whom, str(owner)))
        sheet.open()

    def _row_of(self, whom: ActedOn) -> ProspectRow | None:
        return next(iter(prospect_rows(self._context, [whom.only])), None) if whom.only is not None else None

    def _assign(self, whom: ActedOn, owner: str) -> None:
        name = owner.strip() or None
        words = tr("{name} to {name_2}", name=whom.name, name_2=name or tr("nobody"))
        self._do(
            whom,
            tr("Assigned {words}", words=words),
            tr("Assign {words}?", words=words),
            tr("Assign"),
            lambda progress: commands.assign(self._context, whom.prospects, name, progress),
        )

    def _ask_stage(self, whom: ActedOn) -> None:
        from journeydesk.ui.dialogs.choice_sheet import ChoiceSheet
        from journeydesk.ui.widgets.choosing.choice_list import Choice

        journey = self._context.settings.journeys[0]
        marks = {str(stage.number): stage_mark(self._context, journey.name, stage.number) for stage in journey.stages}
        choices = [Choice(number, mark.name, number, mark=mark) for number, mark in marks.items() if mark is not None]
        only = self._row_of(whom)
        value = str(only.stage.number) if only is not None and only.stage is not None else None
        sheet = ChoiceSheet(
            self._theme,
            self._window.window(),
            tr("{name} stage of {name_2}", name=journey.name, name_2=whom.name),
            tr("Set stage"),
            choices,
            value,
        )
        sheet.chosen.connect(lambda number: self._set_stage(whom, str(number)))
        sheet.open()

    def _set_stage(self, whom: ActedOn, number: str) -> None:
        journey = self._context.settings.journeys[0]
        words = tr("{name} set to {number} {short}", name=whom.name, number=number, short=journey.stage(int(number)).short)
        self._do(
            whom,
            words,
            tr("Set {name} to {number} {short}?", name=whom.name, number=number, short=journey.stage(int(number)).short),
            tr("Set stage"),
            lambda progress: commands.set_stage(self._context, whom.prospects, journey.name, number, progress),
        )

    def _ask_follow_up(self, whom: ActedOn) -> None:
        sheet = DueSheet(
            self._context, self._theme, self._window.window(), tr("Follow-up of {name}", name=whom.name), tr("Set follow-up")
        )
        sheet.given.connect(lambda due: self._set_follow_up(whom, due))
        sheet.open()

    def _set_follow_up(self, whom: ActedOn, due: Due) -> None:
        day = full_day(due.day, self._context.today())
        self._do(
            whom,
            tr("Follow-up of {name} set to {day}", name=whom.name, day=day),
            tr("Set the follow-up of {name} to {day}?", name=whom.name, day=day),
            tr("Set follow-up"),
            lambda progress: commands.set_follow_up(self._context, whom.prospects, due.day, progress),
        )

    def _ask_fields(self, whom: ActedOn) -> None:
        from journeydesk.ui.dialogs.bulk_edit import BulkEdit

        where = tr("selected in “{view_name}”", view_name=self.view_name()) if len(whom) > 1 else ""
        sheet = BulkEdit(self._context, self._theme, self._window.window(), whom, where)
        sheet.given.connect(lambda changes, many: self._change_fields(whom, changes, many))
        sheet.open()

    def _change_fields(self, whom: ActedOn, changes: Sequence[FieldChange], many: int) -> None:
        titles = tr(" and ").join(title_within(change.slug) for change in changes)
        name = whom.name if whom.only is not None else counted(many)
        run = partial(
            self._try,
            partial(
                self._work,
                whom,
                tr("Changed {titles} of {name}", titles=titles, name=name),
                lambda progress: change_many(self._context, whom.prospects, changes, progress),
                lambda: None,
            ),
        )
        # The form has shown what becomes of each; so many that nobody looked through them are asked about once more.
        if many > _LOOKED_THROUGH:
            words = tr("It is one step: undo takes all of it back.")
            self._confirm(
                whom,
                tr("Change {titles} of {name}?", titles=titles, name=name),
                tr("Change {many}", many=figure(many)),
                words,
                run,
                "primary",
            )
        else:
            run()

    def _log(self, kind: str, whom: ActedOn, current: RecordId | None) -> None:
        if whom.only is None:
            self._log_with_all(kind, whom)
            return
        if whom.only != current or self._detail.prospect != whom.only:
            self._detail.show_prospect(whom.only)
        self._detail.compose(kind)

    def _log_with_all(self, kind: str, whom: ActedOn) -> None:
        from journeydesk.ui.dialogs.note_sheet import NoteSheet
        from journeydesk.ui.log_kinds import STORED

        sheet = NoteSheet(
            self._theme,
            self._window.window(),
            tr("{kind} with {name}", kind=named(kind), name=whom.name),
            tr("Log {kind}", kind=within(named(kind))),
        )
        sheet.given.connect(
            lambda text: self._do(
                whom,
                tr("{kind} logged with {name}", kind=named(kind), name=whom.name),
                tr("Log this {kind} with {name}?", kind=within(named(kind)), name=whom.name),
                tr("Log {kind}", kind=within(named(kind))),
                lambda progress: commands.log_with_all(self._context, whom.prospects, STORED.get(kind, kind), text, progress),
            )
        )
        sheet.open()

    def _export(self, whom: ActedOn) -> None:
        self.export(whom.name, lambda: whom.prospects)

    def export(self, name: str, read: Callable[[], Sequence[RecordId]]) -> None:
        """Asks for a file and writes to it who is read, beside the window: of many it takes seconds."""
        from journeydesk.services.files.export import export_prospects

        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export {name}", name=name), "prospects.csv", tr("CSV (*.csv)")
        )
        if not chosen:
            return
        file = Path(chosen)
        self._beside.run(
            "export",
            lambda: export_prospects(self._context, read(), file),
            lambda count: self.said.emit(tr("{count} prospects written to {name}", count=figure(count), name=file.name), False),
            lambda problem: self.failed.emit(str(problem)),
        )

    def _ask_delete(self, whom: ActedOn) -> None:
        words = (
            tr("Sync deletes it in Airtable as well. Undo brings it back.")
            if whom.only is not None
            else (tr("Sync deletes them in Airtable as well. Undo brings them back."))
        )
        self._confirm(
            whom, tr("Delete {name}?", name=whom.name), tr("Delete"), words, partial(self._try, partial(self._delete, whom))
        )

    def _delete(self, whom: ActedOn) -> None:
        self._work(
            whom,
            tr("Deleted {name}", name=whom.name),
            lambda progress: commands.delete_prospects(self._context, whom.prospects, progress),
            lambda: self.deleted.emit(whom.prospects),
        )

    def _copy_email(self, whom: ActedOn) -> None:
        addresses = emails_of(self._context, whom.prospects)
        if not addresses:
            self.said.emit(
                tr("{name} has no e-mail address", name=whom.name) if whom.only else tr("None of them has an e-mail address"),
                False,
            )
            return
        QGuiApplication.clipboard().setText(", ".join(addresses))
        words = addresses[0] if len(addresses) == 1 else tr("{count} addresses", count=figure(len(addresses)))
        self.said.emit(tr("Copied {words} of {name}", words=words, name=whom.name), False)
