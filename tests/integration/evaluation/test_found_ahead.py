"""What is found ahead of its writing, here or by a process beside this one, leaves the database as an evaluation one by one does."""

import json
import random
import subprocess
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from journeydesk.domain.catalogue import APPLICATION_STATUSES, CUSTOMER_STATUSES, OUTCOMES
from journeydesk.domain.ids import RecordId
from journeydesk.services.evaluation import beside
from journeydesk.services.evaluation import each as module
from journeydesk.services.evaluation.beside import FoundBeside
from journeydesk.services.evaluation.evaluate import all_prospects, evaluate
from journeydesk.services.evaluation.one_evaluation import Evaluation
from journeydesk.services.evaluation.parts import Finder, FoundHere, Part
from journeydesk.services.evaluation.plain import from_json
from journeydesk.storage.engine.database import Database
from tests.integration.rules.conftest import Desk

_KINDS = (
    "application_received",
    "cta_clicked",
    "email_replied",
    "demo_requested",
    "payment_succeeded",
    "support_ticket",
    "page_viewed",
)
_TABLES = (
    "position",
    "stage_history",
    "board_count",
    "moves_by_time",
    "moves_by_start",
    "cards_by_place",
    "cards_by_owner",
    "cards_by_entry",
    "unordered",
    "field_history",
    "look_again",
    "alert_audit",
    "digest_member",
    "automation_run",
    "prospects",
    "alerts",
    "tasks",
    "events",
    "sync_record",
)


def _crowd(desk: Desk, count: int = 60) -> None:
    """Prospects in every state, with events, calls, use and surveys, so that most rules and automations find something."""
    chance = random.Random(20261130)
    for number in range(count):
        prospect = desk.prospect(
            key=f"BETA-{number:04d}",
            company=f"Ormsby Freight {number}",
            status=chance.choice(APPLICATION_STATUSES),
            customer_status=chance.choice((None, *CUSTOMER_STATUSES)),
            applied_on=desk.ago(hours=chance.choice((3, 60, 100, 140, 1_500))),
            owner=chance.choice((None, "Amaia Etxarri")),
            score=chance.choice((None, 12, 48)),
            priority_level=chance.choice(("Critical", "Low")),
            entry_point=chance.choice((None, '{"cta": "See pricing"}')),
            at_risk=chance.choice((None, 0, 1)),
        )
        for place in range(chance.randint(0, 6)):
            kind, at = chance.choice(_KINDS), desk.ago(hours=chance.randint(0, 1_500))
            desk.event(prospect, kind, at, key=f"EVT-{number}-{place}", cta="Book a discovery call")
        if chance.random() < 0.5:
            at = desk.ago(hours=chance.randint(0, 1_500))
            desk.add(
                "interactions", key=f"INT-{number}", prospect=prospect, type="Call", date=at, outcome=chance.choice(OUTCOMES)
            )
        for day in range(0, 30, 3):
            if number % 5 == 0:
                desk.add(
                    "usage",
                    key=f"USE-{number}-{day}",
                    prospect=prospect,
                    date=desk.ago(days=day)[:10],
                    api_calls=900 // (day + 1),
                )


