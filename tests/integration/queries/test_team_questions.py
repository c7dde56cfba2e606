"""What is asked of the team: its rules and automations, their log, who owns what, the money, and words that are searched."""

from datetime import date

import pytest

from journeydesk.domain.automation.registry import AUTOMATIONS
from journeydesk.domain.errors import UserError
from journeydesk.domain.journeys import edit_stages
from journeydesk.domain.money import Money
from journeydesk.domain.rules.registry import RULE_NAMES
from journeydesk.services.commands.automation import take_back
from journeydesk.services.commands.money import set_rate
from journeydesk.services.commands.prospects import move
from journeydesk.services.commands.settings import change_settings, silence_rule, switch_automation, switch_rule
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.queries.automation import dry_run, runs
from journeydesk.services.queries.journeys import preview
from journeydesk.services.queries.lists.search import matched, search_notes, search_prospects
from journeydesk.services.queries.money import team_money
from journeydesk.services.queries.rules import automation_lines, rule_lines
from journeydesk.services.queries.settings import SettingValues
from journeydesk.services.queries.team import team_lines
from tests.integration.office import Office


def test_every_rule_is_listed_by_name_with_its_numbers(office: Office) -> None:
    lines = rule_lines(office.context)
    assert {line.name for line in lines} == RULE_NAMES
    assert [line.name for line in lines] == sorted(RULE_NAMES, key=str.casefold)
    assert all(line.when and line.clears and line.shows and line.action for line in lines)
    values = SettingValues(office.context)
    for line in lines:
        assert all(values[key].value == value for key, value in line.numbers)


def test_a_rule_says_whether_it_is_on_and_notifies(office: Office) -> None:
    def line(name: str) -> tuple[bool, bool]:
        return next((each.on, each.notifies) for each in rule_lines(office.context) if each.name == name)

    assert line("churn risk") == (True, True)
    silence_rule(office.context, "churn risk", True)
    switch_rule(office.context, "churn risk", False)
    assert line("churn risk") == (False, False)
    assert not any(each.notifies for each in rule_lines(office.context) if each.priority == "Normal")


def test_a_changed_number_shows_in_the_words_of_its_rule(office: Office) -> None:
    change_settings(office.context, {"alerts.no_answer_days": 13}, "More days")
    line = next(each for each in rule_lines(office.context) if each.name == "no answer")
    assert ("alerts.no_answer_days", 13) in line.numbers
    assert "13" in line.when


def test_automations_are_listed_in_the_order_they_run(office: Office) -> None:
    assert [line.name for line in automation_lines(office.context)] == [each.name for each in AUTOMATIONS]
    name = automation_lines(office.context)[0].name
    switch_automation(office.context, name, False)
    assert not automation_lines(office.context)[0].on


@pytest.fixture
def onboarded(office: Office) -> int:
    """A prospect whose onboarding began, with the tasks that this made."""
    prospect = office.prospect(company="Quillon", status="Accepted")
    move(office.context, prospect, "Deal", "Beta Accepted")
    return prospect


def test_the_log_says_what_ran_for_whom_and_what_it_made(office: Office, onboarded: int) -> None:
    lines = runs(office.context)
    assert lines
    assert {(line.prospect, line.company) for line in lines} == {(onboarded, "Quillon")}
    assert all(line.changes == len(line.made) > 0 for line in lines)
    assert all(line.taken_back_at is None and line.at == office.moment for line in lines)
    assert any(made.startswith("Task “") for line in lines for made in line.made)
    assert len(runs(office.context, limit=1)) == 1


def test_a_run_is_taken_back_once_with_all_it_made(office: Office, onboarded: int) -> None:
    tasks = len(office.rows("SELECT 1 FROM tasks WHERE NOT deleted"))
    line = next(line for line in runs(office.context) if line.made[0].startswith("Task"))
    office.heard.clear()
    assert take_back(office.context, line.id) == line.words
    assert len(office.rows("SELECT 1 FROM tasks WHERE NOT deleted")) == tasks - line.changes
    assert next(each for each in runs(office.context) if each.id == line.id).taken_back_at == office.moment
    assert office.last().prospects == frozenset({onboarded})
    with pytest.raises(UserError, match="This was taken back already"):
        take_back(office.context, line.id)
    with pytest.raises(UserError, match="taken back already"):
        take_back(office.context, 999)
    evaluate(office.context)
    assert len(office.rows("SELECT 1 FROM tasks WHERE NOT deleted")) == tasks - line.changes


def test_a_dry_run_writes_nothing_and_counts_what_it_lists(office: Office, onboarded: int) -> None:
    office.pass_time(minutes=1)
    before = office.contents()
    name = next(line.rule for line in runs(office.context) if line.made[0].startswith("Task"))
    steps: list[tuple[int, int]] = []
    result = dry_run(
        office.context, name, date(2026, 5, 1), date(2026, 5, 31), progress=lambda done, all_: steps.append((done, all_))
    )
    assert office.contents() == before
    assert result.runs == len(result.lines) == 1
    assert result.tasks + result.fields == sum(len(line.made) for line in result.lines)
    assert result.words == f"would have made {result.tasks} tasks in May 2026"
    assert steps[-1][0] == steps[-1][1]
    empty = dry_run(office.context, name, date(2026, 4, 1), date(2026, 4, 7))
    assert (empty.runs, empty.words) == (0, "would have made 0 tasks from 2026-04-01 to 2026-04-07")


