"""The recovery key, shown and typed back; and removing everything, once the words were typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.workspace.recovery import note, recovery_key_of
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, plain_label

REMOVAL_WORDS = tr("remove everything")
REMOVAL = "removal"
"""The window's property that says that everything is to be removed once it is closed."""


class RecoveryKeySheet(FramedSheet):
    """Shows the key and takes it back, so that it is known to be on paper."""

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, 560, tr("Recovery key"))
        self._context = context
        words = tr(
            "Write it down and keep it apart from this computer: it opens the workspace and all of its copies, anywhere."
        )
        key = recovery_key_of(context)
        self.key = plain_label(key or "", self.sheet)
        self.key.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.key.setWordWrap(True)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.field = QLineEdit(self.sheet)
        self.field.setAccessibleName(tr("Type the recovery key back"))
        self.field.setPlaceholderText(tr("Type it back"))
        self.ok = KeyButton(theme, tr("I have it"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        for part in (label(theme, words, wrap=True), self.key, self.field):
            self.body.addWidget(part)
        self.offer(self.ok)
        self.ok.clicked.connect(self.check)
        self.accepted.connect(self.check)

    def take_focus(self) -> None:
        """The field where it is typed back."""
        self.field.setFocus()

    def check(self) -> None:
        """Remembers that it is on paper, or says that it is another key."""
        try:
            note(self._context, self.field.text())
        except UserError as wrong:
            self.refuse(str(wrong))
            return
        self.done()


class RemovalSheet(FramedSheet):
    """Removes nothing itself: the window closes, and what is to be removed is then no longer open."""

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, 560, tr("Remove everything"))
        words = tr(
            "The window closes. {folder} goes with all copies, logs and reports, its keys and tokens "
            "leave the keyring, and the change feed in Airtable ends. Nothing brings it back; what was "
            "not sent is lost. The team's records in Airtable stay. Type “{removal_words}” if that is "
            "meant.",
            folder=context.database.folder,
            removal_words=REMOVAL_WORDS,
        )
        self.field = QLineEdit(self.sheet)
        self.field.setAccessibleName(tr("Type {removal_words}", removal_words=REMOVAL_WORDS))
        self.ok = KeyButton(theme, tr("Remove everything"), key=Action.ACCEPT.cap, kind="danger", parent=self.sheet)
        self.ok.setEnabled(False)
        self.body.addWidget(label(theme, words, wrap=True))
        self.body.addWidget(self.field)
        self.offer(self.ok)
        self.field.textChanged.connect(lambda text: self.ok.setEnabled(text.strip().casefold() == REMOVAL_WORDS))
        self.ok.clicked.connect(self.confirm)
        self.accepted.connect(self.confirm)

    def take_focus(self) -> None:
        """The field for the words."""
        self.field.setFocus()

    def confirm(self) -> None:
        """Closes the window where the words were typed."""
        if self.ok.isEnabled():
            self._window.setProperty(REMOVAL, True)
            self.end_program()
