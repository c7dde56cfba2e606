"""The daily health out of plain rows: limits, no data, runs, and the one thing to do."""

from datetime import UTC, date, datetime, timedelta

import pytest

from journeydesk.domain.periods import parse_period
from journeydesk.reports.blocks.indicators import Indicator, Indicators, Light, light_words, run_words
from journeydesk.reports.blocks.series import Series
from journeydesk.reports.blocks.tasks import Tasks
from journeydesk.reports.drawing import Box, Dot, Drawing, Stroke, Words
from journeydesk.reports.health.figures import health
from journeydesk.reports.report import Report, Scope
from journeydesk.sandbox.team.rules import default_rules
from journeydesk.storage.reports.health import HealthInputs, Waiting

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
DAY = parse_period("2026-05-18")
DAYS = [date(2026, 5, 18) - timedelta(days=back) for back in range(13, -1, -1)]


def report(
    received: int = 5,
    accepted: int = 1,
    customers: int | None = 20,
    active: int = 17,
    sent: int = 1,
    answered: int = 1,
    satisfaction: tuple[int, int] = (9, 1),
    waiting: int = 0,
) -> Report:
    every = [DAYS[-1] - timedelta(days=n) for n in range(60)]
    rows = [Waiting(n, f"Company {n}", "", None, "2026-05-12T09:00:00.000Z") for n in range(min(8, waiting))]
    inputs = HealthInputs(
        days=DAYS,
        received=dict.fromkeys(every, received),
        accepted=dict.fromkeys(every, accepted),
        customers=customers,
        active=dict.fromkeys(DAYS, active),
        sent=dict.fromkeys(every, sent),
        answered=dict.fromkeys(every, answered),
        satisfaction=dict.fromkeys(every, satisfaction),
        waiting=rows,
        waiting_count=waiting,
        overdue=waiting,
    )
    return health(Scope(default_rules(), DAY, None, NOW, 0), inputs)


def lights(made: Report) -> list[str]:
    grid = next(block for block in made.blocks if isinstance(block, Indicators))
    return [each.light for each in grid.indicators]


@pytest.mark.parametrize(
    ("given", "place", "light"),
    [
        ({"received": 3, "accepted": 1}, 0, "green"),
        ({"received": 2, "accepted": 0}, 0, "yellow"),
        ({"received": 0, "accepted": 0}, 0, "red"),
        ({"received": 20, "accepted": 3}, 1, "green"),
        ({"received": 20, "accepted": 2}, 1, "yellow"),
        ({"received": 21, "accepted": 2}, 1, "red"),
        ({"received": 1, "accepted": 1}, 1, "none"),
        ({"active": 16}, 2, "green"),
        ({"active": 12}, 2, "yellow"),
        ({"active": 11}, 2, "red"),
        ({"customers": None}, 2, "none"),
        ({"sent": 5, "answered": 2}, 3, "green"),
        ({"sent": 4, "answered": 1}, 3, "yellow"),
        ({"sent": 5, "answered": 1}, 3, "red"),
        ({"sent": 0, "answered": 0}, 3, "none"),
        ({"satisfaction": (8, 1)}, 4, "green"),
        ({"satisfaction": (79, 10)}, 4, "yellow"),
        ({"satisfaction": (59, 10)}, 4, "red"),
        ({"satisfaction": (0, 0)}, 4, "none"),
    ],
)
def test_each_indicator_has_its_limits(given: dict[str, object], place: int, light: str) -> None:
    assert lights(report(**given))[place] == light  # type: ignore[arg-type]


def test_the_worst_indicator_says_what_to_do() -> None:
    made = report(active=5)
    task = next(block for block in made.blocks if isinstance(block, Tasks)).tasks[0]
    assert (task.title, task.reason) == ("Call the customers who made no call", "15 customers made no call in 7 days.")
    assert made.head.lead == "4 green, 1 red. Engagement, 7 days is red: 25%."


def test_where_conversion_is_worst_the_waiting_ones_come_first() -> None:
    made = report(received=20, accepted=1, waiting=12)
    task = next(block for block in made.blocks if isinstance(block, Tasks)).tasks[0]
    assert task.title == "Decide the 12 applications that wait"
    assert task.reason == "The oldest came in on 12 May; aim: none over 48 hours."


def test_when_all_is_green_nothing_needs_to_be_done() -> None:
    made = report()
    assert lights(made) == ["green"] * 5
    assert next(block for block in made.blocks if isinstance(block, Tasks)).tasks == ()
    assert made.head.lead == "5 green."


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (("green", "red", "red"), "Red for 2 days"),
        (("green",) * 14, "Green for 14 days"),
        (("red", "none"), "No data"),
        ((), "No data"),
    ],
)
def test_how_long_a_state_has_held_is_said(states: tuple[Light, ...], words: str) -> None:
    assert run_words(states) == words


@pytest.mark.parametrize("light", ["green", "yellow", "red", "none"])
def test_a_state_has_its_shape_beside_its_word(light: Light) -> None:
    (wide, narrow) = (
        Indicators(indicators=(Indicator("A", "", "1", "", (light,), ""),), days=("Mo 1",)).draw(width, 92)
        for width in (900, 700)
    )

    def word_at(drawing: Drawing) -> float:
        return next(each.x for each in drawing.shapes if isinstance(each, Words) and each.text == light_words(light))

    def is_mark(shape: object, x: float) -> bool:
        if isinstance(shape, Stroke):
            return all(x - 20 < point[0] < x for point in shape.points)
        return isinstance(shape, (Dot, Box)) and x - 20 < shape.x < x

    assert any(is_mark(shape, word_at(wide)) for shape in wide.shapes)
    assert not any(is_mark(shape, word_at(narrow)) for shape in narrow.shapes)


def test_an_indicator_of_other_days_is_refused() -> None:
    with pytest.raises(ValueError, match="3 days"):
        Indicators(indicators=(Indicator("A", "", "1", "", ("green",), ""),), days=("Mo 1", "Tu 2", "We 3"))


def test_days_of_the_course_are_numbers_as_english_writes_them() -> None:
    course = next(block for block in report().blocks if isinstance(block, Series))
    assert course.labels == tuple(str(day.day) for day in DAYS)