def _state(desk: Desk) -> dict[str, list[Any]]:
    """All that an evaluation writes. Of the numbers of rows only their order is the evaluation's own."""
    state = {}
    for table in _TABLES:
        names = [name for _, name, *_ in desk.rows(f"PRAGMA table_info({table})")]
        own = ", ".join(name for name in names if name not in ("id", "lid") or table in ("prospects", "sync_record"))
        state[table] = sorted(desk.rows(f"SELECT {own} FROM {table}"), key=repr)
    alerts = dict(desk.rows("SELECT lid, key FROM alerts"))
    state["digest_member"] = sorted(
        (key, alerts[digest], prospect)
        for key, digest, prospect in desk.rows("SELECT alert_key, digest, prospect FROM digest_member")
    )
    state["alert_audit"] = sorted(
        (alerts[alert], *rest) for alert, *rest in desk.rows("SELECT alert, at, action, detail FROM alert_audit")
    )
    state["sync_record"] = [line for line in state["sync_record"] if line[0] not in ("alerts", "tasks", "events")]
    state["automation_run"] = sorted(desk.rows("SELECT at, rule, prospect, cause, words FROM automation_run"))
    return state


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty are many."""
    monkeypatch.setattr(module, "_MANY", 5)
    monkeypatch.setattr(module, "_MANY_BESIDE", 5)
    monkeypatch.setattr(module, "_PART", 8)
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def _later(desk: Desk) -> None:
    """A week passes: some write, some are called, and alerts that stood lose their cause."""
    desk.pass_time(days=7)
    for number in range(1, 60, 4):
        desk.event(RecordId(number), "email_replied", desk.ago(hours=number), key=f"EVT-late-{number}")
        desk.add("interactions", key=f"INT-late-{number}", prospect=number + 1, type="Call", date=desk.ago(hours=number))


@pytest.mark.parametrize("processors", [1, 2])
def test_many_leave_the_same_as_few(new_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    few, many = new_desk(), new_desk()
    used: list[type[Finder]] = []
    for desk in (few, many):
        _crowd(desk)
    for step in (lambda _: None, _later, lambda _: None):
        step(few)
        step(many)
        evaluate(few.context)
        with monkeypatch.context() as patched:
            patched.setattr(module, "_MANY", 5)
            patched.setattr(module, "_MANY_BESIDE", 5)
            patched.setattr(module, "_PART", 8)
            patched.setattr("os.cpu_count", lambda: processors)
            patched.setattr(beside, "finder", _noted(beside.finder, used))
            evaluate(many.context)
        assert _state(many) == _state(few)
    assert used == [FoundBeside if processors > 1 else FoundHere] * 3
    reached = {
        name: few.rows(f"SELECT count(*) FROM {name}")[0][0] for name in ("alerts", "digest_member", "tasks", "position")
    }
    assert min(reached.values()) > 3, reached


def _noted(make: Callable[..., Finder], used: list[type[Finder]]) -> Callable[..., Finder]:
    def noted(*values: Any, **named: Any) -> Finder:
        finder = make(*values, **named)
        used.append(type(finder))
        return finder

    return noted


def test_what_is_found_is_the_same_after_its_way_as_json(desk: Desk) -> None:
    _crowd(desk)
    evaluation = Evaluation(desk.context)
    with desk.context.database.read() as connection:
        plain, _ = evaluation.plain(connection, evaluation.find(connection, all_prospects(desk.context)), pulled=False)
    assert plain.changes and plain.aside and plain.moves.history and plain.rechecks and plain.alerts
    sent = json.dumps(plain.as_json())
    assert json.dumps(from_json(json.loads(sent)).as_json()) == sent
    assert from_json(json.loads(sent)).alerts == plain.alerts


def test_an_evaluation_ends_though_the_process_beside_it_does(ahead: None, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _crowd(desk)
    asked: list[int] = []

    def kill_at_the_second(self: FoundBeside, prospects: Any) -> None:
        asked.append(len(prospects))
        if len(asked) == 2 and self._child is not None:
            self._child.kill()
            self._child.wait()
        ask(self, prospects)

    ask = FoundBeside.ask
    monkeypatch.setattr(FoundBeside, "ask", kill_at_the_second)
    evaluate(desk.context)
    assert sum(asked) == 60
    assert desk.rows("SELECT count(*) > 20 FROM position") == [(1,)]


def test_no_process_is_left_after_an_evaluation_or_its_failure(
    ahead: None, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _crowd(desk, 20)
    children = []

    def opened(*values: Any, **named: Any) -> Any:
        children.append(popen(*values, **named))
        return children[-1]

    def stop(_done: int, _all: int) -> None:
        raise ZeroDivisionError

    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", opened)
    evaluate(desk.context)
    with pytest.raises(ZeroDivisionError):
        _crowd_again(desk)
        evaluate(desk.context, progress=stop)
    assert len(children) == 2
    assert all(child.poll() is not None for child in children)


def _crowd_again(desk: Desk) -> None:
    desk.pass_time(days=40)


def test_settings_that_only_this_process_knows_are_judged_by_here(
    ahead: None, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _crowd(desk, 20)
    desk.settle(alerts={"on": []})
    used: list[type[Finder]] = []
    monkeypatch.setattr(beside, "finder", _noted(beside.finder, used))
    evaluate(desk.context)
    assert used == [FoundHere]
    assert desk.alerts() == []


def test_what_is_saved_while_the_process_finds_is_evaluated_too(
    ahead: None, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _crowd(desk, 20)
    desk.prospect(key="BETA-last", company="Skerrivane Rail", status="Accepted", owner="Amaia Etxarri")
    times = iter((1,))

    def answer_and_save(self: FoundBeside) -> Any:
        part = answer(self)
        for _ in times:
            desk.event(RecordId(21), "demo_requested", desk.ago(days=1), key="EVT-saved")
            desk.event(RecordId(1), "demo_requested", desk.ago(days=1), key="EVT-saved-too")
        return part

    answer = FoundBeside.answer
    monkeypatch.setattr(FoundBeside, "answer", answer_and_save)
    evaluate(desk.context)
    for record in (1, 21):
        assert desk.rows("SELECT 1 FROM stage_history WHERE prospect = ? AND event_key LIKE 'EVT-saved%'", record)


def test_when_all_stands_nothing_is_written(ahead: None, desk: Desk) -> None:
    _crowd(desk)
    # Twice, for a task that the first makes is a step that the second sees.
    evaluate(desk.context)
    evaluate(desk.context)
    before, state = desk.context.database.change_number(), _state(desk)
    evaluate(desk.context)
    # The transactions of the team's alerts, and of those prospects of whom an alert stands.
    assert _state(desk) == state
    assert desk.context.database.change_number() - before < 10


class _FoundAtOnce(FoundHere):
    """Finds as soon as it is asked, as the process beside does."""

    def __init__(self, *values: Any) -> None:
        super().__init__(*values)
        self.found: list[Part] = []
        self.asked: list[Sequence[RecordId]] = []

    def ask(self, prospects: Sequence[RecordId]) -> None:
        self.asked.append(prospects)
        super().ask(prospects)
        self.found.append(super().answer())

    def answer(self) -> Part:
        return self.found.pop(0)


def test_only_the_parts_that_a_save_has_overtaken_are_found_again(
    ahead: None, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _crowd(desk)
    finder = _FoundAtOnce(desk.context, Evaluation(desk.context), False)
    monkeypatch.setattr(beside, "finder", lambda *_values, **_named: finder)
    monkeypatch.setattr(module._Pace, "parts", lambda _pace: 1)
    monkeypatch.setattr(module._Pace, "size", lambda _pace: 8)
    monkeypatch.setattr(Database, "has_window", lambda _database: True)
    written: list[int] = []

    def save_once(done: int, _all: int) -> None:
        if not written:
            desk.event(RecordId(9), "demo_requested", desk.ago(days=1), key="EVT-saved")
        written.append(done)

    evaluate(desk.context, progress=save_once)
    assert written == [8, 16, 24, 32, 40, 48, 56, 60]
    # Four were ahead of the writing as somebody saved; what was written before, and what was found since, is not found again.
    assert len(finder.asked) == 8 + 4
    assert desk.rows("SELECT 1 FROM stage_history WHERE prospect = 9 AND event_key = 'EVT-saved'")
