"""A base that another team built for itself, synced whole: every field that is mapped, both ways, and nothing else touched."""

from collections.abc import Iterator

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.sandbox.airtable.model import Base
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.commands.prospects import create_prospect, edit, log_interaction
from journeydesk.services.sync.mapping.applying import LEAVE_OUT, MappingDraft
from tests.integration.bases.machine import Machine

_STAGES = {"Parked": "Call to Discovery", "Nurture": "Exploration"}
_ASIDE = ("assets", "progress")


def decide(draft: MappingDraft) -> None:
    """What a person says where the guesses leave it open."""
    tables = {table.name: table.id for table in draft.remote_tables}
    draft.choose_table("prospects", tables["Leads"])
    emails = next(field for field in draft.table("prospects").fields if field.slug == "email")
    draft.choose_field("prospects", "email", next(each.id for each in emails.candidates if each.name == "Work email"))
    for slug in _ASIDE:
        draft.choose_table(slug, LEAVE_OUT)
    for table in draft.tables:
        draft.accept_likely(table.slug)
    for table in draft.tables:
        for field in table.fields:
            for option in field.options:
                if option.ours is None and option.name in _STAGES and field.slug == "journey_stage":
                    draft.choose_option(table.slug, field.slug, option.id, _STAGES[option.name])


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    """The stand-in, with its foreign base."""
    with Sandbox.start(prospects=20, lift_limits=True) as running:
        yield running


