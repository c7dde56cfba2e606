"""Which cell values Airtable takes, what it makes of them, and what it refuses (its field model, "V1" and "V2")."""

import dataclasses
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from journeydesk.sandbox.airtable.attachments import read_attachments
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

    new_choices: list[tuple[Field, str]] = dataclasses.field(default_factory=list)
    new_linked: list[tuple[Table, str, str]] = dataclasses.field(default_factory=list)
    """Records that `typecast` creates on the other side of a link: table, new record id, primary text."""


class CellReader:
    """Turns written values into kept ones for one batch."""

    def __init__(self, base: Base, ids: IdMaker, *, typecast: bool, table: Table | None = None) -> None:
        """`table` is the one that is written, for attachments that are named by their id."""
        self._base = base
        self._ids = ids
        self._typecast = typecast
        self._table = table
        self.staged = Staged()

    def read(self, field: Field, value: Any) -> Any:
        """The value to keep, or None for an empty cell; raises AirtableError if Airtable would refuse it."""
        if field.computed:
            raise AirtableError(
                422,
                "INVALID_VALUE_FOR_COLUMN",
                f'Field "{field.name}" cannot accept a value because the field is computed',
            )
        if value is None or value == "" or value == []:
            return None
        kept = self._reader(field)(field, value)
        return _normalised(field, kept) if self._base.normalises else kept

    def _reader(self, field: Field) -> Callable[[Field, Any], Any]:
        if field.type in TEXT_TYPES and field.type != "richText":
            return self._text
        if field.type in NUMBER_TYPES:
            return self._number
        readers: dict[str, Callable[[Field, Any], Any]] = {
            "checkbox": self._checkbox,
            "singleSelect": self._select,
            "multipleSelects": self._selects,
            "date": self._date,
            "dateTime": self._moment,
            "richText": self._rich_text,
            "rating": self._rating,
            "duration": self._duration,
            "barcode": self._barcode,
            "singleCollaborator": self._person,
            "multipleCollaborators": self._people,
            "multipleAttachments": lambda field, value: read_attachments(field, self._table, value, self._ids),
            LINK_TYPE: self._links,
        }
        return readers[field.type]

    def _text(self, field: Field, value: Any) -> str:
        if self._typecast and isinstance(value, int | float):
            return str(value)
        if not isinstance(value, str) or len(value) > LONG_TEXT_LIMIT:
            raise invalid_value(field.name)
        return value

    def _number(self, field: Field, value: Any) -> int | float:
        if self._typecast and isinstance(value, str):
            value = _number_from_text(field, value)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise invalid_value(field.name)
        return value

    def _rich_text(self, field: Field, value: Any) -> str:
        """Airtable writes the end of the last paragraph as a line end."""
        return self._text(field, value).rstrip("\n") + "\n"

    def _rating(self, field: Field, value: Any) -> int:
        number = self._number(field, value)
        if number != int(number) or not 1 <= number <= field.options["max"]:
            raise invalid_value(field.name)
        return int(number)

    def _duration(self, field: Field, value: Any) -> int | float:
        """Seconds; with `typecast` also a text such as 1:30."""
        if self._typecast and isinstance(value, str) and re.fullmatch(r"\d+(:\d{1,2}){1,2}(\.\d+)?", value):
            hours, minutes, seconds = [*(float(part) for part in value.split(":")), 0.0][:3]
            return hours * 3600 + minutes * 60 + seconds
        return self._number(field, value)

    def _barcode(self, field: Field, value: Any) -> dict[str, str]:
        if not isinstance(value, dict) or set(value) - {"text", "type"} or not isinstance(value.get("text"), str):
            raise invalid_value(field.name)
        return {name: str(part) for name, part in value.items() if part is not None}

    def _person(self, field: Field, value: Any) -> dict[str, str]:
        """A collaborator of the base, named by id or by e-mail; with `typecast` also by name."""
        if self._typecast and isinstance(value, str):
            value = next(
                (each.json() for each in self._base.people.values() if value in (each.id, each.email, each.name)), None
            )
        if not isinstance(value, dict):
            raise invalid_value(field.name)
        for person in self._base.people.values():
            if value.get("id") == person.id or ("id" not in value and value.get("email") == person.email):
                return person.json()
        raise invalid_value(field.name)

    def _people(self, field: Field, value: Any) -> list[dict[str, str]]:
        if self._typecast and isinstance(value, str):
            value = [part.strip() for part in value.split(",") if part.strip()]
        if not isinstance(value, list):
            raise invalid_value(field.name)
        people = {person["id"]: person for person in (self._person(field, item) for item in value)}
        return list(people.values())

    def _checkbox(self, field: Field, value: Any) -> bool | None:
        if self._typecast and isinstance(value, str):
            return True if value.lower() in {"true", "1", "checked", "yes"} else None
        if not isinstance(value, bool):
            raise invalid_value(field.name)
        return value or None

    def _select(self, field: Field, value: Any) -> str:
        if isinstance(value, dict) and isinstance(value.get("name"), str):
            value = value["name"]
        if not isinstance(value, str):
            raise invalid_value(field.name)
        if field.choice(value) is not None or (field, value) in self.staged.new_choices:
            return value
        if not self._typecast:
            raise AirtableError(
                422,
                "INVALID_MULTIPLE_CHOICE_OPTIONS",
                f'Insufficient permissions to create new select option ""{value}""',
            )
        self.staged.new_choices.append((field, value))
        return value

    def _selects(self, field: Field, value: Any) -> list[str]:
        if self._typecast and isinstance(value, str):
            value = [part.strip() for part in value.split(",") if part.strip()]
        if not isinstance(value, list):
            raise invalid_value(field.name)
        return [self._select(field, item) for item in value]

    def _date(self, field: Field, value: Any) -> str:
        moment = _parse_moment(field, value, "utc")
        return value[:10] if isinstance(value, str) and _DATE.fullmatch(value) else f"{moment:%Y-%m-%d}"

    def _moment(self, field: Field, value: Any) -> str:
        return iso(milliseconds(_parse_moment(field, value, str(field.options.get("timeZone", "utc")))))

    def _links(self, field: Field, value: Any) -> list[str]:
        table = self._base.tables[field.linked_table]
        if self._typecast and isinstance(value, str):
            value = [part.strip() for part in value.split(",") if part.strip()]
        if not isinstance(value, list):
            raise invalid_value(field.name)
        linked: list[str] = []
        for item in value:
            record_id = self._link(field, table, item)
            if record_id not in linked:
                linked.append(record_id)
        return linked

    def _link(self, field: Field, table: Table, item: Any) -> str:
        if isinstance(item, dict):
            item = item.get("id")
        if not isinstance(item, str):
            raise invalid_value(field.name)
        if is_id(item, "rec"):
            if item not in table.records:
                raise AirtableError(422, "ROW_DOES_NOT_EXIST", f"Record ID {item} does not exist")
            return item
        if not self._typecast:
            raise AirtableError(422, "INVALID_RECORD_ID", f'Value "{item}" is not a valid record ID.')
        existing_id = next((record_id for record_id in table.records if table.name_of(record_id) == item), None)
        if existing_id is not None:
            return existing_id
        record_id = self._ids.new("rec")
        self.staged.new_linked.append((table, record_id, item))
        return record_id


