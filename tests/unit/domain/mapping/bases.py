"""Bases that are not ours, as a guess is given them."""

from collections.abc import Sequence

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.field_kinds.fit import Fit, fit
from journeydesk.domain.field_kinds.form import RemoteForm
from journeydesk.domain.mapping.fields import fit_key
from journeydesk.domain.mapping.offer import Known, OfferedField, OfferedTable, Writing

STAGES = ("Call to Discovery", "Exploration", "Commitment", "Planning", "Construction", "Mastery")
KNOWN = Known(frozenset({"amaia etxarri", "tomasz wilk", "joonas lehtovaara", "priya raghunath"}), (("journey_stage", STAGES),))
_WRITING = {Fit.NONE: Writing.NOT_AT_ALL, Fit.READ_ONLY: Writing.READ_ONLY}


def field(
    name: str, type: str, *samples: str, options: Sequence[str] = (), links_to: str = "", result: str = ""
) -> OfferedField:
    """A field of theirs whose id is made of its name."""
    form = RemoteForm(type, tuple((f"sel{option}", option) for option in options), None, None, result)
    fits = {fit_key(ours): _WRITING.get(fit(ours, form), Writing.BOTH_WAYS) for table in TABLES for ours in table.fields}
    return OfferedField(f"fld{name}", name, type, type, form.choices, links_to, samples, fits)


def table(name: str, *fields: OfferedField) -> OfferedTable:
    """A table of theirs whose id is made of its name; its first field names its records."""
    return OfferedTable(f"tbl{name}", name, fields, 0, False, (), fields[0].id if fields else "")


LEADS = table(
    "Leads",
    field("Full name", "singleLineText", "Dolores Iribarne", "Ebba Lindqvist", "Rhodri Penhale"),
    field("Company", "singleLineText", "Piedra Azul", "Norrvik"),
    field(
        "Stage",
        "singleSelect",
        options=("Parked", "Cold", "Contacted", "Demo booked", "Proposal", "Won", "Power user", "Nurture"),
    ),
    field("Work email", "email", "a@x.example", "b@x.example"),
    field("Billing email", "email", "c@x.example"),
    field("Mobile", "phoneNumber", "+44 7700 900 142", "+34 600 100 200"),
    field("Looked after by", "singleCollaborator", "Amaia Etxarri", "Tomasz Wilk", "Joonas Lehtovaara", "Priya Raghunath"),
    field("Rating", "formula", "31", result="number"),
    field("Added", "createdTime", "2026-10-12T08:14:00.000Z"),
)
"""The base of the picture `setup-mapping`, in part."""
