"""Head and body of an answer leave together."""

import asyncio
from collections.abc import Callable

from journeydesk.receiver.protocol import _WholeAnswers


class Wire(asyncio.Transport):
    """Keeps what is written, a piece each."""

    def __init__(self) -> None:
        super().__init__({"peername": ("127.0.0.1", 1)})
        self.pieces: list[bytes] = []
        self.ended: list[str] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.pieces.append(bytes(data))

    def close(self) -> None:
        self.ended.append("closed")

    def abort(self) -> None:
        self.ended.append("aborted")


def after(deeds: Callable[[_WholeAnswers], None]) -> Wire:
    """The wire after these deeds and one turn of the loop."""
    wire = Wire()

    async def run() -> None:
        deeds(_WholeAnswers(wire, asyncio.get_running_loop(), close=lambda: None))
        await asyncio.sleep(0)

    asyncio.run(run())
    return wire


def test_what_is_written_in_one_turn_is_one_piece() -> None:
    def answer(transport: _WholeAnswers) -> None:
        for part in (b"head ", b"body", b""):
            transport.write(part)

    assert after(answer).pieces == [b"head body"]


def test_finishing_sends_what_is_held_first() -> None:
    def answer(transport: _WholeAnswers) -> None:
        transport.write(b"last words")
        transport.finish()

    wire = after(answer)
    assert (wire.pieces, wire.ended) == ([b"last words"], ["closed"])


def test_an_abort_sends_nothing_more() -> None:
    def answer(transport: _WholeAnswers) -> None:
        transport.write(b"never mind")
        transport.abort()

    wire = after(answer)
    assert (wire.pieces, wire.ended) == ([], ["aborted"])


def test_all_else_is_the_transports_own() -> None:
    def answer(transport: _WholeAnswers) -> None:
        assert transport.get_extra_info("peername") == ("127.0.0.1", 1)

    after(answer)
