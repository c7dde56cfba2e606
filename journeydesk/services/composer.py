"""What is typed into the composer: `15m` sets the duration, `>fri` the follow-up; the rest is the note (UX 1)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_TOKEN = re.compile(
    r"(?<!\S)(?:(?P<minutes>\d{1,3})m|(?P<hours>\d{1,2})h|>(?P<when>\d{4}-\d{2}-\d{2}|\d{1,3}[dw]|[a-z]+))(?!\S)", re.I
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED_DAYS = {"today": 0, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class ParsedNote:
    """A note without its tokens. `spans` are the tokens' places in what was typed, for marking them."""

    text: str
    duration: int | None
    follow_up: date | None
    spans: tuple[tuple[int, int], ...]


def parse_note(typed: str, today: date) -> ParsedNote:
    """Takes the tokens out; the last one of a kind counts, and what looks like one but is none stays in the text."""
    duration: int | None = None
    follow_up: date | None = None
    spans = []
    for match in _TOKEN.finditer(typed):
        if match["minutes"]:
            duration = int(match["minutes"])
        elif match["hours"]:
            duration = int(match["hours"]) * 60
        else:
            day = parse_day(match["when"], today)
            if day is None:
                continue
            follow_up = day
        spans.append(match.span())
    kept = typed
    for start, end in reversed(spans):
        kept = kept[:start] + kept[end:]
    text = re.sub(r"[ \t]{2,}", " ", kept)
    text = re.sub(r"[ \t]+(?=\n|$)", "", text)
    return ParsedNote(text.strip(), duration, follow_up, tuple(spans))


def parse_day(said: str, today: date) -> date | None:
    """A day in plain words: `fri`, `tomorrow`, `3d`, `2w`, `2026-05-22`; None where it is none. Weekdays mean the next one."""
    word = said.casefold()
    if word in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[word])
    if word[:3] in _WEEKDAYS and "monday tuesday wednesday thursday friday saturday sunday".find(word) >= 0:
        ahead = (_WEEKDAYS.index(word[:3]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    if match := re.fullmatch(r"(\d{1,3})([dw])", word):
        return working_day(today + timedelta(days=int(match[1]) * (7 if match[2] == "w" else 1)))
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= 5 else day
