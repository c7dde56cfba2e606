"""What a new field brings with it: a link its other side, a choice the ids and colors of its options."""

from collections.abc import Iterable
from typing import Any

from journeydesk.sandbox.airtable.model import LINK_TYPE, Base, Field, IdMaker, Record, Table

_COLORS = ("blueLight2", "cyanLight2", "tealLight2", "greenLight2", "yellowLight2", "orangeLight2", "redLight2")


def options_named(ids: IdMaker, names: Iterable[str]) -> dict[str, Any]:
    """The options of a new choice."""
    named = enumerate(names)
    return {"choices": [{"id": ids.new("sel"), "name": name, "color": _COLORS[place % len(_COLORS)]} for place, name in named]}


def link_options(table_id: str) -> dict[str, Any]:
    """The options of a new link to a table."""
    return {"linkedTableId": table_id, "isReversed": False, "prefersSingleRecordLink": False}


def add_inverse(ids: IdMaker, base: Base, table: Table, link: Field) -> None:
    """Gives the table that a new link of `table` leads to the field that leads back."""
    other = base.tables[link.linked_table]
    taken = {field.name for field in other.fields.values()}
    name = table.name if table.name not in taken else f"{table.name} {link.name}"
    options = link_options(table.id) | {"isReversed": True, "inverseLinkFieldId": link.id}
    inverse = Field(ids.new("fld"), name, LINK_TYPE, options)
    link.options["inverseLinkFieldId"] = inverse.id
    other.fields[inverse.id] = inverse


def link_back(base: Base, table: Table, records: Iterable[Record]) -> None:
    """Fills the other side of every link of new records of `table`."""
    links = [field for field in table.fields.values() if field.type == LINK_TYPE and not field.options.get("isReversed")]
    links = [link for link in links if "inverseLinkFieldId" in link.options]
    for record in records:
        for link in links:
            far = base.tables[link.linked_table].records
            for record_id in record.cells.get(link.id) or ():
                far[record_id].cells.setdefault(link.options["inverseLinkFieldId"], []).append(record.id)
