"""Setting this computer's mail account up: by password, or by signing in at Google or Microsoft in the browser. Nothing is kept before both
servers took the sign-in."""

import threading

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.mail.account import (
    GOOGLE,
    MICROSOFT,
    OTHER,
    MailAccount,
    account_of,
    forget_account,
    mail_account,
    preset,
    server_words,
)
from journeydesk.services.mail.signing_in import BrowserSignIn, set_up_by_password
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.outside import open_address
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.switch import CheckBox
from journeydesk.ui.work import Background

_PROVIDERS = {"Gmail": GOOGLE, "Microsoft 365": MICROSOFT, "Another": OTHER}
_HELP = {
    GOOGLE: tr(
        "Gmail takes an app password (Google account, Security, two-step sign-in on), or a sign-in with your team's own client id."
    ),
    MICROSOFT: tr(
        "Microsoft 365 takes passwords for sending only until its administrators or the end of 2026 switch them off; else sign in."
    ),
    OTHER: tr("Your provider's page for mail programs names both servers."),
}


class MailAccountSheet(FramedSheet):
    """`saved` carries the sentence of what was set up or taken away."""

    saved = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        about = tr("Nothing is sent without an approval or a switch")
        super().__init__(theme, window, 600, tr("E-mail account"), icon="mail", about=about)
        self._context = context
        self._work = Background(self)
        self._stopping = threading.Event()
        known = mail_account(context)
        self._provider = known.provider if known is not None else OTHER
        self.providers = Segments(theme, tr("Provider"), tuple(_PROVIDERS))
        self.providers.choose(next(name for name, value in _PROVIDERS.items() if value == self._provider))
        self.providers.chosen.connect(lambda name: self._choose(_PROVIDERS[name]))
        self.help = label(theme, _HELP[self._provider], step=-1, kind="secondary", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.address = self._line(grid, 0, tr("E-mail address"), known.address if known else "")
        self.name = self._line(grid, 1, tr("Name beside it"), known.name if known else context.actor)
        self.password = self._line(grid, 2, tr("Password"), "")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.smtp = self._line(grid, 3, tr("Server that sends"), server_words(known.smtp) if known else "")
        self.imap = self._line(grid, 4, tr("Server for answers"), server_words(known.imap) if known and known.imap else "")
        self.client = self._line(grid, 5, tr("Client id"), known.client_id if known else "")
        self.client_secret = self._line(grid, 6, tr("Client secret"), "")
        self.client_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.public = self._line(grid, 7, tr("Receiver's public address"), known.public if known else "")
        self.public.setPlaceholderText(tr("https://… for counted links and one-click unsubscribing; may be empty"))
        self.smtp.setPlaceholderText("smtp.example.org:465")
        self.imap.setPlaceholderText("imap.example.org:993")
        self._grid = grid
        self.shares = CheckBox(theme, tr("Texts of my mails stand in the history that the team sees"))
        self.shares.setChecked(known.shares if known else False)
        self.body.addWidget(self.providers)
        self.body.addWidget(self.help)
        self.body.addLayout(grid)
        self.body.addWidget(self.shares)
        self.forget = KeyButton(theme, tr("Take the account away"), kind="flat", parent=self.sheet)
        self.forget.clicked.connect(self._forget)
        self.forget.setVisible(known is not None)
        self.browser = KeyButton(theme, tr("Sign in with the browser"), icon="external", parent=self.sheet)
        self.browser.clicked.connect(self.sign_in)
        self.save = KeyButton(theme, tr("Check and save"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.save.clicked.connect(self.check_and_save)
        self.foot.addWidget(self.forget)
        self.offer(self.browser, self.save)
        self.accepted.connect(self.check_and_save)
        self.closed.connect(self._stopping.set)
        self._choose(self._provider)

    def take_focus(self) -> None:
        """The address."""
        self.address.setFocus()

    def _line(self, grid: QGridLayout, row: int, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(name)
        grid.addWidget(label(self.theme, name, kind="secondary"), row, 0)
        grid.addWidget(line, row, 1)
        return line

    def _choose(self, provider: str) -> None:
        self._provider = provider
        self.help.setText(_HELP[provider])
        servers = preset(provider)
        for row, line, server in ((3, self.smtp, servers and servers[0]), (4, self.imap, servers and servers[1])):
            if server:
                line.setText(server_words(server))
            self._show_row(row, server is None)
        for row in (5, 6):
            self._show_row(row, provider != OTHER)
        self.browser.setVisible(provider != OTHER)
        self.fit()

    def _show_row(self, row: int, shown: bool) -> None:
        for column in (0, 1):
            item = self._grid.itemAtPosition(row, column)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(shown)

    def _account(self, method: str) -> MailAccount:
        return account_of(
            self._provider,
            method,
            self.address.text(),
            self.name.text(),
            self.smtp.text(),
            self.imap.text(),
            self.client.text(),
            self.shares.isChecked(),
            self.public.text(),
        )

    def check_and_save(self) -> None:
        """Signs in to both servers with the password, and keeps it if they take it."""
        try:
            account = self._account("password")
        except JourneydeskError as problem:
            self._refuse(problem)
            return
        password, context = self.password.text(), self._context
        self._busy(tr("Signing in…"))
        self._work.run(
            "check", lambda: set_up_by_password(context, config.connections(), account, password), self._done, self._refuse
        )

    def sign_in(self) -> None:
        """Opens the provider's page in the browser, and waits until it comes back."""
        try:
            account = self._account("oauth")
            browser = BrowserSignIn(self._context, config.connections(), account, self.client_secret.text())
        except JourneydeskError as problem:
            self._refuse(problem)
            return
        self._busy(tr("Waiting for the browser…"))
        if not open_address(browser.address):
            self.refuse(tr("Open this address in a browser on this computer: {address}", address=browser.address))
        self._work.run("sign in", lambda: browser.finish(self._stopping.is_set), self._done, self._refuse)

    def _busy(self, words: str) -> None:
        self.refuse("")
        self.about.show_text(words)
        for button in (self.save, self.browser, self.forget):
            button.setEnabled(False)

    def _refuse(self, problem: JourneydeskError) -> None:
        self.about.show_text("")
        for button in (self.save, self.browser, self.forget):
            button.setEnabled(True)
        self.refuse(str(problem))

    def _done(self, address: str) -> None:
        self.done()
        self.saved.emit(tr("{address} is set up. Nothing is sent without an approval.", address=address))

    def _forget(self) -> None:
        try:
            forget_account(self._context)
        except JourneydeskError as problem:
            self._refuse(problem)
            return
        self.done()
        self.saved.emit(tr("The mail account is taken away; what waits is kept."))
