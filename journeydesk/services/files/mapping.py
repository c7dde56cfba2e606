"""Which field each column of a file is: by name, by what other programs call it, and by what its cells hold."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from journeydesk.domain.catalogue import FieldSpec, FieldType, TableSpec
from journeydesk.domain.errors import UserError

FIRST_NAME, LAST_NAME = "first name", "last name"
"""Two columns that are one field: a contact's name in parts."""

_SYNONYMS: MappingProxyType[str, str] = MappingProxyType(
    {
        "company": "company name|account|account name|organisation|organization|organization name|organisation name|employer|firma"
        "|firmenname|unternehmen|empresa|societe|entreprise|business|business name|organization 1 name|company / account",
        "contact_name": "name|full name|contact|contact full name|display name|person|person name|ansprechpartner|kontakt|nom complet"
        "|nombre|nombre completo|vollstandiger name|person - name",
        "email": "e mail|mail|e mail address|email address|emailaddress|e mail 1 value|email 1|work email|business email|e mail adresse"
        "|courriel|correo|correo electronico|primary email|person - email|email work",
        "phone": "phone number|telephone|telefon|tel|mobile|mobile phone|mobile number|mobile phone number|business phone|work phone"
        "|phone 1 value|handy|telefonnummer|telefono|portable|cell|cell phone|person - phone",
        "job_title": "title|position|role|job|job role|funktion|fonction|cargo|puesto|berufsbezeichnung|organization 1 title",
        "website": "web|site|homepage|web page|webseite|company website|company domain name|website url|site web|sitio web",
        "industry": "sector|branche|secteur|sector de actividad",
        "use_case": "usecase|intended use|anwendungsfall",
        "volume_estimate": "volume|monthly volume|estimated volume",
        "current_challenge": "challenge|pain point|problem",
        "priority_score": "lead score|score|hubspot score|priority score",
        "status": "lead status|application status",
        "applied_on": "applied|application date|create date|created|created at|created date|created time|date applied|submitted at"
        "|signup date|optin time|connected on|added|date added",
        "source": "lead source|original source|traffic source|herkunft|quelle|origine|origin|fuente",
        "owner": "owner|contact owner|lead owner|account owner|sales rep|rep|assigned|assigned user|betreuer|deal - owner",
        "next_follow_up": "follow up|followup|next follow up|next step date|relance|wiedervorlage|next activity date|reminder",
        "notes": "note|comment|comments|description|remarks|bemerkung|bemerkungen|notizen|remarque|remarques|observaciones",
        "estimated_revenue": "revenue|deal value|deal amount|amount|value|budget|annual revenue|annualrevenue|expected revenue"
        "|est revenue|deal - value|umsatz|montant",
        "deal_probability": "probability|win probability|deal - probability|wahrscheinlichkeit",
        "expected_close": "close date|expected close|closing date|expected closing date|deal - expected close date",
        "stripe_customer": "stripe id|stripe customer|customer id stripe",
    }
)
_NAME_PARTS = MappingProxyType(
    {
        FIRST_NAME: "first name|firstname|given name|vorname|prenom|nombre de pila|first",
        LAST_NAME: "last name|lastname|surname|family name|nachname|nom|nom de famille|apellido|apellidos|last",
    }
)
_UNSURE = frozenset(
    {"name", "title", "value", "amount", "created", "added", "nom", "nombre", "first", "last", "mail", "role", "contact"}
)
"""Words that stand for something else often enough to be shown as a guess."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its place and title, the field that it fills (None: left out) or the part of a name, and how sure that is,
    from 0 to 1."""

    place: int
    title: str
    field: FieldSpec | None
    part: str = ""
    confidence: float = 0.0


