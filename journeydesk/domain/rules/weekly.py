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
from journeydesk.domain.words import figure, noted, noted_percent, noted_short_percent, short_figure, short_percent, tr

WEEKLY_FORECAST = noted("weekly: forecast")
WEEKLY_PMF = noted("weekly: PMF answers")
WEEKLY_SATISFACTION = noted("weekly: satisfaction")
WEEKLY_USAGE = noted("weekly: usage")

ACTIVE_BELOW = share("alerts.active_below", 0, 1, tr("Customers with a call in the week below"))
PMF_ANSWERS_BELOW = share("alerts.pmf_answers_below", 0, 1, tr("Surveys answered below"))
SATISFACTION_BELOW = decimal("alerts.satisfaction_below", 1, 10, tr("Mean satisfaction below"), tr("of 10"))
FORECAST_MONTH = decimal("targets.forecast_month", 0, inf, tr("Expected revenue of the month"))


def _share(facts: TeamFacts, settings: TeamSettings, rule: str, part: int, whole: int, limit: float, words: str) -> Verdict:
    if not whole or part >= limit * whole:
        return NOTHING
    week = facts.week
    share = noted_percent(part / whole, beside=limit)
    lines = (
        EvidenceLine(
            noted("{words} in {name}", words=words, name=week.name),
            week.ended_at,
            noted("{part} of {whole}", part=part, whole=whole),
        ),
    )
    headline = noted("{words}: {share} in {name}", words=words, share=share, name=week.name)
    return Verdict(
        (
            draft(
                settings,
                rule,
                "Normal",
                TEAM,
                week.name,
                week.ended_at,
                headline,
                noted("{share}, below {limit}", share=share, limit=noted_short_percent(limit)),
                lines,
            ),
        )
    )


def _usage(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    week = facts.week
    return _share(
        facts,
        settings,
        WEEKLY_USAGE,
        week.active,
        week.customers,
        settings.alerts[ACTIVE_BELOW],
        noted("Customers with a call"),
    )


def _pmf(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    week = facts.week
    limit = settings.alerts[PMF_ANSWERS_BELOW]
    return _share(facts, settings, WEEKLY_PMF, week.pmf_answered, week.pmf_sent, limit, noted("PMF surveys answered"))


def _satisfaction(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    week, limit = facts.week, settings.alerts[SATISFACTION_BELOW]
    if not week.satisfaction_count or week.satisfaction_sum >= limit * week.satisfaction_count:
        return NOTHING
    mean = f"{week.satisfaction_sum / week.satisfaction_count:.1f}"
    lines = (
        EvidenceLine(
            noted("Mean of {satisfaction_count} answers in {name}", satisfaction_count=week.satisfaction_count, name=week.name),
            week.ended_at,
            mean,
        ),
    )
    headline = noted("Mean satisfaction was {mean} in {name}", mean=mean, name=week.name)
    reason = noted("{mean}, below {limit}", mean=mean, limit=f"{limit:g}")
    return Verdict((draft(settings, WEEKLY_SATISFACTION, "High", TEAM, week.name, week.ended_at, headline, reason, lines),))


def _forecast(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    target = settings.targets.get("forecast_month", 0.0)
    if facts.forecast is None or not target or facts.forecast >= target:
        return NOTHING
    week, currency = facts.week, settings.currency
    # A week that began in the month before judges the new month from the month's first day on.
    at = max(week.ended_at, facts.month_began_at)
    lines = (EvidenceLine(noted("Expected in {month}", month=facts.month), at, f"{sign(currency)}{facts.forecast:,.0f}"),)
    headline = noted(
        "The forecast for {month} is {sign}{forecast}",
        month=facts.month,
        sign=sign(currency),
        forecast=f"{facts.forecast:,.0f}",
    )
    reason = noted("Below the month's target of {sign}{target}", sign=sign(currency), target=f"{target:,.0f}")
    cause = f"{facts.month} {week.name}"
    return Verdict((draft(settings, WEEKLY_FORECAST, "High", TEAM, cause, at, headline, reason, lines),))


RULES = (
    Rule(
        WEEKLY_USAGE,
        "Normal",
        Recommendation(tr("Call the quiet ones"), tr("See which customers made no call, and ask why."), "list"),
        lambda s: tr(
            "Fewer than {active_below} of the customers made a call in the week.",
            active_below=short_percent(s.alerts[ACTIVE_BELOW]),
        ),
        tr("late figures lift the share"),
        tr("customers, and those with a call"),
        (ACTIVE_BELOW,),
        _usage,
        by="time",
    ),
    Rule(
        WEEKLY_PMF,
        "Normal",
        Recommendation(tr("Remind them"), tr("Send the survey again to those who have not answered."), "list"),
        lambda s: tr(
            "Fewer than {pmf_answers_below} of the PMF surveys sent in the week were answered.",
            pmf_answers_below=short_percent(s.alerts[PMF_ANSWERS_BELOW]),
        ),
        tr("enough answers come"),
        tr("surveys sent and answered"),
        (PMF_ANSWERS_BELOW,),
        _pmf,
        by="time",
    ),
    Rule(
        WEEKLY_SATISFACTION,
        "High",
        Recommendation(tr("Read the low answers"), tr("Call those who gave the lowest marks."), "list"),
        lambda s: tr(
            "The mean satisfaction of the week was below {satisfaction_below}.",
            satisfaction_below=short_figure(s.alerts[SATISFACTION_BELOW]),
        ),
        tr("late answers lift the mean"),
        tr("the mean and the number of answers"),
        (SATISFACTION_BELOW,),
        _satisfaction,
        by="time",
    ),
    Rule(
        WEEKLY_FORECAST,
        "High",
        Recommendation(
            tr("Review the pipeline"),
            tr("See which deals slipped out of the month, and what can be brought forward."),
            "report",
        ),
        lambda s: tr(
            "The month's expected revenue is below {sign}{get}.",
            sign=sign(s.currency),
            get=figure(s.targets.get("forecast_month", 0)),
        ),
        tr("the forecast reaches the target"),
        tr("the expected revenue of the month"),
        (FORECAST_MONTH,),
        _forecast,
        by="time",
    ),
)
