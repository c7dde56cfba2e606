"""A base as its own team made it, for the picture of the set-up's mapping: other words, other options, seven tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeydesk.domain.mapping.offer import OfferedTable
from journeydesk.services.context import Context
from journeydesk.services.sync.mapping.applying import LEAVE_OUT, MappingDraft, known_of
from journeydesk.sync.offer import offered_table
from journeydesk.sync.ports import RemoteField, RemoteTable
from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp
from journeydesk.ui.main_window import MainWindow

_STAGES = (
    ("Parked", 402),
    ("Nurture", 258),
    ("Cold", 212),
    ("Contacted", 540),
    ("Demo booked", 131),
    ("Proposal", 88),
    ("Won", 204),
    ("Power user", 39),
)
_PEOPLE = (
    ("Piedra Azul Cerámica", "Dolores Iribarne", "Demo booked", "Amaia Etxarri", "2026-10-12", "31", "+44 7700 900 142"),
    ("Norrvik Sågverk", "Ebba Lindqvist", "Contacted", "Joonas Lehtovaara", "2026-10-14", "18", "+46 70 123 45 67"),
    ("Kestrel Yard Optics", "Rhodri Penhale", "Parked", "Tomasz Wilk", "2026-10-19", "24", "+44 7700 900 871"),
    ("Жнивень Хлеб", "Алеся Дубовик", "Cold", "", "2026-11-02", "9", "+375 29 123 45 67"),
    ("Torre d’Aigua Editors", "Mireia Casals", "Proposal", "Priya Raghunath", "2026-11-06", "37", "+34 612 345 678"),
)
_LEADS = (
    ("Company", "singleLineText"),
    ("Full name", "singleLineText"),
    ("Work email", "email"),
    ("Billing email", "email"),
    ("Stage", "singleSelect"),
    ("Mobile", "phoneNumber"),
    ("Owner", "singleCollaborator"),
    ("Rating", "formula"),
    ("Added", "createdTime"),
    ("Job Title", "singleLineText"),
    ("Website", "url"),
    ("Industry", "singleSelect"),
    ("Use Case", "multilineText"),
    ("Source", "singleSelect"),
    ("Notes", "multilineText"),
)
_OTHERS: Mapping[str, tuple[int, Sequence[tuple[str, str]]]] = {
    "Touchpoints": (
        9_310,
        (("Type", "singleSelect"), ("Date", "date"), ("Lead", "multipleRecordLinks"), ("Summary", "multilineText")),
    ),
    "API usage": (22_604, (("Date", "date"), ("Lead", "multipleRecordLinks"), ("API Calls", "number"), ("Cost", "currency"))),
    "Feedback forms": (
        412,
        (("Survey Type", "singleSelect"), ("Lead", "multipleRecordLinks"), ("Score", "number"), ("Date Sent", "date")),
    ),
    "To-dos": (688, (("Title", "singleLineText"), ("Lead", "multipleRecordLinks"), ("Due", "dateTime"), ("Owner", "email"))),
    "Invoices": (96, (("Number", "autoNumber"), ("Amount", "currency"))),
    "Office plants": (7, (("Name", "singleLineText"), ("Watered", "checkbox"))),
}


def mapping_draft(context: Context) -> MappingDraft:
    """The base beside the catalogue, guessed; two tables are left out, the rest is as the guesses have it."""
    people = frozenset(person[3].casefold() for person in _PEOPLE if person[3])
    draft = MappingDraft("Wattlebird CRM", _tables(), replace(known_of(context), people=people))
    for slug, name in (("prospects", "Leads"), ("interactions", "Touchpoints")):
        draft.choose_table(slug, f"tbl{name}")
    draft.choose_table("assets", LEAVE_OUT)
    draft.choose_table("progress", LEAVE_OUT)
    return draft


def _tables() -> list[OfferedTable]:
    leads = RemoteTable("tblLeads", "Leads", "fldLeads0", _fields("Leads", _LEADS))
    others = [RemoteTable(f"tbl{name}", name, f"fld{name}0", _fields(name, fields)) for name, (_, fields) in _OTHERS.items()]
    first, *rest = [offered_table(table) for table in (leads, *others)]
    rows = [_row(first, person) for person in _PEOPLE]
    stages = tuple(name for name, count in _STAGES for _ in range(count))
    fields = tuple(
        replace(field, samples=stages if field.name == "Stage" else tuple(row[field.id] for row in rows if row.get(field.id)))
        for field in first.fields
    )
    values = tuple(
        {field.id: _values(field.name, row.get(field.id)) for field in first.fields if row.get(field.id)} for row in rows
    )
    counted = [replace(table, records=_OTHERS[table.name][0]) for table in rest]
    return [replace(first, fields=fields, rows=tuple(rows), values=values, records=1_874), *counted]


def _fields(table: str, fields: Sequence[tuple[str, str]]) -> tuple[RemoteField, ...]:
    return tuple(
        RemoteField(
            f"fld{table}{place}",
            name,
            kind,
            choices=tuple((f"sel{option}", option) for option, _ in _STAGES) if name == "Stage" else (),
            links_to="tblLeads" if kind == "multipleRecordLinks" else "",
            result="number" if kind == "formula" else "",
        )
        for place, (name, kind) in enumerate(fields)
    )


def _row(table: OfferedTable, person: Sequence[str]) -> dict[str, str]:
    company, contact, stage, owner, added, rating, phone = person
    values = {"Company": company, "Full name": contact, "Stage": stage, "Owner": owner, "Added": added, "Mobile": phone}
    values |= {"Rating": rating}
    return {field.id: values[field.name] for field in table.fields if values.get(field.name)}


def _values(field: str, text: str | None) -> object:
    """A cell as Airtable answers it: a number as one, a moment in UTC."""
    if text is None:
        return None
    return int(text) if field == "Rating" else f"{text}T09:00:00.000Z" if field == "Added" else text


def show_mapping(window: MainWindow, context: Context) -> Iterator[str]:
    """The set-up at the step of the mapping."""
    window.sync.set_up()
    dialog = next(widget for widget in window.findChildren(AirtableSetUp) if widget.isVisible())
    dialog.show_draft(mapping_draft(context), "prospects")
    yield "setup-mapping"
    dialog.done()
