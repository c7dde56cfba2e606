"""How filters are said in German and Spanish, beside the English that is always understood (docs/interface.md, "Filters in words")."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from journeydesk.domain.filters.filter import Filter
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import Operator

Phrase = tuple[str, str, Operator]
"""A pattern before a value, the column's key, and how it compares."""


@dataclass(frozen=True, slots=True)
class OtherWords:
    """What one language has beside English: ways to compare (with `|` between them), synonyms of columns, phrases before a value,
    phrases that are a filter, and the small words; the last five are patterns."""

    comparisons: Mapping[Operator, str] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()
    whole: tuple[tuple[str, Filter], ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    """A value with words before and behind it, as a phrase with all of them before: a pattern whose group 1 is the value."""
    mine: str = ""
    lacks: str = ""
    has: str = ""
    joins: str = ""
    """Between filters, and between two values."""
    either: str = ""
    within: str = ""
    """Before a length of time: by then."""
    begins: str = ""
    """What else a filter may begin with."""


_ANGERUFEN = r"(?:angerufen|telefoniert)"
_GESPROCHEN = r"(?:kontaktiert|gesprochen|erreicht|getroffen)"
_CALLED = rf"(?:{_ANGERUFEN}|{_GESPROCHEN})"
_TELEFONEADO = r"(?:llamad[oa]s?|telefonead[oa]s?)"
_HABLADO = r"(?:contactad[oa]s?|hablad[oa]s?|tocad[oa]s?)"
_LLAMADO = rf"(?:{_TELEFONEADO}|{_HABLADO})"


def _german_ways(done: str, noun: str, key: str) -> tuple[Phrase, ...]:
    return (
        (rf"(?:nicht|nie)\s+{done}\s+(?:seit|in\s+den\s+letzten)\s+", key, Operator.NOT_IN_LAST),
        (rf"kein\w*\s+{noun}\s+(?:seit|in\s+den\s+letzten)\s+", key, Operator.NOT_IN_LAST),
        (rf"{done}\s+in\s+den\s+letzten\s+", key, Operator.IN_LAST),
        (rf"nicht\s+{done}\s+seit\s+", key, Operator.BEFORE),
        (rf"{done}\s+seit\s+", key, Operator.ON_OR_AFTER),
        (rf"{done}\s+vor\s+", key, Operator.BEFORE),
        (rf"{done}\s+", key, Operator.ANY_OF),
    )


def _spanish_ways(done: str, noun: str, key: str) -> tuple[Phrase, ...]:
    return (
        (rf"(?:no|nunca)\s+{done}\s+(?:desde\s+hace|en\s+l[oa]s\s+últim[oa]s|en)\s+", key, Operator.NOT_IN_LAST),
        (rf"sin\s+{noun}\s+(?:desde\s+hace|en\s+l[oa]s\s+últim[oa]s|en)\s+", key, Operator.NOT_IN_LAST),
        (rf"{done}\s+en\s+l[oa]s\s+últim[oa]s\s+", key, Operator.IN_LAST),
        (rf"no\s+{done}\s+desde\s+", key, Operator.BEFORE),
        (rf"{done}\s+desde\s+", key, Operator.ON_OR_AFTER),
        (rf"{done}\s+antes\s+del?\s+", key, Operator.BEFORE),
        (rf"{done}\s+", key, Operator.ANY_OF),
    )


def long_in_stage(
    before: str, behind: str, compared: tuple[tuple[str, str], ...], at_least: tuple[str, str], title: str
) -> tuple[tuple[str, str], ...]:
    """How long somebody is in a stage, said as people do, as the column's title with the comparison and the days behind it. In
    `before` and `behind`, whose group 1 is the days, `{}` is where the comparison is said."""
    return tuple(
        (pattern.replace("{}", said), rf"{title} {meant} \1")
        for pattern in (before, behind)
        for said, meant in (*compared, at_least)
    )


_TAGE = r"\d+\s*(?:(?:Arbeits|Werk)?Tag(?:en?)?|Wochen?)"
_PHASE = r"in\s+(?:der|dieser|ihrer)\s+Phase\b"
_DIAS = r"\d+\s*(?:d[íi]as?(?:\s+(?:laborables?|hábil(?:es)?))?|semanas?)"
_ETAPA = r"en\s+(?:la|esta|su)(?:\s+misma)?\s+etapa\b"

_GERMAN = OtherWords(
    comparisons={
        Operator.NONE_OF: "ist keines von|ist keiner von|keines von|keiner von|ist nicht|nicht",
        Operator.ANY_OF: "ist eines von|ist einer von|eines von|einer von|ist|in",
        Operator.NOT_CONTAINS: "enthält nicht|ohne",
        Operator.CONTAINS: "enthält|mit",
        Operator.NOT_EMPTY: "ist ausgefüllt|ausgefüllt|ist bekannt|bekannt",
        Operator.EMPTY: "ist leer|leer|fehlt|ist unbekannt",
        Operator.AT_LEAST: "mindestens|ab|von",
        Operator.AT_MOST: "höchstens|bis zu|bis",
        Operator.MORE_THAN: "mehr als|über|größer als",
        Operator.LESS_THAN: "weniger als|unter|kleiner als",
        Operator.NOT_BETWEEN: "ist nicht zwischen|nicht zwischen",
        Operator.BETWEEN: "ist zwischen|zwischen|von|",
        Operator.ON_OR_BEFORE: "am oder vor|spätestens|bis",
        Operator.ON_OR_AFTER: "am oder nach|frühestens|seit|ab",
        Operator.BEFORE: "vor",
        Operator.AFTER: "nach",
        Operator.IN_NEXT: "in den nächsten|in den kommenden",
        Operator.NOT_IN_LAST: "nicht in den letzten|seit mehr als",
        Operator.IN_LAST: "in den letzten|in den vergangenen",
    },
    synonyms={
        "owner": ("zuständig", "zuständige", "inhaber"),
        "follow_up": ("wiedervorlage", "fällig"),
        "last_touch": ("letzter kontakt",),
        "last_call": ("letzter anruf",),
        "revenue": ("umsatz", "wert"),
        "company": ("firma",),
        "contact": ("ansprechpartner", "kontaktperson"),
        "email": ("e-mail", "mail"),
        "phone": ("telefon", "nummer"),
        "source": ("quelle", "herkunft"),
        "stage": ("phase", "stufe"),
        "days_in_stage": ("tage in der phase",),
        "score": ("punktzahl", "punkte"),
        "applied_on": ("beworben",),
    },
    phrases=(
        (r"nicht\s+(?:von|aus|über)\s+", "source", Operator.NONE_OF),
        (r"(?:von|aus|über)\s+", "source", Operator.ANY_OF),
        *_german_ways(_ANGERUFEN, r"anrufe?", "last_call"),
        *_german_ways(_GESPROCHEN, r"kontakte?", "last_touch"),
        (r"in\s+(?:phase\s+|(?!\d))", "stage", Operator.ANY_OF),
    ),
    whole=(
        (r"überfällig", Filter("follow_up", Operator.BEFORE, ("today",))),
        (r"fällig", Filter("follow_up", Operator.ON_OR_BEFORE, ("today",))),
        (r"(?:nicht\s+zugewiesen|niemandes|ohne\s+zuständige\w*)", Filter("owner", Operator.EMPTY)),
        (r"nicht\s+gefährdet", Filter("at_risk", Operator.IS_NOT, (1,))),
        (r"gefährdet", Filter("at_risk", Operator.IS, (1,))),
        (rf"nie\s+{_ANGERUFEN}", Filter("last_call", Operator.EMPTY)),
        (rf"nie\s+{_GESPROCHEN}", Filter("last_touch", Operator.EMPTY)),
    ),
    around=(
        (rf"seit\s+((?:(?!nicht)\S+\s+){{1,4}}?)nicht\s+({_CALLED})", r"nicht \2 seit \1"),
        *long_in_stage(
            rf"(?:seit\s+)?{{}}({_TAGE})\s+{_PHASE}",
            rf"(?<!tage ){_PHASE}\s+(?:seit\s+)?{{}}({_TAGE})",
            ((r"(?:mehr\s+als|länger\s+als|über)\s+", "mehr als"), (r"(?:weniger\s+als|kürzer\s+als|unter)\s+", "weniger als")),
            (r"(?:mindestens\s+)?", "mindestens"),
            "Tage in der Phase",
        ),
    ),
    mine=r"(?:meine?r?|mir)",
    lacks=r"(?:ohne|kein\w*)\s+",
    has=r"mit\s+(?:eine?[mnr]?\s+)?",
    joins=r"und|bis",
    either="oder",
    within="innerhalb von",
    begins="seit|länger",
)
_SPANISH = OtherWords(
    comparisons={
        Operator.NONE_OF: "no es ninguno de|ninguno de|no es|no",
        Operator.ANY_OF: "es uno de|uno de|es|en",
        Operator.NOT_CONTAINS: "no contiene|sin",
        Operator.CONTAINS: "contiene|con",
        Operator.NOT_EMPTY: "no está vacío|está relleno|relleno|se conoce",
        Operator.EMPTY: "está vacío|vacío|falta",
        Operator.AT_LEAST: "al menos|como mínimo|desde",
        Operator.AT_MOST: "como máximo|hasta",
        Operator.MORE_THAN: "más de|por encima de|mayor que",
        Operator.LESS_THAN: "menos de|por debajo de|menor que",
        Operator.NOT_BETWEEN: "no está entre|no entre",
        Operator.BETWEEN: "está entre|entre|de|",
        Operator.ON_OR_BEFORE: "hasta|a más tardar",
        Operator.ON_OR_AFTER: "desde|a partir de",
        Operator.BEFORE: "antes de|antes del|anterior a",
        Operator.AFTER: "después de|después del|posterior a",
        Operator.IN_NEXT: "en los próximos|en las próximas",
        Operator.NOT_IN_LAST: "no en los últimos|no en las últimas|hace más de",
        Operator.IN_LAST: "en los últimos|en las últimas",
    },
    synonyms={
        "owner": ("responsable", "asignado a"),
        "follow_up": ("seguimiento", "vence"),
        "last_touch": ("última interacción", "último contacto"),
        "last_call": ("última llamada",),
        "revenue": ("ingresos", "valor"),
        "company": ("empresa",),
        "contact": ("contacto",),
        "email": ("correo",),
        "phone": ("teléfono",),
        "source": ("fuente", "origen"),
        "stage": ("etapa",),
        "days_in_stage": ("días en la etapa",),
        "score": ("puntuación", "puntos"),
        "applied_on": ("solicitado",),
    },
    phrases=(
        (r"no\s+(?:de|desde)\s+", "source", Operator.NONE_OF),
        (r"(?:de|desde)\s+", "source", Operator.ANY_OF),
        *_spanish_ways(_TELEFONEADO, r"(?:llamadas?|llamar)", "last_call"),
        *_spanish_ways(_HABLADO, r"contactos?", "last_touch"),
        (r"en\s+(?:(?:la\s+)?etapa\s+|(?!\d))", "stage", Operator.ANY_OF),
    ),
    whole=(
        (r"(?:atrasad[oa]s?|vencid[oa]s?)", Filter("follow_up", Operator.BEFORE, ("today",))),
        (r"(?:pendientes?|por\s+vencer)", Filter("follow_up", Operator.ON_OR_BEFORE, ("today",))),
        (r"(?:sin\s+asignar|sin\s+responsable|de\s+nadie)", Filter("owner", Operator.EMPTY)),
        (r"(?:no|sin)\s+(?:en\s+)?riesgo", Filter("at_risk", Operator.IS_NOT, (1,))),
        (r"en\s+riesgo", Filter("at_risk", Operator.IS, (1,))),
        (rf"nunca\s+{_TELEFONEADO}", Filter("last_call", Operator.EMPTY)),
        (rf"nunca\s+{_HABLADO}", Filter("last_touch", Operator.EMPTY)),
    ),
    around=(
        (rf"(?:desde\s+)?hace\s+((?:(?!no)\S+\s+){{1,4}}?)(?:que\s+)?no\s+({_LLAMADO})", r"no \2 desde hace \1"),
        *long_in_stage(
            rf"(?:llevan?\s+|(?:desde\s+)?hace\s+)?{{}}({_DIAS})\s+{_ETAPA}",
            rf"(?<!días )(?<!laborables ){_ETAPA}\s+(?:desde\s+)?(?:hace\s+)?{{}}({_DIAS})",
            ((r"m[áa]s\s+de\s+", "más de"), (r"menos\s+de\s+", "menos de")),
            (r"(?:(?:al\s+menos|como\s+mínimo)\s+)?", "al menos"),
            "días en la etapa",
        ),
    ),
    mine=r"(?:m[íi]os?|m[íi]as?|mis)",
    lacks=r"(?:sin|no\s+tiene)\s+",
    has=r"con\s+(?:una?\s+)?",
    joins=r"y|a",
    either="o|u",
    within="en un plazo de|en menos de",
    begins="hace|llevan?",
)
_NONE = OtherWords()
_BY_CODE: Mapping[str, OtherWords] = MappingProxyType({"de": _GERMAN, "es": _SPANISH})


def other_words(code: str) -> OtherWords:
    """Those of a language; none for English."""
    return _BY_CODE.get(code, _NONE)
