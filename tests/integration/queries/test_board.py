"""The board's questions: columns and lanes that add up, cards by page and in order, limits of stages."""

from datetime import date, timedelta
from typing import Any

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.rotting import rots_on
from journeydesk.domain.time import day_of
from journeydesk.services.commands.board import move_cards
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit, move
from journeydesk.services.queries.lists import board
from journeydesk.services.rows.common import Amount
from journeydesk.services.workspace.settings import preset
from journeydesk.storage.records import bulk
from journeydesk.ui.models.board_model import place_of
from tests.integration.office import Office

Team = list[RecordId]
_PEOPLE = (
    # company, owner, revenue, score, stage, days in it, follow-up
    ("A", "Amaia", 100, 10, 1, 1, None),
    ("B", "Amaia", 250, 30, 1, 22, "2026-05-18"),
    ("C", "Tomasz", None, 40, 1, 21, "2026-05-20"),
    ("D", None, 75, None, 2, 20, "2026-05-01"),
    ("E", "Tomasz", 1_000, 5, 6, 300, None),
)


@pytest.fixture
def team(office: Office) -> Team:
    people = []
    now = office.moment
    for company, owner, revenue, score, stage, days, follow_up in _PEOPLE:
        prospect = office.prospect(
            company=company, contact_name=f"{company} Contact", owner=owner, estimated_revenue=revenue, next_follow_up=follow_up,
            applied_on=None, status="Accepted",
        )  # fmt: skip
        office.moment = now - timedelta(days=days)
        move(office.context, prospect, "Engagement", str(stage))
        office.moment = now
        if score is not None:
            edit(office.context, prospect, {"score": score})
        people.append(prospect)
    return people


def names(office: Office, stage: int, **options: object) -> list[str]:
    return [card.company for card in board.cards(office.context, "Engagement", stage, 0, 50, **options)]  # type: ignore[arg-type]


def test_a_column_counts_and_sums_all_of_its_cards(office: Office, team: Team) -> None:
    columns = board.columns(office.context, "Engagement")
    assert [(column.mark.number, column.count, column.revenue.minor) for column in columns] == [
        (1, 3, 350), (2, 1, 75), (3, 0, 0), (4, 0, 0), (5, 0, 0), (6, 1, 1_000),
    ]  # fmt: skip
    assert {column.revenue.currency for column in columns} == {"EUR"}


def test_the_totals_are_the_sums_of_the_columns_and_of_the_lanes(office: Office, team: Team) -> None:
    count, revenue, _ = board.board_totals(office.context, board.columns(office.context, "Engagement"))
    limits = board.over_limits(office.context, "Engagement")
    columns = board.with_limits(board.columns(office.context, "Engagement"), limits)
    lanes = board.lanes(office.context, "Engagement")
    over = board.board_totals(office.context, columns)[2]
    assert count == sum(column.count for column in columns) == sum(lane.count for lane in lanes) == len(team)
    assert revenue == Amount(sum(lane.revenue.minor for lane in lanes), "EUR") == Amount(1_425, "EUR")
    assert over == sum(column.over_limit for column in columns) == sum(limits.of_owner(lane.owner).count for lane in lanes)


def test_a_card_is_over_its_limit_after_the_last_day_of_it(office: Office, team: Team) -> None:
    # Both stages allow fourteen working days: who came twenty days ago is within, a day more is over. The last stage has no limit.
    limits = board.over_limits(office.context, "Engagement")
    columns = board.with_limits(board.columns(office.context, "Engagement"), limits)
    assert [(column.limit_days, column.over_limit) for column in columns][:2] == [(14, 2), (14, 0)]
    assert (columns[-1].limit_days, columns[-1].over_limit) == (None, 0)
    cards = {card.company: card for card in board.cards(office.context, "Engagement", 1, 0, 9)}
    assert {name: (card.days, card.over_limit) for name, card in cards.items()} == {
        "A": (1, False), "B": (16, True), "C": (15, True),
    }  # fmt: skip
    assert not board.cards(office.context, "Engagement", 6, 0, 9)[0].over_limit
    assert board.cards(office.context, "Engagement", 2, 0, 9)[0].days == 14


def test_the_board_and_the_rule_of_rotting_count_the_same_days(office: Office, team: Team) -> None:
    calendar = office.context.settings.calendar
    for card in board.cards(office.context, "Engagement", 1, 0, 9):
        entered = day_of(card.entered, office.context.settings.time_zone)
        assert (rots_on(calendar.days, entered, 15) <= office.context.today()) is card.over_limit
    over = board.cards(office.context, "Engagement", 1, 0, 9, only_over=True)
    assert [card.company for card in over] == ["B", "C"]
    preset(office.context, {"calendar.holidays": ["2026-05-14"]})
    assert [card.company for card in board.cards(office.context, "Engagement", 1, 0, 9, only_over=True)] == ["B"]
    assert over_days(office) == {"A": 1, "B": 15, "C": 14}


