"""What the list's keys and its bulk bar do with prospects: assign, stage, follow-up, export, delete, copy."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog

from journeydesk.domain.due import Due
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands import prospects as commands
from journeydesk.services.queries.prospects import owners
from journeydesk.ui.day_words import full_day
from journeydesk.ui.dialogs.due_sheet import DueSheet

if TYPE_CHECKING:
    from journeydesk.ui.tabs.prospects.tab import ProspectsTab

Targets = Sequence[RecordId]


class ListActions(QObject):
    """Each is one step to undo, and says what it did."""

    def __init__(self, tab: "ProspectsTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._context = tab.context

    def run(self, name: str, targets: Targets) -> None:
        """One action by its name on these."""
        acts: dict[str, Callable[[Targets], None]] = {
            "assign": self._assign,
            "stage": self._set_stage,
            "follow_up": self._ask_follow_up,
            "tasks": lambda _targets: self._tab.show_tasks(),
            "meeting": lambda _targets: self._tab.detail.compose("Meeting"),
            "note": lambda _targets: self._tab.detail.compose("Note"),
            "export": self._export,
            "delete": self._delete,
            "copy_email": lambda _targets: self._copy_email(),
        }
        try:
            acts[name](targets)
        except JourneydeskError as wrong:
            self._tab.failed.emit(str(wrong))

    def _assign(self, targets: Targets) -> None:
        owner, accepted = QInputDialog.getItem(self._tab, "Assign", "Who takes over?", owners(self._context), 0, True)
        if accepted:
            commands.assign(self._context, targets, owner.strip() or None)
            self._tab.said.emit(f"Assigned {len(targets):,} to {owner}", True)

    def _set_stage(self, targets: Targets) -> None:
        journey = self._context.settings.journeys[0]
        names = [f"{stage.number} {stage.short}" for stage in journey.stages]
        chosen, accepted = QInputDialog.getItem(self._tab, "Set stage", journey.name, names, 0, False)
        if accepted:
            for target in targets:
                commands.move(self._context, target, journey.name, chosen.split()[0])
            self._tab.said.emit(f"{len(targets):,} set to {chosen}", True)

    def _ask_follow_up(self, targets: Targets) -> None:
        many = "" if len(targets) == 1 else f" of {len(targets):,} prospects"
        sheet = DueSheet(self._context, self._tab.theme, self._tab.window(), f"Follow-up{many}", "Set follow-up")
        sheet.given.connect(lambda due: self._set_follow_up(targets, due))
        sheet.open()

    def _set_follow_up(self, targets: Targets, due: Due) -> None:
        commands.set_follow_up(self._context, targets, due.day)
        self._tab.said.emit(f"Follow-up of {len(targets):,} set to {full_day(due.day, self._context.today())}", True)

    def _export(self, targets: Targets) -> None:
        from journeydesk.services.files.export import export_prospects

        name, _ = QFileDialog.getSaveFileName(self._tab, "Export CSV", "prospects.csv", "CSV (*.csv)")
        if name:
            count = export_prospects(self._context, targets, Path(name))
            self._tab.said.emit(f"{count:,} prospects written to {Path(name).name}", False)

    def _delete(self, targets: Targets) -> None:
        commands.delete_prospects(self._context, targets)
        self._tab.model.tick(targets, False)
        self._tab.said.emit(f"Deleted {len(targets):,}", True)

    def _copy_email(self) -> None:
        email = self._tab.detail.email
        if email:
            QGuiApplication.clipboard().setText(email)
            self._tab.said.emit(f"Copied {email}", False)
