"""The key that makes payment links: checked with Stripe, kept in the keyring, taken away."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.payments.stripe_key import SecretLiveKey
from journeydesk.services.upgrades.key import CHECKOUT_VARIABLE, connect_checkout, forget_checkout
from journeydesk.ui.dialogs.accounts.key_sheet import KeySheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.switch import CheckBox


class CheckoutKeySheet(KeySheet):
    """A secret live key is taken only where a box is ticked that says so; it is shown once such a key was entered."""

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        super().__init__(
            context,
            theme,
            window,
            600,
            tr("Payment links"),
            icon="link",
            about=tr("A second key; the one that reads payments goes on reading only"),
            words=tr(
                "Make a restricted key in Stripe's dashboard (Developers, API keys) with two rights: Checkout Sessions “write” and Prices "
                "“read”. It makes links by which customers pay; it moves no money itself."
            ),
            name=tr("Key for payment links"),
            example="rk_live_…",
        )
        self.meant = CheckBox(theme, tr("Use this secret key all the same"), self.sheet)
        self.meant.hide()
        self.body.addWidget(self.meant)
        if config.connections().stripe_checkout_key:
            self.key.setEnabled(False)
            self.save.setEnabled(False)
            used = tr("The key in {variable} is used on this computer.", variable=CHECKOUT_VARIABLE)
            self.body.addWidget(label(theme, used, step=-1, wrap=True))

    def keeping(self) -> Callable[[], str]:
        key, meant = self.key.text(), self.meant.isVisibleTo(self.sheet) and self.meant.isChecked()

        def keep() -> str:
            found = connect_checkout(self._context, config.connections(), key, secret_live=meant)
            return tr("{found}. The key is kept in the keychain.", found=found)

        return keep

    def refusal(self, problem: JourneydeskError) -> str:
        if not isinstance(problem, SecretLiveKey):
            return str(problem)
        self.meant.show()
        return tr(
            "This is a secret live key, which could move money. Make a restricted key, or tick the box if you mean this one."
        )

    def take_away(self) -> str:
        there = forget_checkout(self._context)
        return tr("The key for payment links is taken away.") if there else tr("No key was kept.")
