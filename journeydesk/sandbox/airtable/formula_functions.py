"""The functions of Airtable's formulas, and how values compare and convert in them."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from journeydesk.sandbox.airtable.model import LINK_TYPE, PEOPLE_TYPES, Base, Field, Record


class FormulaValueError(Exception):
    """The formula has no value on this row: `#ERROR!` in the grid."""


FAILURES = (FormulaValueError, TypeError, ValueError, ArithmeticError, IndexError, re.error)
"""What running a formula on a row may raise: a value or a number of arguments that a function cannot take."""


class Scope:
    """What a formula sees: the record at hand, its base, and the time."""

    def __init__(self, base: Base, now: datetime) -> None:
        self.base = base
        self.now = now
        self.record = Record("", 0, {})

    def value(self, field: Field) -> Any:
        """A field of the record at hand; a link is the text of the linked records' primary fields."""
        if field.type == "createdTime":
            return from_ms(self.record.created_ms)
        if field.type == "lastModifiedTime":
            return modified(self)
        value = self.record.cells.get(field.id)
        if value is None:
            return None
        if field.type == LINK_TYPE:
            table = self.base.tables[field.linked_table]
            return ", ".join(table.name_of(record_id) for record_id in value)
        if field.type in PEOPLE_TYPES:
            people = value if isinstance(value, list) else [value]
            return ", ".join(person["name"] for person in people)
        if field.type == "barcode":
            return value["text"]
        if field.type in {"date", "dateTime"}:
            return parse_moment(value)
        return value


def from_ms(moment_ms: int) -> datetime:
    """Unix milliseconds as a formula sees them: whole seconds, the resolution that clients must assume."""
    return datetime.fromtimestamp(moment_ms // 1000, UTC)


def modified(scope: Scope, watched: Sequence[str] = ()) -> datetime | None:
    """LAST_MODIFIED_TIME: the last change of a field that is not computed, or of the `watched` ones; blank if none."""
    record = scope.record
    if watched:
        edits = [record.field_edited_ms[field_id] for field_id in watched if field_id in record.field_edited_ms]
        return from_ms(max(edits)) if edits else None
    return None if record.edited_ms is None else from_ms(record.edited_ms)


def parse_moment(text: Any) -> datetime:
    """DATETIME_PARSE for ISO 8601; a text without offset is UTC."""
    if isinstance(text, datetime):
        return text
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError as error:
        raise FormulaValueError(str(error)) from error
    return moment.astimezone(UTC) if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def truthy(value: Any) -> bool:
    """Whether a result keeps the record: not 0, false, empty, NaN or an empty list."""
    return not (value is None or value in ("", []) or value == 0 or (isinstance(value, float) and math.isnan(value)))


def text_of(value: Any) -> str:
    """A value as text, as `&` joins it."""
    if value is None or value is False:
        return ""
    if isinstance(value, bool):
        return "1"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M:%S}.000Z"
    if isinstance(value, list):
        return ", ".join(text_of(item) for item in value)
    return str(value)


def number_of(value: Any) -> float:
    """A value as a number; raises FormulaValueError for a text."""
    if value is None:
        return 0.0
    if isinstance(value, bool | int | float):
        return float(value)
    raise FormulaValueError(f"not a number: {value!r}")


def compare(operator: str, left: Any, right: Any) -> bool:
    """`left operator right`; blank equals the empty text and 0, a date compares with a date."""
    if isinstance(left, datetime) or isinstance(right, datetime):
        left = None if left is None else parse_moment(left)
        right = None if right is None else parse_moment(right)
        if left is None or right is None:
            return (left is right) == (operator == "=") and operator in {"=", "!="}
    elif isinstance(left, str | list) or isinstance(right, str | list):
        left, right = text_of(left), text_of(right)
    else:
        left, right = number_of(left), number_of(right)
    results: dict[str, Callable[[], bool]] = {
        "=": lambda: bool(left == right),
        "!=": lambda: bool(left != right),
        "<": lambda: bool(left < right),
        ">": lambda: bool(left > right),
        "<=": lambda: bool(left <= right),
        ">=": lambda: bool(left >= right),
    }
    return results[operator]()