def plain(title: str) -> str:
    """A title without accents, case, signs and double blanks, for comparing."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title)
    folded = unicodedata.normalize("NFKD", apart.casefold())
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w\s/-]|[_-]", " ", letters).split())


def is_known(spec: TableSpec, title: str) -> bool:
    """Whether some program calls a field of this table so: tells a header from a preamble."""
    return bool(plain(title)) and plain(title) in _titles(spec)


def _titles(spec: TableSpec) -> dict[str, tuple[str, float]]:
    """Every title that is understood, as (field slug or part of a name, confidence)."""
    titles: dict[str, tuple[str, float]] = {}
    if spec.slug == "prospects":
        for target, words in (*_NAME_PARTS.items(), *_SYNONYMS.items()):
            for word in words.split("|"):
                titles.setdefault(plain(word), (target, 0.6 if word in _UNSURE else 0.9))
    for field in spec.fields:
        titles[plain(field.name)] = titles[plain(field.slug)] = (field.slug, 1.0)
    return titles


def guess(spec: TableSpec, header: Sequence[str], sample: Sequence[Sequence[str]] = ()) -> list[Column]:
    """The likeliest field of each column, each field once: the surest title wins, the others are left out.

    `sample` are some rows: a column without a known title whose cells are all e-mail addresses, or one choice's words, is that field.
    """
    titles = _titles(spec)
    guesses: list[tuple[str, float]] = []
    for place, title in enumerate(header):
        said = titles.get(plain(re.sub(r" \(\d+\)$", "", title)))
        guesses.append(said or _by_cells(spec, [row[place] for row in sample if place < len(row) and row[place].strip()][:20]))
    taken: dict[str, int] = {}
    for place, (target, confidence) in enumerate(guesses):
        if target and (target not in taken or confidence > guesses[taken[target]][1]):
            taken[target] = place
    spared = _spared(guesses, taken)
    columns = []
    for place, title in enumerate(header):
        target, confidence = guesses[place]
        if taken.get(target) != place or target in spared:
            columns.append(Column(place, title, None))
        elif target in _NAME_PARTS:
            columns.append(Column(place, title, spec.by_slug.get("contact_name"), target, confidence))
        else:
            columns.append(Column(place, title, spec.by_slug[target], "", confidence))
    return columns


def _spared(guesses: Sequence[tuple[str, float]], taken: dict[str, int]) -> frozenset[str]:
    """Of a name that a file has whole and in parts, what is not needed: a sure whole is better than parts, two parts than a guess."""
    if "contact_name" not in taken:
        return frozenset()
    sure = guesses[taken["contact_name"]][1] >= 0.9
    return frozenset({"contact_name"} if not sure and _NAME_PARTS.keys() <= taken.keys() else _NAME_PARTS)


_EMAIL_LIKE = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def _by_cells(spec: TableSpec, cells: Sequence[str]) -> tuple[str, float]:
    if not cells:
        return "", 0.0
    if "email" in spec.by_slug and all(_EMAIL_LIKE.fullmatch(cell.strip()) for cell in cells):
        return "email", 0.8
    words = {cell.strip().casefold() for cell in cells}
    for field in spec.fields:
        if field.type is FieldType.SELECT and len(cells) > 2 and words <= {choice.casefold() for choice in field.choices}:
            return field.slug, 0.7
    return "", 0.0


def apply_choices(spec: TableSpec, columns: Sequence[Column], choices: Sequence[tuple[str, str]]) -> list[Column]:
    """The columns with what somebody said of them, as (title, field name); an empty field name leaves the column out.

    Raises UserError for a title or a field that is not there, or a field chosen twice.
    """
    chosen = list(columns)
    for title, name in choices:
        place = next((c.place for c in chosen if plain(c.title) == plain(title)), None)
        if place is None:
            raise UserError(f"The file has no column “{title}”. Its columns are {', '.join(c.title for c in columns)}.")
        field = next((f for f in spec.fields if plain(f.name) == plain(name) or f.slug == name), None) if name else None
        if name and field is None:
            names = ", ".join(f.name for f in spec.fields)
            raise UserError(f"{spec.name} has no field “{name}”. Its fields are {names}.")
        for number, column in enumerate(chosen):
            if field is not None and column.field == field and column.place != place:
                chosen[number] = Column(column.place, column.title, None)
        chosen[place] = Column(place, chosen[place].title, field, "", 1.0)
    return chosen
