"""Adding, editing, assigning, planning, deleting, moving prospects and changing their status: what each writes and refuses."""

from datetime import date

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.services.commands import many, prospects
from journeydesk.services.commands.undoing import undo
from tests.integration.office import Office


def positions(office: Office, prospect: RecordId) -> dict[str, int]:
    return dict(office.rows("SELECT journey, stage FROM position WHERE prospect = ?", prospect))


def log(office: Office, prospect: RecordId) -> list[tuple[str, str | None]]:
    return [
        (kind, stage)
        for kind, stage in office.rows(
            "SELECT event, stage FROM events WHERE prospect = ? AND NOT deleted ORDER BY occurred_at, lid", prospect
        )
    ]


@pytest.mark.parametrize(
    ("values", "shown"),
    [({"company": "Lakowisko"}, "Lakowisko"), ({"contact_name": "Ida Quill"}, "Ida Quill")],
)
def test_a_company_or_a_name_is_enough_for_a_prospect(office: Office, values: dict[str, Stored], shown: str) -> None:
    prospect = prospects.create_prospect(office.context, values)
    row = office.values("prospects", prospect)
    assert (row["status"], row["owner"], row["applied_on"]) == ("New", "Amaia Etxarri", office.ago())
    assert row["key"].startswith("BETA-")
    assert shown in (row["company"], row["contact_name"])
    assert log(office, prospect) == [("application_received", None)]
    assert positions(office, prospect)["Deal"] == 1


@pytest.mark.parametrize("values", [{}, {"company": ""}, {"contact_name": None}, {"email": "ida@example.com"}])
def test_a_prospect_without_a_name_is_refused(office: Office, values: dict[str, Stored]) -> None:
    with pytest.raises(ValueRefused, match="needs at least a company or a contact name") as refusal:
        prospects.create_prospect(office.context, values)
    assert refusal.value.field == "Company"
    assert office.rows("SELECT 1 FROM prospects") == []
    assert office.heard == []


def test_given_values_win_over_what_a_new_prospect_begins_with(office: Office) -> None:
    given: dict[str, Stored] = {
        "company": "Lakowisko",
        "status": "Reviewing",
        "owner": "Tomasz Wilk",
        "applied_on": "2026-05-01T08:00:00.000Z",
    }
    row = office.values("prospects", prospects.create_prospect(office.context, given))
    assert {name: row[name] for name in given} == given


def test_two_new_prospects_never_share_a_key(office: Office) -> None:
    ids = [prospects.create_prospect(office.context, {"company": "Lakowisko"}) for _ in range(3)]
    assert len({office.values("prospects", each)["key"] for each in ids}) == 3


def test_a_prospect_is_found_by_its_application_id_alone(office: Office) -> None:
    prospect = office.prospect(key="BETA-1", company="Quillon")
    assert prospects.find_prospect(office.context, "BETA-1") == prospect
    assert prospects.find_prospect(office.context, "beta-1") == prospect
    for unknown in ("BETA-2", "Quillon", ""):
        with pytest.raises(UserError, match=f"no prospect with the Application ID “{unknown}”"):
            prospects.find_prospect(office.context, unknown)
    office.delete(prospect)
    with pytest.raises(UserError, match="Sync first"):
        prospects.find_prospect(office.context, "BETA-1")


def test_an_edit_writes_only_what_differs_into_the_history(office: Office) -> None:
    prospect = office.prospect(company="Quillon", phone="1")
    prospects.edit(office.context, prospect, {"company": "Quillon", "phone": "2"})
    history = office.rows("SELECT field, old, new, actor, source FROM field_history WHERE table_slug = 'prospects'")
    assert ("phone", '"1"', '"2"', "Amaia Etxarri", "user") in history
    assert "company" not in [row[0] for row in history]


def test_an_edit_that_changes_nothing_is_no_step_to_undo(office: Office) -> None:
    prospect = office.prospect(company="Quillon", phone="1")
    prospects.edit(office.context, prospect, {"phone": "1"})
    assert undo(office.context) is None
    assert office.heard == []


def test_an_edit_of_a_prospect_that_is_gone_writes_nothing(office: Office) -> None:
    prospects.edit(office.context, RecordId(77), {"phone": "1"})
    many.bulk_edit(office.context, [RecordId(77), RecordId(78)], {"owner": "Tomasz Wilk"}, "Assigned")
    assert undo(office.context) is None


