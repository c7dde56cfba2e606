"""Which line of Make's log a run is that was never answered; how often it is looked for, and when that ends."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.scenarios.runs import (
    GIVEN_UP_AFTER,
    UNSEEN_AFTER,
    Found,
    LogLine,
    RunState,
    find_run,
    given_up,
    is_due,
    next_look,
    state_of_status,
)

ASKED = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
ME, ANOTHER = 7, 8


def line(name: str, seconds: float = 1.0, kind: str = "manual", author: int | None = ME) -> LogLine:
    return LogLine(name, ASKED + timedelta(seconds=seconds), RunState.SUCCEEDED, 2.0, kind, author)


def look(*lines: LogLine, minutes: float = 1, before: tuple[str, ...] = (), taken: tuple[str, ...] = ()) -> Found:
    return find_run(lines, before, taken, ME, ASKED, ASKED + timedelta(minutes=minutes))


def test_the_one_new_line_of_ours_is_the_run() -> None:
    new = line("b")
    assert look(line("a", -600), new, before=("a",)) == Found(line=new)


def test_a_line_that_was_there_before_is_another_run() -> None:
    assert look(line("a", 5), before=("a",)) == Found()


def test_a_run_of_ours_that_is_known_is_not_taken_twice() -> None:
    assert look(line("a"), taken=("a",)) == Found()


def test_what_make_or_another_person_started_is_not_ours() -> None:
    assert look(line("a", kind="auto", author=None), line("b", author=ANOTHER)) == Found()


def test_two_that_could_be_it_are_not_guessed_between() -> None:
    assert look(line("a"), line("b", 20)) == Found(state=RunState.UNSURE)


def test_it_did_not_begin_where_the_log_shows_nothing_for_an_hour() -> None:
    assert look(minutes=59) == Found()
    assert look(minutes=60) == Found(state=RunState.UNSEEN)


def test_it_may_have_begun_where_the_log_shows_another_kind_of_run() -> None:
    """How Make marks a run by its API is not proven: calling it never begun would invite a second one."""
    assert look(line("a", kind="auto", author=None), minutes=60) == Found(state=RunState.UNSURE)


lines = st.lists(
    st.builds(
        line,
        st.sampled_from("abcdef"),
        st.floats(-1_000, 5_000),
        st.sampled_from(("manual", "auto", "api", "")),
        st.sampled_from((None, ME, ANOTHER)),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)


@given(lines, st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcdef")), st.floats(0, 200))
def test_never_begun_is_said_only_where_no_new_line_is_there(
    shown: list[LogLine], before: set[str], taken: set[str], minutes: float
) -> None:
    found = find_run(shown, before, taken, ME, ASKED, ASKED + timedelta(minutes=minutes))
    fresh = [each for each in shown if each.id not in before | taken and each.at >= ASKED - timedelta(minutes=2)]
    if found.line is not None:
        assert found.line in fresh
    if found.state is RunState.UNSEEN:
        assert not fresh
        assert timedelta(minutes=minutes) >= UNSEEN_AFTER


def test_it_is_looked_for_often_at_first_and_rarely_later() -> None:
    waits = [next_look(ASKED, ASKED + timedelta(seconds=age)) for age in (0, 61, 601, 3_601)]
    assert waits == [3.0, 10.0, 60.0, 600.0]
    assert is_due(ASKED, None, ASKED)
    assert not is_due(ASKED, ASKED + timedelta(seconds=1), ASKED + timedelta(seconds=3))
    assert is_due(ASKED, ASKED + timedelta(seconds=1), ASKED + timedelta(seconds=4))


def test_an_end_is_waited_for_a_day() -> None:
    assert not given_up(ASKED, ASKED + GIVEN_UP_AFTER - timedelta(seconds=1))
    assert given_up(ASKED, ASKED + GIVEN_UP_AFTER)


def test_makes_words_and_numbers_mean_the_same_states() -> None:
    assert [state_of_status(each) for each in (0, 1, 2, 3)] == [
        state_of_status(each) for each in ("RUNNING", "SUCCESS", "WARNING", "error")
    ]
    assert state_of_status(4) is None
    assert state_of_status("PAUSED") is None
