"""Facts for the rules' tests: a prospect that nothing is known of, and what each test adds to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from journeydesk.config import default_settings
from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.rules.facts import DayCount, Occurrence, ProspectFacts, TeamFacts, Touch, UsageDay, WeekCount
from journeydesk.domain.rules.registry import PROSPECT_RULES, TEAM_RULES
from journeydesk.domain.rules.rule import Verdict
from journeydesk.domain.settings import TeamSettings, merged
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.time import moment_text

DEFAULTS = default_settings()
SETTINGS = team_settings(DEFAULTS)
NOW = datetime(2026, 5, 19, 9, 0, tzinfo=UTC)
TODAY = date(2026, 5, 19)


def at(days: float = 0, hours: float = 0, minutes: float = 0) -> str:
    """The stored moment so long before now."""
    return moment_text(NOW - timedelta(days=days, hours=hours, minutes=minutes))


def settings(**overrides: Any) -> TeamSettings:
    """The shipped settings with these tables laid over them."""
    return team_settings(merged(DEFAULTS, overrides))


def in_zone(name: str) -> TeamSettings:
    """The shipped settings for a team in this time zone."""
    return replace(SETTINGS, time_zone=ZoneInfo(name))


def happened(*pairs: tuple[str, str], **payloads: str) -> Mapping[str, tuple[Occurrence, ...]]:
    """Happenings by kind out of (kind, at); ids are made of both. A payload is given by kind."""
    found: dict[str, list[Occurrence]] = {}
    for kind, when in sorted(pairs, key=lambda pair: pair[1]):
        found.setdefault(kind, []).append(Occurrence(f"{kind} {when}", when, payloads.get(kind)))
    return {kind: tuple(ones) for kind, ones in found.items()}


def prospect(events: Sequence[Event] = (), **facts: Any) -> ProspectFacts:
    """An open application of yesterday, with these facts."""
    base = ProspectFacts(
        "BETA-1", "Acme", "New", fold(SETTINGS, events), applied_on=at(days=1), usage_until=TODAY - timedelta(1)
    )
    return replace(base, **facts)


def customer(**facts: Any) -> ProspectFacts:
    """An active customer, with these facts."""
    return prospect(**({"status": "Active", "customer_status": "CUSTOMER", "applied_on": at(days=90)} | facts))


def call(when: str, outcome: str | None = None, kind: str = "Call") -> Touch:
    """One interaction."""
    return Touch(f"INT {when}", kind, when, outcome)


def use(*calls: int, error_rate: float = 0.0, until: date = TODAY - timedelta(1)) -> tuple[UsageDay, ...]:
    """Days of use, the last of them on `until`."""
    first = until - timedelta(days=len(calls) - 1)
    return tuple(UsageDay(first + timedelta(days=n), count, error_rate) for n, count in enumerate(calls))


def team(received: Sequence[int] = (), accepted: Sequence[int] = (), tickets: Sequence[int] = (), **facts: Any) -> TeamFacts:
    """The team's figures; the lists end with yesterday."""

    def back(counts: Sequence[int]) -> dict[date, int]:
        return {TODAY - timedelta(days=len(counts) - n): count for n, count in enumerate(counts)}

    days = {
        day: DayCount(back(received).get(day, 0), back(accepted).get(day, 0), back(tickets).get(day, 0))
        for day in (TODAY - timedelta(days=n) for n in range(1, 36))
    }
    week = WeekCount("2026-W20", "2026-05-17T22:00:00.000Z")
    base = TeamFacts(TODAY, days, week, TODAY - timedelta(days=100), "2026-05", "2026-04-30T22:00:00.000Z")
    return replace(base, **facts)


def verdict(rule: str, facts: ProspectFacts | TeamFacts, when: str = at(), rules: TeamSettings = SETTINGS) -> Verdict:
    """What the rule of this name says."""
    if isinstance(facts, TeamFacts):
        return next(one for one in TEAM_RULES if one.name == rule).find(facts, rules, when)
    return next(one for one in PROSPECT_RULES if one.name == rule).find(facts, rules, when)


def raised(rule: str, facts: ProspectFacts | TeamFacts, when: str = at(), rules: TeamSettings = SETTINGS) -> list[AlertDraft]:
    """Its alerts."""
    return list(verdict(rule, facts, when, rules).alerts)
