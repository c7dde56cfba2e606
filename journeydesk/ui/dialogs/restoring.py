"""Whether a copy of the database is to take the place of what is here."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.foot import foot_of
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.figures import short_day

RESTORE = "restore"
"""The window's property that names the copy to be put back once it is closed."""


class RestoreCopySheet(Sheet):
    """Restores nothing itself: the window closes, and opens again on what was restored."""

    def __init__(self, context: Context, theme: Theme, window: QWidget, copy: Path) -> None:
        super().__init__(theme, window, 560)
        self._copy = copy
        self.sheet.setAccessibleName(tr("Restore a backup"))
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
        cancel = KeyButton(theme, tr("Cancel"), key=Action.CLOSE.cap, parent=self.sheet)
        cancel.clicked.connect(self.done)
        self.ok.clicked.connect(self.confirm)
        self.accepted.connect(self.confirm)
        column = QVBoxLayout()
        column.setContentsMargins(18, 16, 18, 6)
        column.setSpacing(10)
        column.addWidget(label(theme, tr("Restore a backup"), step=3, weight=600))
        column.addWidget(self.words)
        self.layout_.addLayout(column)
        self.layout_.addLayout(foot_of(cancel, self.ok))

    def take_focus(self) -> None:
        """Nothing is restored by a key that was meant for something else."""
        self.sheet.setFocus()

    def confirm(self) -> None:
        """Closes the window, to restore the copy and open again."""
        self._window.setProperty(RESTORE, str(self._copy))
        self.end_program()