@pytest.fixture(scope="module")
def machine(box: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """Mapped, and synced once."""
    connected = Machine(tmp_path_factory.mktemp("foreign") / "w", box, box.foreign_base_id)
    connected.map(decide)
    connected.settle()
    yield connected
    connected.context.database.close()


def base_of(box: Sandbox) -> Base:
    return box.workspace.bases[box.foreign_base_id]


def test_every_record_of_the_mapped_tables_came(machine: Machine, box: Sandbox) -> None:
    base = base_of(box)
    for slug, name in (("prospects", "Leads"), ("interactions", "Touchpoints"), ("usage", "API usage"), ("tasks", "To-dos")):
        table = base.table_by(name)
        assert table is not None
        assert set(machine.remote_ids(slug)) == set(table.records), name


def test_a_lead_is_a_prospect_with_its_values(machine: Machine, box: Sandbox) -> None:
    leads = base_of(box).table_by("Leads")
    assert leads is not None
    remote, cells = next(
        (record.id, named)
        for record in leads.records.values()
        if (named := machine.cells("Leads", record.id)).keys()
        >= {"Owner", "Stage", "Probability", "Deal size", "Rating", "Mobile"}
    )
    row = machine.row(machine.remote_ids()[remote])
    assert (row["company"], row["contact_name"], row["email"]) == (cells["Company"], cells["Full name"], cells["Work email"])
    assert (row["owner"], row["phone"]) == (cells["Owner"]["name"], cells["Mobile"])
    assert row["estimated_revenue"] == round(cells["Deal size"] * 100)
    assert row["deal_probability"] == cells["Probability"] / 100
    assert (row["score"], row["applied_on"]) == (cells["Rating"], cells["Added"])
    assert row["key"] == remote


def test_touchpoints_have_their_minutes_and_their_lead(machine: Machine, box: Sandbox) -> None:
    touches = base_of(box).table_by("Touchpoints")
    assert touches is not None
    leads = machine.remote_ids()
    checked = 0
    for remote, record in machine.remote_ids("interactions").items():
        row = machine.row(record, "interactions")
        cells = touches.records[remote].cells
        (lead,) = cells[next(f.id for f in touches.fields.values() if f.name == "Lead")]
        assert row["prospect"] == leads[lead]
        checked += 1
    assert checked > 100


def test_edits_go_both_ways_and_leave_the_rest_alone(machine: Machine) -> None:
    remote, record = sorted(machine.remote_ids().items())[7]
    before = dict(machine.cells("Leads", remote))
    edit(machine.context, record, {"job_title": "Head of rope", "estimated_revenue": 1_234_56, "owner": "Tomasz Wilk"})
    machine.write("Leads", remote, Mobile="+49 30 1234")
    machine.settle()
    after = machine.cells("Leads", remote)
    assert (after["Role"], after["Deal size"], after["Owner"]["name"]) == ("Head of rope", 1234.56, "Tomasz Wilk")
    assert machine.row(record)["phone"] == "+49 30 1234"
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed <= {"Role", "Deal size", "Owner", "Mobile", "Changed"}


def test_a_prospect_made_here_gets_a_key_and_the_old_ones_none(machine: Machine, box: Sandbox) -> None:
    leads = base_of(box).table_by("Leads")
    assert leads is not None
    record = create_prospect(machine.context, {"company": "Made here", "contact_name": "Ebba Lindqvist"})
    machine.settle()
    remote = next(remote for remote, known in machine.remote_ids().items() if known == record)
    key = machine.row(record)["key"]
    cells = machine.cells("Leads", remote)
    assert (cells["Full name"], cells["Company"], cells["Journeydesk Key"]) == ("Ebba Lindqvist", "Made here", key)
    field = leads.field_by("Journeydesk Key")
    assert field is not None
    assert [each.id for each in leads.records.values() if field.id in each.cells] == [remote]


def test_a_call_logged_here_is_a_touchpoint_there(machine: Machine, box: Sandbox) -> None:
    lead, record = sorted(machine.remote_ids().items())[11]
    known = set(machine.remote_ids("interactions"))
    log_interaction(machine.context, record, "Call", "Wants an offer", outcome="Reached", duration=25)
    machine.settle()
    (remote,) = set(machine.remote_ids("interactions")) - known
    cells = machine.cells("Touchpoints", remote)
    assert (cells["Lead"], cells["Kind"], cells["Note"]) == ([lead], "Phone call", "Wants an offer")
    assert cells["When"] == "2026-05-19"


def test_tables_nobody_mapped_are_as_they_were(machine: Machine, box: Sandbox) -> None:
    plants = base_of(box).table_by("Office plants")
    assert plants is not None
    assert all(record.edited_ms is None for record in plants.records.values())
    assert machine.maps().keys().isdisjoint(_ASIDE)


def test_a_lead_made_there_is_known_by_its_id(machine: Machine) -> None:
    remote = machine.add("Leads", {"Full name": "Алеся Дубовик", "Company": "Жнивень Хлеб"})
    machine.settle()
    row = machine.row(machine.remote_ids()[remote])
    assert (row["company"], row["contact_name"], row["key"]) == ("Жнивень Хлеб", "Алеся Дубовик", remote)
    assert "Journeydesk Key" not in machine.cells("Leads", remote)


def test_a_computed_score_is_not_overwritten(machine: Machine) -> None:
    remote, record = next(
        (remote, record)
        for remote, record in sorted(machine.remote_ids().items())
        if "Rating" in machine.cells("Leads", remote)
    )
    rating = machine.cells("Leads", remote)["Rating"]
    machine.write("Leads", remote, Priority=1 if rating != 8 else 2)
    machine.settle()
    assert machine.row(record)["score"] == (8 if rating != 8 else 16)


def test_a_to_do_is_about_the_lead_that_its_text_names(machine: Machine, box: Sandbox) -> None:
    todos, leads = base_of(box).table_by("To-dos"), machine.remote_ids()
    assert todos is not None
    names: dict[str, set[int]] = {}
    for remote, prospect in leads.items():
        cells = machine.cells("Leads", remote)
        for name in {str(cells.get("Company", "")), str(cells.get("Full name", ""))}:
            names.setdefault(name.casefold(), set()).add(prospect)
    found = 0
    for remote, record in machine.remote_ids("tasks").items():
        meant = names.get(str(machine.cells("To-dos", remote).get("Lead", "")).casefold(), set())
        linked = machine.row(record, "tasks")["prospect"]
        assert linked == (next(iter(meant)) if len(meant) == 1 else None), remote
        found += linked is not None
    assert found > 60


def test_a_lead_that_is_renamed_is_called_so_in_its_to_dos(machine: Machine) -> None:
    tasks = machine.remote_ids("tasks")
    remote, record = next((r, one) for r, one in sorted(tasks.items()) if machine.row(one, "tasks")["prospect"] is not None)
    prospect = RecordId(int(str(machine.row(record, "tasks")["prospect"])))
    edit(machine.context, prospect, {"company": "Piedra Azul Renamed", "contact_name": "Dolores Renamed"})
    machine.settle()
    assert machine.cells("To-dos", remote)["Lead"] in ("Piedra Azul Renamed", "Dolores Renamed")
    assert machine.row(record, "tasks")["prospect"] == prospect
