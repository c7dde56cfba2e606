"""The database cannot be opened: what is offered before any window is there (docs/sync.md, row 38)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QMessageBox

from journeydesk.domain.words import tr


def wants_repair(problem: str) -> bool:
    """Tells what is wrong and asks whether to restore the newest sound copy. Nothing is changed before the answer."""
    box = _box(QMessageBox.Icon.Critical, problem)
    box.setInformativeText(
        tr(
            "Journeydesk can restore the newest sound copy. The damaged file is kept, what was not sent yet is written onto the copy "
            "as far as it can be read, and the next sync brings what is newer in Airtable."
        )
    )
    restore = box.addButton(tr("Restore the newest copy"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(restore)
    box.exec()
    return box.clickedButton() is restore


def ask_recovery_key(problem: str) -> str | None:
    """The recovery key from paper; None where the person has none."""
    dialog = QInputDialog()
    dialog.setWindowTitle("Journeydesk")
    dialog.setLabelText(problem)
    for words in dialog.findChildren(QLabel):
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
    dialog.setOkButtonText(tr("Open"))
    return dialog.textValue() if dialog.exec() == QInputDialog.DialogCode.Accepted else None


def tell(words: str) -> None:
    """Says what was done."""
    _box(QMessageBox.Icon.Information, words).exec()


def refuse(problem: str) -> None:
    """Says why nothing can be opened."""
    _box(QMessageBox.Icon.Critical, problem).exec()


def _box(icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(icon, "Journeydesk", text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
