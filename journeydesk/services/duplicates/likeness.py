"""How sure it is that two prospects are the same, with the reasons that a person can check.

Each thing that two have or do not have in common weighs for or against, as the logarithm of how much likelier it makes that they
are one; the sum is the score (docs/rules.md, "Duplicates").
"""

import math
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import noted
from journeydesk.services.duplicates.candidates import LIKELY, Likeness
from journeydesk.services.duplicates.sketch import Sketch, forget_words, in_order, sounds_of, word_sound

_BIAS = -4.0
_SAME_EMAIL, _SHARED_MAILBOX, _SAME_LOCAL, _ALMOST_LOCAL = 5.0, 2.0, 0.3, 1.2
_OTHER_MAILBOX = -2.2
_SAME_DOMAIN, _OTHER_EMAIL = 0.7, -0.4
_SAME_PHONE, _OTHER_PHONE = 3.0, -0.3
_SAME_SITE = 0.9


@dataclass(frozen=True, slots=True)
class Relation:
    """How two names stand to each other: what that weighs, and how alike they are in percent (0 where one is missing)."""

    weight: float
    percent: int = 0


_MISSING = Relation(0.0)
_NOTHING_ALIKE = 45
"""Names less alike than this are not looked at word by word."""


def compare(one: Sketch, other: Sketch, least: float = LIKELY) -> Likeness | None:
    """How alike two prospects are; None where the score is below `least`."""
    weight = _BIAS + _contacts_weight(one, other)
    floor = 0.0 if least == LIKELY else math.log(least / (1 - least))
    # What names could add at the most: most pairs end here.
    if weight + _MOST_BY_NAMES < floor:
        return None
    strangers = one.initials and other.initials and not one.initials & other.initials
    person = _OTHERS if strangers else compare_persons(one.person, other.person)
    if weight + person.weight + _MOST_BY_COMPANY < floor and one.email != other.email:
        return None
    weight += _person_weight(one, other, person)
    if weight + _MOST_BY_COMPANY < floor:
        return None
    company = compare_companies(one.company, other.company)
    weight += _company_weight(one, other, company, person)
    return None if weight < floor else Likeness(1 / (1 + math.exp(-weight)), *_words(one, other, person, company))


def before_company(least: float) -> float:
    """The score that two have at least before their companies are looked at, where they are to reach `least` with them."""
    odds = least / (1 - least) * math.exp(-_MOST_BY_COMPANY)
    return odds / (1 + odds) * (1 - _ROUNDING)


_ROUNDING = 1e-9


def _contacts_weight(one: Sketch, other: Sketch) -> float:
    weight = 0.0
    if one.local and other.local:
        if one.local == other.local and one.domain == other.domain:
            weight += _SHARED_MAILBOX if one.shared_mailbox else _SAME_EMAIL
        elif one.own_domain and one.own_domain == other.own_domain:
            weight += _SAME_DOMAIN + _locals_weight(one, other)
        elif one.local == other.local and not one.shared_mailbox:
            weight += _SAME_LOCAL
        else:
            weight += _OTHER_EMAIL
    if one.phone and other.phone:
        weight += _SAME_PHONE if one.phone == other.phone else _OTHER_PHONE
    if _same_site(one, other):
        weight += _SAME_SITE
    return weight


def _locals_weight(one: Sketch, other: Sketch) -> float:
    """Two mailboxes at one company: with a slip of the pen, or of two people where no name says so."""
    if one.local[0] == other.local[0] and ratio(one.local, other.local) >= 85:
        return _ALMOST_LOCAL
    if (one.person and other.person) or one.shared_mailbox or other.shared_mailbox:
        return 0.0
    return _OTHER_MAILBOX if ratio(one.local, other.local) < 75 or one.local[0] != other.local[0] else 0.0


def _same_site(one: Sketch, other: Sketch) -> bool:
    """One website, or the website of one where the other has its mailboxes."""
    if one.host and other.host:
        return one.host == other.host
    return bool((one.host and one.host == other.own_domain) or (other.host and other.host == one.own_domain))


_SLIP_PERCENT = 80
_SAME, _CLOSE, _PART, _ONE_WORD, _FAMILY, _OTHER = 3.6, 2.6, 2.2, 1.0, -4.2, -4.6
_MOST_BY_COMPANY = 2.7
_MOST_BY_NAMES = _SAME + _MOST_BY_COMPANY


