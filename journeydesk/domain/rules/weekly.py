"""The weekly rules: usage, PMF answers, satisfaction, forecast (docs/rules.md, "Alert rules"). Each judges the last whole ISO
week.

A figure with no data raises nothing.
"""

from math import inf

from journeydesk.domain.alerts.alert import EvidenceLine, Recommendation
from journeydesk.domain.money import sign
from journeydesk.domain.rules.facts import TeamFacts
from journeydesk.domain.rules.rule import NOTHING, TEAM, Rule, Verdict, draft
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import decimal, share

WEEKLY_FORECAST = "weekly: forecast"
WEEKLY_PMF = "weekly: PMF answers"
WEEKLY_SATISFACTION = "weekly: satisfaction"
WEEKLY_USAGE = "weekly: usage"

ACTIVE_BELOW = share("alerts.active_below", 0, 1, "Customers with a call in the week below")
PMF_ANSWERS_BELOW = share("alerts.pmf_answers_below", 0, 1, "Surveys answered below")
SATISFACTION_BELOW = decimal("alerts.satisfaction_below", 1, 10, "Mean satisfaction below", "of 10")
FORECAST_MONTH = decimal("targets.forecast_month", 0, inf, "Expected revenue of the month")


def _share(facts: TeamFacts, settings: TeamSettings, rule: str, part: int, whole: int, limit: float, words: str) -> Verdict:
    if not whole or part >= limit * whole:
        return NOTHING
    week = facts.week
    share = f"{part / whole:.0%}"
    lines = (EvidenceLine(f"{words} in {week.name}", week.ended_at, f"{part} of {whole}"),)
    headline = f"{words}: {share} in {week.name}"
    return Verdict(
        (draft(settings, rule, "Normal", TEAM, week.name, week.ended_at, headline, f"{share}, below {limit:.0%}", lines),)
    )


def _usage(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    week = facts.week
    return _share(
        facts, settings, WEEKLY_USAGE, week.active, week.customers, settings.alerts[ACTIVE_BELOW], "Customers with a call"
    )


def _pmf(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    week = facts.week
    limit = settings.alerts[PMF_ANSWERS_BELOW]
    return _share(facts, settings, WEEKLY_PMF, week.pmf_answered, week.pmf_sent, limit, "PMF surveys answered")


def _satisfaction(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    week, limit = facts.week, settings.alerts[SATISFACTION_BELOW]
    if not week.satisfaction_count or week.satisfaction_sum >= limit * week.satisfaction_count:
        return NOTHING
    mean = f"{week.satisfaction_sum / week.satisfaction_count:.1f}"
    lines = (EvidenceLine(f"Mean of {week.satisfaction_count} answers in {week.name}", week.ended_at, mean),)
    headline = f"Mean satisfaction was {mean} in {week.name}"
    reason = f"{mean}, below {limit:g}"
    return Verdict((draft(settings, WEEKLY_SATISFACTION, "High", TEAM, week.name, week.ended_at, headline, reason, lines),))


def _forecast(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    target = settings.targets.get("forecast_month", 0.0)
    if facts.forecast is None or not target or facts.forecast >= target:
        return NOTHING
    week, currency = facts.week, settings.currency
    # A week that began in the month before judges the new month from the month's first day on.
    at = max(week.ended_at, facts.month_began_at)
    lines = (EvidenceLine(f"Expected in {facts.month}", at, f"{sign(currency)}{facts.forecast:,.0f}"),)
    headline = f"The forecast for {facts.month} is {sign(currency)}{facts.forecast:,.0f}"
    reason = f"Below the month's target of {sign(currency)}{target:,.0f}"
    cause = f"{facts.month} {week.name}"
    return Verdict((draft(settings, WEEKLY_FORECAST, "High", TEAM, cause, at, headline, reason, lines),))


RULES = (
    Rule(
        WEEKLY_USAGE,
        "Normal",
        Recommendation("Call the quiet ones", "See which customers made no call, and ask why.", "list"),
        lambda s: f"Fewer than {s.alerts[ACTIVE_BELOW]:.0%} of the customers made a call in the week.",
        "late figures lift the share",
        "customers, and those with a call",
        (ACTIVE_BELOW,),
        _usage,
        by="time",
    ),
    Rule(
        WEEKLY_PMF,
        "Normal",
        Recommendation("Remind them", "Send the survey again to those who have not answered.", "list"),
        lambda s: f"Fewer than {s.alerts[PMF_ANSWERS_BELOW]:.0%} of the PMF surveys sent in the week were answered.",
        "enough answers come",
        "surveys sent and answered",
        (PMF_ANSWERS_BELOW,),
        _pmf,
        by="time",
    ),
    Rule(
        WEEKLY_SATISFACTION,
        "High",
        Recommendation("Read the low answers", "Call those who gave the lowest marks.", "list"),
        lambda s: f"The mean satisfaction of the week was below {s.alerts[SATISFACTION_BELOW]:g}.",
        "late answers lift the mean",
        "the mean and the number of answers",
        (SATISFACTION_BELOW,),
        _satisfaction,
        by="time",
    ),
    Rule(
        WEEKLY_FORECAST,
        "High",
        Recommendation(
            "Review the pipeline", "See which deals slipped out of the month, and what can be brought forward.", "report"
        ),
        lambda s: f"The month's expected revenue is below {sign(s.currency)}{s.targets.get('forecast_month', 0):,.0f}.",
        "the forecast reaches the target",
        "the expected revenue of the month",
        (FORECAST_MONTH,),
        _forecast,
        by="time",
    ),
)
