"""How the first records of a base will look, before anything of it is stored: read as sync reads them."""

import pytest

from journeydesk.domain.ids import RemoteId
from journeydesk.domain.mapping.offer import Known
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.sync.mapping.applying import LEAVE_OUT, MappingDraft
from journeydesk.services.sync.mapping.preview import PREVIEWED, preview
from journeydesk.sync.offer import offered_table
from journeydesk.sync.ports import Page, RemoteField, RemoteRecord, RemoteTable
from tests.integration.office import Office


def drafted(slug: str, field: RemoteField, *values: object) -> MappingDraft:
    """A base of one table, whose field is ours of this slug."""
    name = RemoteField("fldName", "Company", "singleLineText")
    records = [RemoteRecord(RemoteId(f"rec{n}"), {"fldName": f"Row {n}", field.id: value}) for n, value in enumerate(values)]
    table = offered_table(RemoteTable("tbl1", "Leads", "fldName", (name, field)), Page(records, ""))
    draft = MappingDraft("Base", [table], Known())
    draft.choose_table("prospects", "tbl1")
    draft.choose_field("prospects", slug, field.id)
    return draft


@pytest.mark.parametrize(
    ("slug", "kind", "value", "text"),
    [
        ("applied_on", "dateTime", "2026-05-18T22:30:00.000Z", "19 May 00:30"),
        ("next_follow_up", "dateTime", "2026-05-18T22:30:00.000Z", "19 May"),
        ("next_follow_up", "date", "2026-05-18", "18 May"),
        ("deal_probability", "percent", 0.25, "25 %"),
        ("deal_probability", "number", 25, "25 %"),
        ("estimated_revenue", "currency", 48_000, "€48,000"),
        ("company", "checkbox", True, "yes"),
        ("notes", "percent", 0.125, "12.5 %"),
        ("notes", "richText", "Two\nlines\n", "Two\nlines"),
        ("notes", "multipleSelects", ["First", "Second"], "First"),
    ],
)
def test_a_value_looks_as_it_will_once_it_is_synced(office: Office, slug: str, kind: str, value: object, text: str) -> None:
    change_settings(office.context, {"team.time_zone": "Europe/Berlin", "team.currency": "EUR"}, "Region")
    draft = drafted(slug, RemoteField("fld1", "Theirs", kind), value)
    for each in (draft, MappingDraft.restore(draft.to_json())):
        assert preview(office.context, each, "prospects")[0][slug].text == text


@pytest.mark.parametrize(("most", "text"), [(10, "40 %"), (5, "80 %"), (None, "80 %")])
def test_stars_look_like_the_share_that_they_are(office: Office, most: int | None, text: str) -> None:
    draft = drafted("deal_probability", RemoteField("fld1", "Chance", "rating", maximum=most), 4)
    for each in (draft, MappingDraft.restore(draft.to_json())):
        assert preview(office.context, each, "prospects")[0]["deal_probability"].text == text


def test_a_value_that_our_field_cannot_hold_is_said_to_be_none(office: Office) -> None:
    formula = RemoteField("fld1", "Worth", "formula", result="number")
    cells = [
        row["estimated_revenue"]
        for row in preview(office.context, drafted("estimated_revenue", formula, "soon", 12), "prospects")
    ]
    assert [(cell.text, cell.note) for cell in cells] == [("", "cannot be read"), ("€12", "")]


def test_what_is_empty_or_left_out_has_no_value(office: Office) -> None:
    draft = drafted("notes", RemoteField("fld1", "Notes", "multilineText"), None)
    draft.choose_field("prospects", "email", LEAVE_OUT)
    row = preview(office.context, draft, "prospects")[0]
    assert [(row[slug].text, row[slug].note) for slug in ("notes", "email")] == [("", ""), ("", "left out")]


def test_only_the_first_records_are_shown(office: Office) -> None:
    draft = drafted("notes", RemoteField("fld1", "Notes", "multilineText"), *["x"] * (PREVIEWED + 3))
    assert len(preview(office.context, draft, "prospects")) == PREVIEWED


def test_people_and_files_are_shown_by_their_names(office: Office) -> None:
    owner = RemoteField("fld1", "Rep", "singleCollaborator")
    draft = drafted("owner", owner, {"id": "usr1", "name": "Amaia Etxarri", "email": "a@x.example"})
    assert preview(office.context, draft, "prospects")[0]["owner"].text == "Amaia Etxarri"
