"""Late events re-fold their prospect, histories follow, and a preview of changed journeys says what then happens
(docs/rules.md, "Journeys")."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.journeys import edit_moves as journey_table
from journeydesk.domain.journeys import edit_stages as journey_edits
from journeydesk.domain.time import moment_text
from journeydesk.services.commands.events import take_events
from journeydesk.services.commands.journeys import Edit, save_edits
from journeydesk.services.commands.prospects import move
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.queries.journeys import preview
from tests.integration.rules.conftest import Desk

HISTORY = "SELECT journey, from_stage, to_stage, at FROM stage_history WHERE prospect = ? ORDER BY at, journey"
PLACES = "SELECT prospect, journey, stage FROM position"


def test_a_late_event_rewrites_only_its_prospects_history(desk: Desk) -> None:
    one, other = desk.prospect(key="BETA-AAAA0001"), desk.prospect(key="BETA-AAAA0002")
    for key in ("BETA-AAAA0001", "BETA-AAAA0002"):
        take_events(desk.context, [{"customer_id": key, "event": "application_accepted", "timestamp": desk.ago(days=2)}])
    before = desk.rows("SELECT id FROM stage_history WHERE prospect = ?", other)
    late = {"customer_id": "BETA-AAAA0001", "event": "application_received", "timestamp": desk.ago(days=9)}
    take_events(desk.context, [late])
    deal = [row[1:] for row in desk.rows(HISTORY, one) if row[0] == "Deal"]
    assert deal == [(0, 1, desk.ago(days=9)), (1, 4, desk.ago(days=2))]
    assert desk.rows("SELECT id FROM stage_history WHERE prospect = ?", other) == before


def test_a_late_first_click_becomes_the_entry_point(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")

    def click(name: str, days: int, **more: object) -> None:
        metadata = {"cta": name, **more}
        event = {"customer_id": "BETA-AAAA0001", "event": "cta_clicked", "timestamp": desk.ago(days=days), "metadata": metadata}
        take_events(desk.context, [event])

    def shown() -> str | None:
        found: str | None = desk.rows("SELECT entry_point FROM prospects")[0][0]
        return found

    click("Second", 1)
    assert '"Second"' in (shown() or "")
    click("First", 2)
    assert '"First"' in (shown() or "")
    click("Before all", 3, returning=True)
    assert shown() is None


def test_a_move_back_by_hand_takes_the_points_back(desk: Desk) -> None:
    prospect = desk.prospect(key="BETA-AAAA0001")
    click = {"customer_id": "BETA-AAAA0001", "event": "cta_clicked", "stage": "6", "metadata": {"points": 50}}
    take_events(desk.context, [click | {"timestamp": desk.ago(hours=5)}])
    move(desk.context, prospect, "Engagement", "Exploration")
    assert desk.rows("SELECT journey_stage, journey_points FROM prospects") == [("Exploration", 20)]
    desk.pass_time(minutes=1)
    again = {"customer_id": "BETA-AAAA0001", "event": "cta_clicked", "stage": "4", "metadata": {"points": 15}}
    take_events(desk.context, [again | {"timestamp": desk.ago()}])
    assert desk.rows("SELECT journey_stage, journey_points FROM prospects") == [("Exploration", 50)]
    undo(desk.context)
    assert desk.rows("SELECT journey_points FROM prospects") == [(265,)]


KINDS = ("cta_clicked", "application_received", "application_accepted", "beta_activated", "payment_succeeded", "stage_set")
EDITS: dict[str, list[Edit]] = {
    "add a stage": [lambda raw: journey_edits.add_stage(raw, "Engagement", "Trial", 3)],
    "remove a stage": [lambda raw: journey_edits.remove_stage(raw, "Deal", "Beta Accepted", "Onboarding")],
    "remove a stage of points": [lambda raw: journey_edits.remove_stage(raw, "Engagement", "Exploration", "Commitment")],
    "reorder": [
        lambda raw: journey_edits.reorder_stages(
            raw, "Lifecycle", ["Purchase", "Awareness", "Consideration", "Retention", "Advocacy"]
        )
    ],
    "rename": [lambda raw: journey_edits.rename_stage(raw, "Deal", "Beta Accepted", "Welcome")],
    "thresholds": [lambda raw: journey_table.set_threshold(raw, 2, 5)],
    "what moves": [lambda raw: journey_table.set_move(raw, "payment_succeeded", "Deal", "Active Beta")],
    "a journey less": [lambda raw: journey_edits.remove_journey(raw, "Lifecycle")],
    "several": [
        lambda raw: journey_edits.add_stage(raw, "Deal", "Trial", 2),
        lambda raw: journey_edits.remove_stage(raw, "Deal", "Active Beta", "Onboarding"),
        lambda raw: journey_edits.rename_journey(raw, "Deal", "Pipeline"),
    ],
}


@pytest.mark.parametrize("edit", EDITS)
def test_the_preview_of_an_edit_counts_just_those_who_then_move(desk: Desk, edit: str) -> None:
    chance = random.Random(20_261_121)
    for number in range(25):
        prospect = desk.prospect(key=f"BETA-AAAA{number:04d}")
        for place in range(chance.randrange(1, 7)):
            kind = chance.choice(KINDS)
            stage = chance.choice(["1", "2", "3", "4", "5", "6"]) if kind in ("cta_clicked", "stage_set") else None
            journey = chance.choice(["Engagement", "Deal"])
            payload = f'{{"journey": "{journey}", "points": {chance.randrange(1, 50)}}}'
            at = moment_text(desk.moment - timedelta(hours=place + 1))
            desk.event(prospect, kind, at, stage=stage, payload=payload)
    evaluate(desk.context)

    def places() -> dict[tuple[int, str], str]:
        found = {}
        for prospect, journey, stage in desk.rows(PLACES):
            known = desk.context.settings.journey(journey)
            assert known is not None
            found[prospect, known.formerly[-1] if known.formerly else journey] = known.stage(stage).name
        return found

    before = places()

    def change(raw: dict[str, object]) -> dict[str, object]:
        for one in EDITS[edit]:
            raw = one(raw)
        return raw

    told = Counter({(one.before, one.after): one.count for one in preview(desk.context, change).moving})
    save_edits(desk.context, EDITS[edit], "Changed", lambda _done, _all: None)
    after = places()
    moved: Counter[tuple[str, str]] = Counter()
    for who in before.keys() | after.keys():
        was, now = before.get(who, ""), after.get(who, "")
        if was != now and (was, now) != ("Beta Accepted", "Welcome"):
            moved[was, now] += 1
    assert told == moved
    undo(desk.context)
    evaluate(desk.context)
    assert places() == before


def test_the_first_journey_cannot_go(desk: Desk) -> None:
    with pytest.raises(UserError, match="points and alerts stand on it"):
        preview(desk.context, lambda raw: journey_edits.remove_journey(raw, "Engagement"))


def test_what_a_person_does_comes_last_whatever_clocks_say(desk: Desk) -> None:
    prospect = desk.prospect(key="BETA-AAAA0001")
    ahead = {"customer_id": "BETA-AAAA0001", "event": "application_accepted", "timestamp": desk.ago(minutes=-4)}
    take_events(desk.context, [ahead])
    move(desk.context, prospect, "Deal", "Qualified Lead")
    assert desk.rows("SELECT deal_stage FROM prospects") == [("Qualified Lead",)]
    desk.pass_time(hours=-1)
    move(desk.context, prospect, "Deal", "New Application")
    assert desk.rows("SELECT deal_stage FROM prospects") == [("New Application",)]
