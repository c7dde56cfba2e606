"""Three forms of one value: stored (in SQLite), wire (Airtable's JSON) and text (what people type and files hold).

Stored: None is empty, always. Text as str, selects by choice name, numbers int, percents a float fraction, currency in
integer minor units, check boxes 1 or None, dates `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM:SS.mmmZ` in UTC, links the local
id of the linked record. Wire: as docs/services.md, "Airtable: field types" has it, in the canonical form of
docs/sync.md, "Canonical form".
"""

import math
import re
from collections.abc import Callable
from datetime import MAXYEAR, date, datetime
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.checks import UNSTORABLE
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.time import is_moment_text, moment_of, moment_text
from journeydesk.domain.words import figure, tr

Stored = str | int | float | None
Wire = str | int | float | bool | list[str] | None

_MAX_WHOLE = 2**53
_MAX_TEXT = 100_000
_LARGEST_KEPT = 2**63 // 100 - 1
"""What the database's whole numbers hold, also of money in its hundredths."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|T| )")
_FIRST_YEAR = "1000"
"""Years with fewer digits would stand before all others in the order of texts."""


def _number(spec: FieldSpec, value: object) -> int | float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if (isinstance(value, float) and not math.isfinite(value)) or abs(value) > _LARGEST_KEPT:
        return None
    if isinstance(value, int):
        return value
    if spec.type is FieldType.PERCENT or spec.precision:
        # Airtable rounds for display only; comparing at the field's precision keeps noise from looking like an edit.
        rounded = float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-max(spec.precision, 2)), ROUND_HALF_EVEN))
        return int(rounded) if rounded.is_integer() else rounded
    return int(value) if value.is_integer() else value


def canonical(spec: FieldSpec, wire: object) -> Wire:
    """One spelling for every value that means the same, so that comparing cannot see an edit where there is none.

    Missing, null, the empty text, the empty list and false are all None. A value that the field cannot hold or the database could
    not give back (an error cell, a number in a text field, half a character, a day of year 22, a number beyond 64 bits) is None as
    well.
    """
    if wire is None or wire == "" or wire is False or wire == []:
        return None
    kind = spec.type
    if spec.is_text or kind is FieldType.SELECT:
        if not isinstance(wire, str):
            return None
        return _canonical_text(wire)
    if kind is FieldType.LINK and isinstance(wire, str):
        return _canonical_text(wire)
    if kind is FieldType.LINK:
        whole = isinstance(wire, list) and all(isinstance(item, str) for item in wire)
        return sorted(set(wire)) or None if isinstance(wire, list) and whole else None
    if kind is FieldType.CHECKBOX:
        return True if wire is True else None
    if kind is FieldType.DATE:
        return _canonical_day(wire) if isinstance(wire, str) else None
    if kind is FieldType.DATETIME:
        return _canonical_moment(wire)
    return _number(spec, wire)


def _canonical_text(text: str) -> str | None:
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return None
    return text.replace("\r\n", "\n") if "\r" in text else text


def _canonical_day(text: str) -> str | None:
    if not _DAY.match(text) or text < _FIRST_YEAR:
        return None
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def _canonical_moment(wire: object) -> str | None:
    if not isinstance(wire, str):
        return None
    try:
        moment = moment_of(wire)
        # A moment whose day cannot be computed in every zone is none.
        if not int(_FIRST_YEAR) < moment.year < MAXYEAR:
            return None
        return wire if is_moment_text(wire) else moment_text(moment)
    except (ValueError, OverflowError):
        return None


def from_wire(spec: FieldSpec, wire: Wire, record_of: Callable[[str, str], int | None]) -> Stored:
    """The stored form of a canonical wire value. `record_of(table slug, remote id)` finds a linked record, or None; where
    a link stands there as names, it is asked for the text."""
    if wire is None:
        return None
    if spec.type is FieldType.CURRENCY:
        return int((Decimal(repr(wire)) * 100).to_integral_value(ROUND_HALF_EVEN))
    if spec.type is FieldType.LINK:
        return record_of(spec.links_to, wire[0] if isinstance(wire, list) else str(wire))
    if spec.type is FieldType.CHECKBOX:
        return 1
    return wire  # type: ignore[return-value]


def to_wire(spec: FieldSpec, stored: Stored, remote_of: Callable[[str, int], str | None]) -> Wire:
    """The canonical wire form of a stored value. `remote_of(table slug, local id)` is a linked record's remote id.

    Raises LookupError where the linked record has no remote id yet: such a cell must wait.
    """
    if stored is None or stored == "":
        return None
    if spec.type is FieldType.CURRENCY:
        minor = int(stored)
        return minor // 100 if minor % 100 == 0 else minor / 100
    if spec.type is FieldType.LINK:
        remote = remote_of(spec.links_to, int(stored))
        if remote is None:
            raise LookupError(spec.links_to)
        return [remote]
    if spec.type is FieldType.CHECKBOX:
        return True if stored else None
    return canonical(spec, stored)


def parse_text(spec: FieldSpec, text: str) -> Stored:
    """The stored form of what a person or a file says. Raises ValueRefused with a sentence naming field and remedy."""
    text = text.strip() if spec.type is not FieldType.LONG_TEXT else text
    if not text:
        return None
    if spec.is_text:
        return _parse_plain(spec, text)
    if spec.type is FieldType.SELECT:
        for choice in spec.choices:
            if choice.casefold() == text.casefold():
                return choice
        raise ValueRefused(
            spec.name,
            tr(
                "{name}: “{text}” is not a choice. Choose one of {choices}.",
                name=spec.name,
                text=text,
                choices=", ".join(spec.choices),
            ),
        )
    if spec.type is FieldType.DATE:
        return parse_date(spec.name, text).isoformat()
    if spec.type is FieldType.DATETIME:
        return moment_text(parse_moment(spec.name, text))
    if spec.type is FieldType.CHECKBOX:
        return _parse_checkbox(spec, text)
    if spec.type is FieldType.LINK:
        return text
    return _parse_number(spec, text)


def _parse_plain(spec: FieldSpec, text: str) -> str:
    if UNSTORABLE.search(text):
        raise ValueRefused(
            spec.name, tr("{name}: the text holds a character that cannot be stored. Remove it and try again.", name=spec.name)
        )
    if len(text) > _MAX_TEXT:
        raise ValueRefused(
            spec.name,
            tr(
                "{name}: the text has {count} characters; at most {max_text} fit. Shorten it.",
                name=spec.name,
                count=figure(len(text)),
                max_text=figure(_MAX_TEXT),
            ),
        )
    return text.replace("\r\n", "\n")


def _parse_checkbox(spec: FieldSpec, text: str) -> int | None:
    if text.casefold() in ("true", "yes", "1", "x", "checked"):
        return 1
    if text.casefold() in ("false", "no", "0"):
        return None
    raise ValueRefused(spec.name, tr("{name}: “{text}” is neither yes nor no. Write true or false.", name=spec.name, text=text))


def _parse_number(spec: FieldSpec, text: str) -> int | float:
    percent = text.endswith("%")
    try:
        number = Decimal(text.removesuffix("%").strip())
    except InvalidOperation:
        raise ValueRefused(
            spec.name, tr("{name}: “{text}” is not a number. Write it like 1250 or 12.50.", name=spec.name, text=text)
        ) from None
    if not number.is_finite() or abs(number) > _MAX_WHOLE:
        raise ValueRefused(
            spec.name,
            tr(
                "{name}: {text} is out of range; at most {max_whole} can be kept exactly.",
                name=spec.name,
                text=text,
                max_whole=figure(_MAX_WHOLE),
            ),
        )
    if spec.type is FieldType.CURRENCY:
        if number != number.quantize(Decimal("0.01")):
            raise ValueRefused(
                spec.name, tr("{name}: {text} has more than two decimals. Round it to cents.", name=spec.name, text=text)
            )
        return int(number * 100)
    if spec.type is FieldType.PERCENT:
        return float(number / 100 if percent else number)
    if percent or number != number.to_integral_value():
        raise ValueRefused(spec.name, tr("{name}: “{text}” is not a whole number.", name=spec.name, text=text))
    return int(number)


def parse_date(field: str, text: str) -> date:
    """A date written `YYYY-MM-DD`. Raises ValueRefused naming the field."""
    try:
        return date.fromisoformat(text[:10] if "T" in text else text)
    except ValueError:
        raise ValueRefused(
            field, tr("{field}: “{text}” is not a date. Write it as year-month-day, like 2026-05-22.", field=field, text=text)
        ) from None


def parse_moment(field: str, text: str) -> datetime:
    """An instant in ISO 8601; without an offset it is taken as UTC. Raises ValueRefused naming the field."""
    try:
        return moment_of(text)
    except ValueError:
        raise ValueRefused(
            field, tr("{field}: “{text}” is not a time. Write it like 2026-05-22T14:30:00Z.", field=field, text=text)
        ) from None


def file_value(spec: FieldSpec, stored: Stored, key_of: Callable[[str, int], str | None]) -> str | int | float | bool | None:
    """A value as files and JSON have it (docs/interface.md, "Commands"): money in major units, links as the linked record's
    key."""
    if stored is None:
        return None
    if spec.type is FieldType.LINK:
        return key_of(spec.links_to, int(stored))
    if spec.type is FieldType.CHECKBOX:
        return True
    if spec.type is FieldType.CURRENCY:
        minor = int(stored)
        return minor // 100 if minor % 100 == 0 else minor / 100
    return stored
