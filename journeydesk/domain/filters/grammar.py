"""Plain words that become filters: “from LinkedIn, not called for 2 weeks”, “owner Amaia, score over 20, follow-up before next
friday” (docs/interface.md, "Filters in words"). What is not understood stays a text to search for.

A text is read from left to right. Where a column's title stands with a comparison and a value, or one of the phrases below, the
longest that fits becomes a filter; any other word stays. Everything that `words.full_words` says is understood as the filter it
says.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.field_kinds.field_names import title_in_english
from journeydesk.domain.filters.filter import Filter, Value
from journeydesk.domain.filters.other_words import Phrase, long_in_stage, other_words
from journeydesk.domain.filters.scanner import ends_here, quoted_at, skip_space, value_at, values_at
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.filters.words import OPEN
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import COLUMNS, DAYS_IN_STAGE, Column, Kind, Operator, column_named
from journeydesk.domain.words import language_code

_Found = tuple[Filter, int]

_WORD = re.compile(r"[^\s,;]+")


@dataclass(frozen=True, slots=True)
class Understood:
    """The filters in a text, and the words that are none, in their order; `open_end` where the last of these may yet become one:
    they begin like a filter."""

    filters: tuple[Filter, ...]
    rest: str
    open_end: bool = False


def understand(text: str, vocabulary: Vocabulary) -> Understood:
    """What somebody typed, as of the vocabulary's day."""
    rules = _rules(language_code())
    text = rules.with_values_last(text)
    filters: list[Filter] = []
    rest: list[str] = []
    begins_at = None
    place = 0
    while place < len(text):
        if separator := rules.separator.match(text, place):
            place = separator.end()
            continue
        found = max(_all_at(text, place, vocabulary), key=lambda each: each[1], default=None)
        if found is not None:
            filters.append(found[0])
            begins_at = None
            place = found[1]
            continue
        quoted = quoted_at(text, place)
        word = _WORD.match(text, place)
        end = quoted[1] if quoted is not None else word.end() if word is not None else place + 1
        if begins_at is None and rules.beginnings.match(text, place):
            begins_at = len(rest)
        rest.append(text[place:end])
        place = end
    return Understood(tuple(filters), " ".join(rest), begins_at is not None)


def _all_at(text: str, at: int, vocabulary: Vocabulary) -> Iterator[_Found]:
    for column, end in _titles_at(text, at, vocabulary):
        yield from _compared_at(text, skip_space(text, end), column, vocabulary)
        yield from _within_at(text, skip_space(text, end), column, vocabulary)
    yield from _phrases_at(text, at, vocabulary)


_SYNONYMS = {
    "owner": ("owner", "owned by", "assigned to"),
    "follow_up": ("follow-up", "follow up", "followup", "due"),
    "last_touch": ("last interaction", "last contact", "last touch"),
    "revenue": ("est. revenue", "estimated revenue", "revenue", "value"),
    "expected_close": ("expected close date", "expected close", "closing", "closes"),
    "deal_probability": ("deal probability", "probability"),
    "company": ("company",),
    "contact": ("contact", "contact name"),
    "email": ("email", "e-mail"),
    "phone": ("phone", "number"),
    "applied_on": ("applied",),
    "job_title": ("job title", "title"),
    "source": ("source",),
    "days_in_stage": ("days in stage",),
}


@lru_cache(maxsize=4)
def _titles(code: str) -> tuple[tuple[str, Column], ...]:
    named = [(column.title, column) for column in (*COLUMNS, DAYS_IN_STAGE)]
    named += [(title_in_english(spec), column) for spec in PROSPECTS.fields if (column := column_named(spec.slug))]
    for synonyms in (_SYNONYMS, other_words(code).synonyms):
        named += [(name, column) for key, names in synonyms.items() if (column := column_named(key)) for name in names]
    return tuple(sorted(dict.fromkeys(named), key=lambda each: -len(each[0])))


def _titles_at(text: str, at: int, vocabulary: Vocabulary) -> Iterator[tuple[Column, int]]:
    """The columns whose title stands here; of a field that is not ours between marks."""
    quoted = quoted_at(text, at) if text[at] == OPEN else None
    if quoted is not None:
        yield from ((column, quoted[1]) for column in vocabulary.others if column.title == quoted[0])
        return
    for name, column in _titles(language_code()):
        end = at + len(name)
        if text[at:end].casefold() == name.casefold() and _BARE_END.match(text, end):
            yield column, end


