"""Which pairs are looked at: those that share something which few others share. Of 100,000 prospects there are five billion pairs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from journeydesk.services.duplicates.sketch import Sketch

_LARGEST = 24
"""A clue that more prospects than this share says little: those are parted by a second clue."""

_LARGEST_PARTED = 60


def pairs(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """The places of those to compare, the lower first, each pair once."""
    seen: set[int] = set()
    count = len(sketches)
    for members in _blocks(sketches):
        for number, one in enumerate(members):
            for other in members[number + 1 :]:
                pair = one * count + other
                if pair not in seen:
                    seen.add(pair)
                    yield one, other


def _blocks(sketches: Sequence[Sketch]) -> Iterator[list[int]]:
    # Most clues are one prospect's alone: those cost no list.
    first: dict[str, int] = {}
    shared: dict[str, list[int]] = {}
    for place, known in enumerate(sketches):
        for clue in clues_of(known):
            before = first.setdefault(clue, place)
            if before != place:
                shared.setdefault(clue, [before]).append(place)
    for members in shared.values():
        if len(members) <= _LARGEST:
            yield members
        else:
            yield from _parted(sketches, members)


def _parted(sketches: Sequence[Sketch], members: Sequence[int]) -> Iterator[list[int]]:
    """A large block by the words of the persons, and by who has none."""
    parts: dict[str, list[int]] = defaultdict(list)
    for place in members:
        known = sketches[place]
        for beginning in {word[:4] for word in known.person_sound.split()} or {""}:
            parts[beginning].append(place)
        if known.company_sound:
            parts["\0" + known.company_sound[:8]].append(place)
    for part in parts.values():
        if 1 < len(part) <= _LARGEST_PARTED:
            yield part


def clues_of(known: Sketch) -> list[str]:
    """What a prospect may share with its duplicate, a letter for its kind first."""
    clues = []
    company, person = known.company_sound, known.person_sound
    if known.local:
        clues.append("e" + known.email)
    if known.own_domain:
        clues.append(f"d{known.own_domain}")
    if known.host and known.host != known.own_domain:
        clues.append(f"d{known.host}")
    if known.phone:
        clues.append(f"p{known.phone}")
    if company:
        clues.append("c" + company.replace(" ", ""))
        if person:
            clues += _name_clues(company, person)
    return clues


def _name_clues(company: str, person: str) -> set[str]:
    beginning = company[:9]
    words = person.split()
    if len(words) == 1:
        return {f"m{beginning}{person}"}
    # A whole name without any other clue is not enough: many are called alike.
    clues = {f"n{person} {company[:2]}", f"n{person} {company[-3:]}"}
    # A slip in one word of a name leaves another as it was, and mostly its own first letter; so does an initial. The first
    # letter keeps apart those of one large company or family who share one word only.
    if len(words) == 2:
        one, other = words
        return clues | {f"m{beginning}{one}{other[0]}", f"m{beginning}{other}{one[0]}"}
    return clues | {f"m{beginning}{word}{other[0]}" for word in words if len(word) > 2 for other in words if other is not word}
