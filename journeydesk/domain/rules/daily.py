"""The daily rules: applications, conversion, support (docs/rules.md, "Alert rules"). Each judges the last whole day in the
team's zone.

What lasts for days is one cause: it is named after the day it began, in each week once.
"""

from collections.abc import Callable
from datetime import date, timedelta

from journeydesk.domain.alerts.alert import EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import DayCount, TeamFacts
from journeydesk.domain.rules.rule import NOTHING, TEAM, Rule, Verdict, draft
from journeydesk.domain.rules.weeks import run_start
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import decimal, share, whole
from journeydesk.domain.time import end_of
from journeydesk.domain.words import noted, noted_count, noted_percent, noted_short_percent, short_figure, short_percent, tr

DAILY_APPLICATIONS = noted("daily: applications")
DAILY_CONVERSION = noted("daily: conversion")
DAILY_SUPPORT = noted("daily: support")

APPLICATIONS_BELOW = whole("alerts.applications_below", 0, 100_000, tr("Applications in a day below"))
CONVERSION_BELOW = share("alerts.conversion_below", 0, 1, tr("Accepted of those received below"))
CONVERSION_DAYS = whole("alerts.conversion_days", 1, 14, tr("Counted over"), tr("days"))
TICKETS_TIMES = decimal("alerts.tickets_times", 1, 100, tr("Tickets of a day above the mean, times"))
TICKETS_DAYS = whole("alerts.tickets_days", 1, 21, tr("The mean is of"), tr("days"))
TICKETS_LEAST = whole("alerts.tickets_least", 1, 100_000, tr("At least"), tr("tickets"))

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
        EvidenceLine(noted("Applications"), end_of(day, zone), str(_day(facts, day).received))
        for day in (judged - timedelta(days=n) for n in range(4, -1, -1))
    ]
    headline = (
        noted(
            "{applications} yesterday, the target is {least}",
            applications=noted_count("{count} application", "{count} applications", count),
            least=least,
        )
        if count
        else noted("No application in 24 hours")
    )
    # None at all is another cause than too few: it must not hide behind the one that was acknowledged.
    cause = f"{begun}" if count else f"none {judged}"
    at = end_of(begun if count else judged, zone)
    reason = noted("{count} of {least} a day", count=count, least=least)
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
    share = noted_percent(accepted / received, beside=limit)
    lines = (
        EvidenceLine(noted("Received in {days} days", days=days), None, str(received)),
        EvidenceLine(noted("Accepted of them"), None, str(accepted)),
    )
    headline = noted("Conversion is {share} over {days} days", share=share, days=days)
    reason = noted(
        "{accepted} of {received} accepted, below {limit}",
        accepted=accepted,
        received=received,
        limit=noted_short_percent(limit),
    )
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
        EvidenceLine(noted("Tickets yesterday"), end_of(judged, settings.time_zone), str(count)),
        EvidenceLine(noted("Mean of {tickets_days} days", tickets_days=numbers[TICKETS_DAYS]), None, f"{usual:.1f}"),
    )
    headline = noted(
        "{tickets} yesterday, {usual} are usual",
        tickets=noted_count("{count} support ticket", "{count} support tickets", count),
        usual=f"{usual:.1f}",
    )
    reason = noted(
        "{count} tickets, more than {tickets_times} times the mean", count=count, tickets_times=f"{numbers[TICKETS_TIMES]:g}"
    )
    at = end_of(begun, settings.time_zone)
    return Verdict((draft(settings, DAILY_SUPPORT, "High", TEAM, str(begun), at, headline, reason, lines),))


RULES = (
    Rule(
        DAILY_APPLICATIONS,
        "Normal",
        Recommendation(tr("Look at the sources"), tr("See which source dried up, and whether the form still works."), "report"),
        lambda s: tr(
            "Fewer than {applications_below} applications in a day, or none at all.",
            applications_below=s.alerts[APPLICATIONS_BELOW],
        ),
        tr("a day reaches the target"),
        tr("the applications of the last five days"),
        (APPLICATIONS_BELOW,),
        _applications,
        by="time",
    ),
    Rule(
        DAILY_CONVERSION,
        "High",
        Recommendation(tr("Review what waits"), tr("Decide on the applications that wait, and look at who applies."), "list"),
        lambda s: tr(
            "Fewer than {conversion_below} accepted of those received in {conversion_days} days.",
            conversion_below=short_percent(s.alerts[CONVERSION_BELOW]),
            conversion_days=s.alerts[CONVERSION_DAYS],
        ),
        tr("enough of them are accepted"),
        tr("received and accepted"),
        (CONVERSION_BELOW, CONVERSION_DAYS),
        _conversion,
        by="time",
    ),
    Rule(
        DAILY_SUPPORT,
        "High",
        Recommendation(tr("Find the common cause"), tr("Read the tickets together and tell engineering."), "task"),
        lambda s: tr(
            "More than {tickets_times} times the mean of {tickets_days} days, and at least {tickets_least} tickets.",
            tickets_times=short_figure(s.alerts[TICKETS_TIMES]),
            tickets_days=s.alerts[TICKETS_DAYS],
            tickets_least=s.alerts[TICKETS_LEAST],
        ),
        tr("a day is back to normal"),
        tr("yesterday's tickets and the mean"),
        (TICKETS_TIMES, TICKETS_DAYS, TICKETS_LEAST),
        _support,
        by="time",
    ),
)
