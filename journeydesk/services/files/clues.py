"""Whom clues point to, of everybody at once: as numbers side by side, a fifth of what a dictionary of a large team would be.

Clues are kept as hashes, of 64 bits and seeded anew in each run: that two differ and fall together is as likely as a fault of the memory
itself.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable
from operator import itemgetter

_SHARDS = 256
_SHARD = _SHARDS - 1
"""Each is put in order by itself, so that few pairs are Python's own at a time."""

_FIRST = itemgetter(0)


class Clues:
    """Made once of all that is known, the first first."""

    def __init__(self, known: Iterable[tuple[Hashable, int]]) -> None:
        shards = [(array("q"), array("q")) for _ in range(_SHARDS)]
        adding = [(hashes.append, numbers.append) for hashes, numbers in shards]
        for clue, number in known:
            hashed = hash(clue)
            add_hash, add_number = adding[hashed & _SHARD]
            add_hash(hashed)
            add_number(number)
        adding.clear()
        for place, shard in enumerate(shards):
            shards[place] = _in_order(*shard)
        self._shards = shards

    def get(self, clue: Hashable) -> int | None:
        """The first number that was given with this clue."""
        hashed = hash(clue)
        hashes, numbers = self._shards[hashed & _SHARD]
        place = bisect_left(hashes, hashed)
        return numbers[place] if place < len(hashes) and hashes[place] == hashed else None

    def are_several(self, clue: Hashable) -> bool:
        """Whether another number was given with it too."""
        hashed = hash(clue)
        hashes, numbers = self._shards[hashed & _SHARD]
        same = numbers[bisect_left(hashes, hashed) : bisect_right(hashes, hashed)]
        return len(set(same)) > 1


def _in_order(hashes: "array[int]", numbers: "array[int]") -> tuple["array[int]", "array[int]"]:
    pairs = sorted(zip(hashes, numbers, strict=True), key=_FIRST)
    return array("q", [hashed for hashed, _ in pairs]), array("q", [number for _, number in pairs])
