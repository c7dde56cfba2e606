"""When something was, in words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from journeydesk.ui.words.figures import moment_words, touch_day

ZONE = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 5, 19)


@pytest.mark.parametrize(
    ("moment", "in_timeline", "as_touch"),
    [
        ((2026, 5, 19, 9, 12), "09:12", "today 09:12"),
        ((2026, 5, 18, 16, 40), "yesterday 16:40", "18 May"),
        ((2026, 5, 19, 0, 0), "today", "today"),
        ((2026, 5, 18, 0, 0), "yesterday", "18 May"),
        ((2026, 5, 18, 0, 1), "yesterday 00:01", "18 May"),
        ((2026, 5, 17, 0, 0), "17 May", "17 May"),
    ],
)
def test_a_day_without_a_time_is_said_without_one(moment: tuple[int, ...], in_timeline: str, as_touch: str) -> None:
    year, month, day, hour, minute = moment
    local = datetime(year, month, day, hour, minute, tzinfo=ZONE)
    assert moment_words(local, ZONE, TODAY) == in_timeline
    assert touch_day(local, ZONE, TODAY) == as_touch
