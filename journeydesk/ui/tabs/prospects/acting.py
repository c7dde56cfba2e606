"""What the list's keys and its bulk bar do with prospects: assign, stage, follow-up, export, delete, copy."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands import prospects as commands
from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import owners
from journeydesk.ui.day_words import full_day
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.theme import Theme

Targets = Sequence[RecordId]


class ListActions(QObject):
    """Each is one step to undo, and says what it did: `said` carries the sentence and whether it can be undone, `failed` one that
    stays. `deleted` carries who is gone, `tasks_requested` asks for the tasks of who is current. Dialogs open over the window."""

    said = Signal(str, bool)
    failed = Signal(str)
    deleted = Signal(object)
    tasks_requested = Signal()

    def __init__(self, context: Context, theme: Theme, detail: DetailPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._detail = detail
        self._window = parent

    def run(self, name: str, targets: Targets) -> None:
        """One action by its name on these."""
        acts: dict[str, Callable[[Targets], None]] = {
            "assign": self._assign,
            "stage": self._set_stage,
            "follow_up": self._ask_follow_up,
            "tasks": lambda _targets: self.tasks_requested.emit(),
            "meeting": lambda _targets: self._detail.compose("Meeting"),
            "note": lambda _targets: self._detail.compose("Note"),
            "export": self._export,
            "delete": self._delete,
            "copy_email": lambda _targets: self._copy_email(),
        }
        try:
            acts[name](targets)
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))

    def _assign(self, targets: Targets) -> None:
        owner, accepted = QInputDialog.getItem(self._window, "Assign", "Who takes over?", owners(self._context), 0, True)
        if accepted:
            commands.assign(self._context, targets, owner.strip() or None)
            self.said.emit(f"Assigned {len(targets):,} to {owner}", True)

    def _set_stage(self, targets: Targets) -> None:
        journey = self._context.settings.journeys[0]
        names = [f"{stage.number} {stage.short}" for stage in journey.stages]
        chosen, accepted = QInputDialog.getItem(self._window, "Set stage", journey.name, names, 0, False)
        if accepted:
            for target in targets:
                commands.move(self._context, target, journey.name, chosen.split()[0])
            self.said.emit(f"{len(targets):,} set to {chosen}", True)

    def _ask_follow_up(self, targets: Targets) -> None:
        many = "" if len(targets) == 1 else f" of {len(targets):,} prospects"
        sheet = DueSheet(self._context, self._theme, self._window.window(), f"Follow-up{many}", "Set follow-up")
        sheet.given.connect(lambda due: self._set_follow_up(targets, due))
        sheet.open()

    def _set_follow_up(self, targets: Targets, due: Due) -> None:
        commands.set_follow_up(self._context, targets, due.day)
        self.said.emit(f"Follow-up of {len(targets):,} set to {full_day(due.day, self._context.today())}", True)

    def _export(self, targets: Targets) -> None:
        from journeydesk.services.files.export import export_prospects

        name, _ = QFileDialog.getSaveFileName(self._window, "Export CSV", "prospects.csv", "CSV (*.csv)")
        if name:
            count = export_prospects(self._context, targets, Path(name))
            self.said.emit(f"{count:,} prospects written to {Path(name).name}", False)

    def _delete(self, targets: Targets) -> None:
        commands.delete_prospects(self._context, targets)
        self.deleted.emit(targets)
        self.said.emit(f"Deleted {len(targets):,}", True)

    def _copy_email(self) -> None:
        email = self._detail.email
        if email:
            QGuiApplication.clipboard().setText(email)
            self.said.emit(f"Copied {email}", False)
