"""What one of our values is in a remote field, and how much of it survives there."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, tzinfo
from decimal import ROUND_HALF_EVEN, Decimal

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.field_kinds.form import PEOPLE, RemoteForm
from journeydesk.domain.field_kinds.reading import NO, YES, person_id
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.values import Wire
from journeydesk.domain.words import tr

Named = Callable[[str], str | None]
"""Their word for one of our options, or the id of a person by name or e-mail; None where there is none."""


class Unwritable(ValueError):
    """A value that the remote field cannot take; the message says why and what to do, without the field's name."""


def write(
    spec: FieldSpec, form: RemoteForm, value: Wire, zone: tzinfo, theirs: Named, before: object = None, was: Wire = None
) -> object:
    """A canonical value as the field wants it written; None empties the cell.

    Of a cell with several values `before` is what it held when it was last seen and `was` our value then: the others stay.
    Raises Unwritable.
    """
    held = form.holds
    if held in ("singleSelect", "multipleSelects"):
        return _option(spec, form, value, theirs, _others(before, theirs(str(was)) if was is not None else None))
    if held in PEOPLE:
        return _person(held, value, theirs, _others(before, theirs(str(was)) if was is not None else None))
    if spec.type is FieldType.CHECKBOX and held != "checkbox":
        return "Yes" if value else None
    if value is None:
        return None
    if held == "richText" and isinstance(value, str):
        # The service ends the last paragraph with a line end of its own.
        return value.rstrip("\n") or None
    if spec.is_text or spec.type is FieldType.SELECT:
        return value
    if spec.type is FieldType.DATETIME and held == "date":
        return moment_of(str(value)).astimezone(zone).date().isoformat()
    if spec.type is FieldType.DATE and held == "dateTime":
        return moment_text(datetime.combine(date.fromisoformat(str(value)), time(), zone))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(spec, form, value)
    return value


def coarse(spec: FieldSpec, form: RemoteForm, value: Wire, zone: tzinfo) -> object:
    """As much of one of our values as the field can say: two that are alike in it are no edit there. Values that it cannot take
    stand for themselves."""
    if value is None or form.computed:
        return value
    if form.holds in ("singleSelect", "multipleSelects", *PEOPLE):
        return value.strip().casefold() if isinstance(value, str) else value
    try:
        return write(spec, form, value, zone, lambda name: name)
    except Unwritable:
        return value


def _others(before: object, ours: str | None) -> list[object]:
    """The values of a cell that are not ours: options by name, people by id."""
    if not isinstance(before, list):
        return []
    named = [(person_id(each) or each, each) for each in before]
    return [{"id": name} if isinstance(each, Mapping) else each for name, each in named if name != ours]


def _option(spec: FieldSpec, form: RemoteForm, value: Wire, theirs: Named, others: list[object]) -> object:
    if spec.type is FieldType.CHECKBOX:
        return _yes_or_no(form, bool(value))
    several = form.holds == "multipleSelects"
    if value is None:
        return (others or None) if several else None
    name = theirs(str(value))
    if name is None:
        offered = ", ".join(known for _, known in form.choices[:8]) + (", …" if len(form.choices) > 8 else "")
        raise Unwritable(
            tr(
                "“{value}” is none of the field's options there. Choose one of {offered}, or add it there.",
                value=value,
                offered=offered,
            )
        )
    return [name, *(other for other in others if other != name)] if several else name


def _yes_or_no(form: RemoteForm, value: bool) -> str | None:
    words = YES if value else NO
    name = next((name for _, name in form.choices if name.strip().casefold() in words), None)
    if name is None and value:
        raise Unwritable(tr("The field has no option for yes there. Add one."))
    return name


def _person(held: str, value: Wire, theirs: Named, others: list[object]) -> object:
    several = held == "multipleCollaborators"
    if value is None:
        return (others or None) if several else None
    identifier = theirs(str(value))
    if identifier is None:
        raise Unwritable(
            tr(
                "“{value}” was not seen as a person there yet. Assign them one record there, or choose somebody who has one.",
                value=value,
            )
        )
    person = {"id": identifier}
    return [person, *(other for other in others if other != person)] if several else person


def _number(spec: FieldSpec, form: RemoteForm, value: int | float) -> int | float:
    number = Decimal(repr(value))
    held = form.holds
    if held == "rating":
        most = form.stars
        if spec.type is FieldType.PERCENT:
            return _stars(number, most)
        if number != number.to_integral_value() or not 1 <= number <= most:
            raise Unwritable(tr("A rating there is a whole number from 1 to {most}; {value} is none.", most=most, value=value))
        return int(number)
    if held == "duration":
        return int((number * 60).to_integral_value(ROUND_HALF_EVEN))
    digits = form.precision
    if held == "percent":
        if spec.type is FieldType.NUMBER:
            number /= 100
        digits = None if digits is None else digits + 2
    elif spec.type is FieldType.PERCENT and held == "number":
        number *= 100
    if digits is not None and spec.type is not FieldType.NUMBER:
        number = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN)
    return int(number) if number == number.to_integral_value() else float(number)


def _stars(share: Decimal, most: int) -> int:
    """A share of all stars, to the nearest; a rating has no zero."""
    stars = int((share * most).to_integral_value(ROUND_HALF_EVEN))
    if not 1 <= stars <= most:
        raise Unwritable(
            tr(
                "A rating there has 1 to {most} stars, each {points} %; {points_2} % is none. Leave it "
                "empty, or choose another.",
                most=most,
                points=_points(Decimal(1) / most),
                points_2=_points(share),
            )
        )
    return stars


def _points(share: Decimal) -> str:
    return f"{(share * 100).quantize(Decimal('0.1')).normalize():f}"
