"""Which field each column of a file is: by name, by what other programs call it, and by what its cells hold."""

import re
from collections.abc import Sequence
from functools import cache

from journeydesk.domain.catalogue import BY_SLUG, FieldSpec, FieldType, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.names import NAME_PARTS, UNSURE, known_titles, plain, squeezed
from journeydesk.domain.words import tr


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its place and title, the field that it fills (None: left out) or the part of a name, and how sure that is,
    from 0 to 1."""

    place: int
    title: str
    field: FieldSpec | None
    part: str = ""
    confidence: float = 0.0


def is_known(spec: TableSpec, title: str) -> bool:
    """Whether some program calls a field of this table so: tells a header from a preamble."""
    return bool(squeezed(title)) and squeezed(title) in _titles_of(spec.slug)


@cache
def _titles_of(slug: str) -> dict[str, tuple[str, float]]:
    """Every title that is understood, squeezed, as (field slug or part of a name, confidence)."""
    spec = BY_SLUG[slug]
    parts: dict[str, tuple[str, float]] = {}
    if spec.slug == "prospects":
        for part, words in NAME_PARTS.items():
            parts |= {squeezed(word): (part, 0.6 if word in UNSURE else 0.9) for word in words.split("|")}
    return parts | {title: known for title, known in known_titles(spec).items() if title not in parts or known[1] == 1.0}


def guess(spec: TableSpec, header: Sequence[str], sample: Sequence[Sequence[str]] = ()) -> list[Column]:
    """The likeliest field of each column, each field once: the surest title wins, the others are left out.

    `sample` are some rows: a column without a known title whose cells are all e-mail addresses, or one choice's words, is that field.
    """
    titles = _titles_of(spec.slug)
    guesses: list[tuple[str, float]] = []
    for place, title in enumerate(header):
        said = titles.get(squeezed(re.sub(r" \(\d+\)$", "", title)))
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
        elif target in NAME_PARTS:
            columns.append(Column(place, title, spec.by_slug.get("contact_name"), target, confidence))
        else:
            columns.append(Column(place, title, spec.by_slug[target], "", confidence))
    return columns


def _spared(guesses: Sequence[tuple[str, float]], taken: dict[str, int]) -> frozenset[str]:
    """Of a name that a file has whole and in parts, what is not needed: a sure whole is better than parts, two parts than a guess."""
    if "contact_name" not in taken:
        return frozenset()
    sure = guesses[taken["contact_name"]][1] >= 0.9
    return frozenset({"contact_name"} if not sure and NAME_PARTS.keys() <= taken.keys() else NAME_PARTS)


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
            raise UserError(
                tr(
                    "The file has no column “{title}”. Its columns are {columns}.",
                    title=title,
                    columns=", ".join(c.title for c in columns),
                )
            )
        field = next((f for f in spec.fields if plain(f.name) == plain(name) or f.slug == name), None) if name else None
        if name and field is None:
            names = ", ".join(f.name for f in spec.fields)
            raise UserError(
                tr("{name} has no field “{name_2}”. Its fields are {names}.", name=spec.name, name_2=name, names=names)
            )
        for number, column in enumerate(chosen):
            if field is not None and column.field == field and column.place != place:
                chosen[number] = Column(column.place, column.title, None)
        chosen[place] = Column(place, chosen[place].title, field, "", 1.0)
    return chosen