_OTHERS = Relation(_OTHER, 1)
"""Two of whose names not even the first letters are the same."""


@lru_cache(maxsize=65_536)
def compare_persons(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    """How two persons' names stand to each other, whichever name comes first."""
    if not one or not other:
        return _MISSING
    left, right = sounds_of(one), sounds_of(other)
    percent = round(max(ratio(left, right), ratio(in_order(one), in_order(other))))
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return Relation(_SAME if len(one) > 1 else _ONE_WORD, percent if left != right else 100)
    if percent < _NOTHING_ALIKE:
        return Relation(_OTHER, percent)
    few, many = sorted((list(one), list(other)), key=len)
    pairs, few_left, many_left = _aligned(few, many)
    if len(few) == 1:
        return Relation(_ONE_WORD - 0.4 if pairs else _OTHER, percent)
    if not few_left:
        return _all_found(pairs, many_left, percent)
    if pairs and len(few_left) == 1 and len(many_left) >= 1:
        return _one_differs(few_left[0], many_left, percent)
    return Relation(_OTHER, percent)


def _all_found(pairs: list[tuple[str, str]], rest: list[str], percent: int) -> Relation:
    """Every word of one name is in the other: as it is, abbreviated, or with a slip of the pen."""
    slips = [pair for pair in pairs if pair[0] != pair[1]]
    if not slips:
        return Relation(_PART, percent) if rest else Relation(_SAME, percent)
    if any(_are_two_names(*pair) for pair in slips):
        return Relation(_FAMILY, percent)
    if any(min(len(word) for word in pair) == 1 for pair in slips):
        whole = sum(pair[0] == pair[1] for pair in pairs)
        return Relation(_PART if whole else _ONE_WORD, percent)
    if len(slips) > 1 and len(slips) == len(pairs):
        return Relation(_CLOSE - 1.4, percent)
    return Relation(_CLOSE - (0.6 if rest else 0.0), percent)


def _one_differs(word: str, others: list[str], percent: int) -> Relation:
    """One word is the same, another is not: a relative, unless one is how the other is called for short."""
    short = any(
        len(word) >= 3
        and len(other) >= 3
        and (other.startswith(word) or word.startswith(other))
        and not _are_two_names(word, other)
        for other in others
    )
    return Relation(_PART - 0.8, percent) if short else Relation(_FAMILY, percent)


def _are_two_names(one: str, other: str) -> bool:
    """Whether two words that look alike are names of two people: Mario and Maria, Paul and Paula, Jan and Jana."""
    if one == other:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) < 3:
        return False
    vowels = "aeio"
    if long[:-1] == short:
        return long[-1] in vowels
    return len(short) == len(long) and short[:-1] == long[:-1] and short[-1] in vowels and long[-1] in vowels


def _aligned(few: list[str], many: list[str]) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """The words that go together, the same ones first, then those that are nearly so; and what is left on either side."""
    left, right = list(few), list(many)
    pairs = []
    for word in few:
        same = word if word in right else _sounding_like(word, right)
        if same:
            pairs.append((word, word))
            left.remove(word)
            right.remove(same)
    for word in list(left):
        best, best_ratio = "", 0.0
        for other in right:
            alike = _word_ratio(word, other)
            if alike > best_ratio:
                best, best_ratio = other, alike
        if best:
            pairs.append((word, best))
            left.remove(word)
            right.remove(best)
    return pairs, left, right


def _sounding_like(word: str, others: list[str]) -> str:
    sounds = word_sound(word)
    for other in others:
        if word_sound(other) == sounds:
            return other
    return ""


_NEARLY = 75.0
"""Two words that are less alike than this do not go together."""


def _word_ratio(one: str, other: str) -> float:
    """How alike two words are, 0 below `_NEARLY`; an initial is as good as the word that it begins."""
    lengths = len(one), len(other)
    shorter = min(lengths)
    if shorter == 1:
        return 90.0 if one[0] == other[0] else 0.0
    if one.isdigit() or other.isdigit():
        return 0.0
    if shorter >= 4 and abs(lengths[0] - lengths[1]) <= 1 and OSA.distance(one, other, score_cutoff=1) <= 1:
        return 90.0
    alike = max(ratio(one, other, score_cutoff=_NEARLY), ratio(word_sound(one), word_sound(other), score_cutoff=_NEARLY))
    alike = alike if shorter > 3 else alike * 0.9
    return alike if alike >= _NEARLY else 0.0


