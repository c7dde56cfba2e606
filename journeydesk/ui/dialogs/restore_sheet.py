"""Asks whether a deleted prospect shall come back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.rows.detail import DeletedProspect
from journeydesk.ui.detail.deleted_note import DeletedNote
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton


class RestoreSheet(FramedSheet):
    """`restore_requested` is a yes; the button has the keyboard, so Enter is one, too."""

    restore_requested = Signal()

    def __init__(self, context: Context, theme: Theme, window: QWidget, deleted: DeletedProspect) -> None:
        self.note = DeletedNote(context, theme)
        self.note.show_deleted(deleted)
        super().__init__(theme, window, 460, self.note.title.text())
        self.note.title.hide()
        self.restore = KeyButton(theme, tr("Restore"), key=Action.TAKE.cap, kind="primary", parent=self.sheet)
        self.restore.setAutoDefault(True)
        self.restore.clicked.connect(self._restore)
        self.body.addWidget(self.note)
        self.offer(self.restore)
        self.accepted.connect(self._restore)

    def take_focus(self) -> None:
        """The button that does it."""
        self.restore.setFocus()

    def _restore(self) -> None:
        self.done()
        self.restore_requested.emit()
