"""Orders of very many records, put together in short steps.

Python runs one thread at a time, and a call that sorts or reads a hundred thousand numbers lets none in until it is over: a key
pressed meanwhile would wait. So numbers come out of the database as a text that is read piece by piece, and records are ordered by
taking their order apart into groups; between the pieces `pause` is called, which may raise.
"""

import json
from array import array
from collections.abc import Callable, Iterator, Sequence

_PIECE = 60_000
"""So many characters of a text are read at once: some 10,000 numbers, half a millisecond."""

_FEW = 64
"""A group of so few is sorted; a larger one is picked out of the order of all."""

_STEP = 10_000

Pause = Callable[[], None]


def no_pause() -> None:
    """For who holds nobody up."""


def numbers(joined: str | None, pause: Pause = no_pause) -> "array[int]":
    """The numbers of a text that joins them with commas."""
    read = array("q")
    start, text = 0, joined or ""
    while start < len(text):
        end = text.find(",", start + _PIECE)
        end = len(text) if end < 0 else end
        read.extend(json.loads(f"[{text[start:end]}]"))
        start = end + 1
        pause()
    return read


def pieces(ids: Sequence[int], pause: Pause) -> Iterator[Sequence[int]]:
    """The ids, some at a time."""
    for start in range(0, len(ids), _STEP):
        yield ids[start : start + _STEP]
        pause()


def in_groups(ids: "array[int]", sizes: Sequence[int], order: Sequence[int], pause: Pause = no_pause) -> "array[int]":
    """The ids, which stand group by group, each group so large as `sizes` says, and within each as they stand in `order`, which
    has all of them."""
    top = max((max(piece) for piece in pieces(ids, pause)), default=0)
    large = {number: array("q") for number, size in enumerate(sizes, 1) if size > _FEW}
    if large:
        _pick(large, _numbered(ids, sizes, top, pause), order, pause)
    rank = _ranks(order, top, pause) if any(1 < size <= _FEW for size in sizes) else array("l")
    grouped, start = array("q"), 0
    for number, size in enumerate(sizes, 1):
        group = ids[start : start + size]
        start += size
        if size > _FEW:
            grouped.extend(large[number])
        else:
            grouped.extend(group if size == 1 else array("q", sorted(group, key=rank.__getitem__)))
        if not number % _STEP:
            pause()
    return grouped


def _numbered(ids: "array[int]", sizes: Sequence[int], top: int, pause: Pause) -> "array[int]":
    """By id the number of its large group, else 0."""
    number_of, start = array("l", [0]) * (top + 1), 0
    for number, size in enumerate(sizes, 1):
        if size > _FEW:
            for piece in pieces(ids[start : start + size], pause):
                for record in piece:
                    number_of[record] = number
        start += size
    return number_of


def _pick(groups: "dict[int, array[int]]", number_of: "array[int]", order: Sequence[int], pause: Pause) -> None:
    for piece in pieces(order, pause):
        for record in piece:
            number = number_of[record]
            if number:
                groups[number].append(record)


def _ranks(order: Sequence[int], top: int, pause: Pause) -> "array[int]":
    rank, place = array("l", [0]) * (top + 1), 0
    for piece in pieces(order, pause):
        for record in piece:
            rank[record] = place
            place += 1
    return rank