def _is_after(left: Any, right: Any) -> bool:
    return left is not None and right is not None and parse_moment(left) > parse_moment(right)


def _is_before(left: Any, right: Any) -> bool:
    return left is not None and right is not None and parse_moment(left) < parse_moment(right)


_UNITS = MappingProxyType({"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "millisecond": 0.001})


def _unit_seconds(unit: Any) -> float:
    name = text_of(unit).lower().rstrip("s")
    if name not in _UNITS:
        raise FormulaValueError(f"unknown unit {unit!r}")
    return float(_UNITS[name])


def _is_same(left: Any, right: Any, unit: Any = "millisecond") -> bool:
    if left is None or right is None:
        return False
    a, b = parse_moment(left), parse_moment(right)
    if text_of(unit).lower().rstrip("s") == "day":
        return a.date() == b.date()
    return a == b


def _date_add(moment: Any, count: Any, unit: Any) -> datetime:
    return parse_moment(moment) + timedelta(seconds=number_of(count) * _unit_seconds(unit))


def _date_diff(left: Any, right: Any, unit: Any = "second") -> float:
    return math.trunc((parse_moment(left) - parse_moment(right)).total_seconds() / _unit_seconds(unit))


def _find(needle: Any, hay: Any, start: Any = 1) -> float:
    return text_of(hay).find(text_of(needle), int(number_of(start)) - 1) + 1


def _search(needle: Any, hay: Any, start: Any = 1) -> float | None:
    place = text_of(hay).lower().find(text_of(needle).lower(), int(number_of(start)) - 1)
    return None if place < 0 else place + 1


def _array_join(value: Any, separator: Any = ", ") -> str:
    return text_of(separator).join(text_of(item) for item in value) if isinstance(value, list) else text_of(value)


def _regex_match(text: Any, pattern: Any) -> bool:
    return re.search(text_of(pattern), text_of(text)) is not None


FUNCTIONS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "NOT": lambda value: not truthy(value),
        "XOR": lambda *values: sum(truthy(value) for value in values) % 2 == 1,
        "TRUE": lambda: True,
        "FALSE": lambda: False,
        "BLANK": lambda: None,
        "IS_AFTER": _is_after,
        "IS_BEFORE": _is_before,
        "IS_SAME": _is_same,
        "DATETIME_PARSE": lambda text, *formats: parse_moment(text),
        "DATEADD": _date_add,
        "DATETIME_DIFF": _date_diff,
        "FIND": _find,
        "SEARCH": _search,
        "ARRAYJOIN": _array_join,
        "CONCATENATE": lambda *values: "".join(text_of(value) for value in values),
        "EXACT": lambda left, right: text_of(left) == text_of(right),
        "LOWER": lambda value: text_of(value).lower(),
        "UPPER": lambda value: text_of(value).upper(),
        "TRIM": lambda value: text_of(value).strip(),
        "LEN": lambda value: len(text_of(value)),
        "REGEX_MATCH": _regex_match,
    }
)


def _and(scope: Scope, arguments: Sequence[Callable[[Scope], Any]]) -> bool:
    return all(truthy(argument(scope)) for argument in arguments)


def _or(scope: Scope, arguments: Sequence[Callable[[Scope], Any]]) -> bool:
    return any(truthy(argument(scope)) for argument in arguments)


def _if(scope: Scope, arguments: Sequence[Callable[[Scope], Any]]) -> Any:
    if truthy(arguments[0](scope)):
        return arguments[1](scope)
    return arguments[2](scope) if len(arguments) > 2 else None


LAZY_FUNCTIONS: Mapping[str, Callable[[Scope, Sequence[Callable[[Scope], Any]]], Any]] = MappingProxyType(
    {
        "AND": _and,
        "OR": _or,
        "IF": _if,
        "CREATED_TIME": lambda scope, arguments: from_ms(scope.record.created_ms),
        "RECORD_ID": lambda scope, arguments: scope.record.id,
        "NOW": lambda scope, arguments: scope.now,
        "TODAY": lambda scope, arguments: scope.now.replace(hour=0, minute=0, second=0, microsecond=0),
    }
)
