"""What an assistant says, a line of JSON a message, as UTF-8 can hold it.

A text that was cut within a character arrives with half of it, the escape `\\ud83d` alone. Many programs write such JSON, the reader of
messages refuses all of it, and the assistant would wait for its answer for ever.
"""

import io
import re
from typing import BinaryIO, TextIO

_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
_REPLACED = rb"\ufffd"


def mended(line: bytes) -> bytes:
    """JSON in which each half of a character stands as U+FFFD, the replacement character."""
    return _ESCAPE.sub(lambda escape: _REPLACED if escape[1] else escape[0], line)


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
