"""What the detail panel shows of a prospect that was deleted: what is known, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.rows.detail import DeletedProspect
from journeydesk.ui.detail.deleted_note import DeletedNote
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton


class DeletedPage(QWidget):
    """`restore_requested` asks to bring them back."""

    restore_requested = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = DeletedNote(context, theme, self)
        self.restore = KeyButton(theme, tr("Restore"), icon="undo", parent=self)
        self.restore.clicked.connect(self.restore_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 18, 16, 16)
        column.setSpacing(14)
        column.addWidget(self.note)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_deleted(self, deleted: DeletedProspect) -> None:
        """Shows another one."""
        self.note.show_deleted(deleted)
        self.restore.setAccessibleName(tr("Restore {name}", name=deleted.name))
