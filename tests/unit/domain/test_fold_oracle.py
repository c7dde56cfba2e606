"""The fold against a second, slower one that is written from docs/rules.md, "The fold", line by line."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from journeydesk.domain.journeys.events import MOST_AHEAD, Event
from journeydesk.domain.journeys.fold import ADOPTED, Award, EntryPoint, Jump, Move, effective_time, fold
from journeydesk.domain.time import moment_text
from tests.unit.domain.rules.building import SETTINGS
from tests.unit.domain.test_fold import START, event, events, stage_in

THRESHOLDS = (0, 20, 60, 120, 200, 300)


@dataclass
class Slow:
    """What a person with pencil and paper keeps while reading the log."""

    stages: dict[str, int] = field(default_factory=dict)
    points: int = 0
    awards: list[int] = field(default_factory=list)
    jumps: list[tuple[int, int]] = field(default_factory=list)

    def read(self, log: list[Event]) -> "Slow":
        for happening in sorted(log, key=lambda e: (e.occurred_at, e.id)):
            self.take(happening, happening.metadata())
        return self

    def take(self, happening: Event, metadata: Any) -> None:
        if happening.type == "stage_set":
            self.by_hand(happening, metadata)
            return
        for journey, target in SETTINGS.moves.get(happening.type, ()):
            here = self.stages.get(journey, 0)
            ended = here > 0 and next(j for j in SETTINGS.journeys if j.name == journey).stages[here - 1].is_end
            if target > here or (ended and target < here and happening.type in ("payment_succeeded", "purchase_made")):
                self.stages[journey] = target
        if happening.type == "cta_clicked":
            self.click(happening, metadata)
        if happening.type in ("stage_entered", "stage_completed"):
            stage = self.named(happening.stage)
            if stage:
                last = min(stage + (happening.type == "stage_completed"), 6)
                self.stages["Engagement"] = max(self.stages.get("Engagement", 0), last)

    def click(self, happening: Event, metadata: Any) -> None:
        here = max(1, self.stages.get("Engagement", 0))
        target = self.named(happening.stage) or here
        base = metadata.get("points", 10)
        award = base * max(1, target - here)
        self.points += award
        self.awards.append(award)
        if target >= here + 2:
            self.jumps.append((here, target))
        reached = max(n for n, threshold in enumerate(THRESHOLDS, 1) if n == 1 or self.points > threshold)
        self.stages["Engagement"] = max(self.stages.get("Engagement", 0), reached)

    def by_hand(self, happening: Event, metadata: Any) -> None:
        stage = self.named(happening.stage)
        if stage and metadata.get("journey") == "Engagement":
            self.stages["Engagement"] = stage
            self.points = THRESHOLDS[stage - 1]

    @staticmethod
    def named(stage: str | None) -> int:
        return {"1": 1, "3": 3, "Planning": 4, "6": 6}.get(stage or "", 0)


@given(events)
def test_stages_points_awards_and_jumps_are_those_of_a_slow_fold(log: list[Event]) -> None:
    quick, slow = fold(SETTINGS, log), Slow().read(log)
    assert {name: move.to_stage for name, move in quick.positions.items()} == slow.stages
    assert quick.points == slow.points
    assert [award.points for award in quick.awards] == slow.awards
    assert [(jump.stage, jump.target) for jump in quick.jumps] == slow.jumps


@given(events)
def test_the_moves_of_a_journey_form_one_chain_up_to_its_position(log: list[Event]) -> None:
    standing = fold(SETTINGS, log)
    for journey in SETTINGS.journeys:
        chain = [move for move in standing.moves if move.journey == journey.name]
        assert [move.from_stage for move in chain] == [0, *(move.to_stage for move in chain[:-1])][: len(chain)]
        assert (chain[-1] if chain else None) == standing.positions.get(journey.name)
        assert [move.at for move in chain] == sorted(move.at for move in chain)


def test_a_move_says_when_why_by_whom_and_by_which_event() -> None:
    log = [event(1, "application_received"), event(2, "cta_clicked", stage="6", points=50)]
    engagement = [move for move in fold(SETTINGS, log).moves if move.journey == "Engagement"]
    assert engagement == [
        Move("Engagement", 0, 1, log[0].occurred_at, "application_received", "test", "E001"),
        Move("Engagement", 1, 5, log[1].occurred_at, "points passed 200", "test", "E002"),
    ]


def test_a_jump_and_an_award_say_what_was_clicked_and_earned() -> None:
    log = [event(1, "cta_clicked", cta="Pricing page", stage="3", points=50), event(2, "cta_clicked", points=7)]
    standing = fold(SETTINGS, log)
    first, second = (item.occurred_at for item in log)
    assert standing.jumps == (Jump("E001", first, "Pricing page", 1, 3, 0, 20),)
    assert standing.awards == (Award("E001", first, "Pricing page", 20), Award("E002", second, "", 7))


@pytest.mark.parametrize(
    ("cta", "given", "award"),
    [
        ("Partner referral", 3, 20),
        ("Partner referral", None, 20),
        ("Something else", 3, 3),
        (None, 1, 1),
        (None, 50, 50),
        (None, 51, 10),
        (None, 0, 10),
        (None, -4, 10),
        (None, True, 10),
        (None, "12", 10),
        (None, 2.5, 10),
        (None, None, 10),
    ],
)
def test_a_click_earns_what_the_table_the_event_or_the_team_says(cta: str | None, given: object, award: int) -> None:
    assert fold(SETTINGS, [event(1, "cta_clicked", cta=cta, points=given)]).points == award


@pytest.mark.parametrize(
    ("standing_at", "aims_at", "times"),
    [("1", "1", 1), ("1", "2", 1), ("1", "3", 2), ("1", "6", 5), ("4", "2", 1), ("4", "6", 2), ("4", "nowhere", 1)],
)
def test_a_click_earns_its_points_once_for_each_stage_ahead(standing_at: str, aims_at: str, times: int) -> None:
    log = [event(1, "stage_set", stage=standing_at, journey="Engagement"), event(2, "cta_clicked", stage=aims_at, points=3)]
    assert fold(SETTINGS, log).awards[0].points == 3 * times


@pytest.mark.parametrize(("points", "stage"), [(20, 1), (21, 2), (60, 2), (61, 3), (120, 3), (121, 4), (200, 4), (201, 5)])
def test_a_threshold_itself_is_not_enough_for_its_stage(points: int, stage: int) -> None:
    clicks = [event(n, "cta_clicked", points=1) for n in range(points % 50)]
    clicks += [event(100 + n, "cta_clicked", points=50) for n in range(points // 50)]
    assert stage_in(fold(SETTINGS, clicks)) == stage


@pytest.mark.parametrize(
    ("kind", "named", "stage"),
    [
        ("stage_entered", "3", 3),
        ("stage_entered", "Planning", 4),
        ("stage_entered", "mastery", 6),
        ("stage_completed", "3", 4),
        ("stage_completed", "6", 6),
        ("stage_completed", "1", 2),
    ],
)
def test_the_tracker_moves_to_the_stage_named_or_the_one_after(kind: str, named: str, stage: int) -> None:
    assert stage_in(fold(SETTINGS, [event(1, kind, stage=named)])) == stage


def test_the_tracker_moves_nobody_back_and_none_to_a_stage_unknown() -> None:
    log = [event(1, "stage_entered", stage="4"), event(2, "stage_entered", stage="2"), event(3, "stage_completed", stage="1")]
    standing = fold(SETTINGS, [*log, event(4, "stage_entered", stage="Attic"), event(5, "stage_completed")])
    assert [move.event for move in standing.moves] == ["E001"]
    assert fold(SETTINGS, [event(1, "stage_entered", stage="2", journey="Nowhere")]).positions == {}


def test_the_tracker_may_name_a_journey_of_its_own() -> None:
    standing = fold(SETTINGS, [event(1, "stage_completed", stage="Awareness", journey="Lifecycle")])
    assert {name: move.to_stage for name, move in standing.positions.items()} == {"Lifecycle": 2}


def test_a_move_by_hand_has_a_reason_and_the_same_stage_is_no_move() -> None:
    said = [event(1, "stage_set", stage="Onboarding", journey="Deal", reason="asked for it")]
    silent = [event(2, "stage_set", stage="Onboarding", journey="Deal"), event(3, "stage_set", stage="2", journey="Deal")]
    moves = fold(SETTINGS, [*said, *silent]).moves
    assert [(move.to_stage, move.reason) for move in moves] == [(5, "asked for it"), (2, "by hand")]


def test_a_hand_move_outside_of_engagement_leaves_the_points() -> None:
    log = [event(1, "cta_clicked", points=33), event(2, "stage_set", stage="2", journey="Deal")]
    assert fold(SETTINGS, log).points == 33


def test_a_hand_move_without_a_journey_or_stage_known_is_ignored() -> None:
    log = [
        event(1, "stage_set", stage="Attic", journey="Deal"),
        event(2, "stage_set", stage="1", journey="Attic"),
        event(3, "stage_set", journey="Deal"),
    ]
    assert fold(SETTINGS, log).moves == ()


@pytest.mark.parametrize("kind", ["payment_succeeded", "purchase_made"])
@pytest.mark.parametrize(("stage", "revived"), [("CHURNED", 3), ("LEAD_EXHAUSTED", 3), ("LEAD_QUALIFIED", 3), ("CUSTOMER", 3)])
def test_money_makes_a_customer_from_wherever_one_stood(kind: str, stage: str, revived: int) -> None:
    log = [event(1, "stage_set", stage=stage, journey="Customer status"), event(2, kind)]
    assert stage_in(fold(SETTINGS, log), "Customer status") == revived


def test_other_events_revive_no_journey_that_has_ended() -> None:
    log = [event(1, "application_rejected"), event(2, "application_accepted"), event(3, "beta_activated")]
    standing = fold(SETTINGS, log)
    assert (stage_in(standing, "Deal"), stage_in(standing, "Customer status")) == (9, 5)


def test_money_revives_no_journey_that_has_not_ended() -> None:
    log = [event(1, "stage_set", stage="Advocacy", journey="Lifecycle"), event(2, "payment_succeeded")]
    assert stage_in(fold(SETTINGS, log), "Lifecycle") == 5


AHEAD = START + MOST_AHEAD


@pytest.mark.parametrize(
    ("occurred", "counts"),
    [
        (START - timedelta(days=9), START - timedelta(days=9)),
        (START, START),
        (AHEAD, AHEAD),
        (AHEAD + timedelta(milliseconds=1), START),
    ],
)
def test_an_event_counts_when_it_says_unless_far_ahead(occurred: datetime, counts: datetime) -> None:
    arrived = replace(event(1, "login", at=occurred), arrived_at=moment_text(START))
    assert effective_time(arrived) == moment_text(counts)


def test_events_of_one_moment_are_read_in_the_order_of_their_ids() -> None:
    log = [event(number, "stage_set", at=START, stage=stage, journey="Deal") for number, stage in ((2, "4"), (1, "3"))]
    assert [move.event for move in fold(SETTINGS, log).moves] == ["E001", "E002"]


def test_of_two_events_of_one_id_the_earlier_counts_in_any_order() -> None:
    early, late = event(1, "stage_set", stage="2", journey="Deal"), event(1, "stage_set", stage="5", journey="Deal")
    late = replace(late, occurred_at=moment_text(START + timedelta(days=1)), arrived_at=moment_text(START + timedelta(days=1)))
    for log in ([early, late], [late, early]):
        assert [move.to_stage for move in fold(SETTINGS, log).moves] == [2]


def test_the_entry_point_is_the_first_click_with_page_and_campaign() -> None:
    metadata: dict[str, Any] = {"page": "/pricing", "utm_source": "news", "utm_medium": "mail", "utm_campaign": "May"}
    log = [event(1, "cta_clicked", cta="Webinar replay", **metadata)]
    entry = fold(SETTINGS, log).entry
    assert entry == EntryPoint("Webinar replay", "/pricing", "news", "mail", "May", log[0].occurred_at)
    assert json.loads(entry.as_text()) == {"cta": "Webinar replay", **metadata, "at": log[0].occurred_at}


def test_an_inquiry_without_a_name_enters_as_an_inquiry() -> None:
    standing = fold(SETTINGS, [event(1, "inquiry_submitted", returning=True), event(2, "cta_clicked", cta="Later")])
    assert [entry.cta for entry in standing.entries] == ["Inquiry"]
    assert (standing.known_before, standing.points) == (False, 10)


def test_a_visitor_known_before_gets_an_entry_only_by_an_inquiry() -> None:
    known = [event(1, "cta_clicked", returning=True), event(2, "cta_clicked", cta="B")]
    assert (fold(SETTINGS, known).entries, fold(SETTINGS, known).known_before) == ((), True)
    asked = fold(SETTINGS, [*known, event(3, "inquiry_submitted", cta="Form")])
    assert [entry.cta for entry in asked.entries] == ["Form"]


def test_a_letter_beyond_ascii_stands_in_the_entry_point_as_it_is() -> None:
    entry = fold(SETTINGS, [event(1, "cta_clicked", cta="Führung")]).entry
    assert entry is not None
    assert '"Führung"' in entry.as_text()


def adopted(number: int, stage: str, journey: str, seen: str = "") -> Event:
    metadata: dict[str, Any] = {"seen": seen} if seen else {}
    happening = event(number, "stage_set", stage=stage, journey=journey, **metadata)
    return replace(happening, source=ADOPTED)


def test_an_adopted_stage_where_one_stands_already_changes_nothing() -> None:
    clicked = event(1, "cta_clicked", stage="6", points=30)
    standing = fold(SETTINGS, [clicked, adopted(2, "Planning", "Engagement")])
    assert (standing.points, len(standing.moves)) == (150, 2)


def test_an_adopted_stage_elsewhere_moves_like_a_hand() -> None:
    standing = fold(SETTINGS, [event(1, "application_received"), adopted(2, "Commitment", "Engagement")])
    assert (stage_in(standing), standing.points) == (3, 60)


SEEN = moment_text(START + timedelta(hours=10))


def test_a_stage_that_earlier_events_explain_was_published() -> None:
    log = [event(5, "cta_clicked", stage="6", points=30), adopted(1, "Planning", "Engagement", SEEN)]
    standing = fold(SETTINGS, log)
    assert (standing.points, stage_in(standing)) == (150, 4)
    assert [move.event for move in standing.moves if move.journey == "Engagement"] == ["E005"]


@pytest.mark.parametrize(
    "log",
    [
        [adopted(1, "Planning", "Engagement", SEEN)],
        [adopted(1, "Planning", "Engagement", SEEN), event(11, "cta_clicked", stage="6", points=30)],
        [adopted(1, "Planning", "Engagement", SEEN), event(5, "cta_clicked", points=30)],
        [adopted(1, "Planning", "Engagement"), event(5, "login")],
    ],
    ids=["alone", "events came later", "events give another stage", "of one with events"],
)
def test_a_stage_that_earlier_events_do_not_explain_stands(log: list[Event]) -> None:
    assert "E001" in {move.event for move in fold(SETTINGS, log).moves}
