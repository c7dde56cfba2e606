"""The fold of events into a standing (docs/rules.md, "The fold")."""

import json
import tomllib
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.config import resources
from journeydesk.domain.journeys.events import EVENT_TYPES, Event
from journeydesk.domain.journeys.fold import Standing, fold
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.time import moment_text

SETTINGS = team_settings(tomllib.loads((resources() / "journeydesk.toml").read_text(encoding="utf-8")))
START = datetime(2026, 5, 1, 8, tzinfo=UTC)


def event(
    number: int, kind: str, *, stage: str | None = None, cta: str | None = None, at: datetime | None = None, **metadata: object
) -> Event:
    when = moment_text(at or START + timedelta(hours=number))
    return Event(f"E{number:03d}", kind, stage, cta, when, when, "test", json.dumps(metadata) if metadata else None)


def stage_in(standing: Standing, journey: str = "Engagement") -> int:
    return standing.positions[journey].to_stage


events = st.lists(
    st.builds(
        lambda number, kind, stage, points, hour: event(
            number, kind, stage=stage, at=START + timedelta(hours=hour), points=points, journey="Engagement"
        ),
        st.integers(0, 30),
        st.sampled_from(sorted(EVENT_TYPES)),
        st.sampled_from([None, "1", "3", "Planning", "6", "nowhere"]),
        st.integers(1, 50),
        st.integers(0, 40),
    ),
    max_size=25,
    unique_by=lambda e: e.id,
)


@given(events, st.randoms())
def test_order_and_duplicates_of_events_do_not_change_the_standing(log: list[Event], chance: object) -> None:
    shuffled = log + log[: len(log) // 2]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(SETTINGS, shuffled) == fold(SETTINGS, log)


@given(events)
def test_points_never_move_a_prospect_back(log: list[Event]) -> None:
    by_points = [move for move in fold(SETTINGS, log).moves if move.reason.startswith("points")]
    assert all(move.to_stage > move.from_stage for move in by_points)


def test_a_cta_two_stages_ahead_awards_its_base_twice() -> None:
    log = [event(1, "stage_set", stage="2"), event(2, "cta_clicked", stage="4", points=15)]
    standing = fold(SETTINGS, log)
    assert standing.points == 20 + 30


def test_points_put_a_prospect_in_the_highest_stage_they_exceed() -> None:
    at_the_threshold = fold(SETTINGS, [event(1, "application_received"), event(2, "cta_clicked", points=20)])
    above = fold(SETTINGS, [event(1, "application_received"), event(2, "cta_clicked", points=21)])
    assert (stage_in(at_the_threshold), stage_in(above)) == (1, 2)


def test_one_event_may_carry_over_several_stages() -> None:
    standing = fold(SETTINGS, [event(1, "application_received"), event(2, "cta_clicked", stage="6", points=50)])
    assert standing.points == 250
    assert stage_in(standing) == 5


def test_a_manual_move_sets_the_stage_and_the_points_of_its_threshold() -> None:
    standing = fold(SETTINGS, [event(1, "cta_clicked", stage="6", points=50), event(2, "stage_set", stage="3")])
    assert (stage_in(standing), standing.points) == (3, 60)


def test_only_the_first_click_sets_the_entry_point() -> None:
    standing = fold(SETTINGS, [event(1, "cta_clicked", cta="A", page="/a"), event(2, "cta_clicked", cta="B")])
    assert standing.entry is not None
    assert (standing.entry.cta, standing.entry.page, len(standing.entries)) == ("A", "/a", 1)


def test_a_returning_first_click_leaves_the_entry_point_empty() -> None:
    standing = fold(SETTINGS, [event(1, "cta_clicked", cta="A", returning=True), event(2, "cta_clicked", cta="B")])
    assert standing.entry is None


def test_an_inquiry_sets_a_new_entry_point_and_keeps_the_old() -> None:
    standing = fold(SETTINGS, [event(1, "cta_clicked", cta="A"), event(2, "inquiry_submitted", cta="Form")])
    assert standing.entry is not None
    assert [entry.cta for entry in standing.entries] == ["A", "Form"]


def test_an_event_from_the_future_counts_as_of_its_arrival() -> None:
    ahead = Event(
        "E1", "application_received", None, None, "2027-01-01T00:00:00.000Z", "2026-05-01T08:00:00.000Z", "test", None
    )
    assert fold(SETTINGS, [ahead]).positions["Deal"].at == "2026-05-01T08:00:00.000Z"


def test_every_other_event_type_stands_in_the_table_of_moves() -> None:
    assert EVENT_TYPES - SETTINGS.moves.keys() == {"stage_set", "stage_entered", "stage_completed"}


def test_a_payment_revives_a_customer_who_had_churned() -> None:
    log = [event(1, "stage_set", stage="CHURNED", journey="Customer status"), event(2, "payment_succeeded")]
    assert stage_in(fold(SETTINGS, log), "Customer status") == 3


def test_a_jump_is_noted_with_where_it_stood_and_where_it_aimed() -> None:
    standing = fold(SETTINGS, [event(1, "application_received"), event(2, "cta_clicked", stage="5", points=5)])
    assert [(jump.stage, jump.target) for jump in standing.jumps] == [(1, 5)]
