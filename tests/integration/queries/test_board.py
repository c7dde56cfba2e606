"""The board's questions: columns and lanes that add up, cards by page and in order, limits of stages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit, move
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries import board
from journeydesk.services.queries.board import Since
from journeydesk.services.rows.common import Amount
from tests.integration.office import Office

Team = list[RecordId]
_PEOPLE = (
    # company, owner, revenue, score, stage, days in it, follow-up
    ("A", "Amaia", 100, 10, 1, 1, None),
    ("B", "Amaia", 250, 30, 1, 20, "2026-05-18"),
    ("C", "Tomasz", None, 40, 1, 15, "2026-05-20"),
    ("D", None, 75, None, 2, 14, "2026-05-01"),
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
    count, revenue, over = board.board_totals(office.context, board.columns(office.context, "Engagement"))
    columns, lanes = board.columns(office.context, "Engagement"), board.lanes(office.context, "Engagement")
    assert count == sum(column.count for column in columns) == sum(lane.count for lane in lanes) == len(team)
    assert revenue == Amount(sum(lane.revenue.minor for lane in lanes), "EUR") == Amount(1_425, "EUR")
    assert over == sum(column.over_limit for column in columns) == sum(lane.over_limit for lane in lanes)


def test_a_card_is_over_its_limit_after_the_last_day_of_it(office: Office, team: Team) -> None:
    # Both stages allow fourteen days; who came 14 days ago is within, 15 over. The last stage has no limit.
    columns = board.columns(office.context, "Engagement")
    assert [(column.limit_days, column.over_limit) for column in columns][:2] == [(14, 2), (14, 0)]
    assert (columns[-1].limit_days, columns[-1].over_limit) == (None, 0)
    cards = {card.company: card for card in board.cards(office.context, "Engagement", 1, 0, 9)}
    assert {name: (card.days, card.over_limit) for name, card in cards.items()} == {
        "A": (1, False), "B": (20, True), "C": (15, True),
    }  # fmt: skip
    assert not board.cards(office.context, "Engagement", 6, 0, 9)[0].over_limit


@pytest.mark.parametrize("options", [{}, {"owner": "Amaia"}, {"owner": ""}, {"min_score": 30}])
def test_columns_after_a_change_are_those_counted_anew(office: Office, team: Team, options: dict[str, Any]) -> None:
    a, b, c, d, e = team
    now = office.moment

    def move_back(prospect: RecordId, stage: str) -> None:
        office.moment = now - timedelta(days=30)
        move(office.context, prospect, "Engagement", stage)
        office.moment = now

    def swap() -> None:
        move_back(c, "2")
        move_back(d, "1")

    def take_back() -> None:
        assert undo(office.context)

    changes: list[tuple[set[RecordId], Callable[[], None]]] = [
        ({b}, lambda: move(office.context, b, "Engagement", "2")),
        ({c, d}, swap),
        ({a}, lambda: edit(office.context, a, {"owner": None, "score": 45})),
        ({b}, lambda: move_back(b, "2")),
        ({c}, lambda: delete_prospects(office.context, [c])),
        ({e}, lambda: move_back(e, "1")),
        ({e}, take_back),
        ({c}, take_back),
    ]
    for changed, change in changes:
        before = board.columns(office.context, "Engagement", **options)
        change()
        after = board.columns(office.context, "Engagement", **options, since=Since(before, changed))
        assert after == board.columns(office.context, "Engagement", **options)


def test_only_where_somebody_came_or_went_limits_are_counted(office: Office, team: Team) -> None:
    before = [replace(column, over_limit=9) for column in board.columns(office.context, "Engagement")]
    move(office.context, team[1], "Engagement", "3")
    after = board.columns(office.context, "Engagement", since=Since(before, {team[1]}))
    assert [column.over_limit for column in after] == [1, 9, 0, 9, 9, 9]


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
    assert (lanes["Amaia"].count, lanes["Amaia"].overdue, lanes["Amaia"].over_limit) == (2, 1, 1)
    assert (lanes["Tomasz"].count, lanes["Tomasz"].overdue, lanes["Tomasz"].over_limit) == (2, 0, 1)


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
