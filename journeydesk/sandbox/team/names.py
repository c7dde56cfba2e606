"""Makes companies and the people in them out of the word lists: no two companies are called the same."""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.team.locale import Locale
from journeydesk.sandbox.team.words import LOCALES

_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss", "'": "", " ": "", "-": ""}
)
TITLES = (
    "Managing Director",
    "Head of Operations",
    "Operations Director",
    "Chief Editor",
    "Digital Lead",
    "Founder",
    "Head of Archive",
    "Product Manager",
    "IT Manager",
    "Plant Manager",
    "Research Lead",
    "Head of Purchasing",
    "Marketing Director",
    "Technical Director",
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who applied: company and person, and their addresses at a domain that cannot exist (`.example`)."""

    company: str
    contact: str
    email: str
    phone: str
    website: str
    title: str


@dataclass(frozen=True, slots=True)
class _Words:
    locale: Locale
    heads: Sequence[tuple[str, str]]
    tails: Sequence[tuple[str, str]]
    given: Sequence[tuple[str, str]]
    family: Sequence[tuple[str, str]]


def romanised(text: str) -> str:
    """`text` in small Latin letters without accents, spaces and hyphens; other scripts vanish."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LATIN))
    return "".join(c for c in plain if c.isascii() and c.isalnum())


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = []
    for word in text.split():
        native, _, latin = word.partition("/")
        pairs.append((native.replace("_", " "), romanised(latin or native.replace("_", " "))))
    return pairs


@cache
def _parse(locale: Locale) -> _Words:
    family = _pairs(locale.family)
    heads = [*_pairs(locale.heads), *family]
    return _Words(locale, heads, _pairs(locale.tails), _pairs(locale.given), family)


def identities(rng: random.Random, count: int, taken: frozenset[str]) -> Iterator[Identity]:
    """`count` invented applicants in no order of language; none of the companies in `taken`."""
    words = [_parse(locale) for locale in LOCALES]
    total = sum(locale.weight for locale in LOCALES)
    picks: list[tuple[_Words, int]] = []
    missing = count
    for language in words[1:]:
        share = min(count * language.locale.weight // total, len(language.heads) * len(language.tails))
        combinations = rng.sample(range(len(language.heads) * len(language.tails)), share)
        picks += [(language, number) for number in combinations]
        missing -= share
    english = words[0]
    pool = len(english.heads) * len(english.tails)
    numbers = rng.sample(range(pool), min(missing, pool))
    picks += [(english, number) for number in numbers]
    picks += [(english, pool + extra) for extra in range(missing - len(numbers))]
    rng.shuffle(picks)
    for language, number in picks:
        identity = _identity(rng, language, number)
        yield identity if identity.company not in taken else _identity(rng, english, pool + number)


def _identity(rng: random.Random, words: _Words, number: int) -> Identity:
    tails = len(words.tails)
    pool = len(words.heads) * tails
    head, head_latin = words.heads[number % pool // tails]
    tail, tail_latin = words.tails[number % tails]
    random_number = rng.getrandbits(40)
    given, given_latin = words.given[random_number % len(words.given)]
    family, family_latin = words.family[(random_number >> 8) % len(words.family)]
    gap = "" if words.locale.joined else " "
    company, domain = f"{head}{gap}{tail}", f"{head_latin}{tail_latin}"
    if number >= pool:
        first, second = (number - pool) // tails, (number - pool) // (tails * len(words.family))
        partner = words.family[first % len(words.family)]
        other = words.family[(first + 1 + second) % len(words.family)]
        company, domain = f"{partner[0]} & {other[0]} {tail}", f"{partner[1]}{other[1]}{tail_latin}"
    contact = f"{family}{gap}{given}" if words.locale.family_first else f"{given}{gap or ' '}{family}"
    return Identity(
        company=company,
        contact=contact,
        email=f"{given_latin}.{family_latin}@{domain}.example",
        phone=f"{words.locale.dial} {(random_number >> 16) % 1000:03d}",
        website=f"https://{domain}.example",
        title=TITLES[(random_number >> 26) % len(TITLES)],
    )
