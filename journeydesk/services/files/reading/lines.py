"""The lines of a file, each decoded when it is asked for: a large file is in memory once, as bytes."""

import re
from array import array

_LINE_END = re.compile(rb"\r\n|\r|\n")
_MARK = "\ufeff".encode()


class Lines:
    """The lines of a text in UTF-8, without their ends; bytes that are no UTF-8 become surrogates, which no field takes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        begin = len(_MARK) if data.startswith(_MARK) else 0
        self._begins = array("Q", [begin, *(end.end() for end in _LINE_END.finditer(data, begin))])
        if self._begins[-1] != len(data):
            self._begins.append(len(data))

    def __len__(self) -> int:
        return len(self._begins) - 1

    def __getitem__(self, place: int) -> str:
        line = self._data[self._begins[place] : self._begins[place + 1]]
        return line.rstrip(b"\r\n").decode("utf-8", "surrogateescape")
