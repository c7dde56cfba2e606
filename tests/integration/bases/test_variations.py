"""The team's own base as its documents describe it, and made otherwise: the same prospects come, and edits go back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.sandbox.airtable.model import Base
from journeydesk.sandbox.bases import variations
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.sync.mapping.applying import LEAVE_OUT, MappingDraft
from tests.integration.bases.machine import Machine

PROSPECTS = 40


def accept(draft: MappingDraft) -> None:
    """What is likely is right; what stays open is left out."""
    for table in draft.tables:
        draft.accept_likely(table.slug)
    for table in draft.tables:
        for problem in draft.problems(table.slug):
            if problem.field_slug:
                draft.choose_field(table.slug, problem.field_slug, LEAVE_OUT)
            else:
                draft.choose_table(table.slug, LEAVE_OUT)


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Callable[[Callable[[Sandbox, Base], None]], Machine]]:
    """Connects to the team's base after it was changed."""
    boxes: list[Sandbox] = []
    machines: list[Machine] = []

    def connect(change: Callable[[Sandbox, Base], None]) -> Machine:
        box = Sandbox.start(prospects=PROSPECTS, lift_limits=True)
        boxes.append(box)
        change(box, box.workspace.bases[box.base_id])
        machine = Machine(tmp_path / "w", box, box.base_id)
        machines.append(machine)
        machine.map(accept)
        machine.settle()
        return machine

    yield connect
    for machine in machines:
        machine.context.database.close()
    for box in boxes:
        box.stop()


def some(machine: Machine) -> tuple[str, RecordId]:
    """One prospect that has been applied for, by its id there and here."""
    return next(
        (remote, record)
        for remote, record in sorted(machine.remote_ids().items())
        if machine.row(record)["applied_on"] is not None
    )


def test_plain_dates_come_and_go(team: Callable[[Callable[[Sandbox, Base], None]], Machine]) -> None:
    machine = team(lambda _box, base: variations.plain_dates(base))
    assert len(machine.remote_ids()) == PROSPECTS
    remote, record = some(machine)
    day = machine.cells("Beta Applications", remote)["Applied On"]
    assert len(day) == 10
    moment = str(machine.row(record)["applied_on"])
    assert len(moment) == 24
    edit(machine.context, record, {"applied_on": "2026-03-04T15:16:00.000Z"})
    log_interaction(machine.context, record, "Call", "Spoke about dates", outcome="Reached")
    known = set(machine.remote_ids("interactions"))
    machine.settle()
    assert machine.cells("Beta Applications", remote)["Applied On"] == "2026-03-04"
    assert machine.row(record)["applied_on"] == "2026-03-04T15:16:00.000Z"
    (call,) = set(machine.remote_ids("interactions")) - known
    assert machine.cells("Customer Interactions", call)["Date"] == "2026-05-19"
    assert str(machine.row(machine.remote_ids("interactions")[call], "interactions")["date"]).endswith(":00.000Z")


def test_other_words_are_found_again(team: Callable[[Callable[[Sandbox, Base], None]], Machine]) -> None:
    machine = team(lambda _box, base: variations.renamed(base))
    assert len(machine.remote_ids()) == PROSPECTS
    remote, record = some(machine)
    cells = machine.cells("Applicants", remote)
    assert machine.row(record)["company"] == cells["Organisation"]
    assert machine.row(record)["email"] == cells["Mail address"]
    edit(machine.context, record, {"company": "Renamed here"})
    machine.settle()
    assert machine.cells("Applicants", remote)["Organisation"] == "Renamed here"


def test_other_types_hold_the_same(team: Callable[[Callable[[Sandbox, Base], None]], Machine]) -> None:
    machine = team(lambda _box, base: variations.retyped(base))
    assert len(machine.remote_ids()) == PROSPECTS
    for remote, record in list(machine.remote_ids().items())[:10]:
        row, cells = machine.row(record), machine.cells("Beta Applications", remote)
        assert row["status"] == cells.get("Status")
        if "Deal Probability" in cells:
            assert row["deal_probability"] == pytest.approx(cells["Deal Probability"] / 100, abs=1e-4)
        if "Next Follow-up" in cells:
            assert row["next_follow_up"] == cells["Next Follow-up"][:10]
        if "Estimated Revenue" in cells:
            assert row["estimated_revenue"] == round(cells["Estimated Revenue"] * 100)
    remote, record = some(machine)
    edit(machine.context, record, {"status": "Accepted", "deal_probability": 0.25, "next_follow_up": "2026-06-02"})
    machine.settle()
    cells = machine.cells("Beta Applications", remote)
    assert (cells["Status"], cells["Deal Probability"]) == ("Accepted", 25)
    assert cells["Next Follow-up"] == "2026-06-01T22:00:00.000Z"
    assert machine.row(record)["next_follow_up"] == "2026-06-02"


def test_thirty_tables_hide_none_of_ours(team: Callable[[Callable[[Sandbox, Base], None]], Machine]) -> None:
    machine = team(lambda box, base: variations.with_many_tables(box.workspace.ids, base))
    assert len(machine.box.workspace.bases[machine.base_id].tables) >= 30
    assert len(machine.remote_ids()) == PROSPECTS
    assert {"prospects", "interactions", "events", "alerts", "tasks"} <= machine.maps().keys()
