"""What the list's keys and its bulk bar do with prospects: assign, stage, follow-up, export, delete, copy."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands import many as commands
from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import owners
from journeydesk.ui.day_words import full_day
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.tabs.prospects.bulk_work import BulkWork
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
        self.bulk = BulkWork(self)
        self.bulk.said.connect(self.said)
        self.bulk.failed.connect(self.failed)
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
            name = owner.strip() or None
            words = f"Assigned {len(targets):,} to {owner}"
            self.bulk.run(len(targets), words, lambda progress: commands.assign(self._context, targets, name, progress))

    def _set_stage(self, targets: Targets) -> None:
        journey = self._context.settings.journeys[0]
        names = [f"{stage.number} {stage.short}" for stage in journey.stages]
        chosen, accepted = QInputDialog.getItem(self._window, "Set stage", journey.name, names, 0, False)
        if accepted:
            stage = chosen.split()[0]
            self.bulk.run(
                len(targets),
                f"{len(targets):,} set to {chosen}",
                lambda progress: commands.set_stage(self._context, targets, journey.name, stage, progress),
            )

    def _ask_follow_up(self, targets: Targets) -> None:
        many = "" if len(targets) == 1 else f" of {len(targets):,} prospects"
        sheet = DueSheet(self._context, self._theme, self._window.window(), f"Follow-up{many}", "Set follow-up")
        sheet.given.connect(lambda due: self._set_follow_up(targets, due))
        sheet.open()

    def _set_follow_up(self, targets: Targets, due: Due) -> None:
        words = f"Follow-up of {len(targets):,} set to {full_day(due.day, self._context.today())}"
        try:
            self.bulk.run(
                len(targets), words, lambda progress: commands.set_follow_up(self._context, targets, due.day, progress)
            )
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))

    def _export(self, targets: Targets) -> None:
        from journeydesk.services.files.export import export_prospects

        name, _ = QFileDialog.getSaveFileName(self._window, "Export CSV", "prospects.csv", "CSV (*.csv)")
        if name:
            count = export_prospects(self._context, targets, Path(name))
            self.said.emit(f"{count:,} prospects written to {Path(name).name}", False)

    def _delete(self, targets: Targets) -> None:
        self.bulk.run(
            len(targets),
            f"Deleted {len(targets):,}",
            lambda progress: commands.delete_prospects(self._context, targets, progress),
            lambda: self.deleted.emit(targets),
        )

    def _copy_email(self) -> None:
        email = self._detail.email
        if email:
            QGuiApplication.clipboard().setText(email)
            self.said.emit(f"Copied {email}", False)
