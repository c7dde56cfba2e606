"""The step for Stripe, which may be left out: the team's key, checked with Stripe and kept in the system's keyring."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.payments.stripe_key import (
    VARIABLE,
    SecretLiveKey,
    StripeKeyCheck,
    connect_stripe,
    forget_stripe,
    stripe_access,
)
from journeydesk.ui.dialogs.airtable.secret_row import SecretRow
from journeydesk.ui.dialogs.airtable.work import SetUpWork
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.switch import CheckBox

KEYS_PAGE = "https://dashboard.stripe.com/apikeys"
_WORDS = tr(
    "Payments and lifetime value come from Stripe, which is only read. Make a restricted key (rk_…) that may read customers, "
    "invoices, charges, subscriptions and events; whatever it may not read is left out."
)
_NOT_RESTRICTED = tr(
    "This is a secret live key, which could move money. Make a restricted key (rk_live_…) that only reads. "
    "If you mean this one, tick the box below."
)
_KIND = "stripe"


class StripePage(QWidget):
    """`changed` says that a key was kept, or that another one was typed."""

    changed = Signal()

    def __init__(self, context: Context, theme: Theme, known: Connections, work: SetUpWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._known, self._work = context, known, work
        self._kept = ""
        self._asked = False
        self.row = SecretRow(theme, tr("Stripe key"), (tr("Create a restricted key"), KEYS_PAGE), self)
        self.key, self.state = self.row.field, self.row.state
        self.key.setPlaceholderText(tr("Paste a restricted key, rk_live_…"))
        self.meant = CheckBox(theme, tr("Use this secret key all the same"), self)
        self.meant.hide()
        self.forget = KeyButton(theme, tr("Forget the key"), kind="flat", parent=self)
        self.forget.hide()
        self.row.addWidget(self.meant, 2, 1, 1, 4)
        self.row.addWidget(self.forget, 3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(theme, tr("Connect Stripe"), step=5, weight=600))
        column.addWidget(label(theme, _WORDS, kind="secondary", wrap=True))
        column.addSpacing(8)
        column.addLayout(self.row)
        column.addStretch(1)
        self.row.check_requested.connect(self.check)
        self.key.textChanged.connect(lambda _text: self._other_key())
        self.meant.toggled.connect(lambda on: self.check() if on else None)
        self.forget.clicked.connect(self._forget)

    @property
    def unsettled(self) -> bool:
        """Whether a key stands in the field that is not kept: it is to be checked, mended or taken out."""
        return bool(self.key.text().strip()) and self.key.text() != self._kept

    def read(self) -> None:
        """Says whether a key is known already; asked once, beside the window."""
        if self._asked:
            return
        self._asked = True
        if self._known.stripe_key:
            self.row.say(tr("The key in {variable} is used on this computer.", variable=VARIABLE), "ok-circle", "ok")
            self.key.setEnabled(False)
            self.row.check.setEnabled(False)
            return
        self.row.say(tr("It is kept in the system's keyring, never in a file."), "info", "text2")
        self._work.run(_KIND, self._is_known, self._say_known, self._failed)

    def _is_known(self) -> bool:
        return stripe_access(self._context, self._known) is not None

    def _say_known(self, is_known: bool) -> None:
        self.forget.setVisible(is_known)
        if is_known:
            self.row.say(tr("A key is kept in the system's keyring. Paste another one to replace it."), "ok-circle", "ok")

    def _other_key(self) -> None:
        self.meant.blockSignals(True)
        self.meant.setChecked(False)
        self.meant.blockSignals(False)
        self.meant.hide()
        self.changed.emit()

    def check(self) -> None:
        """Asks Stripe about the key, and keeps it where it works."""
        self.row.settle()
        text = self.key.text()
        if not text.strip():
            return
        self.row.say(tr("Checking the key with Stripe…"), "refresh", "text2")
        meant = self.meant.isChecked()

        def ask() -> tuple[str, StripeKeyCheck]:
            return text, connect_stripe(self._context, self._known, text, secret_live=meant)

        self._work.run(_KIND, ask, self._key_works, self._failed)

    def _key_works(self, answer: tuple[str, StripeKeyCheck]) -> None:
        text, check = answer
        self._kept = text
        self.forget.show()
        data = tr("live data") if check.mode == "live" else tr("test data")
        words = tr(
            "Key works: {key} for {data}, kept in the keyring.",
            key=tr("a restricted key") if check.restricted else tr("a secret key"),
            data=data,
        )
        if check.problems:
            self.row.say(f"{words} {' '.join(check.problems)}", "warn", "warn")
        else:
            self.row.say(words, "ok-circle", "ok")
        self.changed.emit()

    def _failed(self, problem: JourneydeskError) -> None:
        if isinstance(problem, SecretLiveKey):
            self.meant.show()
            self.row.say(_NOT_RESTRICTED, "warn", "warn")
        else:
            self.row.say(str(problem), "x-square", "danger")

    def _forget(self) -> None:
        def forgotten(_there: bool) -> None:
            self._kept = ""
            self.key.clear()
            self.forget.hide()
            self.row.say(tr("The key was taken out of the keyring. What was read of payments stays."), "info", "text2")

        self._work.run(_KIND, partial(forget_stripe, self._context), forgotten, self._failed)
