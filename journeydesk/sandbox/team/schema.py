"""The team's base as Airtable would show it before Journeydesk was set up: what is there, and what is still missing."""

from typing import Any

from journeydesk.domain.catalogue import TABLES, FieldSpec, FieldType, TableSpec
from journeydesk.sandbox.airtable.links import add_inverse, link_options, options_named
from journeydesk.sandbox.airtable.model import Base, Field, IdMaker, Table

MISSING_TABLES = frozenset({"assets", "progress", "settings"})
MISSING_FIELDS = frozenset({("prospects", "ltv")})
_PLAIN = {FieldType.TEXT, FieldType.LONG_TEXT, FieldType.EMAIL, FieldType.PHONE, FieldType.URL}
_ISO_DATE = {"name": "iso", "format": "YYYY-MM-DD"}


def _options(ids: IdMaker, spec: FieldSpec, table_ids: dict[str, str]) -> dict[str, Any]:
    if spec.type is FieldType.SELECT:
        return options_named(ids, spec.choices)
    if spec.type is FieldType.CURRENCY:
        return {"precision": spec.precision, "symbol": "€"}
    if spec.type in {FieldType.NUMBER, FieldType.PERCENT}:
        return {"precision": spec.precision}
    if spec.type is FieldType.CHECKBOX:
        return {"icon": "check", "color": "greenBright"}
    if spec.type is FieldType.DATE:
        return {"dateFormat": dict(_ISO_DATE)}
    if spec.type is FieldType.DATETIME:
        return {
            "dateFormat": dict(_ISO_DATE),
            "timeFormat": {"name": "24hour", "format": "HH:mm"},
            "timeZone": "utc",
        }
    return link_options(table_ids[spec.links_to])


def make_field(ids: IdMaker, spec: FieldSpec, table_ids: dict[str, str]) -> Field:
    """The Airtable field that holds a field of the catalogue; `table_ids` finds the linked table by slug."""
    options = {} if spec.type in _PLAIN else _options(ids, spec, table_ids)
    return Field(ids.new("fld"), spec.name, spec.type.value, options)


def _make_table(ids: IdMaker, spec: TableSpec, table_ids: dict[str, str], missing: frozenset[tuple[str, str]]) -> Table:
    fields = [make_field(ids, field, table_ids) for field in spec.fields if (spec.slug, field.slug) not in missing]
    return Table(table_ids[spec.slug], spec.name, {field.id: field for field in fields}, ids.new("viw"))


def make_base(
    ids: IdMaker,
    name: str,
    missing_tables: frozenset[str] = MISSING_TABLES,
    missing_fields: frozenset[tuple[str, str]] = MISSING_FIELDS,
) -> Base:
    """An empty base with the catalogue's tables and fields but for the missing ones, and two fields of the team's own."""
    base = Base(ids.new("app"), name)
    specs = [spec for spec in TABLES if spec.slug not in missing_tables]
    table_ids = {spec.slug: ids.new("tbl") for spec in specs}
    for spec in specs:
        table = _make_table(ids, spec, table_ids, missing_fields)
        base.tables[table.id] = table
    for table, link in list(base.link_fields()):
        add_inverse(ids, base, table, link)
    prospects = base.tables.get(table_ids.get("prospects", ""))
    if prospects is not None:
        company = prospects.fields[next(f.id for f in prospects.fields.values() if f.name == "Company")]
        formula = {"formula": f"UPPER({{{company.id}}})", "isValid": True, "referencedFieldIds": [company.id]}
        formula["result"] = {"type": "singleLineText"}
        for field in (
            Field(ids.new("fld"), "Record Created", "createdTime", {"result": {"type": "dateTime"}}),
            Field(ids.new("fld"), "Company Label", "formula", formula),
            Field(ids.new("fld"), "Region", "singleLineText"),
        ):
            prospects.fields[field.id] = field
    return base


def make_plain_base(ids: IdMaker, name: str) -> Base:
    """A base that knows nothing of sales: one table with a name and notes, as Airtable makes a new base."""
    base = Base(ids.new("app"), name)
    fields = [Field(ids.new("fld"), "Name", "singleLineText"), Field(ids.new("fld"), "Notes", "multilineText")]
    table = Table(ids.new("tbl"), "Table 1", {field.id: field for field in fields}, ids.new("viw"))
    base.tables[table.id] = table
    return base
