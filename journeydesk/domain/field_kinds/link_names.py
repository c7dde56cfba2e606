"""Links as texts: which names a text holds, whom they name, and what it says once our link is another."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass

_APART = re.compile(r"\r?\n|[,;]")
_MOST_PARTS = 40
_LONGEST_RUN = 4
_LONGEST_NAME = 300

Named = Callable[[str], Collection[int]]
"""The records that a name may mean; none where nobody is called so."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name within a text, from `start` to `end`, and the records that it may mean."""

    start: int
    end: int
    text: str
    records: frozenset[int]

    @property
    def record(self) -> int | None:
        """The record that it names; None where there is none, or more than one: nobody guesses."""
        return next(iter(self.records)) if len(self.records) == 1 else None


def plain_name(name: str) -> str:
    """What of a name counts where no other is written to the letter like it: neither case nor accents nor blanks around it."""
    return fold(name.strip())


def possible_names(text: str) -> Iterator[str]:
    """Everything in a text that may be one name: a name may hold the signs that part two of them."""
    for _, stretch in _stretches(text):
        yield from dict.fromkeys((text[stretch], text[stretch].strip()))


def names_in(text: str, named: Named) -> list[Name]:
    """The names of a text in their order, parted by commas, semicolons or line ends; of several readings the longest known one."""
    found: list[Name] = []
    done = 0
    for is_whole, stretch in _stretches(text):
        if stretch.start < done:
            continue
        name = text[stretch]
        records = frozenset(named(name)) or frozenset(named(name.strip()))
        if records or is_whole:
            done = stretch.stop
            if name.strip():
                found.append(Name(stretch.start, stretch.stop, name.strip(), records))
    return found


def _stretches(text: str) -> Iterator[tuple[bool, slice]]:
    """Where names may stand, the longest first at each place; True for the shortest, which is a name whoever it means."""
    ends = [match.span() for match in _APART.finditer(text)][:_MOST_PARTS]
    parts = [*zip((0, *(after for _, after in ends)), (*(before for before, _ in ends), len(text)), strict=True)]
    if len(parts) > 1 and len(text) <= _LONGEST_NAME:
        yield False, slice(0, len(text))
    for place, (start, end) in enumerate(parts):
        for last in range(min(place + _LONGEST_RUN, len(parts)) - 1, place, -1):
            if parts[last][1] - start <= _LONGEST_NAME:
                yield False, slice(start, parts[last][1])
        if end - start <= _LONGEST_NAME:
            yield True, slice(start, end)


def linked(names: Sequence[Name]) -> int | None:
    """The record that a text links to: whom the first name means that means one alone."""
    return next((name.record for name in names if name.record is not None), None)


def stands_for(names: Sequence[Name], record: int, former: Collection[str]) -> Name | None:
    """The name of this record in a text: one that it has now, else one of those it had (`former`, plain)."""
    alone = next((name for name in names if name.record == record), None)
    among = next((name for name in names if record in name.records), None)
    return alone or among or next((name for name in names if plain_name(name.text) in former), None)


def with_name(text: str, ours: Name | None, name: str) -> str:
    """The text with this name in the place of ours, or before all others where none is ours."""
    if ours is None:
        return f"{name}{_separator(text)}{text}" if text.strip() else name
    blanks = len(text[ours.start : ours.end]) - len(text[ours.start : ours.end].lstrip())
    start = ours.start + blanks
    return f"{text[:start]}{name}{text[start + len(ours.text) :]}"


def together(text: str, names: Sequence[Name]) -> str:
    """These names of a text alone, parted as it parts them."""
    return _separator(text).join(name.text for name in names)


def _separator(text: str) -> str:
    return "\n" if "\n" in text else "; " if ";" in text else ", "
