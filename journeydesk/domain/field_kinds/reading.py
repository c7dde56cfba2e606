"""What a remote value is in our field: always in our canonical wire form (`domain.values`)."""

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.field_kinds.form import FREE_TEXTS, PEOPLE, TEXTS, RemoteForm
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.values import Wire, canonical

YES = ("yes", "true", "ja", "oui", "sí", "si", "x", "1", "y", "✓")
NO = ("no", "false", "nein", "non", "0", "n", "")

_SCALES = MappingProxyType(
    {
        "duration": (FieldType.NUMBER, 1, 60),
        "percent": (FieldType.NUMBER, 100, 1),
        "number": (FieldType.PERCENT, 1, 100),
    }
)
"""By their type: of which of ours a number there is multiplied and divided, and by what, to be in our unit."""

_DAYS_KEPT = 4096

Rename = Callable[[object], object]
"""Our name of one of their options; anything else as it is."""


def read(spec: FieldSpec, form: RemoteForm, value: object, zone: tzinfo, ours: Rename) -> Wire:
    """The value of a cell in our field; None where the cell is empty or holds what our field cannot.

    `zone` is the team's, for a day that becomes a moment and back; `ours` renames options.
    """
    if form.computed:
        value = _single(spec, form, value)
    if value is None or value == "":
        return None
    held = form.holds
    if spec.is_text:
        return _text(spec, held, value, ours)
    if spec.type is FieldType.SELECT:
        return _select(spec, value, ours)
    if spec.type is FieldType.LINK:
        return _link(spec, held, value)
    if spec.type is FieldType.CHECKBOX and held != "checkbox":
        return True if _yes_or_no(value) else None
    if spec.type is FieldType.DATETIME and held == "date":
        return _moment(spec, value, zone)
    if spec.type is FieldType.DATE and held == "dateTime":
        return _day(spec, value, zone)
    if spec.type in (FieldType.NUMBER, FieldType.PERCENT) and isinstance(value, int | float) and not isinstance(value, bool):
        return canonical(spec, _scaled(spec, form, value))
    return canonical(spec, value)


def is_empty(spec: FieldSpec, form: RemoteForm, value: object) -> bool:
    """Whether a cell that `read` gives None for says just that, and is not one whose value our field cannot hold."""
    if spec.type is FieldType.CHECKBOX and form.holds != "checkbox" and value not in (None, [], [None]):
        return _yes_or_no(_single(spec, form, value) if form.computed else value) is False
    if isinstance(value, str) and form.holds == "richText":
        return not value.rstrip("\n")
    if isinstance(value, str) and spec.type is FieldType.LINK and form.holds in FREE_TEXTS:
        return not value.strip()
    each = value if isinstance(value, list) else [value]
    if spec.type is FieldType.SELECT and form.holds == "multipleSelects":
        # Ours is one of several: where none of them is, it was taken out, or was never in.
        return all(part is None or isinstance(part, str) for part in each)
    return all(part is None or part is False or part == "" for part in each)


def _single(spec: FieldSpec, form: RemoteForm, value: object) -> object:
    """A lookup's values come as a list; one alone stands for it, of several texts all, of several options the one that is ours."""
    if form.type not in ("multipleLookupValues", "lookup", "rollup") or not isinstance(value, list):
        return value
    if form.holds == "multipleRecordLinks":
        return value
    plain = [each for each in value if each is not None]
    if len(plain) > 1 and spec.type is FieldType.SELECT:
        return plain
    if len(plain) > 1 and all(isinstance(each, str) for each in plain):
        return ", ".join(str(each) for each in plain)
    return plain[0] if plain else None


