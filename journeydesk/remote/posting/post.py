"""One post with its answer, or why there was none."""

import time
import zlib
from collections.abc import Mapping
from dataclasses import field

import httpcore
import httpx

from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.remote.posting.guarded import GuardedTransport

SECONDS = 20.0
NOBODY = tr("Nobody answers at this address")
"""What is said where nothing was sent, for nobody took the connection."""

_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class PostAnswer:
    """What was answered: `status` 0 where nothing was, and why in `text`. Header names are in small letters."""

    status: int
    text: str
    seconds: float
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_success(self) -> bool:
        """Whether the other side took it."""
        return 200 <= self.status < 300


def post(
    url: str, body: bytes, headers: Mapping[str, str], *, allow_private: bool = False, seconds: float = SECONDS
) -> PostAnswer:
    """Posts a body. No redirect is followed, no proxy, password or certificate taken from the environment; of the answer the first
    64 kB are read. Raises UserError for an address that cannot be posted to, PrivateAddress where that is not allowed."""
    parts = address_parts(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UserError(tr("“{url}” is not an address to post to. Write it like https://example.com/hook.", url=url[:80]))
    began = time.monotonic()
    transport = GuardedTransport(seconds, allow_private=allow_private)
    try:
        with (
            httpx.Client(transport=transport, trust_env=False, follow_redirects=False, timeout=seconds) as client,
            client.stream("POST", url, content=body, headers={"Accept-Encoding": "identity"} | dict(headers)) as response,
        ):
            text = bytearray()
            # As it came: httpx would unpack what is packed, and packed twice, without an end.
            for piece in response.iter_raw():
                text += piece
                if len(text) >= _MOST_BYTES:
                    break
            words = _unpacked(bytes(text), response.headers.get("content-encoding", "")).decode("utf-8", "replace")
            return PostAnswer(response.status_code, words, time.monotonic() - began, dict(response.headers))
    except (
        httpx.HTTPError,
        httpx.InvalidURL,
        httpcore.NetworkError,
        httpcore.TimeoutException,
        httpcore.ProtocolError,
    ) as problem:
        return PostAnswer(0, _words(problem, seconds), time.monotonic() - began)


def _unpacked(raw: bytes, encoding: str) -> bytes:
    """The first 64 kB of an answer; of one that is packed although that was not asked for, as far as it can be read at all."""
    if encoding.strip().lower() not in ("gzip", "deflate"):
        return raw[:_MOST_BYTES]
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(raw, _MOST_BYTES)
    except zlib.error:
        return b""


def _words(problem: Exception, seconds: float) -> str:
    if isinstance(problem, (httpcore.TimeoutException, httpx.TimeoutException)):
        return tr("No answer in {seconds} s", seconds=f"{seconds:.0f}")
    if isinstance(problem, (httpcore.ConnectError, httpx.ConnectError)):
        return NOBODY
    # A URL may hold a secret, and some of these errors name it.
    return tr("The connection broke ({name})", name=type(problem).__name__)
