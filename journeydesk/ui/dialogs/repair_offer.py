"""The database cannot be opened: what is offered before any window is there (docs/sync.md, row 38)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMessageBox, QPushButton, QVBoxLayout

from journeydesk.domain.words import tr
from journeydesk.ui.widgets.labels import plain_label

_WIDTH = 480


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


class KeyQuestion(QDialog):
    """Asks for the recovery key from paper."""

    def __init__(self, problem: str) -> None:
        super().__init__()
        self.setWindowTitle("Journeydesk")
        self.words = plain_label(problem)
        self.words.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Recovery key"))
        self.field.setPlaceholderText(tr("Recovery key"))
        leave, go_on = QPushButton(tr("Close")), QPushButton(tr("Open"))
        go_on.setDefault(True)
        go_on.setEnabled(False)
        self.field.textChanged.connect(lambda text: go_on.setEnabled(bool(text.strip())))
        leave.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.setFixedWidth(_WIDTH)


def ask_recovery_key(problem: str) -> str | None:
    """The recovery key from paper; None where the person has none."""
    question = KeyQuestion(problem)
    return question.field.text() if question.exec() == QDialog.DialogCode.Accepted else None


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
