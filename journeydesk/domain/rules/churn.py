"""Churn risk: use that falls or stops, low satisfaction, a failed payment, a dispute (docs/rules.md, "Alert rules")."""

from datetime import date, timedelta

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.rule import NOTHING, Rule, Verdict, draft
from journeydesk.domain.rules.weeks import USAGE_LEAST_CALLS, run_start, tomorrow, week_name, week_on_week
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import share, whole
from journeydesk.domain.time import end_of, start_of
from journeydesk.domain.words import noted, noted_percent, short_percent, tr

CHURN_RISK = noted("churn risk")

USAGE_DOWN = share("alerts.usage_down", 0.01, 1, tr("Calls down week on week by"))
USAGE_SILENT_DAYS = whole("alerts.usage_silent_days", 1, 28, tr("No call for"), tr("days"))
SATISFACTION_AT_MOST = whole("alerts.satisfaction_at_most", 1, 10, tr("Satisfaction at most"), tr("of 10"))


def _find(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    if not facts.is_open:
        return NOTHING
    use = _use(facts, settings) if facts.is_customer else None
    causes = (use, _satisfaction(facts, settings), _payment(facts, settings), *_disputes(facts, settings))
    alerts = tuple(alert for alert in causes if alert is not None)
    # A dispute that is won changes nothing that would call for another look.
    return Verdict(alerts, tomorrow(facts, settings, now, alerts))


def _alert(
    facts: ProspectFacts, settings: TeamSettings, cause: str, at: str, what: str, reason: str, *lines: EvidenceLine
) -> AlertDraft:
    return draft(settings, CHURN_RISK, "High", facts.key, cause, at, f"{facts.company} {what}", reason, lines)


def _use(facts: ProspectFacts, settings: TeamSettings) -> AlertDraft | None:
    until, zone, numbers = facts.usage_until, settings.time_zone, settings.alerts
    if until is None or not facts.usage:
        return None
    last = max((use.day for use in facts.usage if use.calls and use.day <= until), default=None)
    if last is None:
        return None
    if (until - last).days >= numbers[USAGE_SILENT_DAYS]:
        at = end_of(last + timedelta(days=numbers[USAGE_SILENT_DAYS]), zone)
        line = EvidenceLine(noted("Last call"), start_of(last, zone))
        days = noted("{usage_silent_days} days", usage_silent_days=numbers[USAGE_SILENT_DAYS])
        return _alert(
            facts,
            settings,
            noted("silent {last}", last=last),
            at,
            noted("made no call for {days}", days=days),
            noted("No use for {days}", days=days),
            line,
        )

    def falling(day: date) -> bool:
        before, week = week_on_week(facts, day)
        return before >= max(1, numbers[USAGE_LEAST_CALLS]) and week <= before * (1 - numbers[USAGE_DOWN])

    start = run_start(until, falling)
    if start is None:
        return None
    before, week = week_on_week(facts, until)
    at = end_of(start, zone)
    lines = (
        EvidenceLine(noted("Calls, the week before"), None, f"{before:,}"),
        EvidenceLine(noted("Calls, this week"), at, f"{week:,}"),
    )
    what, reason = (
        noted("uses {week} less than the week before", week=noted_percent(1 - week / before)),
        noted("{before} → {week} calls a week", before=f"{before:,}", week=f"{week:,}"),
    )
    return _alert(facts, settings, noted("down {week_name}", week_name=week_name(start)), at, what, reason, *lines)


def _satisfaction(facts: ProspectFacts, settings: TeamSettings) -> AlertDraft | None:
    newest = max(facts.answers, key=lambda answer: (answer.day, answer.key), default=None)
    if newest is None or newest.satisfaction > settings.alerts[SATISFACTION_AT_MOST]:
        return None
    at = start_of(newest.day, settings.time_zone)
    line = EvidenceLine(noted("Satisfaction"), at, str(newest.satisfaction))
    what = noted("gave a satisfaction of {satisfaction}", satisfaction=newest.satisfaction)
    reason = noted(
        "Satisfaction {satisfaction}, at most {satisfaction_at_most}",
        satisfaction=newest.satisfaction,
        satisfaction_at_most=settings.alerts[SATISFACTION_AT_MOST],
    )
    return _alert(facts, settings, noted("satisfaction {key}", key=newest.key), at, what, reason, line)


def _payment(facts: ProspectFacts, settings: TeamSettings) -> AlertDraft | None:
    events = max((event.at for event in facts.of("payment_succeeded", "purchase_made", "checkout_completed")), default="")
    # Stripe makes an event of the first payment only; whoever reads it knows of the later ones.
    paid = max(events, facts.stripe.last_paid)
    failed = [event for event in facts.of("payment_failed") if event.at > paid and not event.text("dispute")]
    if not failed:
        return None
    lines = [EvidenceLine(noted("Payment failed"), event.at, event.text("reason")) for event in failed[-5:]]
    return _alert(facts, settings, failed[0].id, failed[0].at, noted("could not be charged"), noted("A payment failed"), *lines)


def _disputes(facts: ProspectFacts, settings: TeamSettings) -> list[AlertDraft]:
    """Each dispute once, whether its event or Stripe's own object reports it."""
    by_event = {event.text("dispute"): event.at for event in facts.of("payment_failed") if event.text("dispute")}
    opened = by_event | {dispute.id: dispute.at for dispute in facts.stripe.disputes}
    return [
        _alert(
            facts,
            settings,
            name,
            at,
            noted("disputes a payment"),
            noted("An open dispute"),
            EvidenceLine(noted("Dispute opened"), at),
        )
        for name, at in sorted(opened.items())
        if name not in facts.stripe.closed
    ]


RULES = (
    Rule(
        CHURN_RISK,
        "High",
        Recommendation(tr("Plan a success call"), tr("Ask what stands in their way before they leave."), "call"),
        lambda s: tr(
            "Use fell by {usage_down} week on week or stopped for {usage_silent_days} days, satisfaction "
            "was {satisfaction_at_most} or less, a payment failed, or a payment is disputed.",
            usage_down=short_percent(s.alerts[USAGE_DOWN]),
            usage_silent_days=s.alerts[USAGE_SILENT_DAYS],
            satisfaction_at_most=s.alerts[SATISFACTION_AT_MOST],
        ),
        tr("use recovers, a better answer or a payment comes, or the dispute is closed"),
        tr("calls, answers, payments and disputes"),
        (USAGE_DOWN, USAGE_LEAST_CALLS, USAGE_SILENT_DAYS, SATISFACTION_AT_MOST),
        _find,
    ),
)
