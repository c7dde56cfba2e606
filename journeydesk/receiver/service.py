"""What the routes work with: the workspace, its keys, the inbox, and who may do what."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from starlette.requests import Request

from journeydesk.domain.time import moment_text
from journeydesk.domain.webhooks.rates import Buckets, Rate
from journeydesk.domain.webhooks.signatures import is_signed, is_token
from journeydesk.receiver.refusals import Refused, try_again
from journeydesk.receiver.writer import PATIENCE_SECONDS, Busy, InboxWriter
from journeydesk.services.context import Context
from journeydesk.services.receiver.keys import ReceiverKeys, live
from journeydesk.services.receiver.settings import ReceiverSettings
from journeydesk.storage.receiver.inbox import NewEntry

BODY_BYTES = 65_536
BATCH_BYTES = 2 * 1024 * 1024
_READS = Rate(burst=60, per_second=20)
_FORMS = Rate(burst=10, per_second=0.2)
_AUTHORITY = {"WWW-Authenticate": "Bearer"}


@dataclass
class Service:
    """One running receiver. `keys` changes as a whole when somebody replaces a secret."""

    context: Context
    settings: ReceiverSettings
    keys: ReceiverKeys
    writer: InboxWriter
    clock: Callable[[], float] = time.monotonic
    stripe_asked: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        rate = float(self.settings.events_a_second)
        self._events = Buckets(Rate(rate, rate))
        self._reads = Buckets(_READS)
        self._forms = Buckets(_FORMS)

    def now(self) -> str:
        """The stored moment of now."""
        return moment_text(self.context.clock())

    async def signed_body(self, request: Request, most: int = BODY_BYTES, *, form: bool = False) -> bytes:
        """The body, once it was shown to come from a holder of the secret. With `form` a page of a known site may send it, too,
        where the team lets its forms. Raises Refused."""
        signatures = [value for name, value in request.scope["headers"] if name == b"x-webhook-signature"]
        if not signatures and form and self._is_open_to(request):
            wait = self._forms.take(request.client.host if request.client else "", self.clock())
            if wait:
                raise try_again(wait, 429, "Too many forms were sent from this address.")
            return await read_body(request, most)
        if len(signatures) != 1:
            raise Refused(401, "X-Webhook-Signature: sha256=<HMAC of the body> is missing, or there is more than one.")
        body = await read_body(request, most)
        if not is_signed(signatures[0], body, live(self.keys.signing, self.context.clock())):
            raise Refused(401, "The signature does not fit the body and any secret that is known here.")
        return body

    def _is_open_to(self, request: Request) -> bool:
        return self.settings.open_forms and request.headers.get("origin", "") in self.settings.origins

    def count_events(self, count: int = 1) -> None:
        """Takes so many events from the rate of the key. Raises Refused where it is used up."""
        wait = self._events.take("", self.clock(), count)
        if wait:
            raise try_again(wait, 429, f"More than {self.settings.events_a_second:,} events a second.")

    def check_reader(self, request: Request) -> None:
        """Raises Refused unless the request has the read token, and not too many had it."""
        headers = [value for name, value in request.scope["headers"] if name == b"authorization"]
        if len(headers) != 1 or not is_token(headers[0], live(self.keys.reading, self.context.clock())):
            raise Refused(401, "Reading needs Authorization: Bearer <read token>.", headers=_AUTHORITY)
        wait = self._reads.take("", self.clock())
        if wait:
            raise try_again(wait, 429, "Too many reads.")

    async def keep(self, entries: Sequence[NewEntry]) -> None:
        """Puts entries into the inbox: they are on disk when it returns. Raises Refused where they are not."""
        try:
            await self.writer.write(entries)
        except Busy as problem:
            raise try_again(
                round(PATIENCE_SECONDS), 503, "The database is busy. Send the same again; what is there stays once."
            ) from problem


async def read_body(request: Request, most: int) -> bytes:
    """The whole body. Raises Refused where it is larger than `most` bytes, or its sender went away."""
    too_large = Refused(413, f"The body is larger than {most:,} bytes.")
    for name, value in request.scope["headers"]:
        if name == b"content-length" and value.isdigit() and int(value) > most:
            raise too_large
    body = bytearray()
    while True:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "The body ended before its end.")
        body += message.get("body", b"")
        if len(body) > most:
            raise too_large
        if not message.get("more_body", False):
            return bytes(body)
