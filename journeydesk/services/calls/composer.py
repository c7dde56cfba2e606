"""What is typed into a note: `15m` sets the duration, `>fri` the follow-up; the rest is the note
(docs/interface.md, "Log a call")."""

import re
from datetime import date

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.context import Context

_TOKEN = re.compile(r"(?<!\S)(?:(?P<minutes>\d{1,3})m|(?P<hours>\d{1,2})h|>(?P<when>\S+))(?!\S)", re.I)
_MORE = re.compile(r" \S+")
_MOST_WORDS = 4
"""A day of so many words at most is looked for: `>next week`, `>15 dec`, `>15 december 2026`."""


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
            found = _day_at(context, typed, match.start("when"))
            if found is None:
                continue
            follow_up, end = found
            spans.append((match.start(), end))
            continue
        spans.append(match.span())
    kept = typed
    for start, end in reversed(spans):
        kept = kept[:start] + kept[end:]
    text = re.sub(r"[ \t]{2,}", " ", kept)
    text = re.sub(r"[ \t]+(?=\n|$)", "", text)
    return ParsedNote(text.strip(), duration, follow_up, tuple(spans))


def _day_at(context: Context, typed: str, at: int) -> tuple[date, int] | None:
    """The day that the most words from here on mean together, and where they end."""
    first = re.compile(r"\S+").match(typed, at)
    ends = [] if first is None else [first.end()]
    while ends and len(ends) < _MOST_WORDS and (more := _MORE.match(typed, ends[-1])):
        ends.append(more.end())
    for end in reversed(ends):
        try:
            due = understand_due(context, typed[at:end])
        except ValueRefused:
            continue
        # A follow-up is a day; a time of day said with it stays in the note.
        if due.moment is None:
            return due.day, end
    return None


def parse_day(context: Context, words: str) -> date | None:
    """A day in plain words by the team's zone and working days: `fri`, `tomorrow`, `3d`, `2w`; None where it is none."""
    try:
        return understand_due(context, words).day
    except ValueRefused:
        return None
