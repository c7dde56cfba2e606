"""Stages in Airtable, in files and in conflicts become events; what another machine published does not
(docs/rules.md, "Published stages")."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.conflicts import resolve
from journeydesk.services.commands.events import take_events
from journeydesk.services.commands.prospects import create_prospect, edit, move
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.rehearsal import Bucket, Rehearsal, rehearse
from journeydesk.sync.engine import run_pass
from journeydesk.sync.ports import RemoteRecord
from tests.integration.rules.conftest import Desk
from tests.integration.rules.test_two_machines import Team, _ignore, on_two

STANDING = "SELECT p.key, q.journey, q.stage FROM position q JOIN prospects p ON p.lid = q.prospect ORDER BY p.key, q.journey"
POINTS = "SELECT key, journey_stage, journey_points, deal_stage, customer_status FROM prospects ORDER BY key"
HAND_MADE = "SELECT count(*) FROM events WHERE event = 'stage_set' AND source = 'Airtable'"


def _import(desk: Desk, file: Path) -> Rehearsal:
    rehearsal = rehearse(desk.context, PROSPECTS, file.name, file.read_bytes())
    carry_out(desk.context, rehearsal)
    return rehearsal


def write_in_base(team: Team, key: str, **fields: Any) -> None:
    """What a person changes in Airtable's own grid."""
    table = next(one for one in team.base.schema() if one.name == PROSPECTS.name)
    ids = {field.name: field.id for field in table.fields}
    found = team.base.find(table.id, ids["Application ID"], [key], list(ids.values()))[0]
    names = {spec.slug: ids[spec.name] for spec in PROSPECTS.fields}
    team.base.patch(table.id, [RemoteRecord(found.id, {names[slug]: value for slug, value in fields.items()})])


def key_of(desk: Desk, prospect: RecordId) -> str:
    return str(desk.rows("SELECT key FROM prospects WHERE lid = ?", prospect)[0][0])


