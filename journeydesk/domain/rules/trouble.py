"""Integration trouble: a check that is red, a scenario or content that failed, a customer's error rate
(docs/rules.md, "Alert rules")."""

from collections.abc import Callable
from datetime import date

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import ProspectFacts, TeamFacts
from journeydesk.domain.rules.rule import NOTHING, TEAM, Facts, Rule, Verdict, draft
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import share
from journeydesk.domain.time import end_of
from journeydesk.domain.words import noted, noted_percent, noted_short_percent, short_percent, tr

INTEGRATION_TROUBLE = noted("integration trouble")

ERROR_RATE_ABOVE = share("alerts.error_rate_above", 0, 1, tr("Error rate above"))

_FAILURES = (
    ("scenario_failed", "scenario_succeeded", "scenario failed"),
    ("content_failed", "content_generated", "content could not be made"),
)


def _prospect(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    alerts = [_failure(facts, settings, *kinds) for kinds in _FAILURES if kinds[0] in facts.occurrences]
    alerts.append(_errors(facts, settings))
    return Verdict(tuple(alert for alert in alerts if alert is not None))


def _failure(facts: ProspectFacts, settings: TeamSettings, failed: str, healed: str, words: str) -> AlertDraft | None:
    well = max((event.at for event in facts.of(healed)), default="")
    since = [event for event in facts.of(failed) if event.at > well]
    if not since:
        return None
    lines = [EvidenceLine(words.capitalize(), event.at) for event in since[-5:]]
    return draft(
        settings,
        INTEGRATION_TROUBLE,
        "High",
        facts.key,
        since[0].id,
        since[0].at,
        noted("{company}: a {words}", company=facts.company, words=words)
        if failed == "scenario_failed"
        else f"{facts.company}: {words}",
        words.capitalize(),
        lines,
    )


def _errors(facts: ProspectFacts, settings: TeamSettings) -> AlertDraft | None:
    limit = settings.alerts[ERROR_RATE_ABOVE]
    days = [day for day in facts.usage if facts.usage_until is None or day.day <= facts.usage_until]
    if not days or not facts.is_customer or days[-1].error_rate <= limit:
        return None
    bad: list[date] = []
    for day in reversed(days):
        if day.error_rate <= limit:
            break
        bad.append(day.day)
    newest, at = days[-1], end_of(bad[-1], settings.time_zone)
    lines = [
        EvidenceLine(noted("Error rate"), end_of(day.day, settings.time_zone), noted_percent(day.error_rate, 1, limit))
        for day in days[-len(bad) :][-5:]
    ]
    headline = noted(
        "{company} has an error rate of {error_rate}",
        company=facts.company,
        error_rate=noted_percent(newest.error_rate, 1, limit),
    )
    reason = noted(
        "Error rate {error_rate}, above {limit}",
        error_rate=noted_percent(newest.error_rate, 1, limit),
        limit=noted_short_percent(limit),
    )
    return draft(settings, INTEGRATION_TROUBLE, "High", facts.key, f"errors {bad[-1]}", at, headline, reason, lines)


def _team(facts: TeamFacts, settings: TeamSettings, now: str) -> Verdict:
    alerts = []
    for service in dict.fromkeys(check.service for check in facts.checks):
        checks = [check for check in facts.checks if check.service == service]
        if not checks[-1].ok:
            well = max((check.at for check in checks if check.ok), default="")
            red = [check for check in checks if not check.ok and check.at > well]
            first = red[0]
            # The day, not the moment: two machines that see one outage raise one alert.
            cause = f"{service} {first.at[:10]}"
            lines = [EvidenceLine(check.text or noted("The check failed"), check.at) for check in red[-5:]]
            headline = noted("{service} did not pass its check", service=service)
            alerts.append(draft(settings, INTEGRATION_TROUBLE, "High", TEAM, cause, first.at, headline, red[-1].text, lines))
    return Verdict(tuple(alerts)) if alerts else NOTHING


_ADVICE = Recommendation(
    tr("Tell engineering"), tr("Pass the evidence on; the next step stands on the integration's card."), "task"
)
_CLEARS = tr("the next check or run succeeds, or the error rate is back to normal")


def _when(settings: TeamSettings) -> str:
    return tr(
        "An integration's check is red, a scenario or content failed, or a customer's error rate is above {error_rate_above}.",
        error_rate_above=short_percent(settings.alerts[ERROR_RATE_ABOVE]),
    )


def _rule(shows: str, find: Callable[[Facts, TeamSettings, str], Verdict]) -> Rule[Facts]:
    return Rule(INTEGRATION_TROUBLE, "High", _ADVICE, _when, _CLEARS, shows, (ERROR_RATE_ABOVE,), find)


RULES = (_rule(tr("the failures, or the error rates of the days"), _prospect),)
TEAM_RULES = (_rule(tr("the failed checks"), _team),)
