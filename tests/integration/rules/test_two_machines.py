"""Two machines over one base: what the rules make on both is one thing, and nobody is asked about it (docs/rules.md, "Alerts"
and docs/rules.md, "Automations")."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.ids import RecordId
from journeydesk.services.attention import pending_count
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands import mutes
from journeydesk.services.commands.prospects import create_prospect, log_interaction, move
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.services.notifying import due_notices, still_waiting
from journeydesk.services.queries.alerts import alert_detail, snoozed_alerts
from journeydesk.services.workspace.settings import refresh
from journeydesk.sync.engine import run_pass
from journeydesk.sync.setup import set_up
from tests.fakes.memory_remote import MemoryRemote
from tests.integration.rules.conftest import Desk


class Team:
    """Two desks, one base, one clock."""

    def __init__(self, new_desk: Callable[[], Desk]) -> None:
        self.one, self.two = new_desk(), new_desk()
        self.base = MemoryRemote(lambda: self.one.ago())
        targets: dict[str, str] = {}
        for spec in TABLES:
            self.base.create_table(spec, targets)
            targets[spec.slug] = next(table.id for table in self.base.schema() if table.name == spec.name)
        for desk in (self.one, self.two):
            set_up(desk.context.database, self.base, True, desk.ago())

    def pass_time(self, **span: float) -> None:
        for desk in (self.one, self.two):
            desk.pass_time(**span)

    def sync(self, desk: Desk) -> None:
        began = desk.ago()
        run_pass(
            desk.context.database,
            self.base,
            clock=desk.context.clock,
            sleep=lambda _: None,
            settle_seconds=0,
            pulled=lambda touched: _ignore(evaluate(desk.context, touched, began)),
        )

    def meet(self) -> None:
        """Both have what the other has."""
        for desk in (self.one, self.two, self.one, self.two):
            self.pass_time(seconds=30)
            self.sync(desk)

    def same(self, query: str) -> list[tuple[Any, ...]]:
        """What both machines say, once it is the same."""
        first, second = self.one.rows(query), self.two.rows(query)
        assert first == second
        return first

    def conflicts(self) -> int:
        return sum(desk.rows("SELECT count(*) FROM conflict")[0][0] for desk in (self.one, self.two))


def _ignore(_: object) -> None:
    """For what asks for nothing back."""


@pytest.fixture
def team(new_desk: Callable[[], Desk]) -> Team:
    return Team(new_desk)


ALERTS = "SELECT key, rule, status FROM alerts WHERE deleted = 0 ORDER BY key"
TASKS = "SELECT key, kind, due FROM tasks WHERE deleted = 0 ORDER BY key"


def wait_a_week(team: Team) -> RecordId:
    """A prospect whom our call did not reach a week ago, known to both machines; by its number on the first."""
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves", "status": "Reviewing"})
    log_interaction(team.one.context, prospect, "Call", "Nobody there", outcome="No answer")
    team.meet()
    team.pass_time(days=7, hours=1)
    return prospect


def on_two(team: Team, prospect: RecordId) -> RecordId:
    key = team.one.rows("SELECT key FROM prospects WHERE lid = ?", prospect)[0][0]
    return RecordId(team.two.rows("SELECT lid FROM prospects WHERE key = ?", key)[0][0])


def test_what_time_raises_apart_is_one_alert_and_one_task(team: Team) -> None:
    wait_a_week(team)
    for desk in (team.one, team.two):
        evaluate_due(desk.context)
    team.meet()
    assert ("no answer", "Pending") in [row[1:] for row in team.same(ALERTS)]
    assert [row[1] for row in team.same(TASKS)] == ["Follow-up"]
    assert team.conflicts() == 0


def test_what_one_clears_is_cleared_for_the_other(team: Team) -> None:
    team.one.settle(alerts={"on": ["no answer"]})
    team.two.settle(alerts={"on": ["no answer"]})
    prospect = wait_a_week(team)
    evaluate_due(team.one.context)
    team.meet()
    log_interaction(team.two.context, on_two(team, prospect), "Call", "Spoke to them", outcome="Reached")
    team.meet()
    assert [row[2] for row in team.same(ALERTS)] == ["Expired"]
    assert team.conflicts() == 0


def test_a_muted_rule_is_muted_on_both(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves", "status": "Reviewing"})
    log_interaction(team.one.context, prospect, "Call", "Nobody there", outcome="No answer")
    mutes.mute(team.one.context, prospect, "no answer")
    team.meet()
    team.pass_time(days=7, hours=1)
    for desk in (team.one, team.two):
        evaluate_due(desk.context)
    team.meet()
    assert "no answer" not in [row[1] for row in team.same(ALERTS)]


def test_accepting_on_both_makes_one_onboarding_list(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    team.meet()
    move(team.one.context, prospect, "Deal", "Beta Accepted")
    team.pass_time(minutes=5)
    move(team.two.context, on_two(team, prospect), "Deal", "Beta Accepted")
    team.meet()
    assert [row[1] for row in team.same(TASKS)] == ["Onboarding"] * 5
    assert team.conflicts() == 0


def test_settings_changed_by_one_are_followed_by_the_other(team: Team) -> None:
    create_prospect(team.one.context, {"company": "Mbali Weaves", "priority_level": "Critical"})
    team.meet()
    change_settings(team.one.context, {"score.priority_level": {"Critical": 3}}, "Changed the points", lambda _d, _a: None)
    team.meet()
    assert team.two.context.settings.score.priority_level == {"Critical": 3}
    assert team.same("SELECT score, score_by_hand FROM prospects") == [(3, 0)]
    assert team.conflicts() == 0


def test_the_same_setting_changed_on_both_is_asked_about(team: Team) -> None:
    change_settings(team.one.context, {"team.name": "Ostrelle"}, "Renamed the team")
    team.meet()
    change_settings(team.one.context, {"team.name": "North"}, "Renamed the team")
    change_settings(team.two.context, {"team.name": "South"}, "Renamed the team")
    team.meet()
    assert team.conflicts() >= 1


def test_handling_an_alert_is_no_question_beside_a_clearing(team: Team) -> None:
    for desk in (team.one, team.two):
        desk.settle(alerts={"on": ["no answer"]}, automation={"on": []})
    prospect = wait_a_week(team)
    evaluate_due(team.one.context)
    team.meet()
    triage.acknowledge(team.one.context, RecordId(team.one.rows("SELECT lid FROM alerts")[0][0]))
    log_interaction(team.two.context, on_two(team, prospect), "Call", "Spoke to them", outcome="Reached")
    team.meet()
    assert [row[2] for row in team.same(ALERTS)] == ["Acknowledged"]
    assert team.conflicts() == 0


def _one_alert(team: Team) -> tuple[RecordId, RecordId]:
    """One alert that both know, by its number on each machine."""
    for desk in (team.one, team.two):
        desk.settle(alerts={"on": ["no answer"]}, automation={"on": []})
    wait_a_week(team)
    for desk in (team.one, team.two):
        evaluate_due(desk.context)
    team.meet()
    found = [RecordId(desk.rows("SELECT lid FROM alerts")[0][0]) for desk in (team.one, team.two)]
    return found[0], found[1]


def test_a_snooze_reaches_the_other_device_and_ends_there_at_its_time(team: Team) -> None:
    here, there = _one_alert(team)
    until = team.one.moment + timedelta(hours=3)
    triage.snooze(team.one.context, here, until)
    team.meet()
    (asleep,) = snoozed_alerts(team.two.context)
    assert (asleep.id, asleep.snoozed_until) == (there, until)
    assert pending_count(team.two.context) == 0
    team.pass_time(hours=3)
    assert pending_count(team.two.context) == 1
    assert team.conflicts() == 0


def test_a_snooze_until_the_stage_changes_ends_on_both(team: Team) -> None:
    here, _ = _one_alert(team)
    triage.snooze_until(team.one.context, here, "changes stage")
    team.meet()
    assert [one.snoozed_for for one in snoozed_alerts(team.two.context)] == ["changes stage"]
    prospect = RecordId(team.two.rows("SELECT lid FROM prospects")[0][0])
    move(team.two.context, prospect, "Deal", "Technical Review")
    team.meet()
    assert team.same("SELECT note FROM alerts") == [(None,)]
    assert (pending_count(team.one.context), pending_count(team.two.context)) == (1, 1)
    assert team.conflicts() == 0


def test_what_is_done_on_one_device_is_done_on_the_other(team: Team) -> None:
    here, there = _one_alert(team)
    due_notices(team.two.context)
    triage.mark_actioned(team.one.context, here, "Called, meeting is set")
    team.meet()
    detail = alert_detail(team.two.context, there)
    assert detail is not None
    assert (detail.row.status, detail.note) == ("Actioned", "Called, meeting is set")
    assert ("Actioned", "by Amaia Etxarri") in [(line.bold, line.rest) for line in detail.history]
    assert still_waiting(team.two.context, [there]) == frozenset()
    team.pass_time(hours=1)
    assert due_notices(team.two.context) == ()
    assert team.conflicts() == 0


def test_undoing_a_snooze_wakes_it_on_the_other_device_too(team: Team) -> None:
    here, _ = _one_alert(team)
    triage.snooze(team.one.context, here, team.one.moment + timedelta(hours=3))
    team.meet()
    undo(team.one.context)
    team.meet()
    assert snoozed_alerts(team.two.context) == []
    assert pending_count(team.two.context) == 1


def test_a_snooze_beside_a_remote_clearing_asks_nobody(team: Team) -> None:
    here, _ = _one_alert(team)
    triage.snooze(team.one.context, here, team.one.moment + timedelta(hours=3))
    prospect = RecordId(team.two.rows("SELECT lid FROM prospects")[0][0])
    log_interaction(team.two.context, prospect, "Call", "Spoke to them", outcome="Reached")
    team.meet()
    assert team.conflicts() == 0
    assert [row[2] for row in team.same(ALERTS)] == ["Expired"]


def test_two_snoozes_of_one_alert_are_no_question_to_a_person(team: Team) -> None:
    here, there = _one_alert(team)
    triage.snooze(team.one.context, here, team.one.moment + timedelta(hours=3))
    triage.snooze(team.two.context, there, team.two.moment + timedelta(hours=5))
    team.meet()
    assert team.conflicts() == 0
    assert len(team.same("SELECT snoozed_until FROM alerts")) == 1


@pytest.mark.parametrize("first", [True, False])
def test_a_persons_note_stands_before_a_snooze_whoever_sends_first(team: Team, first: bool) -> None:
    here, there = _one_alert(team)
    does, sleeps = (here, there) if first else (there, here)
    one, two = (team.one, team.two) if first else (team.two, team.one)
    triage.mark_actioned(one.context, does, "Called, meeting is set")
    triage.snooze(two.context, sleeps, two.moment + timedelta(hours=5))
    team.meet()
    assert team.same("SELECT status, note FROM alerts") == [("Actioned", "Called, meeting is set")]
    assert team.conflicts() == 0


def test_two_persons_notes_on_one_alert_are_asked_about(team: Team) -> None:
    here, there = _one_alert(team)
    triage.mark_actioned(team.one.context, here, "Called, meeting is set")
    triage.mark_actioned(team.two.context, there, "Wrote a mail")
    team.meet()
    assert team.conflicts() >= 1


def test_an_acknowledging_here_and_a_snooze_there_end_acknowledged(team: Team) -> None:
    here, there = _one_alert(team)
    triage.acknowledge(team.one.context, here)
    triage.snooze(team.two.context, there, team.two.moment + timedelta(hours=5))
    team.meet()
    assert [row[2] for row in team.same(ALERTS)] == ["Acknowledged"]
    assert team.conflicts() == 0


def test_a_rule_muted_for_all_on_one_is_off_on_both(team: Team) -> None:
    _one_alert(team)
    for desk in (team.one, team.two):
        with desk.context.database.write() as connection:
            refresh(desk.context, connection)
    mutes.mute_for_all(team.one.context, "no answer")
    team.meet()
    assert [row[2] for row in team.same(ALERTS)] == ["Expired"]
    assert "no answer" not in team.two.context.settings.alerts.on
