"""The command setup on a base that is not ours: the map shown, edited, refused and taken."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from journeydesk.sandbox.server import Sandbox
from tests.integration.cli.conftest import CommandLine
from tests.integration.sync.base import control

STAGES = ("Parked", "Cold", "Contacted", "Demo booked", "Proposal", "Won", "Power user")
LEADS: dict[str, Any] = {
    "name": "Leads",
    "fields": [
        {"name": "Full name", "type": "singleLineText"},
        {"name": "Company", "type": "singleLineText"},
        {"name": "Stage", "type": "singleSelect", "options": {"choices": [{"name": name} for name in STAGES]}},
        {"name": "Work email", "type": "email"},
        {"name": "Billing email", "type": "email"},
        {"name": "Mobile", "type": "phoneNumber"},
        {"name": "Headcount", "type": "number", "options": {"precision": 0}},
        {"name": "Notes", "type": "checkbox", "options": {"icon": "check", "color": "greenBright"}},
    ],
}
INVOICES: dict[str, Any] = {"name": "Invoices", "fields": [{"name": "Number", "type": "singleLineText"}]}


class Base:
    """A base made by its own team: prospects are leads, and there are tables that nobody asked about."""

    def __init__(self, box: Sandbox) -> None:
        self._box = box
        self._address = f"{box.airtable_url}/v0/meta/bases/{box.base_id}/tables"
        self._token = {"Authorization": f"Bearer {box.token}"}
        for name in self.tables():
            control(box, "schema", {"table": name, "remove_table": True})
        self.leads = self._create(LEADS)
        self._create(INVOICES)
        names = {field["name"]: field["id"] for field in self.leads["fields"]}
        cells = {"Full name": "Dolores Iribarne", "Company": "Piedra Azul", "Stage": "Won", "Mobile": "+34 600 100 200"}
        cells |= {"Work email": "d@x.example", "Billing email": "bills@x.example"}
        row = {names[name]: value for name, value in cells.items()}
        control(box, "edits", {"table": self.leads["id"], "create": [row, {names["Full name"]: "Ebba Lindqvist"}]})

    def _create(self, table: dict[str, Any]) -> Any:
        answer = httpx.post(self._address, headers=self._token, json=table)
        answer.raise_for_status()
        return answer.json()

    def tables(self) -> dict[str, list[str]]:
        """Its tables with the names of their fields."""
        answer = httpx.get(self._address, headers=self._token).json()
        return {table["name"]: [field["name"] for field in table["fields"]] for table in answer["tables"]}


@pytest.fixture
def base(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Base]:
    with Sandbox.start(prospects=2, lift_limits=True) as box:
        for name, value in (box.addresses.environment() | {"JOURNEYDESK_SYNC_SETTLE_S": "0"}).items():
            monkeypatch.setenv(name, value)
        yield Base(box)


def entry(shown: dict[str, Any], table: str, field: str = "") -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in shown["tables"] if each["ours"] == table)
    if field:
        found = next(each for each in found["fields"] if each["ours"] == field)
    return found


def saved(line: CommandLine, shown: object) -> str:
    return line.write("map.json", json.dumps(shown))


def decided(line: CommandLine) -> dict[str, Any]:
    """The map as shown, with its two decisions made."""
    shown: dict[str, Any] = line.json("setup", "--show-map")
    entry(shown, "Beta Applications", "Email")["theirs"] = "work email"
    for option in entry(shown, "Beta Applications", "Journey Stage")["options"]:
        if option["theirs"] == "Parked":
            option["state"] = "left_out"
    return shown


def test_the_map_is_shown_with_kinds_states_and_reasons(line: CommandLine, base: Base) -> None:
    before = base.tables()
    shown = line.json("setup", "--show-map")
    table = entry(shown, "Beta Applications")
    assert (table["theirs"], table["state"]) == ("Leads", "likely")
    name = entry(shown, "Beta Applications", "Contact Name")
    assert (name["theirs"], name["kind"], name["their_kind"], name["state"]) == ("Full name", "text", "text", "likely")
    email = entry(shown, "Beta Applications", "Email")
    assert (email["theirs"], email["state"], email["reason"]) == (None, "decide", "Two fit: Billing email, Work email")
    assert shown["untouched"] == ["Invoices"]
    words = line.run("setup", "--show-map")
    assert "Contact Name (text) ← “Full name” (text)  [likely:" in words
    assert "“Won” → Construction  [likely: likely]" in words
    assert base.tables() == before
    assert "is not connected" not in line.run("sync", status=1)


def test_without_an_answer_nothing_is_stored_or_created(line: CommandLine, base: Base) -> None:
    before = base.tables()
    for options in ((), ("--create-missing",), ("--accept-likely",), ("--accept-likely", "--create-missing")):
        words = line.run("setup", *options, status=1)
        assert "To decide: Beta Applications, Email: Two fit: Billing email, Work email." in words
        assert ("Not certain: Beta Applications, Contact Name is likely “Full name”" in words) is (
            "--accept-likely" not in options
        )
        assert "--map map.json" in words
    assert base.tables() == before
    assert "No Airtable base is set up" in line.run("sync", status=1)


def test_an_edited_map_is_taken_and_syncs(line: CommandLine, base: Base) -> None:
    file = saved(line, decided(line))
    before = base.tables()
    facts = line.json("setup", "--map", file)
    assert facts["created"] == []
    assert base.tables() == before
    assert "Left alone: Beta Applications, Notes lives on this computer." in facts["left_alone"]
    first = line.json("sync")
    assert (first["pulled"], first["problems"], first["pending"]) == (2, [], 0)
    assert "Left alone: nothing is read from or written to Invoices." in first["left_alone"]
    assert line.json("sync")["left_alone"] == []
    people = {row["Contact Name"]: row for row in line.exported("Beta Applications")}
    assert (people["Dolores Iribarne"]["Email"], people["Dolores Iribarne"]["Journey Stage"]) == ("d@x.example", "Won")
    assert "Company" not in people["Ebba Lindqvist"]


def test_what_will_be_created_is_said_and_created_beside_theirs(line: CommandLine, base: Base) -> None:
    shown = decided(line)
    for field in entry(shown, "Beta Applications")["fields"]:
        if field["state"] == "create" and field["ours"] not in ("Application ID", "Next Follow-up"):
            field["state"] = "left_out"
    for table in shown["tables"]:
        if table["state"] == "create" and table["ours"] != "Journeydesk Settings":
            table["state"] = "left_out"
    out, told = line.outputs("setup", "--map", saved(line, shown), "--create-missing")
    assert "Will be created: Leads, Next Follow-up\n" in told
    assert "Created: Journeydesk Settings\n" in out
    tables = base.tables()
    assert set(tables) == {"Leads", "Invoices", "Journeydesk Settings"}
    assert tables["Leads"][-2:] == ["Journeydesk Key", "Next Follow-up"]
    assert line.json("sync")["problems"] == []
    again = line.json("setup", "--create-missing")
    assert again["created"] == []
    assert base.tables() == tables


@pytest.mark.parametrize(
    ("field", "change", "words"),
    [
        ("Email", {"theirs": "Fax"}, "Beta Applications, Email: the base has no “Fax”. It has Billing email, Company,"),
        ("Email", {"theirs": "Mobile"}, "Phone: “Mobile” is already Email"),
        ("Website", {"theirs": "Notes", "state": "x"}, "Website: “Notes” is a field of check box, which cannot hold it"),
        ("Company", {"theirs": None, "state": "gone"}, "“theirs” as null needs “state” to be create or left_out, not “gone”"),
        ("Company", {"ours": "Firm"}, "Beta Applications has no field “Firm”. Its fields are Application ID, Company,"),
        (
            "Journey Stage",
            {"options": [{"theirs": "Won", "ours": "Bliss"}]},
            "“Bliss” for “Won” is none of ours. Allowed are Call to",
        ),
        (
            "Journey Stage",
            {"options": [{"theirs": "Lost", "ours": None}]},
            "the field has no option “Lost”. Its options are Parked,",
        ),
        ("Journey Stage", {"options": 7}, "Journey Stage: “options” is no list"),
        ("Company", {"ours": "Email"}, "Beta Applications, Email stands in the map twice. Leave one of them out."),
        ("Company", {"theirs": None, "state": ["create"]}, "needs “state” to be create or left_out, not “['create']”"),
        ("Company", {"id": ["fld"], "theirs": "Firm"}, "Beta Applications, Company: the base has no “Firm”"),
    ],
)
def test_a_mistake_in_a_map_is_named_with_what_is_allowed(
    line: CommandLine, base: Base, field: str, change: dict[str, Any], words: str
) -> None:
    shown = decided(line)
    entry(shown, "Beta Applications", field).update(change)
    assert words in line.run("setup", "--map", saved(line, shown), status=1)
    assert "No Airtable base is set up" in line.run("sync", status=1)


def test_every_mistake_is_named_at_once(line: CommandLine, base: Base) -> None:
    shown = decided(line)
    entry(shown, "Beta Applications", "Email")["theirs"] = "Fax"
    entry(shown, "Tasks")["theirs"] = "Leads"
    entry(shown, "Alerts")["ours"] = "Alarms"
    words = line.run("setup", "--map", saved(line, shown), status=1)
    assert "has no “Fax”" in words
    assert "Tasks: “Leads” is already Beta Applications" in words
    assert "“Alarms” is no table of ours" in words


def test_a_table_twice_in_a_map_or_none_at_all_is_named(line: CommandLine, base: Base) -> None:
    shown = decided(line)
    shown["tables"] += [entry(shown, "Beta Applications") | {"theirs": "Invoices", "id": None}, "Leads"]
    entry(shown, "Beta Applications")["fields"].append("Company")
    words = line.run("setup", "--map", saved(line, shown), status=1)
    assert "Beta Applications stands in the map twice." in words
    assert "“Leads” stands where the map needs a table, an object with “ours” and “theirs”." in words
    assert "Beta Applications: “Company” stands where the map needs a field" in words


@pytest.mark.parametrize("text", ["", "{", "[]", '{"tables": 3}', '{"tables": [3]}', '{"tables": [{"ours": "Tasks"}]}'])
def test_what_is_no_map_is_refused_in_a_sentence(line: CommandLine, base: Base, text: str) -> None:
    words = line.run("setup", "--map", line.write("map.json", text), status=1)
    assert words.count("\n") <= 2
    assert "map" in words or "no table of ours" in words or "“theirs”" in words


def test_a_map_that_is_not_there_is_named(line: CommandLine, tmp_path: Path) -> None:
    words = line.run("setup", "--map", str(tmp_path / "nowhere.json"), status=1)
    assert "nowhere.json cannot be read: No such file or directory. Check the name, or begin with: journeydesk setup" in words


def test_an_empty_name_of_a_map_is_no_setup_without_one(line: CommandLine, base: Base) -> None:
    assert "cannot be read" in line.run("setup", "--map", "", status=1)
    assert "No Airtable base is set up" in line.run("sync", status=1)


def test_a_new_teams_zone_and_currency_are_said(line: CommandLine, base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Santiago")
    monkeypatch.setenv("LC_ALL", "es_CL.UTF-8")
    monkeypatch.setenv("JOURNEYDESK_LANGUAGE", "en")
    words = line.run("setup", "--map", saved(line, decided(line)))
    assert "The team's time zone is America/Santiago (as on this computer), its currency CLP (as on this computer)." in words
    assert "Change them: journeydesk settings set team.time_zone Europe/Madrid, or team.currency EUR" in words
    assert line.run("settings", "show", "team.currency") == 'team.currency = "CLP" (the team\'s own)\n'
    assert "time zone is" not in line.run("setup", "--accept-likely")
