"""Columns of other programs find their fields."""

import pytest

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.services.files.mapping import apply_choices, guess

FILES = {
    "hubspot": ("First Name,Last Name,Job Title,Company Name,Contact owner,Email,Mobile Phone Number",
                "contact_name,contact_name,job_title,company,owner,email,phone"),
    "salesforce": ("Id,LastName,FirstName,Name,Title,Company,Phone,Email,LeadSource,Status,AnnualRevenue",
                   ",contact_name,contact_name,,job_title,company,phone,email,source,status,estimated_revenue"),
    "linkedin": ("First Name,Last Name,URL,Email Address,Company,Position,Connected On",
                 "contact_name,contact_name,,email,company,job_title,applied_on"),
    "mailchimp": ("Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,NOTES",
                  "email,contact_name,contact_name,,applied_on,notes"),
    "fair": ("Remarque stand,Société,Nom complet,Courriel,Mobile,Fonction,Relance,Budget,Secteur,Origine,N° badge",
             ",company,contact_name,email,phone,job_title,next_follow_up,estimated_revenue,industry,source,"),
    "german": ("Firma,Ansprechpartner,E-Mail-Adresse,Telefonnummer,Bemerkung", "company,contact_name,email,phone,notes"),
    "ours": ("Application ID,Company,E-MAIL,CONTACT NAME,Next Follow-up", "key,company,email,contact_name,next_follow_up"),
    "doubled": ("Company,Email,Email (2)", "company,email,"),
}  # fmt: skip


@pytest.mark.parametrize("program", FILES)
def test_the_columns_of_a_program_find_their_fields(program: str) -> None:
    header, slugs = (line.split(",") for line in FILES[program])
    assert [column.field.slug if column.field else "" for column in guess(PROSPECTS, header)] == slugs


def test_a_column_without_a_known_name_is_found_by_its_cells() -> None:
    rows = [("a@x.test", "New", "7"), ("b@x.test", "Active", "8"), ("c@x.test", "active", "9")]
    assert [c.field.slug if c.field else "" for c in guess(PROSPECTS, ["Feld 1", "Feld 2", "Feld 3"], rows)] == [
        "email",
        "status",
        "",
    ]


def test_the_surer_title_wins_a_field() -> None:
    columns = guess(PROSPECTS, ["Name", "Contact Name"])
    assert [column.field.slug if column.field else "" for column in columns] == ["", "contact_name"]


def test_other_tables_go_by_the_names_of_their_fields() -> None:
    columns = guess(INTERACTIONS, ["Interaction ID", "application id", "Name"])
    assert [column.field.slug if column.field else "" for column in columns] == ["key", "prospect", ""]


def test_a_choice_moves_a_field_and_leaves_a_column_out() -> None:
    columns = apply_choices(
        PROSPECTS, guess(PROSPECTS, ["Company", "Firma 2", "Notes"]), [("Firma 2", "Company"), ("notes", "")]
    )
    assert [column.field.slug if column.field else "" for column in columns] == ["", "company", ""]


@pytest.mark.parametrize("choice", [("Nowhere", "Company"), ("Company", "Nothing")])
def test_a_choice_of_what_is_not_there_is_refused(choice: tuple[str, str]) -> None:
    with pytest.raises(UserError, match=r"has no (column|field)"):
        apply_choices(PROSPECTS, guess(PROSPECTS, ["Company"]), [choice])
