"""Everybody of a workspace held against everybody else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from journeydesk.domain.ids import RecordId
from journeydesk.services.duplicates.blocks import pairs
from journeydesk.services.duplicates.candidates import Candidate, Likeness, Said, Side
from journeydesk.services.duplicates.likeness import compare, forget_names
from journeydesk.services.duplicates.sketch import Sketch, sketch

ANY = 1e-9
"""The least score that two can have who have anything in common."""

_LOOKED_AT = 2_000


class Everybody:
    """Who is compared. Takes some three kilobytes a prospect."""

    def __init__(self) -> None:
        self._sides: list[Side] = []
        self._sketches: list[Sketch] = []

    def add(self, rows: Iterable[Sequence[Any]]) -> None:
        """Rows of number, key and the fields of `COMPARED`; of all that are added the oldest come first."""
        for record, key, *fields in rows:
            self._sides.append(Side(RecordId(record), key, fields[0] or "", fields[1] or ""))
            self._sketches.append(sketch(RecordId(record), fields))

    def found(self, least: float, said: Mapping[Said, str]) -> Iterator[list[Candidate]]:
        """Every pair that is at least so likely, and every pair of which something was said. In parts, also empty ones, each after about
        as much work as the one before."""
        left = dict(said)
        part: list[Candidate] = []
        for count, (one, other) in enumerate(pairs(self._sketches)):
            if not count % _LOOKED_AT:
                yield part
                part = []
            likeness = compare(self._sketches[one], self._sketches[other], least)
            if likeness is not None:
                first, second = self._sides[one], self._sides[other]
                keys = min(first.key, second.key), max(first.key, second.key)
                part.append(Candidate(first, second, likeness, left.pop(keys, "")))
        yield part
        yield list(self._unlike(left))
        forget_names()

    def _unlike(self, said: Mapping[Said, str]) -> Iterator[Candidate]:
        places = {side.key: place for place, side in enumerate(self._sides)} if said else {}
        for keys, words in said.items():
            if all(key in places for key in keys):
                one, other = sorted(places[key] for key in keys)
                likeness = compare(self._sketches[one], self._sketches[other], ANY) or Likeness(0.0, ())
                yield Candidate(self._sides[one], self._sides[other], likeness, words)
