"""The list knows the last call and since when somebody is in the stage: kept with what is logged and moved, and as columns."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journeydesk.domain.filters.grammar import Understood, understand
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.filters.words import full_words
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import Column, column_named
from journeydesk.domain.time import moment_text
from journeydesk.services.commands.prospects import log_interaction, move
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.lists.prospects import prospect_rows
from journeydesk.services.queries.lists.shown_ids import all_shown
from journeydesk.services.rows.common import Since
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.storage.engine import sql
from tests.integration.office import Office

MIGRATIONS = Path(__file__).resolve().parents[3] / "migrations" / "versions"


def column(name: str) -> Column:
    found = column_named(name)
    assert found is not None
    return found


def called(office: Office, prospect: RecordId) -> str | None:
    return office.rows("SELECT last_call_at FROM prospects WHERE lid = ?", prospect)[0][0]  # type: ignore[no-any-return]


def shown(office: Office, *filters: Filter, sort: str = "last_call") -> list[RecordId]:
    return list(all_shown(office.context, ListView(filters=filters, sort=(SortKey(sort),))).ids)


def test_only_calls_count_as_calls(office: Office) -> None:
    prospect = office.prospect()
    log_interaction(office.context, prospect, "Call", "Spoke", outcome="Reached")
    first = moment_text(office.context.clock())
    office.pass_time(days=3)
    log_interaction(office.context, prospect, "Email", "Sent the offer")
    assert called(office, prospect) == first
    row = office.rows("SELECT last_touch_type FROM prospects WHERE lid = ?", prospect)
    assert row == [("Email",)]
    undo(office.context)
    undo(office.context)
    assert called(office, prospect) is None


def test_who_was_not_called_lately_is_found_whatever_else_was_done(office: Office) -> None:
    mailed, phoned, never = (office.prospect(company=name) for name in ("Mailed", "Phoned", "Never"))
    log_interaction(office.context, mailed, "Call", "Spoke", outcome="Reached")
    office.pass_time(days=20)
    log_interaction(office.context, mailed, "Email", "Sent the offer")
    log_interaction(office.context, phoned, "Call", "Spoke", outcome="Reached")
    assert shown(office, Filter("last_call", "not_in_last", ("2 weeks",))) == [mailed, never]
    assert shown(office, Filter("last_call", "in_last", ("2 weeks",))) == [phoned]
    assert shown(office, Filter("last_touch", "not_in_last", ("2 weeks",))) == [never]


def test_days_in_stage_begin_with_each_move_and_go_back_with_it(office: Office) -> None:
    prospect = office.prospect()
    office.event(prospect, "application_received", office.ago(days=0))
    move(office.context, prospect, "Engagement", "Commitment")
    office.pass_time(days=7)
    since = prospect_rows(office.context, [prospect], [column("stage_since")])[0].cell(column("stage_since"))
    assert isinstance(since, Since)
    assert since.days == 5
    move(office.context, prospect, "Engagement", "Planning")
    since = prospect_rows(office.context, [prospect], [column("stage_since")])[0].cell(column("stage_since"))
    assert isinstance(since, Since)
    assert (since.days, since.at) == (0, office.context.clock())
    undo(office.context)
    since = prospect_rows(office.context, [prospect], [column("stage_since")])[0].cell(column("stage_since"))
    assert isinstance(since, Since)
    assert since.days == 5


@pytest.mark.parametrize(
    ("operator", "values", "holds"),
    [
        ("at_least", (4,), lambda days: days >= 4),
        ("at_most", (4,), lambda days: days <= 4),
        ("more_than", (4,), lambda days: days > 4),
        ("less_than", (4,), lambda days: days < 4),
        ("between", (1, 4), lambda days: 1 <= days <= 4),
        ("between", (0, 0), lambda days: days == 0),
        ("not_between", (1, 4), lambda days: not 1 <= days <= 4),
        ("at_least", (0,), lambda days: True),
        ("more_than", (999_999_999_999,), lambda days: False),
    ],
)
def test_days_in_stage_are_asked_for_as_the_list_says_them(
    office: Office, operator: str, values: tuple[int, ...], holds: Callable[[int], bool]
) -> None:
    people = []
    for _day in range(9):
        people.append(office.prospect())
        move(office.context, people[-1], "Engagement", "Commitment")
        office.pass_time(days=1)
    since = column("stage_since")
    cells = {row.id: row.cell(since) for row in prospect_rows(office.context, people, [since])}
    days = {prospect: cell.days for prospect, cell in cells.items() if isinstance(cell, Since)}
    expected = [prospect for prospect in people if holds(days[prospect])]
    assert sorted(shown(office, Filter("days_in_stage", operator, values))) == expected
    assert len(set(days.values())) > 5


@pytest.mark.parametrize("text", ["days in stage over 4", "in stage for more than 4 days", "Working days in stage more than 4"])
def test_days_in_stage_are_understood_as_words(text: str) -> None:
    asked = Filter("days_in_stage", "more_than", (4,))
    assert understand(text, Vocabulary(date(2026, 5, 19))) == Understood((asked,), "")
    assert full_words(asked, Vocabulary(date(2026, 5, 19))) == "Working days in stage more than 4"


def test_who_is_longest_in_the_stage_comes_first(office: Office) -> None:
    people = [office.prospect(company=name) for name in ("First", "Second", "Third")]
    for prospect in (people[2], people[0], people[1]):
        move(office.context, prospect, "Engagement", "Commitment")
        office.pass_time(days=1)
    assert shown(office, sort="stage_since") == [people[2], people[0], people[1]]


def test_a_workspace_of_before_is_filled_as_the_moves_and_logs_say(office: Office) -> None:
    prospect = office.prospect()
    log_interaction(office.context, prospect, "Call", "Spoke", outcome="Reached")
    office.pass_time(days=1)
    move(office.context, prospect, "Engagement", "Commitment")
    query = "SELECT lid, last_call_at, stage_since FROM prospects ORDER BY lid"
    expected = office.rows(query)
    assert None not in expected[0]
    text = (MIGRATIONS / "0022_calls_and_stages.py").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    exec(compile(text.replace("from alembic import op", "op = None"), "0022", "exec"), names)
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET last_call_at = NULL, stage_since = NULL")
        statements: list[str] = []

        class Bind:
            def exec_driver_sql(self, statement: str) -> None:
                statements.append(statement)

        class Op:
            def get_bind(self) -> Bind:
                return Bind()

        names["op"] = Op()
        names["upgrade"]()  # type: ignore[operator]
        for statement in statements:
            if statement.startswith("UPDATE"):
                sql.run(connection, statement)
    assert office.rows(query) == expected
