"""Every event type has its place in the table of moves (docs/rules.md, "Event types")."""

from journeydesk.domain.journeys.events import EVENT_TYPES
from tests.unit.domain.rules.building import SETTINGS

_BY_THEIR_OWN_STAGE = {"stage_entered", "stage_completed", "stage_set"}


def test_every_event_type_is_mapped_or_names_its_own_stage() -> None:
    assert set(SETTINGS.moves) | _BY_THEIR_OWN_STAGE == EVENT_TYPES


def test_each_of_the_five_journeys_is_moved_by_events() -> None:
    moved = {journey for targets in SETTINGS.moves.values() for journey, _ in targets}
    assert moved == {journey.name for journey in SETTINGS.journeys}
