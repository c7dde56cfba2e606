"""The daily rules: applications, conversion, support (docs/rules.md, "Alert rules"). Each judges the last whole day in the
team's zone.

What lasts for days is one cause: it is named after the day it began, in each week once.
"""

from collections.abc import Callable
from datetime import date, timedelta

from journeydesk.domain.alerts.alert import EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import DayCount, TeamFacts
from journeydesk.domain.rules.rule import NOTHING, TEAM, Rule, Verdict, draft, many
from journeydesk.domain.rules.weeks import run_start
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import decimal, share, whole
from journeydesk.domain.time import end_of

DAILY_APPLICATIONS = "daily: applications"
DAILY_CONVERSION = "daily: conversion"
DAILY_SUPPORT = "daily: support"

APPLICATIONS_BELOW = whole("alerts.applications_below", 0, 100_000, "Applications in a day below")
CONVERSION_BELOW = share("alerts.conversion_below", 0, 1, "Accepted of those received below")
CONVERSION_DAYS = whole("alerts.conversion_days", 1, 14, "Counted over", "days")
TICKETS_TIMES = decimal("alerts.tickets_times", 1, 100, "Tickets of a day above the mean, times")
TICKETS_DAYS = whole("alerts.tickets_days", 1, 21, "The mean is of", "days")
TICKETS_LEAST = whole("alerts.tickets_least", 1, 100_000, "At least", "tickets")

_NONE = DayCount()


def _day(facts: TeamFacts, day: date) -> DayCount:
    return facts.days.get(day, _NONE)


def _began(facts: TeamFacts, holds: Callable[[date], bool]) -> date | None:
    """The day on which what holds on the last whole day began, in this week at the earliest."""
    judged = facts.today - timedelta(days=1)
    begun = run_start(judged, holds)
    return None if begun is None else max(begun, judged - timedelta(days=judged.weekday()))


def _applications(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    judged, least, first = facts.today - timedelta(days=1), settings.alerts[APPLICATIONS_BELOW], facts.first_application
    begun = _began(facts, lambda day: first is not None and first <= day and _day(facts, day).received < least)
    if begun is None:
        return NOTHING
    count = _day(facts, judged).received
    zone = settings.time_zone
    lines = [
        EvidenceLine("Applications", end_of(day, zone), str(_day(facts, day).received))
        for day in (judged - timedelta(days=n) for n in range(4, -1, -1))
    ]
    headline = f"{many(count, 'application')} yesterday, the target is {least}" if count else "No application in 24 hours"
    # None at all is another cause than too few: it must not hide behind the one that was acknowledged.
    cause = f"{begun}" if count else f"none {judged}"
    at = end_of(begun if count else judged, zone)
    reason = f"{count} of {least} a day"
    alert = draft(settings, DAILY_APPLICATIONS, "Normal" if count else "High", TEAM, cause, at, headline, reason, lines)
    return Verdict((alert,))


def _conversion(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    days, limit = settings.alerts[CONVERSION_DAYS], settings.alerts[CONVERSION_BELOW]

    def counted(day: date) -> tuple[int, int]:
        span = [_day(facts, day - timedelta(days=n)) for n in range(days)]
        return sum(count.received for count in span), sum(count.accepted for count in span)

    def low(day: date) -> bool:
        received, accepted = counted(day)
        return received > 0 and accepted < limit * received

    begun = _began(facts, low)
    if begun is None:
        return NOTHING
    received, accepted = counted(facts.today - timedelta(days=1))
    share = f"{accepted / received:.0%}"
    lines = (
        EvidenceLine(f"Received in {days} days", None, str(received)),
        EvidenceLine("Accepted of them", None, str(accepted)),
    )
    headline = f"Conversion is {share} over {days} days"
    reason = f"{accepted} of {received} accepted, below {limit:.0%}"
    at = end_of(begun, settings.time_zone)
    return Verdict((draft(settings, DAILY_CONVERSION, "High", TEAM, str(begun), at, headline, reason, lines),))


def _support(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    numbers = settings.alerts

    def mean(day: date) -> float:
        return (
            sum(_day(facts, day - timedelta(days=n)).tickets for n in range(1, numbers[TICKETS_DAYS] + 1))
            / numbers[TICKETS_DAYS]
        )

    def busy(day: date) -> bool:
        tickets = _day(facts, day).tickets
        return tickets >= numbers[TICKETS_LEAST] and tickets > numbers[TICKETS_TIMES] * mean(day)

    begun = _began(facts, busy)
    if begun is None:
        return NOTHING
    judged = facts.today - timedelta(days=1)
    count, usual = _day(facts, judged).tickets, mean(judged)
    lines = (
        EvidenceLine("Tickets yesterday", end_of(judged, settings.time_zone), str(count)),
        EvidenceLine(f"Mean of {numbers[TICKETS_DAYS]} days", None, f"{usual:.1f}"),
    )
    headline = f"{many(count, 'support ticket')} yesterday, {usual:.1f} are usual"
    reason = f"{count} tickets, more than {numbers[TICKETS_TIMES]:g} times the mean"
    at = end_of(begun, settings.time_zone)
    return Verdict((draft(settings, DAILY_SUPPORT, "High", TEAM, str(begun), at, headline, reason, lines),))


RULES = (
    Rule(
        DAILY_APPLICATIONS,
        "Normal",
        Recommendation("Look at the sources", "See which source dried up, and whether the form still works.", "report"),
        lambda s: f"Fewer than {s.alerts[APPLICATIONS_BELOW]} applications in a day, or none at all.",
        "a day reaches the target",
        "the applications of the last five days",
        (APPLICATIONS_BELOW,),
        _applications,
        by="time",
    ),
    Rule(
        DAILY_CONVERSION,
        "High",
        Recommendation("Review what waits", "Decide on the applications that wait, and look at who applies.", "list"),
        lambda s: (
            f"Fewer than {s.alerts[CONVERSION_BELOW]:.0%} accepted of those received in {s.alerts[CONVERSION_DAYS]} days."
        ),
        "enough of them are accepted",
        "received and accepted",
        (CONVERSION_BELOW, CONVERSION_DAYS),
        _conversion,
        by="time",
    ),
    Rule(
        DAILY_SUPPORT,
        "High",
        Recommendation("Find the common cause", "Read the tickets together and tell engineering.", "task"),
        lambda s: (
            f"More than {s.alerts[TICKETS_TIMES]:g} times the mean of {s.alerts[TICKETS_DAYS]} days, and at least "
            f"{s.alerts[TICKETS_LEAST]} tickets."
        ),
        "a day is back to normal",
        "yesterday's tickets and the mean",
        (TICKETS_TIMES, TICKETS_DAYS, TICKETS_LEAST),
        _support,
        by="time",
    ),
)
