"""The key that makes payment links: checked with Stripe, kept in the keyring, taken away."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.payments.stripe_key import SecretLiveKey
from journeydesk.services.upgrades.key import CHECKOUT_VARIABLE, connect_checkout, forget_checkout
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.switch import CheckBox
from journeydesk.ui.work import Background


class CheckoutKeySheet(FramedSheet):
    """`saved` carries the sentence of what was set up or taken away."""

    saved = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        about = tr("A second key; the one that reads payments goes on reading only")
        super().__init__(theme, window, 600, tr("Payment links"), icon="link", about=about)
        self._context = context
        self._work = Background(self)
        words = tr(
            "Make a restricted key in Stripe's dashboard (Developers, API keys) with two rights: Checkout Sessions “write” and Prices "
            "“read”. It makes links by which customers pay; it moves no money itself."
        )
        self.body.addWidget(label(theme, words, kind="secondary", wrap=True))
        self.key = QLineEdit()
        self.key.setAccessibleName(tr("Key for payment links"))
        self.key.setPlaceholderText("rk_live_…")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.body.addWidget(self.key)
        self.meant = CheckBox(theme, tr("Use this secret key all the same"), self.sheet)
        self.meant.hide()
        self.body.addWidget(self.meant)
        self.forget = KeyButton(theme, tr("Take the key away"), kind="flat", parent=self.sheet)
        self.forget.clicked.connect(self._forget)
        self.save = KeyButton(theme, tr("Check and save"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.save.clicked.connect(self.check_and_save)
        self.foot.addWidget(self.forget)
        self.offer(self.save)
        self.accepted.connect(self.check_and_save)
        if config.connections().stripe_checkout_key:
            self.key.setEnabled(False)
            self.save.setEnabled(False)
            self.body.addWidget(
                label(
                    theme, tr("The key in {variable} is used on this computer.", variable=CHECKOUT_VARIABLE), step=-1, wrap=True
                )
            )

    def take_focus(self) -> None:
        """The key."""
        self.key.setFocus()

    def check_and_save(self) -> None:
        """Asks Stripe what the key may do, and keeps it where that is enough."""
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        self.refuse("")
        meant = self.meant.isVisibleTo(self.sheet) and self.meant.isChecked()
        work = partial(connect_checkout, self._context, config.connections(), self.key.text(), secret_live=meant)
        self._work.run("check", work, self._kept, self._refused)

    def _kept(self, words: str) -> None:
        self.done()
        self.saved.emit(tr("{found}. The key is kept in the keychain.", found=words))

    def _refused(self, problem: JourneydeskError) -> None:
        self.save.setEnabled(True)
        if isinstance(problem, SecretLiveKey):
            self.meant.show()
            self.refuse(
                tr(
                    "This is a secret live key, which could move money. Make a restricted key, or tick the box if you mean this one."
                )
            )
            return
        self.refuse(str(problem))

    def _forget(self) -> None:
        try:
            there = forget_checkout(self._context)
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        self.done()
        self.saved.emit(tr("The key for payment links is taken away.") if there else tr("No key was kept."))
