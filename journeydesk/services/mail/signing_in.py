"""Setting an account up: nothing is kept before both servers took the sign-in."""

import time
from collections.abc import Callable

from journeydesk.config import Connections
from journeydesk.remote.mail.oauth import Loopback, begin_device, provider, wait_device
from journeydesk.services.context import Context
from journeydesk.services.mail.account import MailAccount, check_account, keep_account
from journeydesk.services.mail.checking import check_sign_in


def set_up_by_password(context: Context, known: Connections, account: MailAccount, password: str) -> str:
    """Signs in to both servers and keeps account and password; returns the address. Raises UserError, MailRefused, MailUnreachable,
    KeyringMissing; then nothing is kept."""
    secret = password or known.mail_password or ""
    check_sign_in(account, secret)
    keep_account(context, known, account, password)
    return account.address


class BrowserSignIn:
    """A sign-in in the browser: `address` is what it is to open. Raises UserError for an account that cannot be one."""

    def __init__(self, context: Context, known: Connections, account: MailAccount, client_secret: str) -> None:
        check_account(account)
        self._context, self._known, self._account, self._client_secret = context, known, account, client_secret
        signs_in_at = provider(account.provider, known.oauth_url)
        self._loopback = Loopback(signs_in_at, account.client_id, client_secret, account.address)
        self.address = self._loopback.address

    def finish(self, cancelled: Callable[[], bool] = lambda: False) -> str:
        """Waits for the browser, signs in to both servers and keeps the lasting sign-in; returns the address. Raises UserError,
        MailRefused, MailUnreachable, WorldError, KeyringMissing; then nothing is kept."""
        with self._loopback:
            tokens = self._loopback.wait(cancelled=cancelled)
        check_sign_in(self._account, tokens.access, "oauth")
        keep_account(self._context, self._known, self._account, tokens.refresh, self._client_secret)
        return self._account.address


class CodeSignIn:
    """A sign-in by a short code that is typed at the provider's page, on any device: for where no browser opens here. Raises UserError for
    an account that cannot be one, and at Google, which gives no such codes for mail."""

    def __init__(self, context: Context, known: Connections, account: MailAccount, client_secret: str = "") -> None:
        check_account(account)
        self._context, self._known, self._account, self._client_secret = context, known, account, client_secret
        self._provider = provider(account.provider, known.oauth_url)
        self.code = begin_device(self._provider, account.client_id)

    def finish(self, sleep: Callable[[float], None] = time.sleep, cancelled: Callable[[], bool] = lambda: False) -> str:
        """Waits until the code was typed, signs in and keeps the lasting sign-in; returns the address. Raises as `BrowserSignIn.finish`."""
        tokens = wait_device(
            self._provider,
            self._account.client_id,
            self.code,
            client_secret=self._client_secret,
            sleep=sleep,
            cancelled=cancelled,
        )
        check_sign_in(self._account, tokens.access, "oauth")
        keep_account(self._context, self._known, self._account, tokens.refresh, self._client_secret)
        return self._account.address
