"""Whatever way a value comes in, one set of checks decides whether its field takes it; what the base brought is kept."""

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import journeydesk
from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.services.commands.many import bulk_edit
from journeydesk.services.commands.prospects import create_prospect, edit, log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from tests.workspaces import workspace

WRONG: list[tuple[str, Stored, str]] = [
    ("score", 99, "Priority Score: 99 is out of range. Enter a value from 0 to 50."),
    ("ltv", -500, "LTV: -5.00 is out of range. Enter a value of 0.00 or more."),
    ("deal_probability", 1.5, "Deal Probability: 150 % is out of range. Enter a value from 0 % to 100 %."),
    ("email", "nobody at home", "Email: “nobody at home” is no e-mail address"),
    ("phone", "x", "Phone: “x” is no phone number. Write it like +43 1 234 567."),
    ("company", "a\0b", "Company: the text holds a character that cannot be stored"),
    ("notes", "n" * 100_001, "Notes: the text has 100,001 characters; at most 100,000 fit"),
]


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as opened:
        yield opened


WAYS: dict[str, Callable[[Context, RecordId, dict[str, Stored]], object]] = {
    "a field of the panel": lambda context, prospect, values: edit(context, prospect, values),
    "many at once": lambda context, prospect, values: bulk_edit(context, [prospect], values, "Changed"),
    "a new prospect": lambda context, _, values: create_prospect(context, {"company": "New"} | values),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("slug", "value", "words"), WRONG)
def test_a_wrong_value_is_refused_whichever_way_it_comes(
    context: Context, way: str, slug: str, value: Stored, words: str
) -> None:
    prospect = create_prospect(context, {"company": "Acme"})
    with context.database.read() as connection:
        before = sql.rows(connection, "SELECT company, score, email, notes FROM prospects")
    with pytest.raises(ValueRefused) as refusal:
        WAYS[way](context, prospect, {slug: value})
    assert words in str(refusal.value)
    assert refusal.value.field == BY_SLUG["prospects"].by_slug[slug].name
    with context.database.read() as connection:
        assert sql.rows(connection, "SELECT company, score, email, notes FROM prospects") == before


def test_a_summary_without_end_is_refused(context: Context) -> None:
    prospect = create_prospect(context, {"company": "Acme"})
    with pytest.raises(ValueRefused, match="Summary: the text has 200,000 characters"):
        log_interaction(context, prospect, "Call", "x" * 200_000, follow_up=date(2026, 6, 1))


def test_what_the_base_brought_stays_when_another_field_is_edited(context: Context) -> None:
    prospect = create_prospect(context, {"company": "Acme"})
    with context.database.write() as connection:
        records.update(connection, "prospects", prospect, {"ltv": -500, "email": "none"}, context.author("sync"))
    edit(context, prospect, {"company": "Acme Ltd", "ltv": -500, "email": "none"})
    with context.database.read() as connection:
        assert sql.rows(connection, "SELECT company, ltv, email FROM prospects") == [("Acme Ltd", -500, "none")]


def test_undo_brings_back_what_the_base_brought(context: Context) -> None:
    prospect = create_prospect(context, {"company": "Acme"})
    with context.database.write() as connection:
        records.update(connection, "prospects", prospect, {"ltv": -500}, context.author("sync"))
    edit(context, prospect, {"ltv": 700})
    undo(context)
    with context.database.read() as connection:
        assert sql.rows(connection, "SELECT ltv FROM prospects") == [(-500,)]


def test_commands_write_what_people_enter_through_the_checks() -> None:
    unchecked = {
        module.stem: node.lineno
        for module in (Path(journeydesk.__file__).parent / "services" / "commands").glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("records.insert", "records.update", "records.update_many")
    }
    # `base` checks; the others write what a remote or an event says, or what stood in one of two prospects that are merged.
    assert unchecked.keys() == {"base", "conflicts", "duplicates", "events", "outbox", "payments"}
