"""How amounts are written in reports."""

from journeydesk.domain.money import exponent, sign
from journeydesk.domain.words import figure, language_code
from journeydesk.reports.scale import Unit

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
HUNDREDTHS = 2
"""The decimals of what a currency field keeps, whatever the currency (docs/rules.md, "Records")."""


def stored_unit(currency: str) -> Unit:
    """For amounts of currency fields, which are hundredths."""
    return Unit(sign(currency), decimals=HUNDREDTHS)


def minor_unit(currency: str) -> Unit:
    """For amounts in the currency's own minor units."""
    return Unit(sign(currency), decimals=exponent(currency))


def whole_words(unit: Unit, amount: float) -> str:
    """An amount without its decimals, as a headline has it: €20,880."""
    size = 10**unit.decimals
    return unit.words(round(amount / size) * size)


def count_words(count: int) -> str:
    """Nine, or 214: small numbers in words, but where words for them change with what is counted."""
    return _NUMBERS[count] if count < len(_NUMBERS) and language_code() == "en" else figure(count)


def counted(count: int, single: str, several: str) -> str:
    """Nine new deals, or 214 new deals."""
    return f"{count_words(count)} {single if count == 1 else several}"


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]
