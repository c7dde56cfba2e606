"""Words for people, in the language of the reader (docs/interface.md, "Languages").

Every text that a person reads is written in English where it is needed, in `tr`, with a name for each thing that is put in:
`tr("Log a call with {company}", company=name)`. The language holds for the whole process and is known before modules with texts in
constants are imported, so `tr` may stand anywhere. In English nothing is looked up.

What is stored or shared with other machines stays English, for these may read another language: `noted` makes it, `retold` says it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from decimal import Decimal

from journeydesk.domain.frozen_data import dataclass

_PLACE = re.compile(r"\{(\w+)\}")
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Language:
    """What a reader's language gives: a text for an English one and its meaning (empty where there is none), digits with their
    marks, and the texts that are kept in English (`noted`)."""

    code: str
    text: Callable[[str, str], str]
    digits: Callable[[float, int], str]
    noted: Sequence[str] = ()
    known: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    retold: dict[str, str] = field(default_factory=dict, repr=False)
    names: dict[str, str] = field(default_factory=dict, repr=False)
    patterns: list[tuple[re.Pattern[str], str]] = field(default_factory=list, repr=False)


_language: Language | None = None


def speak(language: Language | None) -> None:
    """From now on texts are in this language; None is English. Constants keep the language that they were made in."""
    global _language
    _language = language


def language_code() -> str:
    """The language of texts: en, de, es."""
    return "en" if _language is None else _language.code


def tr(text: str, /, *, meaning: str = "", **values: object) -> str:
    """The text in the reader's language, with its values put in. `meaning` tells apart what is one word in English and several
    elsewhere. Values are put in as they are: braces in them are no places."""
    return _filled(text if _language is None else _text(_language, text, meaning), values)


def tr_count(single: str, several: str, count: int, /, **values: object) -> str:
    """One of two texts, by a count that stands in them as `{count}`: 1 call, 2 calls, 1,200 calls."""
    text = single if count == 1 else several
    return _filled(text if _language is None else _text(_language, text, ""), {"count": figure(count), **values})


def noted(text: str, /, **values: object) -> str:
    """The text in English, for what is stored or shared; `retold` says it in the reader's language."""
    return _filled(text, values)


def noted_count(single: str, several: str, count: int, /, **values: object) -> str:
    """The same for one of two texts, by a count."""
    return noted(single if count == 1 else several, **{"count": f"{count:,}", **values})


def retold(sentence: str) -> str:
    """What was `noted`, in the reader's language; whatever else it is, as it is."""
    return sentence if _language is None or not sentence else _retold(_language, sentence, _DEPTH)


def named(word: str) -> str:
    """A word that is kept in English, such as a status, a rule, a place, as the reader calls it. Only what is `noted` whole."""
    if _language is None:
        return word
    if not _language.names:
        _language.names.update({text: _text(_language, text, "") for text in _language.noted if "{" not in text} or {"": ""})
    return _language.names.get(word, word)


def within(word: str) -> str:
    """A word as it stands within a sentence: with a small letter, but in German as it is."""
    return word if _language is not None and _language.code == "de" else word.lower()


def first_up(words: str) -> str:
    """The same with a capital letter."""
    return words[:1].upper() + words[1:]


def figure(number: float | Decimal, decimals: int = 0) -> str:
    """A number as it is written: 1,234 or 3.5. Without decimals a whole number is exact, however large."""
    if _language is None:
        return f"{number:,}" if isinstance(number, int) and not decimals else f"{number:,.{decimals}f}"
    return _language.digits(float(number), decimals)


def percent(share: float, decimals: int = 0) -> str:
    """A share of one in per cent: 45%. Only nothing is 0% and only all is 100%: what would round to them is <1% and >99%
    (docs/rules.md, "Percentages")."""
    mark, number, digits = _in_percent(share, decimals)
    written = figure(number, digits)
    if mark == "<":
        return tr("<{number}%", number=written)
    return tr(">{number}%", number=written) if mark else tr("{number}%", number=written)


def noted_percent(share: float, decimals: int = 0, beside: float | None = None) -> str:
    """The same in English, for what is stored; `beside` a limit that it is not, with so many decimals that it does not read as if it
    were: 9.6% below 10%."""
    mark, number, digits = _in_percent(share, decimals)
    while (
        beside is not None and not mark and number == round(beside * 100, digits) and share != beside and digits < _MOST_DIGITS
    ):
        digits += 1
        number = round(share * 100, digits)
    return f"{mark}{number:,.{digits}f}%"


_MOST_DIGITS = 6


def noted_short_percent(share: float) -> str:
    """A share that was set, in English, for what is stored: 40%, 2.5%."""
    return f"{share * 100:g}%"


def _in_percent(share: float, decimals: int) -> tuple[str, float, int]:
    """What stands before the number, the number, and its decimals."""
    step = float(f"1e-{decimals}")
    number = float(f"{share * 100:.{decimals}f}")
    if share in (0, 1):
        return "", share * 100, 0
    if not number:
        return ("<", step, decimals) if share > 0 else ("", 0.0, decimals)
    return (">", 100 - step, decimals) if number == 100 and share < 1 else ("", number, decimals)


def short_percent(share: float) -> str:
    """A share that was set, without decimals that say nothing: 40%, 2.5%."""
    return tr("{number}%", number=short_figure(share * 100))


def priced(sign: str, digits: str) -> str:
    """An amount: €48,000; 48.000 €."""
    return tr("{sign}{digits}", sign=sign if _language is None else sign.strip(), digits=digits)


def short_figure(number: float) -> str:
    """A number without decimals that say nothing, to six digits: 2, 0.25."""
    plain = f"{number:g}"
    if _language is None or "e" in plain:
        return plain
    return _language.digits(number, len(plain.partition(".")[2]))


def _filled(text: str, values: dict[str, object]) -> str:
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), text) if values else text


def _text(language: Language, text: str, meaning: str) -> str:
    known = language.known.get((text, meaning))
    if known is None:
        known = language.known[text, meaning] = language.text(text, meaning) or text
    return known


def _retold(language: Language, sentence: str, depth: int) -> str:
    known = language.retold.get(sentence)
    if known is None:
        known = language.retold[sentence] = next(_readings(language, sentence, depth), sentence)
    return known


def _readings(language: Language, sentence: str, depth: int) -> Iterator[str]:
    """The sentence by each noted text that it may have been made from, the one with most words of its own first."""
    if not language.patterns:
        for text in sorted(language.noted, key=lambda text: len(_PLACE.sub("", text)), reverse=True):
            parts = _PLACE.split(text)
            written = "".join(f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
            language.patterns.append((re.compile(written, re.DOTALL), text))
    for pattern, text in language.patterns:
        if match := pattern.fullmatch(sentence):
            values = match.groupdict()
            inner = {name: _retold(language, value, depth - 1) if depth else value for name, value in values.items()}
            yield _filled(_text(language, text, ""), dict(inner))
