"""The bases that a sandbox can be asked for, at its start and while it runs."""

import argparse
from typing import Any

import httpx
import pytest

from journeydesk.cli.run import build_parser
from journeydesk.sandbox.airtable.model import Base
from journeydesk.sandbox.bases.offered import OFFERED, TEAM
from journeydesk.sandbox.server import Sandbox


def _nothing(_: argparse.Namespace) -> int:
    return 0


def started(name: str) -> tuple[Base, set[str]]:
    """The base that a sandbox connects to, and its tables' names."""
    with Sandbox.start(prospects=15, lift_limits=True, plain_dates=True, base=name) as box:
        base = box.workspace.bases[box.base_id]
        return base, {table.name for table in base.tables.values()}


def test_the_command_takes_every_base_that_is_offered() -> None:
    parser = build_parser(_nothing, _nothing, _nothing, _nothing)
    assert [parser.parse_args(["sandbox", "--base", name]).base for name in OFFERED] == list(OFFERED)
    assert parser.parse_args(["sandbox"]).base == TEAM


@pytest.mark.parametrize("name", OFFERED)
def test_a_base_of_each_name_has_its_tables_and_records(name: str) -> None:
    base, tables = started(name)
    expected = {
        "team": {"Beta Applications", "Customer Interactions"},
        "wattlebird": {"Leads", "Touchpoints", "API usage", "Feedback forms", "To-dos", "Office plants"},
        "renamed": {"Applicants", "Contact log"},
        "retyped": {"Beta Applications"},
        "thirty": {"Beta Applications", "Sheet 1"},
        "random": set(),
    }
    assert expected[name] <= tables
    assert (len(tables) == 30) == (name == "thirty")
    assert max(len(table.records) for table in base.tables.values()) >= 15


def test_the_teams_base_has_the_dates_of_its_documents() -> None:
    base, _ = started("team")
    for table_name, field_name in (("Beta Applications", "Applied On"), ("Customer Interactions", "Date")):
        table = base.table_by(table_name)
        assert table is not None
        field = table.field_by(field_name)
        assert field is not None
        assert field.type == "date"
        assert {len(record.cells[field.id]) for record in table.records.values()} == {10}


def test_the_foreign_bases_leads_are_of_several_scripts() -> None:
    base, _ = started("wattlebird")
    leads = base.table_by("Leads")
    assert leads is not None
    names = "".join(str(record.cells.get(leads.primary.id, "")) for record in leads.records.values())
    for first, last in (("a", "z"), ("\u0400", "\u04ff"), ("\u4e00", "\u9fff"), ("\u0600", "\u06ff"), ("\uac00", "\ud7af")):
        assert any(first <= letter <= last for letter in names), (first, last)


def control(box: Sandbox, body: dict[str, Any], status: int = 200) -> Any:
    """One command to the running sandbox."""
    answer = httpx.post(f"{box.control_url}/bases", json=body, trust_env=False)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_bases_are_added_and_changed_while_it_runs() -> None:
    with Sandbox.start(prospects=5, lift_limits=True) as box:
        added = control(box, {"add": "random", "seed": 4, "records": 12})
        assert max(len(table.records) for table in box.workspace.bases[added["base"]].tables.values()) >= 12
        leads = box.workspace.bases[control(box, {"add": "wattlebird", "records": 33})["base"]].table_by("Leads")
        assert leads is not None
        assert len(leads.records) == 33
        assert control(box, {"change": "renamed"})["base"] == box.base_id
        assert box.workspace.bases[box.base_id].table_by("Applicants") is not None
        assert "KeyError" in control(box, {"add": "unheard of"}, 400)["problem"]
