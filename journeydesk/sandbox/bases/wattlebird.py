"""A team that built its own sales base: other tables, other words, other types, no keys."""

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from journeydesk.sandbox.airtable.model import Base, IdMaker, Table
from journeydesk.sandbox.bases.shape import ISO_DATE, LOCAL_DATE, BaseBuilder, Column
from journeydesk.sandbox.clock import iso
from journeydesk.sandbox.team.names import Identity, identities

NAME = "Wattlebird CRM"
LEADS = 420
STAGES = ("Parked", "Cold", "Contacted", "Demo booked", "Proposal", "Won", "Power user", "Nurture")
_TAGS = ("Hot lead", "Partner", "Newsletter", "Fair 2026", "Referral")
_PEOPLE = (
    ("Amaia Etxarri", "amaia@ostrelle.example"),
    ("Joonas Lehtovaara", "joonas@ostrelle.example"),
    ("Tomasz Wilk", "tomasz@ostrelle.example"),
    ("Priya Raghunath", "priya@ostrelle.example"),
)
_DAY_MS = 24 * 3600 * 1000
_CLOCK = {"timeFormat": {"name": "24hour", "format": "HH:mm"}, "timeZone": "Europe/Berlin"}


def wattlebird(ids: IdMaker, now_ms: int, seed: int, leads: int = LEADS) -> Base:
    """The base with its records; the same for the same ids and seed."""
    rng = random.Random(seed)
    builder = BaseBuilder(ids, NAME)
    people = [builder.person(name, email) for name, email in _PEOPLE]
    table = _leads_table(builder)
    created = [now_ms - rng.randrange(5, 400) * _DAY_MS for _ in range(leads)]
    rows = [
        (at, _lead(rng, identity, people, at))
        for at, identity in zip(created, identities(rng, leads, frozenset()), strict=True)
    ]
    lead_ids = builder.fill(table, rows)
    _touchpoints(builder, rng, people, lead_ids, created)
    _usage(builder, rng, lead_ids, now_ms)
    _feedback(builder, rng, lead_ids, now_ms)
    _todos(builder, rng, people, table, now_ms)
    _aside(builder)
    _looked_up(builder, table)
    return builder.base


def _leads_table(builder: BaseBuilder) -> Table:
    table = builder.table(
        "Leads",
        (
            Column("Full name"),
            Column("Company"),
            Column("Work email", "email"),
            Column("Billing email", "email"),
            Column("Mobile", "phoneNumber"),
            Column("Role"),
            Column("Website", "url"),
            Column("Stage", "singleSelect", choices=STAGES),
            Column("Owner", "singleCollaborator"),
            Column("Followers", "multipleCollaborators"),
            Column("Tags", "multipleSelects", choices=_TAGS),
            Column("Use case", "richText"),
            Column("Source"),
            Column("Priority", "rating", {"icon": "star", "max": 5, "color": "yellowBright"}),
            Column("Deal size", "number", {"precision": 2}),
            Column("Probability", "number", {"precision": 0}),
            Column("Next touch", "dateTime", {**ISO_DATE, **_CLOCK}),
            Column("VIP", "singleSelect", choices=("Yes", "No")),
            Column("Badge", "barcode"),
            Column("Contract", "multipleAttachments"),
            Column("Added", "createdTime", {"result": {"type": "dateTime", "options": {**ISO_DATE, **_CLOCK}}}),
            Column("Changed", "lastModifiedTime", {"result": {"type": "dateTime", "options": {**ISO_DATE, **_CLOCK}}}),
            Column("Added by", "createdBy"),
            Column("No.", "autoNumber"),
        ),
    )
    stars = builder.field_id(table, "Priority")
    formula = {"formula": f"{{{stars}}}*8", "isValid": True, "referencedFieldIds": [stars]}
    builder.column(table, Column("Rating", "formula", {**formula, "result": {"type": "number", "options": {"precision": 0}}}))
    return table


