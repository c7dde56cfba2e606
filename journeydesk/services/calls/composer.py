"""What is typed into a note: `15m` sets the duration, `>fri` the follow-up; the rest is the note
(docs/interface.md, "Log a call")."""

import re
from dataclasses import dataclass
from datetime import date

from journeydesk.domain.errors import ValueRefused
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.context import Context

_TOKEN = re.compile(
    r"(?<!\S)(?:(?P<minutes>\d{1,3})m|(?P<hours>\d{1,2})h|>(?P<when>\d{4}-\d{2}-\d{2}|\d{1,3}(?:d|w|wd)|[a-z]+))(?!\S)", re.I
)


@dataclass(frozen=True, slots=True)
class ParsedNote:
    """A note without its tokens. `spans` are the tokens' places in what was typed, for marking them."""

    text: str
    duration: int | None
    follow_up: date | None
    spans: tuple[tuple[int, int], ...]


def parse_note(context: Context, typed: str) -> ParsedNote:
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
            day = parse_day(context, match["when"])
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


def parse_day(context: Context, words: str) -> date | None:
    """A day in plain words by the team's zone and working days: `fri`, `tomorrow`, `3d`, `2w`; None where it is none."""
    try:
        return understand_due(context, words).day
    except ValueRefused:
        return None
