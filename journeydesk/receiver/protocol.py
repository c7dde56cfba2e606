"""HTTP with an end to every wait: uvicorn waits for a silent sender, half a header or half a body for ever
(docs/receiver.md, "Sizes and waits")."""

import asyncio
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS = 10.0
"""From the first byte of a request, or the connection, to the last byte of its body; and for a reader that does not read."""

LINGER_SECONDS = 2.0
LINGER_BYTES = 262_144
"""How long, and how much, is read on after a refusal: a connection that is closed over bytes which nobody read is reset, and the reset
takes the refusal from a sender that has not read it yet (RFC 9112, 9.6)."""

MOST_CONNECTIONS = 2_000


class _WholeAnswers:
    """A transport that sends what was written in one turn of the loop at once: uvicorn writes head and body of an answer apart, which
    is two packets for everybody, and two calls to the system here."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop, close: Callable[[], None]) -> None:
        """`close` is called for the close that uvicorn asks for."""
        self._transport = transport
        self._loop = loop
        self._held: list[bytes] = []
        self.close = close

    def write(self, data: bytes) -> None:
        """Sends it before the loop waits again."""
        if not data:
            return
        if not self._held:
            self._loop.call_soon(self._send)
        self._held.append(data)

    def _send(self) -> None:
        if self._held:
            held, self._held = b"".join(self._held), []
            self._transport.write(held)

    def write_whole(self, answer: bytes) -> None:
        """Sends a whole answer now."""
        self._send()
        self._transport.write(answer)

    def finish(self) -> None:
        """Sends what is held, then ends."""
        self._send()
        self._transport.close()

    def end(self) -> None:
        """Sends what is held and says that nothing more comes; the other side may still send."""
        self._send()
        self._transport.write_eof()

    def abort(self) -> None:
        """Ends at once."""
        self._held = []
        self._transport.abort()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class BoundedProtocol(H11Protocol):
    """A connection whose requests must come within `REQUEST_SECONDS`; one more than `MOST_CONNECTIONS` is closed at once."""

    seconds = REQUEST_SECONDS

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._deadline: asyncio.TimerHandle | None = None
        self._writing_deadline: asyncio.TimerHandle | None = None
        self._read_on: int | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._answers = _WholeAnswers(transport, self.loop, self._close)
        super().connection_made(self._answers)  # type: ignore[arg-type]
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
            return
        self._wait()

    def data_received(self, data: bytes) -> None:
        if self._read_on is not None:
            self._read_on += len(data)
            if self._read_on > LINGER_BYTES:
                self.transport.abort()
            return
        self._wait()
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        # A request that came with the one before may have begun, and not be whole.
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_longer()
        self.resume_writing()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._writing_deadline is None:
            self._writing_deadline = self.loop.call_later(self.seconds, self.transport.abort)

    def resume_writing(self) -> None:
        if self._writing_deadline is not None:
            self._writing_deadline.cancel()
            self._writing_deadline = None
        super().resume_writing()

    def _close(self) -> None:
        """Ends the connection; after a request that was not read to its end the sender is heard out for a while first."""
        if self._read_on is not None or self.transport.is_closing():
            return
        if self.conn.their_state not in {h11.SEND_BODY, h11.ERROR}:
            self._answers.finish()
            return
        self._read_on = 0
        self._wait_no_longer()
        self._answers.end()
        self.loop.call_later(LINGER_SECONDS, self.transport.abort)

    def _look(self) -> None:
        cycle = self.cycle
        if cycle is not None and cycle.more_body:
            self._wait()
        elif cycle is not None:
            self._wait_no_longer()

    def _wait(self) -> None:
        if self._deadline is None and not self.transport.is_closing():
            self._deadline = self.loop.call_later(self.seconds, self.transport.abort)

    def _wait_no_longer(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