def test_a_stage_set_in_airtable_is_one_event_on_both_machines(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    team.meet()
    write_in_base(team, key_of(team.one, prospect), deal_stage="Technical Review")
    team.meet()
    assert [row[1:] for row in team.same(STANDING) if row[1] == "Deal"] == [("Deal", 3)]
    assert team.same(HAND_MADE) == [(1,)]
    assert team.conflicts() == 0


def test_machines_that_see_an_edit_apart_make_one_event_of_it(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    team.meet()
    write_in_base(team, key_of(team.one, prospect), deal_stage="Technical Review")
    for desk in (team.one, team.two):
        team.pass_time(minutes=1)
        take_only(team, desk)
    move(team.one.context, prospect, "Deal", "Beta Accepted")
    team.meet()
    assert [row[2] for row in team.same(STANDING) if row[1] == "Deal"] == [4]
    assert team.same(HAND_MADE) == [(1,)]


class Gone(Exception):
    """The network went."""


def pass_until_gone(team: Team, desk: Desk, seam: Callable[[str], None], pulled: Callable[[frozenset[RecordId]], None]) -> None:
    """A pass that ends where one of these raises Gone."""
    with pytest.raises(Gone):
        run_pass(
            desk.context.database,
            team.base,
            clock=desk.context.clock,
            sleep=lambda _: None,
            settle_seconds=0,
            seam=seam,
            pulled=pulled,
        )


def take_only(team: Team, desk: Desk) -> None:
    """A pass that ends after its pull, as when the network goes."""
    began = desk.ago()

    def stop(touched: frozenset[RecordId]) -> None:
        evaluate(desk.context, touched, began)
        raise Gone

    pass_until_gone(team, desk, lambda _: None, stop)


def publish_without_events(team: Team, desk: Desk) -> None:
    """A push that ends after the prospects: what a machine published is in the base before the events that explain it."""
    began = desk.ago()

    def seam(name: str) -> None:
        if name == "before call" and desk.rows(
            "SELECT count(*) FROM sync_record WHERE table_slug = 'prospects' AND touched = 1"
        ) == [(0,)]:
            raise Gone

    pass_until_gone(team, desk, seam, lambda touched: _ignore(evaluate(desk.context, touched, began)))


@pytest.mark.parametrize("known", [True, False])
def test_what_another_machine_published_early_is_no_hand_edit(team: Team, known: bool) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    key = key_of(team.one, prospect)
    if known:
        team.meet()
    team.pass_time(minutes=1)
    click = {"customer_id": key, "event": "cta_clicked", "stage": "4", "metadata": {"points": 25}, "timestamp": team.one.ago()}
    take_events(team.one.context, [click])
    team.pass_time(minutes=1)
    publish_without_events(team, team.one)
    team.pass_time(minutes=1)
    team.sync(team.two)
    assert team.two.rows(HAND_MADE) != [(0,)]
    team.meet()
    assert [row[1:3] for row in team.same(POINTS)] == [("Commitment", 75)]
    team.same(STANDING)


def test_edited_points_and_entry_points_are_published_anew(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    key = key_of(team.one, prospect)
    click = {"customer_id": key, "event": "cta_clicked", "metadata": {"cta": "Pricing page"}, "timestamp": team.one.ago()}
    take_events(team.one.context, [click])
    team.meet()
    write_in_base(team, key, journey_points=999, entry_point='{"cta": "Made up"}')
    team.meet()
    assert [row[2] for row in team.same(POINTS)] == [10]
    assert json.loads(team.same("SELECT entry_point FROM prospects")[0][0])["cta"] == "Pricing page"


def test_a_score_set_in_airtable_wins_on_both_machines(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves", "priority_level": "Critical"})
    team.meet()
    write_in_base(team, key_of(team.one, prospect), score=33)
    team.meet()
    edit(team.two.context, on_two(team, prospect), {"priority_level": "Important"})
    team.meet()
    assert team.same("SELECT score, score_by_hand FROM prospects") == [(33, 1)]


def test_a_customer_status_set_in_airtable_moves_the_board(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    team.meet()
    write_in_base(team, key_of(team.one, prospect), customer_status="CHURNED")
    team.meet()
    assert [row[2] for row in team.same(STANDING) if row[1] == "Customer status"] == [4]


def test_a_stage_that_a_file_brings_is_an_event(desk: Desk, tmp_path: Path) -> None:
    prospect = create_prospect(desk.context, {"company": "Mbali Weaves"})
    file = tmp_path / "stages.csv"
    file.write_text(f"Application ID,Deal Stage\n{key_of(desk, prospect)},Technical Review\n", encoding="utf-8")
    desk.pass_time(minutes=1)
    _import(desk, file)
    assert desk.rows("SELECT deal_stage FROM prospects") == [("Technical Review",)]
    assert desk.rows("SELECT stage FROM position WHERE journey = 'Deal'") == [(3,)]


def test_a_stage_field_edited_locally_is_an_event_and_undone(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Mbali Weaves"})
    desk.pass_time(minutes=1)
    edit(desk.context, prospect, {"deal_stage": "Technical Review", "customer_status": "CUSTOMER", "owner": "Priya Raghunath"})
    assert desk.rows("SELECT deal_stage, customer_status, owner FROM prospects") == [
        ("Technical Review", "CUSTOMER", "Priya Raghunath")
    ]
    undo(desk.context)
    assert desk.rows("SELECT deal_stage, customer_status, owner FROM prospects") == [
        ("New Application", "PROSPECT", "Amaia Etxarri")
    ]
    with pytest.raises(ValueRefused, match="Deal: “Nowhere” is not a stage"):
        edit(desk.context, prospect, {"deal_stage": "Nowhere"})


@pytest.mark.parametrize(("choice", "stage"), [("theirs", "Technical Review"), ("mine", "Beta Accepted")])
def test_the_answer_to_a_conflict_about_a_stage_stands(team: Team, choice: str, stage: str) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    team.meet()
    write_in_base(team, key_of(team.one, prospect), deal_stage="Technical Review")
    team.pass_time(minutes=1)
    move(team.one.context, prospect, "Deal", "Beta Accepted")
    team.sync(team.one)
    open_questions = team.one.rows("SELECT id FROM conflict")
    assert len(open_questions) == 1
    team.pass_time(minutes=1)
    resolve(team.one.context, open_questions[0][0], choice)
    team.meet()
    assert [row[3] for row in team.same(POINTS)] == [stage]
    team.same(STANDING)


def test_imported_applications_begin_their_journeys_once(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    file.write_text(
        "Application ID,Company,Status,Deal Stage\n"
        "BETA-A,Acme,,\nBETA-B,Brumalta,New,Technical Review\nBETA-C,Cedrela,Active,\n",
        encoding="utf-8",
    )
    assert _import(desk, file).counts[Bucket.CREATED] == 3
    places = "SELECT p.key, q.stage FROM position q JOIN prospects p ON p.lid = q.prospect WHERE q.journey = 'Deal' ORDER BY 1"
    assert desk.rows(places) == [("BETA-A", 1), ("BETA-B", 3)]
    desk.pass_time(minutes=1)
    assert _import(desk, file).counts[Bucket.UPDATED] == 0
    assert desk.rows(places) == [("BETA-A", 1), ("BETA-B", 3)]
    undo(desk.context)
    assert desk.rows("SELECT count(*) FROM position WHERE living") == [(0,)]


def test_an_application_from_a_form_is_one_event_on_both_boards(team: Team) -> None:
    team.meet()
    table = next(one for one in team.base.schema() if one.name == PROSPECTS.name)
    ids = {field.name: field.id for field in table.fields}
    fields = {
        ids["Application ID"]: "BETA-FORM0001",
        ids["Company"]: "Acme",
        ids["Status"]: "New",
        ids["Applied On"]: team.one.ago(),
    }
    team.base.upsert(table.id, ids["Application ID"], [fields])
    for desk in (team.one, team.two):
        team.pass_time(minutes=1)
        take_only(team, desk)
    team.meet()
    assert [row[2] for row in team.same(STANDING) if row[1] == "Deal"] == [1]
    assert team.same("SELECT count(*) FROM events") == [(1,)]
    assert team.conflicts() == 0