def _number_from_text(field: Field, text: str) -> float:
    digits = re.sub(r"[^0-9eE.+-]", "", text)
    try:
        number = float(digits)
    except ValueError as error:
        raise invalid_value(field.name) from error
    return number / 100 if field.type == "percent" and text.rstrip().endswith("%") else number


def _parse_moment(field: Field, value: Any, zone: str) -> datetime:
    if not isinstance(value, str):
        raise invalid_value(field.name)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise invalid_value(field.name) from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC if zone in {"utc", "client"} else ZoneInfo(zone))
    return moment.astimezone(UTC)


def _normalised(field: Field, value: Any) -> Any:
    if field.type == "singleSelect":
        return str(value).lower()
    if field.type == "dateTime":
        return f"{value[:17]}00.000Z"
    if field.type in TEXT_TYPES:
        return value.strip() or None
    return round(value) if field.type in NUMBER_TYPES else value


def as_v2(base: Base, field: Field, value: Any) -> Any:
    """A kept value as webhook payloads write it: selects and links as objects instead of names and ids."""
    if value is None:
        return None
    if field.type == "singleSelect":
        return field.choice(value)
    if field.type == "multipleSelects":
        return [field.choice(item) for item in value]
    if field.type == LINK_TYPE:
        table = base.tables[field.linked_table]
        return [{"id": item, "name": table.name_of(item)} for item in value]
    return value
