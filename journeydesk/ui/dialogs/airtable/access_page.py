"""The first step: the token, and the base that holds the prospects."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.remote.opening import RemoteAccess, token_in
from journeydesk.services.context import Context
from journeydesk.services.sync.setup import BasesHidden, bases_of, known_place, why_not_kept, why_only_held
from journeydesk.ui.dialogs.airtable.base_box import BaseBox
from journeydesk.ui.dialogs.airtable.secret_row import SecretRow
from journeydesk.ui.dialogs.airtable.work import SetUpWork
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

TOKENS_PAGE = "https://airtable.com/create/tokens"
_SCOPES = tr("It needs data.records:read and :write, schema.bases:read and :write, webhook:manage on your base.")


class AccessPage(QWidget):
    """`changed` says that the token or the base is another one; `entered` that the base was taken with Enter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, context: Context, theme: Theme, known: Connections, work: SetUpWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = known
        self._work = work
        self._url, self._own_base = known_place(context, known)
        self._checked = ""
        self._kept = False
        self.row = SecretRow(theme, tr("Access token"), (tr("Create a token"), TOKENS_PAGE), self)
        self.token, self.state, self.checking = self.row.field, self.row.state, self.row.check
        self.token.setPlaceholderText(tr("Paste your personal access token, pat…"))
        self.row.say(_SCOPES, "info", "text2")
        self.base = BaseBox(theme, self)
        self.row.addWidget(label(theme, tr("Base"), weight=500), 2, 0)
        self.row.addWidget(self.base, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(theme, tr("Connect Airtable"), step=5, weight=600))
        words = tr("Journeydesk keeps a copy of your base on this computer, so you can work without a connection.")
        column.addWidget(label(theme, words, kind="secondary", wrap=True))
        column.addSpacing(8)
        column.addLayout(self.row)
        column.addStretch(1)
        self.row.check_requested.connect(self.check)
        self.base.currentTextChanged.connect(lambda _text: self.changed.emit())
        edit = self.base.lineEdit()
        if edit is not None:
            edit.returnPressed.connect(self.entered)
        if known.remote_token:
            self.token.setText(known.remote_token)

    @property
    def access(self) -> RemoteAccess | None:
        """How to reach the base; None while the token was not accepted, would not be used later, or no base is chosen."""
        if not (self._checked and self._kept and self.base.base):
            return None
        return RemoteAccess(self._url, self._checked, self.base.base)

    @property
    def asks_for_base(self) -> bool:
        """Whether only the base is missing."""
        return bool(self._checked and self._kept and not self.base.base)

    def check(self) -> None:
        """Asks Airtable whether it accepts the token, and which bases it sees."""
        self.row.settle()
        text = self.token.text()
        token = token_in(text)
        self._checked = ""
        self.changed.emit()
        if not token:
            if text.strip():
                words = tr("This is no Airtable token: one begins with “pat” and has no spaces. Copy it whole.")
                self.row.say(words, "warn", "warn")
            return
        self.row.say(tr("Checking the token…"), "refresh", "text2")
        url, known = self._url, self._known

        def ask() -> tuple[str, str, list[tuple[str, str]]]:
            return token, why_not_kept(known, token), bases_of(url, token, beside=True)

        self._work.run("token", ask, self._token_works, self._token_failed)

    def _token_works(self, answer: tuple[str, str, list[tuple[str, str]]]) -> None:
        token, reason, bases = answer
        self._checked, self._kept = token, not reason
        many = tr("1 base") if len(bases) == 1 else tr("{count} bases", count=len(bases))
        kept = tr("It is kept in the system's keyring, never in a file.")
        if self._known.remote_token is not None:
            kept = tr("It comes from this computer's environment.")
        held = why_only_held(self._known)
        words = reason or tr("Token works. It sees {many}. {held}", many=many, held=held or kept)
        warns = bool(reason or held)
        self.row.say(words, "warn" if warns else "ok-circle", "warn" if warns else "ok")
        self.base.offer(bases, self._own_base)
        self.changed.emit()

    def _token_failed(self, problem: JourneydeskError) -> None:
        if isinstance(problem, BasesHidden):
            token = token_in(self.token.text())
            reason = why_not_kept(self._known, token)
            self._checked, self._kept = token, not reason
            self.row.say(reason or str(problem), "warn", "warn")
            self.base.setFocus()
            self.changed.emit()
        else:
            self.row.say(str(problem), "x-square", "danger")