def _text(spec: FieldSpec, held: str, value: object, ours: Rename) -> Wire:
    if isinstance(value, str) and held in TEXTS:
        # The service ends the last paragraph of a rich text with a line end of its own.
        return canonical(spec, value.rstrip("\n") if held == "richText" else value)
    if held in PEOPLE:
        people = value if isinstance(value, list) else [value]
        names = [_person_name(person, ours) for person in people if person_id(person)]
        return canonical(spec, names[0] if names else None)
    if held == "multipleSelects":
        names = [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
        return canonical(spec, ours(names[0]) if names else None)
    if held == "singleSelect":
        return canonical(spec, ours(value))
    if held == "multipleRecordLinks":
        known = [(each, ours(each)) for each in value if isinstance(each, str)] if isinstance(value, list) else []
        return canonical(spec, ", ".join(str(name) for each, name in known if name != each))
    if isinstance(value, Mapping):
        # A barcode, or a text that the service wrote by itself.
        return canonical(spec, value.get("text") if "text" in value else value.get("value"))
    if held in TEXTS or isinstance(value, str):
        return canonical(spec, value)
    if isinstance(value, bool):
        return "yes" if value else None
    if isinstance(value, int | float):
        return canonical(spec, _number_text(held, value))
    return None


def _yes_or_no(value: object) -> bool | None:
    """What a word, or the number of a formula, says of a check box; None where it says neither."""
    if isinstance(value, str):
        word = value.strip().casefold()
        return True if word in YES else False if word in NO else None
    return bool(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _link(spec: FieldSpec, held: str, value: object) -> Wire:
    """The ids of linked records, or the text that names them (`link_names`)."""
    if held not in FREE_TEXTS:
        return canonical(spec, value) if isinstance(value, list) else None
    text = value.rstrip("\n") if isinstance(value, str) and held == "richText" else value
    return canonical(spec, text) if isinstance(text, str) and text.strip() else None


def person_id(person: object) -> str:
    """The id of a collaborator in a cell; empty where the cell holds something else."""
    identifier = person.get("id") if isinstance(person, Mapping) else None
    return identifier if isinstance(identifier, str) else ""


def _person_name(person: object, ours: Rename) -> str:
    """As the team calls them, else as the cell does."""
    identifier = person_id(person)
    name = ours(identifier)
    if name != identifier or not isinstance(person, Mapping):
        return str(name)
    return str(person.get("name") or person.get("email") or identifier)


def _number_text(held: str, value: int | float) -> str:
    if held == "percent":
        points = Decimal(repr(value)) * 100
        return f"{_plain(points)} %"
    if held == "duration":
        minutes, seconds = divmod(round(value), 60)
        return f"{minutes // 60}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
    return _plain(Decimal(repr(value)))


def _plain(number: Decimal) -> str:
    return str(int(number)) if number == number.to_integral_value() else f"{number.normalize():f}"


def _select(spec: FieldSpec, value: object, ours: Rename) -> Wire:
    each = value if isinstance(value, list) else [value]
    names = [ours(name) for name in each if isinstance(name, str)]
    if names and names[0] in spec.choices:
        return canonical(spec, names[0])
    choices = {choice.casefold(): choice for choice in spec.choices}
    known = [choices[name.strip().casefold()] for name in names if isinstance(name, str) and name.strip().casefold() in choices]
    if known:
        return known[0]
    return canonical(spec, names[0]) if names and not isinstance(value, list) else None


def _moment(spec: FieldSpec, value: object, zone: tzinfo) -> Wire:
    day = canonical(FieldSpec(spec.name, spec.slug, FieldType.DATE), value)
    if not isinstance(day, str):
        return None
    return canonical(spec, _begin_of(day, zone))


@lru_cache(_DAYS_KEPT)
def _begin_of(day: str, zone: tzinfo) -> str:
    return moment_text(datetime.combine(date.fromisoformat(day), time(), zone))


def _day(spec: FieldSpec, value: object, zone: tzinfo) -> Wire:
    moment = canonical(FieldSpec(spec.name, spec.slug, FieldType.DATETIME), value)
    if not isinstance(moment, str):
        return None
    return canonical(spec, moment_of(moment).astimezone(zone).date().isoformat())


def _scaled(spec: FieldSpec, form: RemoteForm, value: int | float) -> int | float:
    """The number in our unit: minutes of seconds, points of a share, a share of points or of all stars."""
    scale = _SCALES.get(form.holds)
    if spec.type is FieldType.PERCENT and form.holds == "rating":
        scale = (FieldType.PERCENT, 1, form.stars)
    if scale is None or spec.type is not scale[0] or not math.isfinite(value):
        return value
    number = Decimal(repr(value)) * scale[1] / scale[2]
    return int(number) if number == number.to_integral_value() else float(number)
