"""Moving cards: one or many, to a stage, an owner, or both, with what is filled in: always one step, whole or not at all."""

from collections.abc import Mapping
from typing import Any

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings import Stage
from journeydesk.domain.values import Stored
from journeydesk.services.commands.board import move_cards
from journeydesk.services.commands.journeys import set_stage_rules
from journeydesk.services.commands.stages.needs import missing_fields
from journeydesk.services.commands.undoing import last_step, redo, undo
from journeydesk.storage.engine import log_keeper, sql
from journeydesk.storage.opening import open_database
from tests.integration.office import Office
from tests.workspaces import KEY


@pytest.fixture
def team(office: Office) -> list[RecordId]:
    people = [office.prospect(company=name, owner="Amaia", status="Accepted") for name in ("A", "B")]
    move_cards(office.context, people, "Deal", "1")
    return people


def stages(office: Office) -> list[int]:
    return [row[0] for row in office.rows("SELECT stage FROM position WHERE journey = 'Deal' ORDER BY prospect")]


def owners(office: Office) -> list[str | None]:
    return [row[0] for row in office.rows("SELECT owner FROM prospects ORDER BY lid")]


def label(office: Office) -> str:
    step = last_step(office.context)
    assert step is not None
    return step[1]


@pytest.mark.parametrize(
    ("count", "options", "words", "found"),
    [
        (1, {"stage": "2"}, "Moved A to Qualified Lead", ([2, 1], ["Amaia", "Amaia"])),
        (2, {"stage": "Technical Review"}, "Moved 2 cards to Technical Review", ([3, 3], ["Amaia", "Amaia"])),
        (1, {"owner": "Tomasz"}, "Gave A to Tomasz", ([1, 1], ["Tomasz", "Amaia"])),
        (2, {"owner": ""}, "Gave 2 cards to nobody", ([1, 1], [None, None])),
        (
            2,
            {"stage": "2", "owner": "Tomasz"},
            "Moved 2 cards to Qualified Lead and gave them to Tomasz",
            ([2, 2], ["Tomasz", "Tomasz"]),
        ),
    ],
)
def test_a_move_is_one_step_with_one_label(
    office: Office, team: list[RecordId], count: int, options: Mapping[str, Any], words: str, found: object
) -> None:
    before = office.contents()
    move_cards(office.context, team[:count], "Deal", **options)
    assert (stages(office), owners(office)) == found
    assert label(office) == words
    after = office.contents()
    undo(office.context)
    assert office.contents() == before
    redo(office.context)
    assert office.contents() == after


def needing(office: Office) -> Stage:
    set_stage_rules(office.context, "Deal", "Qualified Lead", 14, None, ["Estimated Revenue", "Source"])
    journey = office.context.settings.journey("Deal")
    assert journey is not None
    return journey.stage(2)


def test_who_lacks_what_a_stage_needs_is_known_by_field(office: Office, team: list[RecordId]) -> None:
    stage = needing(office)
    assert missing_fields(office.context, stage, team) == dict.fromkeys(team, ("estimated_revenue", "source"))
    move_cards(office.context, [team[0]], "Deal", owner="Amaia", fill={team[0]: {"source": "Email"}})
    assert missing_fields(office.context, stage, team)[team[0]] == ("estimated_revenue",)


def test_a_move_that_lacks_something_moves_nobody_and_writes_nothing(office: Office, team: list[RecordId]) -> None:
    needing(office)
    before = office.contents()
    with pytest.raises(UserError, match="A lacks what the stage Qualified Lead needs: Source"):
        move_cards(office.context, team[:1], "Deal", "2", "Tomasz", fill={team[0]: {"estimated_revenue": 100}})
    assert office.contents() == before


def test_what_is_filled_in_is_part_of_the_step(office: Office, team: list[RecordId]) -> None:
    needing(office)
    fill: dict[RecordId, dict[str, Stored]] = {prospect: {"estimated_revenue": 100, "source": "Email"} for prospect in team}
    move_cards(office.context, team, "Deal", "2", fill=fill)
    assert stages(office) == [2, 2]
    assert office.rows("SELECT DISTINCT estimated_revenue, source FROM prospects") == [(100, "Email")]
    undo(office.context)
    assert stages(office) == [1, 1]
    assert office.rows("SELECT DISTINCT estimated_revenue, source FROM prospects") == [(None, None)]


def test_a_value_that_its_field_does_not_take_moves_nobody(office: Office, team: list[RecordId]) -> None:
    with pytest.raises(ValueRefused):
        move_cards(office.context, team, "Deal", "2", fill={team[0]: {"score": 99}})
    assert stages(office) == [1, 1]


def test_what_happens_by_itself_is_not_held_up(office: Office, team: list[RecordId]) -> None:
    set_stage_rules(office.context, "Deal", "Beta Accepted", None, None, ["Estimated Revenue"])
    office.event(team[0], "application_accepted", office.ago())
    from journeydesk.services.evaluation.when_asked import evaluate_within

    with office.context.database.write() as connection:
        evaluate_within(office.context, connection, [team[0]])
    assert stages(office)[0] == 4


def test_a_move_that_was_not_synced_yet_is_there_for_others(
    office: Office, team: list[RecordId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_keeper, "bring_to_disk", lambda _path: None)
    move_cards(office.context, team, "Deal", "2")
    folder = office.context.database.folder
    beside = open_database(folder, KEY)
    try:
        with beside.read() as connection:
            found = sql.scalars(connection, "SELECT stage FROM position WHERE journey = 'Deal' ORDER BY prospect")
    finally:
        beside.close()
    assert found == [2, 2]
