"""Usage spike: a customer's calls have doubled week on week (docs/rules.md, "Alert rules")."""

from datetime import date

from journeydesk.domain.alerts.alert import EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.rule import NOTHING, Rule, Verdict, draft
from journeydesk.domain.rules.weeks import USAGE_LEAST_CALLS, run_start, tomorrow, week_name, week_on_week
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import share
from journeydesk.domain.time import end_of
from journeydesk.domain.words import noted, short_percent, tr

USAGE_SPIKE = noted("usage spike")

USAGE_UP = share("alerts.usage_up", 0.01, 100, tr("Calls up week on week by"))


def _find(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    until, numbers = facts.usage_until, settings.alerts
    if until is None or not facts.usage or not facts.is_customer:
        return NOTHING

    def spiking(day: date) -> bool:
        before, week = week_on_week(facts, day)
        return before >= max(1, numbers[USAGE_LEAST_CALLS]) and week >= before * (1 + numbers[USAGE_UP])

    again, start = tomorrow(facts, settings, now), run_start(until, spiking)
    if start is None:
        return Verdict(recheck_at=again)
    before, week = week_on_week(facts, until)
    at = end_of(start, settings.time_zone)
    change = f"{week / before - 1:+.0%}"
    lines = (
        EvidenceLine(noted("Calls, the week before"), None, f"{before:,}"),
        EvidenceLine(noted("Calls, this week"), at, f"{week:,}"),
    )
    headline = noted("{company} made {change} calls week on week", company=facts.company, change=change)
    reason = noted("{before} → {week} calls a week", before=f"{before:,}", week=f"{week:,}")
    alert = draft(settings, USAGE_SPIKE, "Normal", facts.key, week_name(start), at, headline, reason, lines)
    return Verdict((alert,), again)


RULES = (
    Rule(
        USAGE_SPIKE,
        "Normal",
        Recommendation(tr("Check in"), tr("Ask what they are building; a task is ready."), "task"),
        lambda s: tr("Calls rose by {usage_up} or more week on week.", usage_up=short_percent(s.alerts[USAGE_UP])),
        tr("the rise is over"),
        tr("the calls of both weeks"),
        (USAGE_UP, USAGE_LEAST_CALLS),
        _find,
    ),
)
