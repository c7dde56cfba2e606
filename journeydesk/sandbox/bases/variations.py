"""The team's own base, made otherwise: dates without a time, other names, other types, thirty tables around it."""

from journeydesk.domain.catalogue import BY_NAME, FieldSpec, FieldType
from journeydesk.sandbox.airtable.model import Base, Field, IdMaker, Table
from journeydesk.sandbox.bases.shape import ISO_DATE, BaseBuilder, Column

PLAIN_DATES = (("Beta Applications", "Applied On"), ("Customer Interactions", "Date"))
"""The moments that the team's documents have as plain dates."""

_RENAMED = {
    "Beta Applications": "Applicants",
    "Customer Interactions": "Contact log",
    "Company": "Organisation",
    "Contact Name": "Person",
    "Email": "Mail address",
    "Application ID": "Ref",
    "Applied On": "Arrived",
}
_TABLES = 30


def plain_dates(base: Base) -> None:
    """Makes dates of the moments that the team's documents have as dates; their times go."""
    for table_name, name in PLAIN_DATES:
        table = base.table_by(table_name)
        moment = table.field_by(name) if table is not None else None
        if table is not None and moment is not None:
            moment.type, moment.options = FieldType.DATE.value, dict(ISO_DATE)
            for record in table.records.values():
                if moment.id in record.cells:
                    record.cells[moment.id] = record.cells[moment.id][:10]


def renamed(base: Base) -> None:
    """Another team's words for some tables and fields."""
    for table in base.tables.values():
        table.name = _RENAMED.get(table.name, table.name)
        for field in table.fields.values():
            field.name = _RENAMED.get(field.name, field.name)


def retyped(base: Base) -> None:
    """Other types for the same fields: texts for selects, numbers for money, moments for dates."""
    for table in base.tables.values():
        spec = BY_NAME.get(table.name)
        for field in table.fields.values() if spec else ():
            ours = spec.by_name.get(field.name) if spec else None
            if ours is not None:
                _retype(table, field, ours)


def _retype(table: Table, field: Field, ours: FieldSpec) -> None:
    if ours.type is FieldType.SELECT:
        field.type, field.options = "singleLineText", {}
    elif ours.type is FieldType.CURRENCY:
        field.type, field.options = "number", {"precision": 2}
    elif ours.type is FieldType.PERCENT:
        field.type, field.options = "number", {"precision": 2}
        for record in table.records.values():
            if field.id in record.cells:
                record.cells[field.id] = round(record.cells[field.id] * 100, 2)
    elif ours.type is FieldType.DATE:
        field.type = "dateTime"
        field.options = {**ISO_DATE, "timeFormat": {"name": "24hour", "format": "HH:mm"}, "timeZone": "Europe/Berlin"}
        for record in table.records.values():
            if field.id in record.cells:
                record.cells[field.id] += "T09:00:00.000Z"


def with_many_tables(ids: IdMaker, base: Base) -> None:
    """Thirty tables in all; those around ours are of all sorts."""
    builder = BaseBuilder(ids, base.name)
    builder.base = base
    for number in range(_TABLES - len(base.tables)):
        columns = [Column("Name"), *(Column(f"Column {place}", "number", {"precision": 0}) for place in range(number % 7))]
        builder.table(f"Sheet {number + 1}", columns)
