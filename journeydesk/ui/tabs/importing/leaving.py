"""The question before a file is left in which cells were put right."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.services.files.rehearsing import Rehearsing
from journeydesk.ui.dialogs.confirm_sheet import ConfirmSheet
from journeydesk.ui.theme import Theme


def ask_to_leave(theme: Theme, window: QWidget, draft: Rehearsing | None, leave: Callable[[], object]) -> None:
    """Leaves a file, at once where nothing was done in it."""
    if draft is None or not draft.is_worked_on:
        leave()
        return
    title, words = (
        tr("Leave the import of {name}?", name=draft.name),
        tr("Nothing was written. What you put right in it is lost."),
    )
    sheet = ConfirmSheet(theme, window, title, tr("Leave"), words)
    sheet.confirmed.connect(leave)
    sheet.open()
