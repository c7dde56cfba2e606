"""The meta API's view of a base: writing its schema as JSON, creating and renaming tables and fields."""

from collections.abc import Mapping
from typing import Any

from journeydesk.sandbox.airtable.errors import AirtableError, invalid_request
from journeydesk.sandbox.airtable.field_options import PLAIN_OPTIONS, bad_options
from journeydesk.sandbox.airtable.links import add_inverse, link_options, options_named
from journeydesk.sandbox.airtable.model import (
    COMPUTED_TYPES,
    LINK_TYPE,
    NUMBER_TYPES,
    SELECT_TYPES,
    TEXT_TYPES,
    Base,
    Field,
    IdMaker,
    Table,
)

PRIMARY_TYPES = (TEXT_TYPES | NUMBER_TYPES | {"date", "dateTime", "duration", "barcode"}) - {"percent"}
_NOT_CREATABLE = COMPUTED_TYPES | {"lookup"}


def field_json(field: Field) -> dict[str, Any]:
    """One field as the meta API gives it."""
    written: dict[str, Any] = {"id": field.id, "name": field.name, "type": field.type}
    if field.description is not None:
        written["description"] = field.description
    if field.options:
        written["options"] = field.options
    return written


def table_json(table: Table) -> dict[str, Any]:
    """One table as the meta API gives it."""
    written: dict[str, Any] = {
        "id": table.id,
        "name": table.name,
        "primaryFieldId": table.primary.id,
        "fields": [field_json(field) for field in table.fields.values()],
        "views": [{"id": table.view_id, "name": "Grid view", "type": "grid"}],
    }
    if table.description is not None:
        written["description"] = table.description
    return written


class SchemaEditor:
    """Creates and renames tables and fields of one base."""

    def __init__(self, base: Base, ids: IdMaker) -> None:
        self._base = base
        self._ids = ids

    def create_table(self, given: Mapping[str, Any]) -> Table:
        """Create a table from `name` and `fields`; the first field becomes the primary one."""
        name = _name(given)
        fields = given.get("fields")
        if not isinstance(fields, list) or not fields:
            raise AirtableError(422, "INVALID_REQUEST_MISSING_FIELDS", "At least one field must be specified")
        if any(table.name.casefold() == name.casefold() for table in self._base.tables.values()):
            raise AirtableError(422, "DUPLICATE_TABLE_NAME", f'Table "{name}" already exists in this base')
        names = [_name(description).casefold() for description in fields]
        if len(set(names)) != len(names):
            raise AirtableError(422, "DUPLICATE_OR_EMPTY_FIELD_NAME", "Field names must be unique and not empty")
        if fields[0].get("type") not in PRIMARY_TYPES:
            raise AirtableError(422, "INVALID_FIELD_TYPE_FOR_PRIMARY_FIELD", "The first field cannot be primary")
        checked = [self._checked(description) for description in fields]
        table = Table(self._ids.new("tbl"), name, {}, self._ids.new("viw"), description=given.get("description"))
        self._base.tables[table.id] = table
        for field in checked:
            self._put(table, field)
        return table

    def create_field(self, table: Table, given: Mapping[str, Any]) -> Field:
        """Create a field; a link field brings its inverse in the other table."""
        name = _name(given)
        if any(field.name.casefold() == name.casefold() for field in table.fields.values()):
            raise AirtableError(422, "DUPLICATE_OR_EMPTY_FIELD_NAME", f'Field "{name}" already exists in this table')
        field = self._checked(given)
        self._put(table, field)
        return field

    def rename(self, thing: Table | Field, given: Mapping[str, Any]) -> None:
        """Change a name or a description, which is all that may be changed."""
        if not given or set(given) - {"name", "description"}:
            raise invalid_request()
        if "name" in given:
            thing.name = _name(given)
        if "description" in given:
            thing.description = given["description"]

    def _checked(self, given: Mapping[str, Any]) -> Field:
        kind = given.get("type")
        if kind in _NOT_CREATABLE:
            raise AirtableError(
                422,
                "UNSUPPORTED_FIELD_TYPE_FOR_CREATE",
                f"Creating {kind} fields is not supported at this time",
            )
        if kind not in PLAIN_OPTIONS and kind not in SELECT_TYPES | {LINK_TYPE}:
            raise bad_options(f"Unknown field type {kind!r}")
        options = self._options(str(kind), given.get("options") or {})
        return Field(self._ids.new("fld"), _name(given), str(kind), options, given.get("description"))

    def _options(self, kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
        if not isinstance(given, dict):
            raise bad_options("options must be an object")
        if kind in SELECT_TYPES:
            return self._choices(given)
        if kind == LINK_TYPE:
            return self._link_options(given)
        return PLAIN_OPTIONS[kind](kind, given)

    def _choices(self, given: Mapping[str, Any]) -> dict[str, Any]:
        choices = given.get("choices")
        if not isinstance(choices, list) or not all(isinstance(c, dict) and c.get("name") for c in choices):
            raise bad_options("choices must be objects with a name")
        options = options_named(self._ids, [choice["name"] for choice in choices])
        for option, choice in zip(options["choices"], choices, strict=True):
            option["color"] = choice.get("color", option["color"])
        return options

    def _link_options(self, given: Mapping[str, Any]) -> dict[str, Any]:
        if set(given) - {"linkedTableId", "viewIdForRecordSelection"}:
            raise bad_options("only linkedTableId and viewIdForRecordSelection can be given")
        if given.get("linkedTableId") not in self._base.tables:
            raise bad_options("linkedTableId must be a table of this base")
        return link_options(given["linkedTableId"])

    def _put(self, table: Table, field: Field) -> None:
        table.fields[field.id] = field
        if field.type == LINK_TYPE:
            add_inverse(self._ids, self._base, table, field)


def _name(given: Any) -> str:
    name = given.get("name") if isinstance(given, dict) else None
    if not isinstance(name, str) or not name.strip():
        raise invalid_request()
    return name
