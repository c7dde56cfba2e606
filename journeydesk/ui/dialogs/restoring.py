"""Whether a copy of the database is to take the place of what is here."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.figures import short_day

RESTORE = "restore"
"""The window's property that names the copy to be put back once it is closed."""


class RestoreCopySheet(FramedSheet):
    """Restores nothing itself: the window closes, and opens again on what was restored."""

    def __init__(self, context: Context, theme: Theme, window: QWidget, copy: Path) -> None:
        super().__init__(theme, window, 560, tr("Restore a backup"))
        self._copy = copy
        made = datetime.fromtimestamp(copy.stat().st_mtime, UTC).astimezone(context.settings.time_zone)
        day = short_day(made.date(), context.today())
        self.words = label(
            theme,
            tr(
                "Everything here becomes as it was in {name}, made on {day} at {made}. What is here now is "
                "copied aside first, so that it can be restored in turn. The window closes and opens again; "
                "the next sync brings what is newer in Airtable.",
                name=copy.name,
                day=day,
                made=f"{made:%H:%M}",
            ),
            wrap=True,
        )
        self.ok = KeyButton(theme, tr("Restore"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.ok.clicked.connect(self.confirm)
        self.accepted.connect(self.confirm)
        self.body.addWidget(self.words)
        self.offer(self.ok)

    def take_focus(self) -> None:
        """Nothing is restored by a key that was meant for something else."""
        self.sheet.setFocus()

    def confirm(self) -> None:
        """Closes the window, to restore the copy and open again."""
        self._window.setProperty(RESTORE, str(self._copy))
        self.end_program()