_BARE_END = re.compile(r"(?=[\s,;:=<>≤≥!]|$)")

_COMPARISONS: dict[Operator, str] = {
    Operator.NONE_OF: r"is none of|none of|is not|isn't|not",
    Operator.ANY_OF: r"is any of|any of|one of|is|in|=|:|",
    Operator.NOT_CONTAINS: r"does not contain|doesn't contain|without",
    Operator.CONTAINS: r"contains|containing|has|with",
    Operator.NOT_EMPTY: r"is filled|filled|is set|is known|known",
    Operator.EMPTY: r"is empty|empty|is missing|missing|is unknown",
    Operator.AT_LEAST: r"at least|>=|≥|from",
    Operator.AT_MOST: r"at most|<=|≤|up to",
    Operator.MORE_THAN: r"more than|over|above|greater than|>",
    Operator.LESS_THAN: r"less than|under|below|<",
    Operator.NOT_BETWEEN: r"is not between|not between",
    Operator.BETWEEN: r"is between|between|from|",
    Operator.ON_OR_BEFORE: r"on or before|by|until|no later than|<=|≤",
    Operator.ON_OR_AFTER: r"on or after|since|from|>=|≥",
    Operator.BEFORE: r"before|<|older than",
    Operator.AFTER: r"after|>",
    Operator.IN_NEXT: r"in the next|within the next|next",
    Operator.NOT_IN_LAST: r"not in the last|not for|more than|over",
    Operator.IN_LAST: r"in the last|in the past|within the last|last",
}
"""How each comparison may be said; the first way is how it is said back."""

_WORD_ENDS = r"(?:(?<=\w)(?![\w-])|(?<!\w))"
_AGO = re.compile(r"\s+ago\b", re.IGNORECASE)


def _compared_at(text: str, at: int, column: Column, vocabulary: Vocabulary) -> Iterator[_Found]:
    for operator, said in _rules(language_code()).said:
        if operator not in column.kind.operators:
            continue
        match = said.match(text, at)
        if match is None:
            continue
        place = skip_space(text, match.end())
        if operator.takes == 0:
            if ends_here(text, match.end()):
                yield Filter(column.key, operator), match.end()
        elif operator.takes == 2:
            yield from _two_at(text, place, column, operator, vocabulary)
        else:
            yield from _some_at(text, place, column, operator, vocabulary)


def _within_at(text: str, at: int, column: Column, vocabulary: Vocabulary) -> Iterator[_Found]:
    """“Follow-up within 7 days” is by then, what is late with it, as the filter bar says it; what is past was within the last 7."""
    match = _rules(language_code()).within.match(text, at) if column.kind in (Kind.DAY, Kind.MOMENT) else None
    length = value_at(text, match.end(), column, Operator.IN_NEXT, vocabulary) if match is not None else None
    if length is None or not ends_here(text, length[1]):
        return
    if column.kind is Kind.DAY:
        yield Filter(column.key, Operator.ON_OR_BEFORE, (f"{length[0]} from now",)), length[1]
    else:
        yield Filter(column.key, Operator.IN_LAST, (length[0],)), length[1]


def _two_at(text: str, at: int, column: Column, operator: Operator, vocabulary: Vocabulary) -> Iterator[_Found]:
    first = _before_and(text, at, column, operator, vocabulary)
    if first is None:
        return
    second = value_at(text, first[1], column, operator, vocabulary)
    if second is not None and ends_here(text, second[1]):
        yield Filter(column.key, operator, (first[0], second[0])), second[1]


def _before_and(text: str, at: int, column: Column, operator: Operator, vocabulary: Vocabulary) -> tuple[Value, int] | None:
    """The first of two values, and where the second begins."""
    for match in _rules(language_code()).between.finditer(text, at):
        first = value_at(text[: match.start()], at, column, operator, vocabulary)
        if first is not None and first[1] == match.start():
            return first[0], match.end()
    return None


