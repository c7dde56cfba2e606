"""Alerts: what one is, how its id is derived, and how it lives (docs/rules.md, "Alerts"). When one is raised stands in
`domain.rules`."""

from datetime import timedelta
from typing import Literal

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import tr

CLEARED = "cleared"
"""How the note of an alert begins whose cause went away; such a one may become pending again, one that ran out may not."""

SNOOZED = "snoozed until "
"""How the note of an alert begins that is snoozed, or was until a time that has passed."""

_WORDS = 3
_NEXT: dict[str, frozenset[str]] = {
    "Pending": frozenset({"Acknowledged", "Actioned", "Expired"}),
    "Acknowledged": frozenset({"Actioned"}),
    "Actioned": frozenset(),
    "Expired": frozenset(),
}


Act = Literal["call", "email", "task", "open", "list", "report", "integrations"]
"""What an action is done with: the log of a call or an e-mail, a new task, the prospect, the prospect list, the reports, the
integrations."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The one action that an alert recommends: its button's words, a sentence, and the form it is done with."""

    title: str
    text: str
    act: Act = "open"


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One thing that a rule saw: words, when (stored moment), and a figure beside it."""

    text: str
    at: str | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class AlertDraft:
    """An alert that ought to exist. The id is derived, so that two machines never raise one thing twice.

    `stage`, `target` and the points are those of a jump in the journey, 0 and None for the other rules.
    """

    id: str
    rule: str
    priority: str
    raised_at: str
    expires_at: str
    headline: str
    reason: str
    stage: int = 0
    target: int = 0
    points_before: int | None = None
    points_after: int | None = None
    event: str | None = None
    lines: tuple[EvidenceLine, ...] = ()


def alert_id(rule: str, prospect: str, cause: str) -> str:
    """Derived from rule, prospect (or “team”) and cause."""
    # Here, as in `domain.ids`: no start needs it.
    import hashlib

    return "ALR-" + hashlib.sha256(f"{rule}|{prospect}|{cause}".encode()).hexdigest()[:20]


def expiry(raised_at: str, days: int) -> str:
    """When a pending alert raised then expires."""
    return moment_text(moment_of(raised_at) + timedelta(days=days))


def next_status(current: str, target: str) -> str:
    """The status after a step of the life cycle. Raises UserError for a step that does not exist, such as back to pending."""
    if target == current:
        return current
    if target not in _NEXT.get(current, frozenset()):
        raise UserError(
            tr("An alert that is {current} cannot become {target}.", current=current.lower(), target=target.lower())
        )
    return target


def note_that_stands(mine: object, theirs: object) -> str | None:
    """Which of two notes of one alert stands: a person's words before a machine's, what is cleared before what is snoozed, else theirs.
    Raises LookupError where persons wrote both, for between those only a person chooses."""
    ranks = [_rank(note) for note in (mine, theirs)]
    if ranks == [_WORDS, _WORDS]:
        raise LookupError("two persons wrote a note")
    stands = mine if ranks[0] > ranks[1] else theirs
    return None if stands is None else str(stands)


def _rank(note: object) -> int:
    if note is None:
        return 0
    return 1 if str(note).startswith(SNOOZED) else 2 if str(note).startswith(CLEARED) else _WORDS


def status_at(status: str, expires_at: str | None, now: str) -> str:
    """The status as of now: pending past its expiry is expired."""
    return "Expired" if status == "Pending" and expires_at is not None and expires_at <= now else status