def test_a_dry_run_of_what_is_none_names_what_there_is(office: Office) -> None:
    with pytest.raises(UserError, match=r"There is no automation “magic”. They are "):
        dry_run(office.context, "magic", date(2026, 5, 1), date(2026, 5, 31))


def test_the_team_is_listed_with_what_is_open_of_each(office: Office) -> None:
    office.settle(team={"reps": [{"name": "Amaia", "email": "a@x.example"}, {"name": "Idle", "email": "i@x.example"}]})
    for owner in ("Amaia", "Amaia", "Zoe", "Bea", "Zoe", "Bea", "Cid", None):
        office.prospect(owner=owner)
    office.prospect(owner="Amaia", status="Rejected")
    office.delete(office.prospect(owner="Amaia"))
    lines = team_lines(office.context)
    assert [(rep.name, rep.open_prospects) for rep in lines.reps] == [("Amaia", 2), ("Idle", 0)]
    assert [other for other in lines.others if other[0]] == [("Bea", 2), ("Zoe", 2), ("Cid", 1)]


def test_team_money_adds_up_over_currencies_with_rates(office: Office) -> None:
    office.prospect(net_paid_minor=10_000, mrr_minor=1_000, money_currency="EUR")
    office.prospect(net_paid_minor=5_000, mrr_minor=500, money_currency="USD", ltv=77)
    office.prospect(ltv=4_200)
    office.delete(office.prospect(net_paid_minor=99_999, mrr_minor=99_999, money_currency="EUR", ltv=99_999))
    money = team_money(office.context)
    assert money.net_paid.per_currency == (Money(10_000, "EUR"), Money(5_000, "USD"))
    assert (money.net_paid.together, money.net_paid.missing) == (None, ("USD",))
    assert money.by_hand == Money(4_200, "EUR")
    set_rate(office.context, "USD", "0.5")
    money = team_money(office.context)
    assert (money.net_paid.together, money.mrr.together) == (Money(12_500, "EUR"), Money(1_250, "EUR"))


def test_a_preview_says_who_moves_and_moves_nobody(office: Office) -> None:
    people = [office.prospect() for _ in range(3)]
    for each in people[:2]:
        move(office.context, each, "Engagement", "Exploration")
    before = office.contents()
    result = preview(office.context, lambda raw: edit_stages.remove_stage(raw, "Engagement", "Exploration", "Commitment"))
    assert [(group.before, group.after, group.count) for group in result.moving] == [("Exploration", "Commitment", 2)]
    assert set(result.moving[0].examples) == set(people[:2])
    assert result.words == "2 of 3 prospects move"
    assert office.contents() == before


def test_a_new_name_for_a_stage_moves_nobody(office: Office) -> None:
    move(office.context, office.prospect(), "Engagement", "Exploration")
    result = preview(office.context, lambda raw: edit_stages.rename_stage(raw, "Engagement", "Exploration", "Discovery"))
    assert (result.moving, result.words, result.asked) == ((), "Nobody moves", 1)


@pytest.mark.parametrize(
    ("title", "typed", "spans"),
    [
        ("Łąkowisko Meble", "lako", ((0, 4),)),
        ("Łąkowisko Meble", "meb lak", ((0, 3), (10, 13))),
        ("Ærø Rail", "rail", ((4, 8),)),
        ("QUILLON Rail", "rai quil", ((0, 4), (8, 11))),
        ("Quillon", "zzz", ()),
        ("Quillon", "", ()),
        ("", "q", ()),
    ],
)
def test_typed_words_are_marked_where_they_stand(title: str, typed: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert matched(title, typed) == spans


def test_the_palette_names_whom_it_found(office: Office) -> None:
    prospect = office.prospect(company="Quillon", contact_name="Ida", owner="Amaia")
    person = office.prospect(company=None, contact_name="Quill Ida")
    move(office.context, prospect, "Engagement", "2")
    office.add("interactions", prospect=prospect, summary="Quill pens " + "x" * 200, date=office.ago())
    hits = {hit.prospect: hit for hit in search_prospects(office.context, "quil")}
    assert (hits[prospect].title, hits[prospect].subtitle, hits[prospect].spans) == ("Quillon", "Ida · Amaia", ((0, 4),))
    assert hits[prospect].stage is not None
    assert (hits[person].title, hits[person].stage, hits[person].spans) == ("Quill Ida", None, ())
    (note,) = search_notes(office.context, "pens")
    assert (note.kind, note.prospect, note.at) == ("note", prospect, office.moment)
    assert note.title == "Quillon: Quill pens " + "x" * 69
    assert [note.title[start:end] for start, end in note.spans] == ["pens"]
    assert len(search_prospects(office.context, "quil", limit=1)) == 1