def _some_at(text: str, at: int, column: Column, operator: Operator, vocabulary: Vocabulary) -> Iterator[_Found]:
    found = values_at(text, at, column, operator, vocabulary)
    if found is None or not ends_here(text, found[1]):
        return
    values, end = found
    if operator.is_length and _AGO.match(text, end):
        return
    if operator not in (Operator.ANY_OF, Operator.NONE_OF):
        first = value_at(text, at, column, operator, vocabulary)
        if first is not None:
            yield Filter(column.key, operator, (first[0],)), first[1]
        return
    # One value alone is said without “any of”.
    several = _SEVERAL.search(text[:at]) is not None or len(values) > 1
    if values == ("",) and not several:
        # “is empty” is a comparison of its own.
        return
    one = Operator.IS if operator is Operator.ANY_OF else Operator.IS_NOT
    yield Filter(column.key, operator if several else one, values), end


_SEVERAL = re.compile(r"\b(?:of|k?eine[rs] von|(?:un|algun|ningun)o de)\s*$", re.IGNORECASE)


_CALLED = r"(?:called|phoned|rung)"
_MET = r"(?:contacted|touched|reached|spoken\s+to|talked\s+to|met)"
_TOUCHED = rf"(?:{_CALLED}|{_MET})"


def _ways_of(done: str, noun: str, key: str) -> tuple[Phrase, ...]:
    """The ways to say when something was done last: not called for 2 weeks, no calls in the last month, called since May."""
    return (
        (rf"(?:not|never)\s+{done}\s+(?:for|in|within)\s+(?:the\s+last\s+)?", key, Operator.NOT_IN_LAST),
        (rf"no\s+{noun}\s+(?:for|in)\s+(?:the\s+last\s+)?", key, Operator.NOT_IN_LAST),
        (rf"{done}\s+(?:in|within)\s+(?:the\s+)?(?:last|past)\s+", key, Operator.IN_LAST),
        (rf"not\s+{done}\s+since\s+", key, Operator.BEFORE),
        (rf"{done}\s+since\s+", key, Operator.ON_OR_AFTER),
        (rf"{done}\s+before\s+", key, Operator.BEFORE),
        (rf"{done}\s+", key, Operator.ANY_OF),
    )


