"""A call session: who comes next, what is counted, its clock, and going on after a kill."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.calls import session as calls
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.commands.undoing import undo
from tests.integration.office import Office


@pytest.fixture
def people(office: Office) -> list[RecordId]:
    return [office.prospect(company=f"Firm {number}") for number in range(3)]


def log(office: Office, prospect: RecordId, outcome: str = "Reached") -> RecordId:
    return log_interaction(office.context, prospect, "Call", "", outcome=outcome)


def open_one(office: Office) -> calls.CallSession:
    session = calls.open_session(office.context)
    assert session is not None
    return session


def test_a_session_begins_with_the_first_in_the_order_given(office: Office, people: list[RecordId]) -> None:
    session = calls.begin_session(office.context, "My open", people[::-1])
    assert (session.name, session.place, session.total, session.prospect) == ("My open", 0, 3, people[2])
    assert (session.started_at, session.logged, session.step) == (office.moment, None, False)


def test_everybody_is_called_once(office: Office, people: list[RecordId]) -> None:
    session = calls.begin_session(office.context, "Twice", [*people, people[0], people[1]])
    assert session.total == 3


def test_nobody_to_call_is_said(office: Office) -> None:
    with pytest.raises(UserError, match=r"There is nobody to call in this list. Clear a filter, or choose another view"):
        calls.begin_session(office.context, "Empty", [])
    assert calls.open_session(office.context) is None


def test_a_long_list_is_taken_up_to_a_thousand(office: Office) -> None:
    session = calls.begin_session(office.context, "All", [RecordId(number) for number in range(1, 1500)])
    assert session.total == calls.MOST == 1000


def test_who_stands_twice_makes_room_for_those_behind(office: Office) -> None:
    people = [office.prospect(company=f"Company {number}") for number in range(3)]
    many = [RecordId(people[0])] * calls.MOST + [RecordId(person) for person in people]
    assert calls.begin_session(office.context, "All", many).total == len(people)


def test_a_new_session_ends_the_one_before(office: Office, people: list[RecordId]) -> None:
    first = calls.begin_session(office.context, "First", people)
    second = calls.begin_session(office.context, "Second", people[:1])
    assert open_one(office).id == second.id != first.id
    calls.end_session(office.context)
    assert calls.open_session(office.context) is None


@pytest.mark.parametrize("state", ["logged", "skipped", "colleague", "gone"])
def test_every_answer_leads_to_the_next(office: Office, people: list[RecordId], state: str) -> None:
    calls.begin_session(office.context, "All", people)
    for place in (1, 2):
        session = calls.take_step(office.context, state)
        assert (session.place, session.prospect) == (place, people[place])
    session = calls.take_step(office.context, state)
    assert (session.place, session.total, session.prospect) == (3, 3, None)


def test_the_result_counts_each_kind_and_they_sum_up(office: Office, people: list[RecordId]) -> None:
    more = [*people, *(office.prospect() for _ in range(3))]
    calls.begin_session(office.context, "All", more)
    calls.take_step(office.context, "logged", log(office, more[0]), step_set=True)
    calls.take_step(office.context, "logged", log(office, more[1], "No answer"))
    calls.take_step(office.context, "skipped")
    calls.take_step(office.context, "colleague")
    calls.take_step(office.context, "logged", log(office, more[4], "Meeting booked"))
    result = calls.end_session(office.context)
    assert (result.name, result.calls, result.reached, result.steps) == ("All", 3, 2, 1)
    assert (result.skipped, result.colleagues, result.total) == (1, 1, 6)
    assert result.calls + result.skipped + result.colleagues <= result.total


@pytest.mark.parametrize(
    ("outcome", "reached"),
    [("Reached", 1), ("Call back", 1), ("Meeting booked", 1), ("Not interested", 1), ("No answer", 0), ("Voicemail", 0)],
)
def test_reached_is_who_was_spoken_to(office: Office, people: list[RecordId], outcome: str, reached: int) -> None:
    calls.begin_session(office.context, "All", people)
    calls.take_step(office.context, "logged", log(office, people[0], outcome))
    assert calls.end_session(office.context).reached == reached


def test_a_log_that_was_taken_back_counts_no_more(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people)
    calls.take_step(office.context, "logged", log(office, people[0]), step_set=True)
    undo(office.context)
    result = calls.end_session(office.context)
    assert (result.calls, result.reached, result.steps) == (0, 0, 0)


def test_going_back_shows_what_was_logged_there(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people)
    call = log(office, people[0])
    calls.take_step(office.context, "logged", call, step_set=True)
    session = calls.step_back(office.context)
    assert (session.place, session.prospect, session.logged, session.step) == (0, people[0], call, True)
    assert calls.step_back(office.context).place == 0


def test_who_was_called_and_is_passed_over_later_was_called(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people)
    calls.take_step(office.context, "logged", log(office, people[0]))
    calls.step_back(office.context)
    calls.take_step(office.context, "skipped")
    result = calls.end_session(office.context)
    assert (result.calls, result.skipped) == (1, 0)


def test_a_kill_between_log_and_next_step_forgets_neither(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people)
    call = log(office, people[0])
    calls.note_log(office.context, call, step_set=False)
    session = open_one(office)
    assert (session.place, session.prospect, session.logged, session.step) == (0, people[0], call, False)
    calls.note_log(office.context, call, step_set=True)
    assert open_one(office).step


def test_the_clock_runs_only_while_somebody_calls(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people)
    office.pass_time(minutes=10)
    calls.pause_session(office.context)
    office.pass_time(hours=3)
    calls.pause_session(office.context)
    calls.resume_session(office.context)
    office.pass_time(minutes=5)
    calls.take_step(office.context, "skipped")
    office.pass_time(minutes=4)
    assert calls.end_session(office.context).minutes == 19


def test_the_time_of_a_killed_session_is_not_counted(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people)
    office.pass_time(minutes=10)
    calls.take_step(office.context, "skipped")
    office.pass_time(hours=8)
    calls.resume_session(office.context)
    office.pass_time(minutes=1)
    assert calls.end_session(office.context).minutes == 11


def test_a_clock_set_back_takes_no_time_away(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people)
    office.pass_time(minutes=10)
    calls.take_step(office.context, "skipped")
    office.pass_time(hours=-2)
    assert calls.end_session(office.context).minutes == 10


@pytest.mark.parametrize("act", ["step", "back", "end", "note"])
def test_without_a_session_one_is_asked_to_begin_it(office: Office, act: str) -> None:
    acts: dict[str, Callable[[], object]] = {
        "step": lambda: calls.take_step(office.context, "skipped"),
        "back": lambda: calls.step_back(office.context),
        "end": lambda: calls.end_session(office.context),
        "note": lambda: calls.note_log(office.context, RecordId(1), False),
    }
    with pytest.raises(UserError, match=r"There is no call session. Shift\+L on a list begins one"):
        acts[act]()
    calls.pause_session(office.context)
    calls.resume_session(office.context)
    assert calls.open_session(office.context) is None


def touched(office: Office, prospect: RecordId, owner: str | None, **ago: float) -> None:
    office.add("interactions", prospect=prospect, type="Email", owner=owner, date=office.ago(**ago))


@pytest.mark.parametrize(
    ("owner", "ago", "spoken"),
    [
        ("Tomasz Wilk", {"minutes": 1}, True),
        ("Amaia Etxarri", {"minutes": 1}, False),
        (None, {"minutes": 1}, False),
        ("Tomasz Wilk", {"hours": 3}, True),  # Of today, and it came in just now.
        ("Tomasz Wilk", {"days": 1}, False),
    ],
)
def test_a_colleague_who_spoke_meanwhile_is_named(
    office: Office, people: list[RecordId], owner: str | None, ago: dict[str, float], spoken: bool
) -> None:
    session = calls.begin_session(office.context, "All", people)
    office.pass_time(minutes=5)
    touched(office, people[0], owner, **ago)
    touched(office, people[1], "Tomasz Wilk", minutes=1)
    colleague = calls.spoken_meanwhile(office.context, session)
    assert (colleague is not None) is spoken
    if colleague is not None:
        assert (colleague.owner, colleague.kind) == ("Tomasz Wilk", "Email")
        assert colleague.at == office.moment - timedelta(**ago)


def test_what_a_colleague_said_this_morning_was_known_before(office: Office, people: list[RecordId]) -> None:
    touched(office, people[0], "Tomasz Wilk", hours=1)
    office.pass_time(minutes=1)
    session = calls.begin_session(office.context, "All", people)
    assert calls.spoken_meanwhile(office.context, session) is None


def test_after_the_last_nobody_is_spoken_to(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people[:1])
    assert calls.spoken_meanwhile(office.context, calls.take_step(office.context, "skipped")) is None


@pytest.mark.parametrize(("outcome", "words"), [("Reached", "Reached"), (None, "")])
def test_a_call_came_to_what_somebody_said(office: Office, outcome: str | None, words: str) -> None:
    call = office.add("interactions", prospect=office.prospect(), type="Call", outcome=outcome, date=office.ago())
    assert calls.outcome_of(office.context, call) == words
    assert calls.outcome_of(office.context, RecordId(99)) == ""


def test_a_session_is_no_step_to_undo(office: Office, people: list[RecordId]) -> None:
    calls.begin_session(office.context, "All", people)
    calls.take_step(office.context, "skipped")
    assert undo(office.context) is None
    assert office.heard == []


def test_a_session_makes_no_list_be_read_again(office: Office, people: list[RecordId]) -> None:
    call = office.add("interactions", prospect=people[0], type="Call", date=office.ago())
    before = office.context.database.change_number()
    calls.begin_session(office.context, "All", people)
    calls.note_log(office.context, call, step_set=False)
    calls.take_step(office.context, "logged", call)
    calls.step_back(office.context)
    calls.pause_session(office.context)
    calls.resume_session(office.context)
    calls.end_session(office.context)
    assert office.context.database.change_number() == before