def _lead(rng: random.Random, identity: Identity, people: Sequence[dict[str, str]], created: int) -> dict[str, Any]:
    owner = rng.choice(people)
    return {
        "Full name": identity.contact,
        "Company": identity.company if rng.random() < 0.97 else None,
        "Work email": identity.email,
        "Billing email": f"billing@{identity.email.split('@')[1]}" if rng.random() < 0.3 else None,
        "Mobile": identity.phone if rng.random() < 0.8 else None,
        "Role": identity.title,
        "Website": identity.website,
        "Stage": rng.choice(STAGES) if rng.random() < 0.95 else None,
        "Owner": owner if rng.random() < 0.9 else None,
        "Followers": rng.sample(people, 2) if rng.random() < 0.2 else None,
        "Tags": rng.sample(_TAGS, rng.randrange(1, 4)) if rng.random() < 0.5 else None,
        "Use case": f"**{identity.title}** asks for:\n- stamps on photos\n- an API\n" if rng.random() < 0.4 else None,
        "Source": rng.choice(("linkedin", "Website", "Trade fair", "Referral ")),
        "Priority": rng.randrange(1, 6) if rng.random() < 0.8 else None,
        "Deal size": round(rng.uniform(300, 48_000), 2) if rng.random() < 0.6 else None,
        "Probability": rng.randrange(5, 100, 5) if rng.random() < 0.6 else None,
        "Next touch": iso(created + rng.randrange(400, 440) * _DAY_MS + 9 * 3600 * 1000) if rng.random() < 0.5 else None,
        "VIP": rng.choice(("Yes", "No")) if rng.random() < 0.3 else None,
        "Badge": {"text": f"40063813{rng.randrange(10_000, 99_999)}"} if rng.random() < 0.05 else None,
    }


def _day(at: int) -> str:
    return (datetime.fromtimestamp(at / 1000, UTC)).date().isoformat()


def _touchpoints(
    builder: BaseBuilder, rng: random.Random, people: Sequence[dict[str, str]], leads: Sequence[str], created: Sequence[int]
) -> None:
    table = builder.table(
        "Touchpoints",
        (
            Column("What"),
            Column("Lead", "multipleRecordLinks", links="Leads"),
            Column("Kind", "singleSelect", choices=("Phone call", "E-mail", "Meeting", "Demo", "Chat")),
            Column("When", "date", LOCAL_DATE),
            Column("Took", "duration", {"durationFormat": "h:mm"}),
            Column("Note", "multilineText"),
            Column("By", "singleCollaborator"),
        ),
    )
    rows = []
    for lead, at in zip(leads, created, strict=True):
        for number in range(rng.randrange(0, 5)):
            moment = at + (number + 1) * 6 * _DAY_MS
            kind = rng.choice(("Phone call", "E-mail", "Meeting", "Demo", "Chat"))
            row = {
                "What": f"{kind} {number + 1}",
                "Lead": [lead],
                "Kind": kind,
                "When": _day(moment),
                "Took": rng.randrange(5, 90) * 60 if kind != "E-mail" else None,
                "Note": rng.choice(("Asked for prices", "Wants a trial\nin autumn", "Left a voicemail", "価格表を送付")),
                "By": rng.choice(people),
            }
            rows.append((moment, row))
    builder.fill(table, rows)