@pytest.mark.parametrize("stage", ["Commitment", "commitment", "3"])
def test_a_stage_field_that_is_edited_becomes_an_event(office: Office, stage: str) -> None:
    prospect = office.prospect()
    prospects.edit(office.context, prospect, {"journey_stage": stage, "phone": "1"})
    assert log(office, prospect)[-1] == ("stage_set", "Commitment")
    assert positions(office, prospect)["Engagement"] == 3
    row = office.values("prospects", prospect)
    assert (row["journey_stage"], row["phone"]) == ("Commitment", "1")


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_emptied_stage_field_moves_nobody(office: Office, nothing: str | None) -> None:
    prospect = office.prospect()
    prospects.move(office.context, prospect, "Engagement", "Commitment")
    prospects.edit(office.context, prospect, {"journey_stage": nothing})
    assert positions(office, prospect)["Engagement"] == 3
    assert office.values("prospects", prospect)["journey_stage"] == "Commitment"


def test_a_stage_that_no_journey_has_is_refused_with_all_of_them(office: Office) -> None:
    prospect = office.prospect()
    with pytest.raises(ValueRefused, match=r"“Nirvana” is not a stage. Use one of Call to Discovery, Exploration") as refusal:
        prospects.edit(office.context, prospect, {"phone": "1", "journey_stage": "Nirvana"})
    assert refusal.value.field == "Engagement"
    assert office.values("prospects", prospect)["phone"] is None
    assert log(office, prospect) == []


@pytest.mark.parametrize(("count", "at_once"), [(50, True), (51, False)])
def test_more_than_fifty_are_judged_by_the_background(office: Office, count: int, at_once: bool) -> None:
    ids = [office.prospect(company=f"Firm {number}") for number in range(count)]
    many.bulk_edit(office.context, ids, {"industry": "News"}, "Set the industry")
    scored = office.rows("SELECT count(*) FROM prospects WHERE score IS NOT NULL")[0][0]
    assert scored == (count if at_once else 0)
    due = office.rows("SELECT count(*) FROM look_again WHERE at <= ?", office.ago())[0][0]
    assert due == (0 if at_once else count)
    assert office.rows("SELECT count(*) FROM prospects WHERE industry = 'News'") == [(count,)]


@pytest.mark.parametrize(
    ("count", "owner", "label"),
    [
        (1, "Tomasz Wilk", "Assigned Mbali Weaves to Tomasz Wilk"),
        (3, "Tomasz Wilk", "Assigned 3 prospects to Tomasz Wilk"),
        (2, None, "Assigned 2 prospects to nobody"),
    ],
)
def test_assigning_says_how_many_and_to_whom(office: Office, count: int, owner: str | None, label: str) -> None:
    ids = [office.prospect(owner="Amaia Etxarri") for _ in range(count)]
    bystander = office.prospect(owner="Amaia Etxarri")
    many.assign(office.context, ids, owner)
    assert [office.values("prospects", each)["owner"] for each in ids] == [owner] * count
    assert office.values("prospects", bystander)["owner"] == "Amaia Etxarri"
    assert undo(office.context) == label
    assert {office.values("prospects", each)["owner"] for each in ids} == {"Amaia Etxarri"}


@pytest.mark.parametrize("day", [date(2026, 5, 22), date(2020, 1, 1), None])
def test_a_follow_up_is_a_day_or_none(office: Office, day: date | None) -> None:
    prospect = office.prospect(next_follow_up="2026-05-20")
    many.set_follow_up(office.context, [prospect], day)
    assert office.values("prospects", prospect)["next_follow_up"] == (day.isoformat() if day else None)


def test_deleted_prospects_leave_board_search_and_list_together(office: Office) -> None:
    kept, gone = office.prospect(company="Kept"), office.prospect(company="Gone")
    for each in (kept, gone):
        prospects.move(office.context, each, "Engagement", "2")
    many.delete_prospects(office.context, [gone])
    assert office.rows("SELECT rowid FROM prospect_search") == [(kept,)]
    assert office.rows("SELECT sum(count) FROM board_count WHERE journey = 'Engagement'") == [(1,)]
    undo(office.context)
    assert office.rows("SELECT rowid FROM prospect_search ORDER BY 1") == [(kept,), (gone,)]
    assert office.rows("SELECT sum(count) FROM board_count WHERE journey = 'Engagement'") == [(2,)]


def test_deleting_twice_is_one_delete(office: Office) -> None:
    prospect = office.prospect()
    many.delete_prospects(office.context, [prospect])
    office.heard.clear()
    many.delete_prospects(office.context, [prospect])
    undo(office.context)
    assert office.values("prospects", prospect)["deleted"] == 0


