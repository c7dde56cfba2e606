"""What a rule is, and what it answers."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, Literal, TypeVar

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, Recommendation, alert_id, expiry
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import Number
from journeydesk.domain.words import noted

Facts = TypeVar("Facts")
TEAM = noted("team")
"""Stands for the prospect in the id of an alert that is the whole team's."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The alerts that stand by these facts now, and when passing time alone may change that (stored moment, or None)."""

    alerts: tuple[AlertDraft, ...] = ()
    recheck_at: str | None = None


NOTHING = Verdict()


@dataclass(frozen=True, slots=True)
class Rule(Generic[Facts]):
    """One row of docs/rules.md, "Alert rules". `when` says in words with the team's numbers why it fires, `clears` when its
    alert goes.

    `numbers` are those that it goes by, `lists` the keys of other settings that it reads, `shows` what its evidence is. A rule of
    `time` fires because nothing happened: after a long sleep it catches up with one digest. One that does not `clear_itself` stays
    until somebody handles it. One that `gathers` speaks of many prospects at once in one digest, however punctually.
    """

    name: str
    priority: Literal["Urgent", "High", "Normal"]
    advice: Recommendation
    when: Callable[[TeamSettings], str]
    clears: str
    shows: str
    numbers: tuple[Number[Any], ...]
    find: Callable[[Facts, TeamSettings, str], Verdict]
    by: Literal["event", "time"] = "event"
    clears_itself: bool = True
    gathers: bool = False
    lists: tuple[str, ...] = ()

    @property
    def settings(self) -> tuple[str, ...]:
        """The key of every setting that it goes by."""
        return *(number.key for number in self.numbers), *self.lists


def draft(
    settings: TeamSettings,
    rule: str,
    priority: str,
    about: str,
    cause: str,
    raised_at: str,
    headline: str,
    reason: str,
    lines: Iterable[EvidenceLine] = (),
) -> AlertDraft:
    """An alert about a prospect (its key) or the team, with its derived id and its expiry."""
    return AlertDraft(
        id=alert_id(rule, about, cause),
        rule=rule,
        priority=priority,
        raised_at=raised_at,
        expires_at=expiry(raised_at, settings.alerts.expire_after_days),
        headline=headline,
        reason=reason,
        lines=tuple(lines),
    )


def waited(now: str, due: str, alert: Callable[[], AlertDraft]) -> Verdict:
    """The verdict of a rule that waits: nothing and another look while `due` is ahead, then its alert."""
    return Verdict(recheck_at=due) if now < due else Verdict((alert(),))


def many(count: int, word: str) -> str:
    """1 call, 2 calls, 1,200 calls."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"