def _usage(builder: BaseBuilder, rng: random.Random, leads: Sequence[str], now_ms: int) -> None:
    columns = (
        Column("Period"),
        Column("Account", "multipleRecordLinks", links="Leads"),
        Column("Day", "date", ISO_DATE),
        Column("Calls", "number", {"precision": 0}),
        Column("Errors", "percent", {"precision": 1}),
        Column("Spend", "currency", {"precision": 2, "symbol": "A$"}),
    )
    table = builder.table("API usage", columns)
    rows = []
    for lead in rng.sample(list(leads), len(leads) // 8):
        for back in range(6):
            at = now_ms - back * 7 * _DAY_MS
            row = {
                "Period": f"Week of {_day(at)}",
                "Account": [lead],
                "Day": _day(at),
                "Calls": rng.randrange(0, 50_000),
                "Errors": rng.randrange(0, 80) / 1000,
                "Spend": rng.randrange(0, 90_000) / 100,
            }
            rows.append((at, row))
    builder.fill(table, rows)


def _feedback(builder: BaseBuilder, rng: random.Random, leads: Sequence[str], now_ms: int) -> None:
    columns = (
        Column("Answer"),
        Column("From", "multipleRecordLinks", links="Leads"),
        Column("Happy", "rating", {"icon": "heart", "max": 10, "color": "redBright"}),
        Column("Comment", "multilineText"),
        Column("Sent", "date", ISO_DATE),
    )
    table = builder.table("Feedback forms", columns)
    rows = [
        (
            now_ms - number * _DAY_MS,
            {
                "Answer": f"Form {number + 1}",
                "From": [lead],
                "Happy": rng.randrange(1, 11),
                "Comment": "Quick and clear" if number % 2 else None,
                "Sent": _day(now_ms - number * _DAY_MS),
            },
        )
        for number, lead in enumerate(rng.sample(list(leads), min(40, len(leads))))
    ]
    builder.fill(table, rows)


def _todos(builder: BaseBuilder, rng: random.Random, people: Sequence[dict[str, str]], leads: Table, now_ms: int) -> None:
    """Whom they are about is typed: a company, now and then a person, now and then somebody whom nobody knows."""
    company, person = builder.field_id(leads, "Company"), builder.field_id(leads, "Full name")
    columns = (
        Column("To-do"),
        Column("Lead"),
        Column("Deadline", "date", ISO_DATE),
        Column("Who", "singleCollaborator"),
        Column("Done", "checkbox", {"icon": "check", "color": "greenBright"}),
    )
    table = builder.table("To-dos", columns)
    rows = [
        (
            now_ms - 3 * _DAY_MS,
            {
                "To-do": rng.choice(("Send the offer", "Call back", "Book the demo")),
                "Lead": _typed(leads.records[lead].cells, number, company, person),
                "Deadline": _day(now_ms + rng.randrange(-5, 20) * _DAY_MS),
                "Who": rng.choice(people),
                "Done": True if rng.random() < 0.3 else None,
            },
        )
        for number, lead in enumerate(rng.sample(list(leads.records), min(90, len(leads.records))))
    ]
    builder.fill(table, rows)


def _typed(lead: Mapping[str, Any], number: int, company: str, person: str) -> str:
    name = str(lead.get(person if number % 9 == 4 else company) or lead.get(person))
    if number % 20 == 13:
        return f"{name} (old)"
    return name.upper() if number % 7 == 3 else name


def _aside(builder: BaseBuilder) -> None:
    """Tables that have nothing to do with sales."""
    table = builder.table("Office plants", (Column("Plant"), Column("Watered", "date", ISO_DATE)))
    monday = datetime(2026, 5, 18, tzinfo=UTC)
    days = [(monday + timedelta(days=number)).date().isoformat() for number in range(3)]
    builder.fill(
        table, [(0, {"Plant": name, "Watered": day}) for name, day in zip(("Ficus", "Aloe", "Fern"), days, strict=True)]
    )
    builder.table("Invoices archive", (Column("Number"), Column("Amount", "currency", {"precision": 2, "symbol": "A$"})))


def _looked_up(builder: BaseBuilder, leads: Table) -> None:
    """What the leads show of their touchpoints, once those are there."""
    link = builder.field_id(leads, "Touchpoints")
    touchpoints = builder.base.table_by("Touchpoints")
    assert touchpoints is not None
    far = {"recordLinkFieldId": link, "fieldIdInLinkedTable": builder.field_id(touchpoints, "Kind"), "isValid": True}
    builder.column(leads, Column("Kinds of touch", "multipleLookupValues", {**far, "result": {"type": "singleSelect"}}))
    builder.column(leads, Column("Touches", "count", {"recordLinkFieldId": link, "isValid": True}))
    last = {
        **far,
        "fieldIdInLinkedTable": builder.field_id(touchpoints, "When"),
        "result": {"type": "date", "options": LOCAL_DATE},
    }
    builder.column(leads, Column("Last touch", "rollup", last, aggregate="MAX"))
    builder.column(leads, Column("Open in CRM", "button"))
