"""What a field gives as an example of how to write it is understood there, in every language."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from journeydesk.domain.due import parse_due
from journeydesk.domain.filters.when import day_value, length_value
from journeydesk.domain.occurred_at import parse_occurred_at
from journeydesk.domain.words import language_code, speak, tr
from journeydesk.domain.working_days import WorkingDays
from journeydesk.domain.written.dates import parse_day, parse_instant
from journeydesk.services.workspace.speaking import speak_without_window
from tests.texts.extraction import CODES

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Madrid")
_LEAD = re.compile(r".*(?:[Ww]rite it like|such as|wie|etwa|como|ejemplo|when:|wann:|cuándo:|[?]|type|escriba) ")
_ENGLISH = re.compile(r"\b(?:fri|tomorrow|yesterday|next|weeks|ago|May|Dec)\b")
_BETWEEN = re.compile(r", (?:or |oder |o )?| (?:or|oder|o) ")


@pytest.fixture(params=("en", *CODES))
def spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    speak_without_window(environment={"JOURNEYDESK_LANGUAGE": request.param})
    assert language_code() == request.param
    yield
    speak(None)


def _due(text: str) -> object:
    return parse_due(text, NOW, ZONE, WorkingDays())


def _last_two(text: str) -> object:
    return _due(" ".join(text.strip("“”„«»").split()[-2:]))


_UNDERSTOOD: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("Write it like fri 14:30, 3d, tomorrow, next month or 2026-05-22.", lambda text: _due(text.replace("2026-05", "2027-05"))),
    (
        "Write it like today, next Friday, in 2 weeks, 3 days ago, this month or 22 May.",
        lambda text: day_value(text, NOW.date()),
    ),
    ("Write it like 2 weeks, 30 days or 3 months.", length_value),
    ("Write it like 9:31, yesterday 16:00, 20m ago or 2026-05-18 10:00.", lambda text: parse_occurred_at(text, NOW, ZONE)),
    ("Say when, such as fri 14:30 or 3d.", _due),
    ("“{text}” is no day. Write it like fri, 3d, next month or 22 May.", _due),
    ("“{text}” is no time. Write it like 22 May 2026 14:30.", lambda text: parse_instant(text, ZONE)),
    ("Say what is to be done and when, such as “send the offer fri 14:30”.", _last_two),
    ("No tasks yet. Write one below, such as “send the offer fri 14:30”.", _last_two),
    ("New task and when: send the offer fri 14:30", _last_two),
    ("fri, 3d, next week, 22 May", _due),
    ("fri 14:30", _due),
    ("fri 14:30, 3d, next month", _due),
    ("fri, 3d, 22 May", _due),
    ("next Friday, 2 weeks ago, 22 May", lambda text: day_value(text, NOW.date())),
    ("2 weeks", length_value),
    ("Until when? tomorrow, 3d, fri 14:30, next week", _due),
    ("25 Dec 2026", parse_day),
    ("“{text}” is no day. Write it like 25 Dec 2026.", parse_day),
)


@pytest.mark.parametrize(("text", "understand"), _UNDERSTOOD, ids=[text[-40:] for text, _ in _UNDERSTOOD])
def test_an_example_is_understood_where_it_is_given(spoken: None, text: str, understand: Callable[[str], object]) -> None:
    shown = tr(text)
    examples = [each for each in _BETWEEN.split(_LEAD.sub("", shown).removesuffix(".")) if each]
    assert examples
    assert language_code() == "en" or not _ENGLISH.search(shown)
    for each in examples:
        assert understand(each) is not None, each
