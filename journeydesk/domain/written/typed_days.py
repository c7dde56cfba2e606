"""Days, times and lengths as German and Spanish write them, put into the English words that due dates and filters are read from
(docs/interface.md, "Days in filters"). English is understood in every language."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from journeydesk.domain.periods import MONTHS, WEEKDAYS
from journeydesk.domain.words import language_code

T = TypeVar("T")
Rule = tuple[re.Pattern[str], str]

_GERMAN_DAYS = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]
_SPANISH_DAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
_ENGLISH_DAYS = [name.casefold() for name in WEEKDAYS]
_GERMAN_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_SPANISH_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
_ENGLISH_MONTHS = [name.casefold() for name in MONTHS]

_GERMAN = (
    (r"übermorgen", "day after tomorrow"),
    (r"vorgestern", "2 days ago"),
    (r"gestern", "yesterday"),
    (r"heute abend", "today evening"),
    (r"heute", "today"),
    (r"(?:in der früh|frühmorgens|morgens|vormittags|am (?:vormittag|morgen)|(?<=morgen )früh)", "in the morning"),
    (r"(?:nachmittags?|am nachmittag)", "afternoon"),
    (r"(?:mittags?|am mittag)", "noon"),
    (r"(?:abends?|am abend)", "evening"),
    (r"morgen", "tomorrow"),
    (r"jetzt", "now"),
    (r"um (\d{1,2})[:.](\d{2})(?: uhr)?", r"at \1:\2"),
    (r"um (\d{1,2})(?: uhr)?", r"at \1"),
    (r"(\d{1,2})[:.](\d{2}) uhr", r"at \1:\2"),
    (r"(\d{1,2}) uhr", r"at \1"),
    (r"(?:arbeits|werk)tage?n?", "working days"),
    (r"stunden?", "hours"),
    (r"minuten?", "minutes"),
    (r"wochenende", "saturday"),
    (r"monatsende", "end of month"),
    (r"(?:monats|quartals|jahres)anfang", "start of month"),
    (r"(?:anfang|beginn)", "start of"),
    (r"ende", "end of"),
    (r"(?:nächste|kommende)[nrsm]?", "next"),
    (r"(?:letzte|vorige|vergangene)[nrsm]?", "last"),
    (r"diese[nrsm]?", "this"),
    (r"(?:tage?n?|t(?= |$))", "days"),
    (r"wochen?", "week"),
    (r"monat(?:en?|s)?", "month"),
    (r"quartals?", "quarter"),
    (r"(?:jahre?[ns]?|j(?= |$))", "year"),
    (r"eine?[nmrs]?", "a"),
    (r"zwei", "two"),
    (r"drei", "three"),
    (r"vier", "four"),
    (r"fünf", "five"),
    (r"sechs", "six"),
    (r"sieben", "seven"),
    (r"zehn", "ten"),
    (r"zwölf", "twelve"),
    (r"am", "on"),
)
_SPANISH = (
    (r"pasado mañana", "day after tomorrow"),
    (r"(?:anteayer|antier)", "2 days ago"),
    (r"ayer", "yesterday"),
    (r"hoy", "today"),
    (r"ahora", "now"),
    (r"(?:por|de|en) la mañana", "in the morning"),
    (r"(?:al|a) mediodía", "at noon"),
    (r"(?:por|de|en) la tarde", "afternoon"),
    (r"(?:por|de|en) la noche|esta noche", "evening"),
    (r"mañana", "tomorrow"),
    (r"a las? (\d{1,2}):(\d{2})(?: ?h)?", r"at \1:\2"),
    (r"a las? (\d{1,2})(?: ?h)?", r"at \1"),
    (r"días? (?:laborables?|hábiles?)", "working days"),
    (r"horas?", "hours"),
    (r"minutos?", "minutes"),
    (r"(?:fin|final|finales) de(?:l| la)?", "end of"),
    (r"(?:inicios?|comienzos?|principios?) de(?:l| la)?", "start of"),
    (r"(?:el |la )?(?:próxim[oa]|que viene)", "next"),
    (r"(?:(?:el|la) )?(?:últim[oa])", "last"),
    (r"est[ea]", "this"),
    (r"dentro de|en(?= (?:\d|un|dos|tres|cuatro|cinco|seis|siete|diez|doce))", "in"),
    (r"días?", "days"),
    (r"semanas?", "week"),
    (r"mes(?:es)?", "month"),
    (r"trimestres?", "quarter"),
    (r"años?", "year"),
    (r"un[oa]?", "a"),
    (r"dos", "two"),
    (r"tres", "three"),
    (r"cuatro", "four"),
    (r"cinco", "five"),
    (r"seis", "six"),
    (r"siete", "seven"),
    (r"diez", "ten"),
    (r"doce", "twelve"),
)
_BEFORE = {
    "de": (
        (re.compile(r"\b(?:anfang|beginn) (?:der|des) "), "start of this "),
        (re.compile(r"\bende (?:der|des) "), "end of this "),
        (re.compile(r"\b(?:anfang|beginn): "), "start of "),
        (re.compile(r"\bende: "), "end of "),
    ),
    "es": (
        (re.compile(r"\binicio: "), "start of "),
        (re.compile(r"\bfin: "), "end of "),
        (re.compile(r"(?<=\d) de (?=[a-zñ])"), " "),
        (re.compile(r"(?<=[a-zñ]) del? (?=\d{4}\b)"), " "),
        (re.compile(r"\b(?:al? )?(?:fin|final|finales) de(?:l| la)? (?=mes$|semana$|año$|trimestre$)"), "end of this "),
        (
            re.compile(r"\b(?:al? )?(?:inicios?|comienzos?|principios?) de(?:l| la)? (?=mes$|semana$|año$|trimestre$)"),
            "start of this ",
        ),
    ),
}
"""What is put into English first, for it is more than words."""

_SHORT_DAYS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "de": {
            "mo": "monday",
            "di": "tuesday",
            "mi": "wednesday",
            "do": "thursday",
            "fr": "friday",
            "sa": "saturday",
            "so": "sunday",
            "sonnabend": "saturday",
        },
        "es": {
            "lun": "monday",
            "mié": "wednesday",
            "mie": "wednesday",
            "miercoles": "wednesday",
            "jue": "thursday",
            "vie": "friday",
            "sáb": "saturday",
            "sab": "saturday",
            "sabado": "saturday",
            "dom": "sunday",
        },
    }
)
_MOVED = (
    # What stands behind in these languages stands before in English.
    (re.compile(r"\b(?:el |la )?(week|month|quarter|year|[a-z]+day) next\b"), r"next \1"),
    (re.compile(r"\b(?:el |la )?(week|month|quarter|year|[a-z]+day) pasad[oa]\b"), r"last \1"),
    (re.compile(r"\b(?:el|la) ([a-z]+day|next|last|this)\b"), r"\1"),
    (re.compile(r"^(?:vor|hace) (.+)$"), r"\1 ago"),
    (re.compile(r"\b(\d+|two|three|four|five|six|seven|ten|twelve) (week|month|year)\b"), r"\1 \2s"),
    (re.compile(r"\bon (?=next|last|this)"), ""),
    (re.compile(r"\b(end|start) of (month|week|year|quarter)\b"), r"\1 of this \2"),
)


def first_meaning(words: str, understand: Callable[[str], T | None]) -> T | None:
    """What words in lower case mean to one who understands English: as they are, else as the reader's language has them. Raises what
    `understand` raises of the last way."""
    ways = tuple(dict.fromkeys((words, in_english(words, language_code()))))
    for said in ways[:-1]:
        with suppress(ValueError, OverflowError):
            if (meant := understand(said)) is not None:
                return meant
    return understand(ways[-1])


def in_english(words: str, code: str) -> str:
    """The same day or length in English, as far as the words are known; in lower case, with single spaces."""
    if code not in _BEFORE:
        return words
    said = words
    for pattern, english in (*_BEFORE[code], *_rules(code)):
        said = pattern.sub(english, said)
    for pattern, english in _MOVED:
        said = pattern.sub(english, said)
    return " ".join(said.split())


@lru_cache(maxsize=4)
def _rules(code: str) -> tuple[Rule, ...]:
    days, months = (_GERMAN_DAYS, _GERMAN_MONTHS) if code == "de" else (_SPANISH_DAYS, _SPANISH_MONTHS)
    phrases = list(_GERMAN if code == "de" else _SPANISH)
    if code == "es":
        # “mar” is Tuesday where no day of a month stands before it.
        phrases.append((r"(?<!\d )mar(?=$| at| \d{1,2}:)", "tuesday"))
    phrases += list(zip(days, _ENGLISH_DAYS, strict=True)) + list(_SHORT_DAYS[code].items())
    # Months are known by three letters and more, as in English; their full names too.
    for number, name in enumerate(months):
        begins = "".join(f"(?:{letter}" for letter in name[3:]) + ")?" * len(name[3:])
        phrases.append((rf"(?<=\d )(?:{name[:3]}{begins})\.?|(?<=\d\. )(?:{name[:3]}{begins})\.?", _ENGLISH_MONTHS[number]))
    return tuple(
        (re.compile(rf"(?<![\w]){pattern}(?![\w])" if "|" not in pattern else rf"(?<![\w])(?:{pattern})(?![\w])"), to)
        for pattern, to in phrases
    )
