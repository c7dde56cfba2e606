"""Which cell values Airtable takes, what it makes of them, and what it refuses (its field model, "V1" and "V2")."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from journeydesk.sandbox.airtable.errors import AirtableError, invalid_value
from journeydesk.sandbox.airtable.model import (
    LINK_TYPE,
    NUMBER_TYPES,
    TEXT_TYPES,
    Base,
    Field,
    IdMaker,
    Table,
    is_id,
)
from journeydesk.sandbox.clock import iso, milliseconds

LONG_TEXT_LIMIT = 100_000
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(slots=True)
class Staged:
    """What a batch will do beside setting cells; applied only when the whole batch is valid."""

    new_choices: list[tuple[Field, str]] = field(default_factory=list)
    new_linked: list[tuple[Table, str, str]] = field(default_factory=list)
    """Records that `typecast` creates on the other side of a link: table, new record id, primary text."""


class CellReader:
    """Turns written values into kept ones for one batch."""

    def __init__(self, base: Base, ids: IdMaker, *, typecast: bool) -> None:
        self._base = base
        self._ids = ids
        self._typecast = typecast
        self.staged = Staged()

    def read(self, one: Field, value: Any) -> Any:
        """The value to keep, or None for an empty cell; raises AirtableError if Airtable would refuse it."""
        if one.computed:
            raise AirtableError(
                422,
                "INVALID_VALUE_FOR_COLUMN",
                f'Field "{one.name}" cannot accept a value because the field is computed',
            )
        if value is None or value == "" or value == []:
            return None
        return self._reader(one)(one, value)

    def _reader(self, one: Field) -> Callable[[Field, Any], Any]:
        if one.type in TEXT_TYPES:
            return self._text
        if one.type in NUMBER_TYPES:
            return self._number
        readers: dict[str, Callable[[Field, Any], Any]] = {
            "checkbox": self._checkbox,
            "singleSelect": self._select,
            "multipleSelects": self._selects,
            "date": self._date,
            "dateTime": self._moment,
            LINK_TYPE: self._links,
        }
        return readers[one.type]

    def _text(self, one: Field, value: Any) -> str:
        if self._typecast and isinstance(value, int | float):
            return str(value)
        if not isinstance(value, str) or len(value) > LONG_TEXT_LIMIT:
            raise invalid_value(one.name)
        return value

    def _number(self, one: Field, value: Any) -> int | float:
        if self._typecast and isinstance(value, str):
            value = _number_from_text(one, value)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise invalid_value(one.name)
        return value

    def _checkbox(self, one: Field, value: Any) -> bool | None:
        if self._typecast and isinstance(value, str):
            return True if value.lower() in {"true", "1", "checked", "yes"} else None
        if not isinstance(value, bool):
            raise invalid_value(one.name)
        return value or None

    def _select(self, one: Field, value: Any) -> str:
        if isinstance(value, dict) and isinstance(value.get("name"), str):
            value = value["name"]
        if not isinstance(value, str):
            raise invalid_value(one.name)
        if one.choice(value) is not None or (one, value) in self.staged.new_choices:
            return value
        if not self._typecast:
            raise AirtableError(
                422,
                "INVALID_MULTIPLE_CHOICE_OPTIONS",
                f'Insufficient permissions to create new select option ""{value}""',
            )
        self.staged.new_choices.append((one, value))
        return value

    def _selects(self, one: Field, value: Any) -> list[str]:
        if self._typecast and isinstance(value, str):
            value = [part.strip() for part in value.split(",") if part.strip()]
        if not isinstance(value, list):
            raise invalid_value(one.name)
        return [self._select(one, item) for item in value]

    def _date(self, one: Field, value: Any) -> str:
        moment = _parse_moment(one, value, "utc")
        return value[:10] if isinstance(value, str) and _DATE.fullmatch(value) else f"{moment:%Y-%m-%d}"

    def _moment(self, one: Field, value: Any) -> str:
        return iso(milliseconds(_parse_moment(one, value, str(one.options.get("timeZone", "utc")))))

    def _links(self, one: Field, value: Any) -> list[str]:
        table = self._base.tables[one.linked_table]
        if self._typecast and isinstance(value, str):
            value = [part.strip() for part in value.split(",") if part.strip()]
        if not isinstance(value, list):
            raise invalid_value(one.name)
        linked: list[str] = []
        for item in value:
            record_id = self._link(one, table, item)
            if record_id not in linked:
                linked.append(record_id)
        return linked

    def _link(self, one: Field, table: Table, item: Any) -> str:
        if isinstance(item, dict):
            item = item.get("id")
        if not isinstance(item, str):
            raise invalid_value(one.name)
        if is_id(item, "rec"):
            if item not in table.records:
                raise AirtableError(422, "ROW_DOES_NOT_EXIST", f"Record ID {item} does not exist")
            return item
        if not self._typecast:
            raise AirtableError(422, "INVALID_RECORD_ID", f'Value "{item}" is not a valid record ID.')
        found = next((rid for rid in table.records if table.name_of(rid) == item), None)
        if found is not None:
            return found
        record_id = self._ids.one("rec")
        self.staged.new_linked.append((table, record_id, item))
        return record_id


def _number_from_text(one: Field, text: str) -> float:
    digits = re.sub(r"[^0-9eE.+-]", "", text)
    try:
        number = float(digits)
    except ValueError as error:
        raise invalid_value(one.name) from error
    return number / 100 if one.type == "percent" and text.rstrip().endswith("%") else number


def _parse_moment(one: Field, value: Any, zone: str) -> datetime:
    if not isinstance(value, str):
        raise invalid_value(one.name)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise invalid_value(one.name) from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC if zone in {"utc", "client"} else ZoneInfo(zone))
    return moment.astimezone(UTC)


def as_v2(base: Base, one: Field, value: Any) -> Any:
    """A kept value as webhook payloads write it: selects and links as objects instead of names and ids."""
    if value is None:
        return None
    if one.type == "singleSelect":
        return one.choice(value)
    if one.type == "multipleSelects":
        return [one.choice(item) for item in value]
    if one.type == LINK_TYPE:
        table = base.tables[one.linked_table]
        return [{"id": item, "name": table.name_of(item)} for item in value]
    return value
