"""Reading values out of a text from a place on: a quoted text, one of several names, a number, a day, a length of time; each tells
where it ends."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from journeydesk.domain.filters.filter import Value
from journeydesk.domain.filters.other_words import other_words
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.filters.when import day_value, length_value
from journeydesk.domain.filters.words import CLOSE, EMPTY, OPEN, STORED_MOMENT, plain_names
from journeydesk.domain.lists.columns import Column, Kind, Operator
from journeydesk.domain.words import language_code, tr

Read = tuple[Value, int]
"""A value, and where it ends."""

_END = re.compile(r"(?=[\s,;]|$)")
_SPACE = re.compile(r"\s*")
_NUMBER = re.compile(
    r"(?P<sign>-)?(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(?P<rest>\d{1,8}))?\s?(?P<by>[km%])?(?![\w.%])", re.IGNORECASE
)
_NUMBER_WITH_COMMA = re.compile(
    r"(?P<sign>-)?(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(?P<rest>\d{1,8}))?\s?(?P<by>[km%])?(?![\w.%]|,\d)", re.IGNORECASE
)
_COMMA_BEFORE_DECIMALS = frozenset({"de", "es"})
_WORD = re.compile(r"\s*[^\s,;]+")
_MOST_WORDS = 6
_THOUSANDS: Mapping[str, int] = {"k": 1_000, "m": 1_000_000}


@lru_cache(maxsize=4)
def _between_values(code: str) -> re.Pattern[str]:
    words = "|".join(filter(None, ("or", other_words(code).either)))
    return re.compile(rf"\s*,\s*(?:(?:{words})\s+)?|\s+(?:{words})\s+", re.IGNORECASE)


def quoted_at(text: str, at: int) -> tuple[str, int] | None:
    """A text between marks, of a book's or a typewriter's kind."""
    if text[at : at + 1] not in (OPEN, '"'):
        return None
    closing = CLOSE if text[at] == OPEN else '"'
    found: list[str] = []
    place = at + 1
    while place < len(text):
        if text[place] == closing:
            if text[place + 1 : place + 2] != closing:
                return "".join(found), place + 1
            place += 1
        found.append(text[place])
        place += 1
    return None


def number_at(text: str, at: int, sign: str) -> tuple[float, bool, int] | None:
    """A number with its thousands, `k` and `m`; whether it is a percentage."""
    marks = [mark for mark in (sign.strip(), "€", "$", "£") if mark]
    at = next((skip_space(text, at + len(mark)) for mark in marks if text.startswith(mark, at)), at)
    match = (_NUMBER_WITH_COMMA.match(text, at) if language_code() in _COMMA_BEFORE_DECIMALS else None) or _NUMBER.match(
        text, at
    )
    if match is None:
        return None
    whole = match["whole"].replace(",", "").replace(".", "")
    number = float(f"{whole}.{match['rest'] or '0'}") * (-1 if match["sign"] else 1)
    by = (match["by"] or "").casefold()
    behind = skip_space(text, match.end())
    ends = (behind + len(mark) for mark in marks if text.startswith(mark, behind))
    return number * _THOUSANDS.get(by, 1), by == "%", next((end for end in ends if ends_here(text, end)), match.end())


def names_at(text: str, at: int, names: Mapping[str, Value]) -> Read | None:
    """The longest of these names that stands here, whatever its case."""
    for name in sorted(names, key=len, reverse=True):
        if name and text[at : at + len(name)].casefold() == name.casefold() and _END.match(text, at + len(name)):
            return names[name], at + len(name)
    return None


def _longest(text: str, at: int, understand: Callable[[str], str | None]) -> Read | None:
    """The most words from here on that mean something together."""
    ends: list[int] = []
    place = at
    while len(ends) < _MOST_WORDS and (match := _WORD.match(text, place)):
        place = match.end()
        ends.append(place)
        if text[place : place + 1] in (",", ";"):
            break
    for end in reversed(ends):
        value = understand(text[at:end])
        if value is not None:
            return value, end
    return None


def value_at(text: str, at: int, column: Column, operator: Operator, vocabulary: Vocabulary) -> Read | None:
    """One value of a column; None where there is none such."""
    if operator in (Operator.ANY_OF, Operator.NONE_OF) and (found := names_at(text, at, {EMPTY: "", "empty": ""})):
        return found
    match column.kind:
        case Kind.STAGE:
            return _stage_at(text, at, vocabulary)
        case Kind.SCORE | Kind.NUMBER | Kind.MONEY | Kind.PERCENT:
            return _amount_at(text, at, column, vocabulary)
        case Kind.DAYS:
            found = _amount_at(text, at, column, vocabulary)
            return None if found is None else _days(found[0], text, found[1])
        case Kind.DAY | Kind.MOMENT:
            return _time_at(text, at, column, operator, vocabulary)
        case Kind.FLAG:
            return names_at(text, at, {"yes": 1, "true": 1, "no": 0, "false": 0, tr("yes"): 1, tr("no"): 0})
        case _:
            return _text_at(text, at, column, operator, vocabulary)


def _stage_at(text: str, at: int, vocabulary: Vocabulary) -> Read | None:
    named: dict[str, Value] = {name: number for number, name in reversed(list(enumerate(vocabulary.stages, 1)))}
    numbered: dict[str, Value] = {str(number): number for number in range(1, len(vocabulary.stages) + 1)}
    return names_at(text, at, numbered | named)


def _amount_at(text: str, at: int, column: Column, vocabulary: Vocabulary) -> Read | None:
    found = number_at(text, at, vocabulary.sign)
    if found is None:
        return None
    number, percent, end = found
    if column.kind is Kind.PERCENT:
        return round(number / 100, 8) if percent or number > 1 else number, end
    if percent:
        return None
    if column.kind is Kind.MONEY:
        return round(number * 100), end
    return (int(number), end) if number == int(number) else None


_DAYS = re.compile(
    r"\s*(?:(?:working|business)\s+days?|days?|d|(?:Arbeits|Werk)?Tag(?:e|en)?|d[ií]as?(?:\s+(?:laborables?|hábil(?:es)?))?)\b",
    re.IGNORECASE,
)


_WEEKS = re.compile(r"\s*(?:weeks?|Wochen?|semanas?)\b", re.IGNORECASE)
_OF_A_WEEK = 5


def _days(count: Value, text: str, end: int) -> Read:
    """So many working days, past the word for them where it stands behind the number; those of weeks."""
    if (match := _WEEKS.match(text, end)) and isinstance(count, int):
        return count * _OF_A_WEEK, match.end()
    match = _DAYS.match(text, end)
    return count, end if match is None else match.end()


def _time_at(text: str, at: int, column: Column, operator: Operator, vocabulary: Vocabulary) -> Read | None:
    if operator.is_length:
        return _longest(text, at, lambda words: length_value(words) or length_value(f"1 {words}"))
    if moment := STORED_MOMENT.match(text, at):
        return moment[0], moment.end()
    return _longest(text, at, lambda words: day_value(words, vocabulary.today, column.kind is Kind.MOMENT))


def _text_at(text: str, at: int, column: Column, operator: Operator, vocabulary: Vocabulary) -> Read | None:
    quoted = quoted_at(text, at)
    if quoted is not None:
        return quoted
    if not operator.compares:
        word = _WORD.match(text, at)
        return None if word is None else (word[0].strip(), word.end())
    names = plain_names(column, vocabulary)
    found = names_at(text, at, {**{choice: choice for choice in column.choices}, **names})
    return found if found is not None or column.kind is not Kind.PERSON else _person_at(text, at, list(names))


def _person_at(text: str, at: int, people: Sequence[str]) -> Read | None:
    """A person by the first word of the name, where nobody else is called so."""
    word = _WORD.match(text, at)
    if word is None:
        return None
    called = [name for name in people if name.split()[:1] and name.split()[0].casefold() == word[0].strip().casefold()]
    return (called[0], word.end()) if len(called) == 1 else None


def values_at(
    text: str, at: int, column: Column, operator: Operator, vocabulary: Vocabulary
) -> tuple[tuple[Value, ...], int] | None:
    """One value or several, with commas or “or” between them."""
    first = value_at(text, at, column, operator, vocabulary)
    if first is None:
        return None
    values, end = [first[0]], first[1]
    between = _between_values(language_code())
    while match := between.match(text, end):
        another = value_at(text, match.end(), column, operator, vocabulary)
        if another is None:
            break
        values.append(another[0])
        end = another[1]
    return tuple(values), end


def skip_space(text: str, at: int) -> int:
    """Where the next word begins."""
    match = _SPACE.match(text, at)
    return match.end() if match else at


def ends_here(text: str, at: int) -> bool:
    """Whether a word is over."""
    return _END.match(text, at) is not None