_PHRASES: tuple[Phrase, ...] = (
    (r"not\s+from\s+", "source", Operator.NONE_OF),
    (r"from\s+", "source", Operator.ANY_OF),
    *_ways_of(_CALLED, r"calls?", "last_call"),
    *_ways_of(_MET, r"(?:contact|interactions?|touch)", "last_touch"),
    (r"in\s+(?:the\s+|this\s+)?stage\s+(?:for\s+)?(?:more\s+than|over|longer\s+than)\s+", "days_in_stage", Operator.MORE_THAN),
    (r"in\s+(?:the\s+|this\s+)?stage\s+(?:for\s+)?(?:less\s+than|under)\s+", "days_in_stage", Operator.LESS_THAN),
    (r"in\s+(?:the\s+|this\s+)?stage\s+for\s+(?:at\s+least\s+)?", "days_in_stage", Operator.AT_LEAST),
    (r"(?:in|at)\s+(?:stage\s+|(?!\d))", "stage", Operator.ANY_OF),
)
_WHOLE: tuple[tuple[str, Filter], ...] = (
    (r"overdue", Filter("follow_up", Operator.BEFORE, ("today",))),
    (r"due", Filter("follow_up", Operator.ON_OR_BEFORE, ("today",))),
    (r"(?:unassigned|nobody's|without\s+an?\s+owner)", Filter("owner", Operator.EMPTY)),
    (r"not\s+at\s+risk", Filter("at_risk", Operator.IS_NOT, (1,))),
    (r"at\s+risk", Filter("at_risk", Operator.IS, (1,))),
    (rf"never\s+{_CALLED}", Filter("last_call", Operator.EMPTY)),
    (rf"never\s+{_MET}", Filter("last_touch", Operator.EMPTY)),
)
_DAYS = r"\d+\s*(?:(?:working\s+|business\s+)?days?|weeks?)"
_AROUND = long_in_stage(
    rf"(?:for\s+)?{{}}({_DAYS})\s+in\s+(?:the\s+|this\s+|its\s+)?stage\b",
    rf"(?<!days )in\s+(?:the\s+|this\s+|its\s+)?stage\s+(?:for\s+)?{{}}({_DAYS})",
    ((r"(?:more\s+than|over|longer\s+than)\s+", "more than"), (r"(?:less\s+than|under)\s+", "less than")),
    (r"(?:at\s+least\s+)?", "at least"),
    "days in stage",
)
_MINE = r"mine|my|my\s+own"
_LACKS = r"(?:no|without|with\s+no|missing)\s+(?:an?\s+)?"
_HAS = r"(?:with|has)\s+(?:an?\s+)?"


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns of a language, with those of English."""

    separator: re.Pattern[str]
    said: tuple[tuple[Operator, re.Pattern[str]], ...]
    between: re.Pattern[str]
    phrases: tuple[tuple[re.Pattern[str], str, Operator], ...]
    whole: tuple[tuple[re.Pattern[str], Filter], ...]
    around: tuple[tuple[re.Pattern[str], str], ...]
    mine: re.Pattern[str]
    within: re.Pattern[str]
    filled: tuple[tuple[re.Pattern[str], Operator], ...]
    beginnings: re.Pattern[str]

    def with_values_last(self, text: str) -> str:
        """The same with what is said around a value before it."""
        for pattern, before in self.around:
            text = pattern.sub(before, text)
        return text


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _either(*patterns: str) -> str:
    return "|".join(pattern for pattern in patterns if pattern)


@lru_cache(maxsize=4)
def _rules(code: str) -> _Rules:
    other = other_words(code)
    ways = [
        (operator, _pattern(way.replace(" ", r"\s+") + _WORD_ENDS))
        for operator, english in _COMPARISONS.items()
        for way in dict.fromkeys(
            (*english.split("|"), *_escaped(operator.words), *other.comparisons.get(operator, english).split("|"))
        )
    ]
    phrases = (*_PHRASES, *other.phrases)
    titles = "|".join(re.escape(name) for name, _ in _titles(code))
    begins = "|".join(phrase.partition(r"\s+")[0] for phrase, _, _ in other.phrases)
    return _Rules(
        separator=_pattern(rf"(?:[\s,;]|\b(?:{_either('and', other.joins.partition('|')[0])})\b(?=\s))+"),
        said=tuple(ways),
        between=_pattern(rf"\s+(?:{_either('and', 'to', other.joins)})\s+|\s*(?:-|–)\s*"),
        phrases=tuple((_pattern(phrase), key, operator) for phrase, key, operator in phrases),
        whole=tuple((_pattern(rf"(?:{way})(?=[\s,;]|$)"), asked) for way, asked in (*_WHOLE, *other.whole)),
        around=tuple((_pattern(way), before) for way, before in (*_AROUND, *other.around)),
        mine=_pattern(rf"(?:{_either(_MINE, other.mine)})(?=[\s,;]|$)"),
        within=_pattern(rf"(?:{_either('within', other.within)})\s+"),
        filled=tuple(
            (_pattern(way), operator)
            for way, operator in (
                (_LACKS, Operator.EMPTY),
                (_HAS, Operator.NOT_EMPTY),
                (other.lacks, Operator.EMPTY),
                (other.has, Operator.NOT_EMPTY),
            )
            if way
        ),
        beginnings=_pattern(
            rf"(?:{_either('not|never|no|from|with|without|in', _TOUCHED, titles, begins, other.begins)})(?=[\s,;:=<>]|$)"
        ),
    )


def _escaped(words: str) -> tuple[str, ...]:
    return (re.escape(words).replace(r"\ ", " "),)


def _phrases_at(text: str, at: int, vocabulary: Vocabulary) -> Iterator[_Found]:
    rules = _rules(language_code())
    for pattern, asked in rules.whole:
        if match := pattern.match(text, at):
            yield asked, match.end()
    if vocabulary.me and (match := rules.mine.match(text, at)):
        yield Filter("owner", Operator.IS, (vocabulary.me,)), match.end()
    for pattern, key, operator in rules.phrases:
        column, match = column_named(key), pattern.match(text, at)
        if column is not None and match is not None:
            yield from _some_at(text, match.end(), column, operator, vocabulary)
    for pattern, filled in rules.filled:
        if match := pattern.match(text, at):
            for column, end in _titles_at(text, match.end(), vocabulary) if match.end() < len(text) else ():
                if ends_here(text, end) and column.kind is not Kind.FLAG:
                    yield Filter(column.key, filled), end