_SAME_COMPANY, _CLOSE_COMPANY, _SHORTER, _SISTER, _OTHER_COMPANY = 2.7, 2.2, 1.0, -2.6, -3.6


@lru_cache(maxsize=65_536)
def compare_companies(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    """How two companies' names stand to each other. Words of their own on both sides tell sisters apart, however alike the whole is."""
    if not one or not other:
        return _MISSING
    left, right = " ".join(one), " ".join(other)
    percent = round(ratio(left, right))
    if one == other:
        return Relation(_SAME_COMPANY, 100)
    left_sound, right_sound = sounds_of(one), sounds_of(other)
    if left_sound == right_sound or left.replace(" ", "") == right.replace(" ", ""):
        return Relation(_SAME_COMPANY, min(percent, 99))
    few, many = sorted((list(one), list(other)), key=len)
    if _initials(few, many):
        return Relation(_SHORTER - 0.4, percent)
    if percent < _NOTHING_ALIKE:
        return Relation(_OTHER_COMPANY, percent)
    pairs, few_left, many_left = _aligned(few, many)
    if not pairs:
        joined = ratio(left_sound.replace(" ", ""), right_sound.replace(" ", ""))
        return Relation(_CLOSE_COMPANY, percent) if joined >= 90 else Relation(_OTHER_COMPANY, percent)
    if few_left and many_left:
        return Relation(_SISTER, percent)
    if few_left or many_left:
        return Relation(_SHORTER, percent)
    slips = sum(pair[0] != pair[1] for pair in pairs)
    return Relation(_CLOSE_COMPANY if slips == 1 else _CLOSE_COMPANY - 0.8, percent)


def _initials(few: list[str], many: list[str]) -> bool:
    """Whether one word is made of the first letters of the other's."""
    return len(few) == 1 and len(many) >= 3 and sorted(few[0]) == sorted(word[0] for word in many)


def _person_weight(one: Sketch, other: Sketch, person: Relation) -> float:
    """A relative's name and a slip of the pen look alike: a mailbox of one's own says which, and where address and number both
    differ it is the less sure."""
    if person.weight < 0 and person.percent >= _SLIP_PERCENT and one.local and one.email == other.email:
        return 0.0
    contacts_differ = (
        one.email and other.email and one.email != other.email and one.phone and other.phone and one.phone != other.phone
    )
    return person.weight - (1.4 if 0 < person.weight < _SAME and contacts_differ else 0.0)


def _company_weight(one: Sketch, other: Sketch, company: Relation, person: Relation) -> float:
    """A whole person who is the same outweighs a company that is written otherwise, once a way to reach them is the same, too."""
    if company.weight < 0 and person.weight >= _PART and one.email and one.email == other.email:
        return company.weight / 2
    return company.weight


def _words(one: Sketch, other: Sketch, person: Relation, company: Relation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    reasons, against = [], []
    if one.local and other.local:
        if (one.local, one.domain) == (other.local, other.domain):
            reasons.append(noted("same e-mail"))
        else:
            against.append(noted("other e-mail"))
    if one.phone and other.phone:
        if one.phone == other.phone:
            reasons.append(noted("same phone"))
        else:
            against.append(noted("other phone"))
    if _same_site(one, other):
        reasons.append(noted("same website"))
    elif one.own_domain and one.own_domain == other.own_domain and "same e-mail" not in reasons:
        reasons.append(noted("same e-mail domain"))
    for name, relation in (("name", person), ("company", company)):
        if relation.weight > 0:
            reasons.append(noted("same {name}", name=name) if relation.percent == 100 else f"{name} {relation.percent} %")
        elif relation.percent:
            against.append(noted("other person") if name == "name" else noted("other company"))
    return tuple(reasons), tuple(against)


def forget_names() -> None:
    """Gives back what was kept for names that come again: tens of megabytes after a look at everybody."""
    compare_persons.cache_clear()
    compare_companies.cache_clear()
    forget_words()