def over_days(office: Office) -> dict[str, int]:
    return {card.company: card.days for card in board.cards(office.context, "Engagement", 1, 0, 9)}


def over(office: Office, **options: Any) -> dict[int, tuple[int, int]]:
    """Count and worth of what is over its limit, by stage."""
    limits = board.over_limits(office.context, "Engagement", **options)
    found = {stage: limits.of_stage(stage) for stage in range(1, 7)}
    return {stage: (each.count, each.revenue.minor) for stage, each in found.items() if each.count}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, {1: (2, 250)}),
        ({"owner": "Amaia"}, {1: (1, 250)}),
        ({"owner": "Tomasz"}, {1: (1, 0)}),
        ({"owner": ""}, {}),
        ({"min_score": 35}, {1: (1, 0)}),
    ],
)
def test_what_is_over_its_limit_is_counted_with_its_worth(
    office: Office, team: Team, options: dict[str, Any], expected: dict[int, tuple[int, int]]
) -> None:
    assert over(office, **options) == expected
    columns = board.with_limits(board.columns(office.context, "Engagement"), board.over_limits(office.context, "Engagement"))
    assert columns[5].over is None


def test_who_was_moved_is_over_no_limit_without_counting_again(office: Office, team: Team) -> None:
    before = board.over_limits(office.context, "Engagement")
    cards = [card for card in board.cards(office.context, "Engagement", 1, 0, 9) if card.company in ("A", "B")]
    move_cards(office.context, [card.id for card in cards], "Engagement", "2")
    counted = board.over_limits(office.context, "Engagement")
    known = before.after_move(cards, 1)
    for stage in range(1, 7):
        assert known.of_stage(stage) == counted.of_stage(stage)
    assert known.of_owner("Amaia") == counted.of_owner("Amaia")


def test_cards_stand_by_alert_then_follow_up_then_age(office: Office, team: Team) -> None:
    assert names(office, 1) == ["B", "C", "A"]
    office.add(
        "alerts", prospect=team[0], rule="churn risk", priority="Normal", status="Pending", expires_at=office.ago(days=-7)
    )
    assert names(office, 1) == ["A", "B", "C"]
    office.add(
        "alerts", prospect=team[2], rule="churn risk", priority="Urgent", status="Pending", expires_at=office.ago(days=-7)
    )
    assert names(office, 1) == ["C", "A", "B"]
    cards = board.cards(office.context, "Engagement", 1, 0, 9)
    assert [card.alert for card in cards] == ["Urgent", "Normal", None]


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_pages_join_to_the_whole_column(office: Office, team: Team, size: int) -> None:
    pages = [board.cards(office.context, "Engagement", 1, start, size) for start in range(0, 3, size)]
    assert [card.company for page in pages for card in page] == ["B", "C", "A"]
    assert board.cards(office.context, "Engagement", 1, 3, size) == []


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({"owner": "Amaia"}, ["B", "A"]),
        ({"owner": "Tomasz"}, ["C"]),
        ({"owner": ""}, []),
        ({"min_score": 30}, ["B", "C"]),
        ({"min_score": 31}, ["C"]),
        ({"owner": "Amaia", "min_score": 11}, ["B"]),
        ({"owner": "Nobody"}, []),
    ],
)
def test_a_filter_takes_cards_and_counts_alike(
    office: Office, team: Team, options: dict[str, object], shown: list[str]
) -> None:
    assert names(office, 1, **options) == shown
    column = board.columns(office.context, "Engagement", **options)[0]  # type: ignore[arg-type]
    assert column.count == len(shown)
    revenue = {name: value or 0 for name, _, value, *_ in _PEOPLE}
    assert column.revenue.minor == sum(revenue[name] for name in shown)


def test_who_has_no_owner_is_a_lane_of_its_own(office: Office, team: Team) -> None:
    lanes = {lane.owner: lane for lane in board.lanes(office.context, "Engagement")}
    assert set(lanes) == {"Amaia", "Tomasz", ""}
    assert (lanes[""].count, lanes[""].overdue, lanes[""].revenue.minor) == (1, 1, 75)
    assert (lanes["Amaia"].count, lanes["Amaia"].overdue, lanes["Amaia"].cards) == (2, 1, (2, 0, 0, 0, 0, 0))
    assert (lanes["Tomasz"].count, lanes["Tomasz"].overdue, lanes["Tomasz"].cards) == (2, 0, (1, 0, 0, 0, 0, 1))
    of_score = {lane.owner: lane for lane in board.lanes(office.context, "Engagement", 30)}
    assert of_score["Amaia"].cards == (1, 0, 0, 0, 0, 0)
    assert of_score["Tomasz"].cards == (1, 0, 0, 0, 0, 0)


