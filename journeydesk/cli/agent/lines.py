"""What an assistant says, a line of JSON a message, with every character whole: the reader of messages refuses a line with half of one,
gives no answer, and the assistant would wait for it for ever."""

import io
from typing import BinaryIO, TextIO

from journeydesk.domain.written.half_characters import mended


class _MendedLines(io.RawIOBase):
    def __init__(self, lines: BinaryIO) -> None:
        self._lines = lines
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        if not self._left:
            self._left = mended(self._lines.readline())
        part, self._left = self._left[: len(into)], self._left[len(into) :]
        into[: len(part)] = part
        return len(part)


def mended_input(lines: BinaryIO) -> TextIO:
    """Standard input with every line mended."""
    return io.TextIOWrapper(io.BufferedReader(_MendedLines(lines)), encoding="utf-8", errors="replace")
