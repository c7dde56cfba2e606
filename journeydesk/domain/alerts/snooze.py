"""Snoozing an alert: until a time, or until the prospect pays, replies, or changes stage (docs/interface.md, "Alert inbox").

A snooze stands in the alert's note, so that it reaches every device of a rep: `snoozed until 2026-05-20T07:00:00.000Z, since …`
or `snoozed until it pays, since …`. What the columns of the local table say is read from there by a trigger.
"""

from journeydesk.domain.alerts.alert import SNOOZED
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.words import noted, tr

PAYS, REPLIES, MOVES = "pays", "replies", "changes stage"
EVENTS: tuple[str, ...] = (PAYS, REPLIES, MOVES)

_PAID = ("payment_succeeded", "purchase_made", "checkout_completed")
_REACHED = frozenset({"Reached", "Call back", "Meeting booked"})


def note_until(until: str, since: str) -> str:
    """The note of an alert that is snoozed until a stored moment."""
    return f"{SNOOZED}{until}, since {since}"


def note_until_event(event: str, since: str) -> str:
    """The note of an alert that is snoozed until one of `EVENTS` happens."""
    return f"{SNOOZED}it {event}, since {since}"


def is_snooze(note: object) -> bool:
    """Whether a note was written by a snooze."""
    return isinstance(note, str) and note.startswith(SNOOZED)


def parse_event(text: str) -> str:
    """One of the three, case forgiven. Raises ValueRefused with what is allowed."""
    event = text.strip().casefold()
    if event not in EVENTS:
        raise ValueRefused(
            "Snooze",
            tr("Snooze: “{text}” is not something to wait for. Use one of {events}.", text=text, events=", ".join(EVENTS)),
        )
    return event


def has_happened(awaited: str, since: str, facts: ProspectFacts) -> str | None:
    """What happened of this since a stored moment, in words; None while it has not. A late event of before does not count."""
    if awaited == PAYS:
        return noted("they paid") if any(event.at > since for event in facts.of(*_PAID)) else None
    if awaited == REPLIES:
        written = any(event.at > since for event in facts.of("email_replied", "inquiry_submitted"))
        reached = any(touch.at > since and touch.outcome in _REACHED for touch in facts.touches)
        return noted("they replied") if written or reached else None
    return noted("the stage changed") if any(move.at > since for move in facts.standing.moves) else None
