"""What is done with many prospects at once: one step to undo, in parts, and taken back where it is stopped."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands import many as module
from journeydesk.services.commands.many import assign, delete_prospects, set_stage
from journeydesk.services.commands.undoing import undo
from tests.integration.office import Office


@pytest.fixture
def crowd(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[RecordId]:
    """Seven prospects of Amaia's, where more than three are many."""
    monkeypatch.setattr(module, "AT_ONCE", 3)
    monkeypatch.setattr("journeydesk.services.commands.long_steps._FIRST_PART", 2)
    return [office.prospect(key=f"BETA-{number}", company=f"Firm {number}", owner="Amaia Etxarri") for number in range(7)]


def owners(office: Office, crowd: list[RecordId]) -> set[object]:
    return {office.values("prospects", each)["owner"] for each in crowd}


def test_many_are_assigned_in_parts_and_undone_as_one(office: Office, crowd: list[RecordId]) -> None:
    counts: list[tuple[int, int]] = []
    assign(office.context, crowd, "Tomasz Wilk", lambda done, every: counts.append((done, every)))
    assert owners(office, crowd) == {"Tomasz Wilk"}
    assert counts[0] == (2, 7)
    assert counts[-1] == (7, 7)
    assert undo(office.context) == "Assigned 7 prospects to Tomasz Wilk"
    assert owners(office, crowd) == {"Amaia Etxarri"}


def test_few_are_one_transaction(office: Office, crowd: list[RecordId]) -> None:
    counts: list[tuple[int, int]] = []
    assign(office.context, crowd[:3], None, lambda done, every: counts.append((done, every)))
    assert counts == [(3, 3)]
    assert owners(office, crowd[:3]) == {None}


def test_what_is_stopped_is_taken_back(office: Office, crowd: list[RecordId]) -> None:
    def stop(done: int, _all: int) -> None:
        if done >= 4:
            raise UserError("Stopped.")

    with pytest.raises(UserError, match="Stopped"):
        assign(office.context, crowd, "Tomasz Wilk", stop)
    assert owners(office, crowd) == {"Amaia Etxarri"}
    assert undo(office.context) != "Assigned 7 prospects to Tomasz Wilk"


@pytest.mark.parametrize("count", [2, 7])
def test_a_stage_is_set_as_one_step(office: Office, crowd: list[RecordId], count: int) -> None:
    journey = office.context.settings.journeys[0]
    set_stage(office.context, crowd[:count], journey.name, "4")
    stages = [office.values("prospects", each)["journey_stage"] for each in crowd[:count]]
    assert stages == [journey.stage(4).name] * count
    assert undo(office.context) == f"Moved {count} prospects to {journey.stage(4).short}"


@pytest.mark.parametrize(("journey", "stage"), [("Nowhere", "1"), ("Engagement", "Nirvana")])
def test_an_unknown_stage_moves_nobody(office: Office, crowd: list[RecordId], journey: str, stage: str) -> None:
    with pytest.raises(UserError, match=r"There is no journey|has no stage"):
        set_stage(office.context, crowd, journey, stage)


def test_many_are_deleted_and_come_back_together(office: Office, crowd: list[RecordId]) -> None:
    delete_prospects(office.context, crowd)
    assert {office.values("prospects", each)["deleted"] for each in crowd} == {1}
    assert undo(office.context) == "Deleted 7 prospects"
    assert {office.values("prospects", each)["deleted"] for each in crowd} == {0}