def test_a_card_shows_what_is_known_of_it(office: Office, team: Team) -> None:
    card = board.cards(office.context, "Engagement", 1, 0, 1)[0]
    assert (card.company, card.contact, card.owner, card.score) == ("B", "B Contact", "Amaia", 30)
    assert (card.revenue, card.follow_up, card.limit_days) == (Amount(250, "EUR"), date(2026, 5, 18), 14)
    assert (card.pending, card.conflict) == (True, False)
    assert board.cards(office.context, "Engagement", 1, 1, 1)[0].revenue is None


def test_a_deleted_card_leaves_counts_and_lanes(office: Office, team: Team) -> None:
    delete_prospects(office.context, [team[1], team[4]])
    assert names(office, 1) == ["C", "A"]
    assert board.board_totals(office.context, board.columns(office.context, "Engagement"))[:2] == (3, Amount(175, "EUR"))
    assert sum(lane.count for lane in board.lanes(office.context, "Engagement")) == 3


def test_a_moved_card_is_in_one_column_alone(office: Office, team: Team) -> None:
    move(office.context, team[0], "Engagement", "4")
    columns = board.columns(office.context, "Engagement")
    assert [column.count for column in columns] == [2, 1, 0, 1, 0, 1]
    assert board.cards(office.context, "Engagement", 4, 0, 9)[0].days == 0


@pytest.mark.parametrize("status", ["Rejected", "Churned"])
def test_who_was_closed_is_on_the_board_of_deals_alone(office: Office, team: Team, status: str) -> None:
    move(office.context, team[0], "Deal", "2")
    edit(office.context, team[0], {"status": status})
    assert names(office, 1) == ["B", "C"]
    assert sum(column.count for column in board.columns(office.context, "Deal")) >= 1


def test_a_journey_that_is_none_is_the_first_one(office: Office, team: Team) -> None:
    assert board.columns(office.context, "Romance") == board.columns(office.context, "Engagement")
    assert board.journeys(office.context)[:2] == ["Engagement", "Deal"]


def test_an_empty_board_has_columns_and_no_lanes(office: Office) -> None:
    assert [column.count for column in board.columns(office.context, "Engagement")] == [0] * 6
    assert board.lanes(office.context, "Engagement") == []
    assert board.board_totals(office.context, board.columns(office.context, "Engagement")) == (0, Amount(0, "EUR"), 0)


def test_sums_are_in_the_minor_units_of_the_team(office: Office, team: Team) -> None:
    office.settle(team={"currency": "JPY"})
    assert board.board_totals(office.context, board.columns(office.context, "Engagement"))[1].currency == "JPY"
    assert board.columns(office.context, "Engagement")[5].revenue == Amount(10, "JPY")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("urgent", ["B", "C", "A"]),
        ("value", ["B", "A", "C"]),
        ("score", ["C", "B", "A"]),
        ("days", ["B", "C", "A"]),
        ("name", ["A", "B", "C"]),
    ],
)
def test_a_column_is_sorted_by_what_is_asked_for(office: Office, team: Team, order: str, expected: list[str]) -> None:
    assert names(office, 1, order=order) == expected
    for owner in ("Amaia", "Tomasz"):
        of_owner = {row[0]: row[1] for row in _PEOPLE}
        assert names(office, 1, order=order, owner=owner) == [name for name in expected if of_owner[name] == owner]
    cards = board.cards(office.context, "Engagement", 1, 0, 9, order=order)
    assert cards == sorted(cards, key=lambda card: place_of(card, order))


@pytest.mark.parametrize("order", ["urgent", "value", "score", "days", "name"])
def test_pages_of_any_order_join_sorted_or_walked(office: Office, order: str) -> None:
    with office.context.database.write() as connection:
        values = [
            {"key": f"K{n}", "company": f"C{n * 7 % 60:02}", "estimated_revenue": (n * 13 % 40 or None), "score": n * 11 % 50}
            for n in range(60)
        ]
        ids = bulk.insert_many(connection, "prospects", values, office.context.author())
    move_cards(office.context, ids, "Engagement", "1")
    whole = board.cards(office.context, "Engagement", 1, 0, 60, order=order)
    pages = [board.cards(office.context, "Engagement", 1, start, 7, order=order) for start in range(0, 63, 7)]
    assert [card.id for page in pages for card in page] == [card.id for card in whole]
    assert len(whole) == 60
    assert whole == sorted(whole, key=lambda card: place_of(card, order))


def test_only_what_is_over_its_limit_can_be_shown(office: Office, team: Team) -> None:
    assert names(office, 1, only_over=True) == ["B", "C"]
    assert names(office, 1, only_over=True, order="name", owner="Tomasz") == ["C"]
    assert names(office, 2, only_over=True) == names(office, 6, only_over=True) == []
