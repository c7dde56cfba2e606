"""The KPI board on a real database: each measure, its state, its parts, and whom it opens."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from journeydesk.domain.errors import SettingError, UserError, ValueRefused
from journeydesk.domain.settings.goals import LESS_IS_BETTER, MEASURES, Goal
from journeydesk.domain.time import moment_text
from journeydesk.reports.blocks.board import Board
from journeydesk.reports.blocks.cards import Card
from journeydesk.reports.kpi.figures import state
from journeydesk.services.commands.money import set_goal, set_spend
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.queries.reports import report
from journeydesk.storage.engine import sql
from journeydesk.storage.payments.mrr_steps import StoredStep, set_steps
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.workspaces import NOW, workspace

DAY = NOW.date().isoformat()


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def ago(days: float) -> str:
    return moment_text(NOW - timedelta(days=days))


def day(back: int) -> str:
    return (NOW.date() - timedelta(days=back)).isoformat()


def run(context: Context, statement: str, *values: object) -> None:
    with context.database.write() as connection:
        sql.run(connection, statement, values)


def cards(context: Context, of: str = DAY) -> dict[str, Card]:
    [board] = report(context, "kpi", of).blocks
    assert isinstance(board, Board)
    return {card.key: card for card in board.cards}


@pytest.fixture
def team(context: Context) -> Context:
    """Twelve customers that pay €50 and call each day, one of whom upgraded and one of whom left; surveys of all; spend of April."""
    for number in range(12):
        source = "Referral" if number < 6 else "Website"
        applied = {"company": f"Company {number}", "applied_on": ago(20 - number), "source": source}
        prospect = create_prospect(context, applied)
        payer = f"cus_{number}"
        run(context, "INSERT INTO stripe_payer (payer, prospect, stale) VALUES (?, ?, 0)", payer, prospect)
        steps = [StoredStep(payer, "EUR", ago(40), 5_000, 5_000)]
        if number == 0:
            steps.append(StoredStep(payer, "EUR", ago(10), 9_000, 4_000))
        if number == 1:
            steps.append(StoredStep(payer, "EUR", ago(5), 0, -5_000))
        with context.database.write() as connection:
            set_steps(connection, [payer], steps, {payer: ago(40)})
        run(
            context,
            "UPDATE prospects SET customer_status = 'CUSTOMER', net_paid_minor = 24000, money_currency = 'EUR' WHERE lid = ?",
            prospect,
        )
        for back in range(1, 8 if number else 3):
            run(
                context,
                "INSERT INTO usage (key, prospect, date, api_calls, created_at) VALUES (?, ?, ?, 5, ?)",
                *(f"USE-{number}-{back}", prospect, day(back), ago(0)),
            )
        run(
            context,
            "INSERT INTO surveys (key, prospect, survey_type, date_sent, date_responded, pmf_score, satisfaction, testimonial, case_study, "
            "created_at) VALUES (?, ?, 'PMF', ?, ?, ?, ?, ?, ?, ?)",
            *(f"SUR-{number}", prospect, day(9), day(8), 0.3 + number / 50, 10 if number < 8 else 5),
            *("Good" if number < 5 else None, int(number < 3), ago(0)),
        )
    set_spend(context, "2026-04", "LinkedIn", "960")
    return context


def test_each_measure_is_what_its_parts_say(team: Context) -> None:
    found = cards(team)
    words = {key: (card.words, card.of) for key, card in found.items()}
    assert words["applications"] == ("10", "1–19 of the month")
    assert words["active_customers"] == ("12", "")
    assert words["daily_active"] == ("11", "median")
    assert words["retention"] == ("100%", "12 of 12")
    assert words["acquisition_cost"] == ("€80", "12 customers")
    assert words["fit"] == ("41%", "n = 12")
    assert words["testimonials"] == ("5", "")
    assert words["case_studies"] == ("3", "")
    assert words["net_promoter"] == ("33", "n = 12")
    assert words["referrals"] == ("0.5", "6 from 12")
    assert words["recurring_revenue"] == ("€590", "")
    assert words["paid_conversion"] == ("no data", "")
    assert words["lifetime_to_cost"] == ("3.0 : 1", "")
    assert words["lost_revenue"] == ("8.3%", "€50 of €600")
    assert words["expansion"] == ("9%", "1 of 11")


def test_a_measure_opens_exactly_whom_it_counts(team: Context) -> None:
    found = cards(team)
    counts = {
        "applications": 10,
        "active_customers": 12,
        "retention": 12,
        "acquisition_cost": 12,
        "fit": 12,
        "testimonials": 5,
        "case_studies": 3,
        "net_promoter": 12,
        "referrals": 6,
        "recurring_revenue": 11,
        "lost_revenue": 1,
        "expansion": 1,
    }
    for key, count in counts.items():
        behind = found[key].behind
        assert behind is not None, key
        assert len(prospect_ids(team, list_behind(behind, None))) == count, key


def test_an_empty_base_has_no_data_and_no_state(context: Context) -> None:
    found = cards(context)
    assert tuple(found) == MEASURES
    empty = {key for key, card in found.items() if card.state == "No data"}
    assert empty == set(MEASURES) - {"applications", "testimonials", "case_studies"}
    assert found["retention"].words == "no data"


def test_fewer_than_ten_have_no_percentage(context: Context) -> None:
    for number in range(9):
        run(
            context,
            "INSERT INTO surveys (key, survey_type, date_sent, date_responded, satisfaction, pmf_score, created_at) "
            "VALUES (?, 'PMF', ?, ?, 9, 0.9, ?)",
            *(f"S{number}", day(3), day(2), ago(0)),
        )
    found = cards(context)
    assert (found["net_promoter"].words, found["net_promoter"].state) == ("fewer than 10", "No data")
    assert found["fit"].words == "fewer than 10"


def test_less_is_better_reverses_the_states() -> None:
    goal = Goal(500, 300)
    assert [state(amount, goal, less_is_better=True) for amount in (300, 301, 500, 501)] == [
        "On target",
        "Close",
        "Close",
        "Over",
    ]
    assert [state(amount, Goal(50, 100), less_is_better=False) for amount in (100, 99, 50, 49)] == [
        *("On target", "Close", "Close", "Below")
    ]
    assert state(None, goal, less_is_better=True) == "No data"
    assert {"acquisition_cost", "lost_revenue"} == LESS_IS_BETTER


def test_goals_are_changed_for_the_team_and_back(context: Context) -> None:
    set_goal(context, "retention", "70 %", "82,5")
    assert context.settings.goals["retention"] == Goal(0.7, 0.825)
    assert cards(context)["retention"].goal_words == "must 70% · target 82.5%"
    undo(context)
    assert context.settings.goals["retention"] == Goal(0.8, 0.85)


@pytest.mark.parametrize(
    ("measure", "must", "target", "said"),
    [
        ("retention", "ninety", "95", "Must: “ninety” is not a number from 0 up"),
        ("retention", "95", "90", "Must: it is at most the target"),
        ("acquisition_cost", "300", "500", "less is better here, so it is at least the target"),
        ("luck", "1", "2", "There is no measure “luck”"),
    ],
)
def test_a_wrong_goal_is_said_and_nothing_changes(context: Context, measure: str, must: str, target: str, said: str) -> None:
    before = context.settings.goals
    with pytest.raises((UserError, ValueRefused), match=said):
        set_goal(context, measure, must, target)
    assert context.settings.goals == before


def test_a_setting_beyond_its_target_is_refused(context: Context) -> None:
    with pytest.raises(SettingError, match=r"goals\.fit\.must"):
        change_settings(context, {"goals.fit": {"must": 0.9, "target": 0.4}}, "wrong")


@pytest.mark.parametrize(("typed", "mark", "amount"), [("1,200", ".", 1200), ("1.200", ",", 1200), ("1.200,50", ",", 1200.5)])
def test_an_amount_in_groups_is_read_by_the_readers_own_mark(context: Context, typed: str, mark: str, amount: float) -> None:
    set_spend(context, "April", "Fair", typed, mark)
    assert float(context.settings.spend["2026-04"]["Fair"]) == amount
    set_goal(context, "applications", "10", typed, mark)
    assert context.settings.goals["applications"].target == amount


def test_spend_is_entered_changed_and_taken_away(context: Context) -> None:
    set_spend(context, "2026-04", "LinkedIn", "1,200.50")
    set_spend(context, "2026-04", "linkedin", "€300")
    set_spend(context, "Apr 2026", "Fair", "0")
    assert {source: str(amount) for source, amount in context.settings.spend["2026-04"].items()} == {
        "LinkedIn": "300.0",
        "Fair": "0.0",
    }
    set_spend(context, "2026-04", "Fair", None)
    set_spend(context, "2026-04", "LinkedIn", None)
    assert "2026-04" not in context.settings.spend
    for month, source, amount, said in (
        ("Aprilish", "Fair", "1", "Month: “Aprilish” is not a month. Write it like May 2026"),
        ("2026-04", " ", "1", "Source: give it a name"),
        ("2026-04", "Fair", "much", "Amount: “much”"),
    ):
        with pytest.raises(ValueRefused, match=said):
            set_spend(context, month, source, amount)
    with pytest.raises(UserError, match="Nothing was entered for Fair"):
        set_spend(context, "2026-04", "Fair", None)
