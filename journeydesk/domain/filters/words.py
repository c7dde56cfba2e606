"""What a filter says, in words that `grammar` understands as the same filter (docs/interface.md, "Filters in words")."""

import json
import re

from journeydesk.domain.filters.filter import Filter, Value
from journeydesk.domain.filters.relative_words import length_words
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.filters.when import day_words
from journeydesk.domain.lists.columns import Column, Kind, Operator, column_named
from journeydesk.domain.words import figure, priced, short_figure, tr

EMPTY = tr("empty")
"""What stands among several values for having none, which is kept as an empty text."""

OPEN, CLOSE = "“", "”"
STORED_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\S*")
_SEVERAL = re.compile(r"[,;“”\"\s]{2}|[,;“”\"]|\s(?:or|and|oder|und|o|u|y)\s", re.IGNORECASE)
_TEXTS = (Kind.NAME, Kind.TEXT, Kind.LONG_TEXT, Kind.OTHER)


def lead_words(column: Column, operator: Operator) -> str:
    """The column and how it is compared: `Source is none of`."""
    return f"{column.title} {operator.words}"


def value_words(column: Column, operator: Operator, value: Value, vocabulary: Vocabulary) -> str:
    """One value as people read it."""
    if value == "" and operator in (Operator.ANY_OF, Operator.NONE_OF):
        return EMPTY
    match column.kind:
        case Kind.STAGE if isinstance(value, int) and 1 <= value <= len(vocabulary.stages) and operator.compares:
            return vocabulary.stages[value - 1]
        case Kind.MONEY if isinstance(value, int | float):
            return priced(vocabulary.sign, amount_words(value))
        case Kind.PERCENT if isinstance(value, int | float):
            return tr("{number}%", number=short_figure(round(value * 100, 8)))
        case Kind.DAY | Kind.MOMENT if not operator.is_length and isinstance(value, str) and not STORED_MOMENT.fullmatch(value):
            return day_words(value, vocabulary.today, column.kind is Kind.MOMENT)
        case Kind.DAY | Kind.MOMENT if operator.is_length and isinstance(value, str):
            return length_words(value)
        case Kind.CHOICE if operator.compares:
            return vocabulary.called(column, str(value))
        case Kind.FLAG:
            return tr("yes") if value else tr("no")
        case Kind.REPORT:
            return question_words(str(value))
        case Kind.SCORE | Kind.NUMBER | Kind.DAYS if isinstance(value, int):
            return figure(value)
    return str(value)


def question_words(text: str) -> str:
    """What a report's filter says of who it holds."""
    try:
        held = json.loads(text)
    except ValueError:
        return tr("no longer known")
    return str(held.get("words", "")) if isinstance(held, dict) else tr("no longer known")


def amount_words(minor: float) -> str:
    """Hundredths as an amount: 1,250 or 1,250.50."""
    whole, rest = divmod(abs(round(minor)), 100)
    before = "-" if minor < 0 else ""
    return before + (figure(whole + rest / 100, 2) if rest else figure(whole))


def full_words(asked: Filter, vocabulary: Vocabulary) -> str:
    """The whole filter with every value, each as it is understood again."""
    column = column_named(asked.field)
    if column is None:
        return f"{asked.field} {asked.operator} {', '.join(map(str, asked.values))}"
    operator = Operator(asked.operator)
    title = quoted(column.title) if column.kind is Kind.OTHER else column.title
    values = [_plain_or_quoted(column, operator, value, vocabulary) for value in asked.values]
    joined = tr(" and ").join(values) if operator.takes == 2 else ", ".join(values)
    return " ".join(part for part in (title, operator.words, joined) if part)


def quoted(text: str) -> str:
    """A text between marks, which ends there alone."""
    return OPEN + text.replace(CLOSE, CLOSE * 2) + CLOSE


def _plain_or_quoted(column: Column, operator: Operator, value: Value, vocabulary: Vocabulary) -> str:
    words = value_words(column, operator, value, vocabulary)
    free = (
        not (value == "" and operator.takes < 0)
        and column.kind in (*_TEXTS, Kind.PERSON, Kind.CHOICE)
        and (not operator.compares or value not in plain_names(column, vocabulary).values())
    )
    return quoted(str(value)) if free else words


def plain_names(column: Column, vocabulary: Vocabulary) -> dict[str, Value]:
    """The values of a choice or of people that need no marks, by what they are called: each is unlike the others, and none looks like
    several."""
    held: tuple[str, ...] = ()
    if column.kind is Kind.CHOICE:
        held = tuple(dict.fromkeys([*vocabulary.choices.get(column.key, {}).values(), *column.choices]))
    elif column.kind is Kind.PERSON:
        held = vocabulary.people
    called = {value: vocabulary.called(column, value) if column.kind is Kind.CHOICE else value for value in held}
    alike = [words.casefold() for words in called.values()]
    return {
        words: value
        for value, words in called.items()
        if alike.count(words.casefold()) == 1 and words == words.strip() and words and not _SEVERAL.search(words)
    }