@pytest.mark.parametrize(
    ("journey", "stage", "sentence"),
    [
        ("Romance", "3", "There is no journey “Romance”. The journeys are Engagement, Deal, Lifecycle"),
        ("Engagement", "Nirvana", "The journey Engagement has no stage “Nirvana”. Its stages are Call to Discovery"),
        ("Engagement", "0", "has no stage “0”"),
        ("Engagement", "7", "has no stage “7”"),
    ],
)
def test_a_move_to_nowhere_names_what_there_is(office: Office, journey: str, stage: str, sentence: str) -> None:
    prospect = office.prospect()
    with pytest.raises(UserError, match=sentence):
        prospects.move(office.context, prospect, journey, stage)
    assert log(office, prospect) == []


@pytest.mark.parametrize("act", ["move", "status", "log"])
def test_what_was_deleted_cannot_be_worked_on(office: Office, act: str) -> None:
    prospect = office.prospect()
    office.delete(prospect)
    before = office.contents()
    with pytest.raises(UserError, match=r"no longer there; it was deleted. Undo brings it back"):
        if act == "move":
            prospects.move(office.context, prospect, "Engagement", "2")
        elif act == "status":
            prospects.set_status(office.context, prospect, "CUSTOMER", None)
        else:
            prospects.log_interaction(office.context, prospect, "Call", "Spoke")
    assert office.contents() == before
    assert office.heard == []


def test_a_move_keeps_its_reason_and_its_mover(office: Office) -> None:
    prospect = office.prospect()
    prospects.move(office.context, prospect, "Deal", "Closed Lost", "Too dear")
    payload, source = office.rows("SELECT payload, source FROM events WHERE event = 'stage_set'")[0]
    assert payload == '{"journey": "Deal", "reason": "Too dear"}'
    assert source == "Amaia Etxarri"
    assert office.values("prospects", prospect)["deal_stage"] == "Closed Lost"


def test_a_move_without_a_reason_keeps_none(office: Office) -> None:
    prospect = office.prospect()
    prospects.move(office.context, prospect, "Deal", "2")
    assert office.rows("SELECT payload FROM events WHERE event = 'stage_set'") == [('{"journey": "Deal"}',)]


def test_two_moves_at_the_same_instant_keep_their_order(office: Office) -> None:
    prospect = office.prospect()
    for stage in ("5", "2", "4"):
        prospects.move(office.context, prospect, "Engagement", stage)
    assert [stage for _, stage in log(office, prospect)] == ["Construction", "Exploration", "Planning"]
    assert positions(office, prospect)["Engagement"] == 4
    moments = [row[0] for row in office.rows("SELECT occurred_at FROM events ORDER BY lid")]
    assert moments == sorted(set(moments))


@pytest.mark.parametrize(
    ("before", "status", "ltv", "stored"),
    [
        (None, None, 500, 500),
        (900, None, 500, 500),
        (900, "CUSTOMER", None, 900),
    ],
)
def test_status_and_ltv_change_alone_or_together(
    office: Office, before: int | None, status: str | None, ltv: int | None, stored: int
) -> None:
    prospect = office.prospect(ltv=before)
    prospects.set_status(office.context, prospect, status, ltv)
    row = office.values("prospects", prospect)
    assert row["ltv"] == stored
    assert row["customer_status"] == status


def test_a_status_change_that_changes_nothing_is_refused(office: Office) -> None:
    prospect = office.prospect()
    with pytest.raises(UserError, match="give a status, an LTV amount, or both"):
        prospects.set_status(office.context, prospect, None, None)


def test_a_status_is_an_event_of_its_journey(office: Office) -> None:
    prospect = office.prospect()
    prospects.set_status(office.context, prospect, "CUSTOMER", None)
    assert log(office, prospect) == [("stage_set", "CUSTOMER")]
    assert office.rows("SELECT payload FROM events") == [('{"journey": "Customer status"}',)]
    assert positions(office, prospect)["Customer status"] == 3


@pytest.mark.parametrize("field", ["journey_stage", "deal_stage", "lifecycle_stage", "onboarding_step"])
def test_an_edited_stage_field_is_undone_with_its_event(office: Office, field: str) -> None:
    prospect = office.prospect()
    office.event(prospect, "application_received", office.ago(days=1))
    prospects.edit(office.context, prospect, {"phone": "1"})
    before = log(office, prospect)
    prospects.edit(office.context, prospect, {field: "2"})
    assert len(log(office, prospect)) == len(before) + 1
    assert {"events", "positions", "prospects"} <= office.last().kinds
    undo(office.context)
    assert log(office, prospect) == before


def test_a_stage_that_an_edit_sets_names_its_journey(office: Office) -> None:
    prospects.edit(office.context, office.prospect(), {"deal_stage": "2"})
    assert office.rows("SELECT payload, source FROM events") == [('{"journey": "Deal"}', "Amaia Etxarri")]
