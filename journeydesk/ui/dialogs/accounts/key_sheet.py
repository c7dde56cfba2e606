"""A service's key: entered, checked with the service before it is kept in the keyring, and taken away again."""

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.work import Background


class KeySheet(FramedSheet):
    """What a service has of its own is below the key, in `body`. `saved` carries the sentence of what was set up or taken away."""

    saved = Signal(str)

    def __init__(
        self,
        context: Context,
        theme: Theme,
        window: QWidget,
        width: int,
        title: str,
        *,
        icon: str,
        about: str,
        words: str,
        name: str,
        example: str,
    ) -> None:
        super().__init__(theme, window, width, title, icon=icon, about=about)
        self._context = context
        self._work = Background(self)
        self.body.addWidget(label(theme, words, kind="secondary", wrap=True))
        self.key = QLineEdit()
        self.key.setAccessibleName(name)
        self.key.setPlaceholderText(example)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.body.addWidget(self.key)
        self.forget = KeyButton(theme, tr("Take the key away"), kind="flat", parent=self.sheet)
        self.forget.clicked.connect(self._forget)
        self.save = KeyButton(theme, tr("Check and save"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.save.clicked.connect(self.check_and_save)
        self.foot.addWidget(self.forget)
        self.offer(self.save)
        self.accepted.connect(self.check_and_save)

    @abstractmethod
    def keeping(self) -> Callable[[], str]:
        """What checks the key that was entered and keeps it, for a thread of its own; it returns what came of it in a sentence."""

    @abstractmethod
    def take_away(self) -> str:
        """Takes the key out of the keyring; the sentence of that. Raises KeyringMissing."""

    def take_focus(self) -> None:
        """The key."""
        self.key.setFocus()

    def check_and_save(self) -> None:
        """Asks the service with the key, once at a time, and keeps it if it is taken."""
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        self.refuse("")
        self._work.run("check", self.keeping(), self._kept, self._refused)

    def _kept(self, words: str) -> None:
        self.done()
        self.saved.emit(words)

    def _refused(self, problem: JourneydeskError) -> None:
        self.save.setEnabled(True)
        self.refuse(self.refusal(problem))

    def refusal(self, problem: JourneydeskError) -> str:
        """Why the key was not kept, in a sentence."""
        return str(problem)

    def _forget(self) -> None:
        try:
            words = self.take_away()
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        self.done()
        self.saved.emit(words)
