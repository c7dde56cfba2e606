"""Access late and payment drop-off: the minutes around a payment (docs/rules.md, "Alert rules")."""

from journeydesk.domain.alerts.alert import EvidenceLine, Recommendation
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.rule import NOTHING, Rule, Verdict, draft, waited
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import whole
from journeydesk.domain.time import later
from journeydesk.domain.words import noted, noted_count, tr

ACCESS_LATE = noted("access late")
PAYMENT_DROP_OFF = noted("payment drop-off")

ACCESS_MINUTES = whole("alerts.access_minutes", 1, 1440, tr("No access after the payment for"), tr("minutes"))
DROP_OFF_MINUTES = whole("alerts.drop_off_minutes", 1, 1440, tr("No payment after checkout began for"), tr("minutes"))

_PAID = ("payment_succeeded", "purchase_made", "checkout_completed")


def _access(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    paid = facts.of(*_PAID)
    if not paid or not facts.is_open or _has_access(facts, settings):
        return NOTHING
    first, minutes = paid[0], settings.alerts[ACCESS_MINUTES]
    due = later(first.at, minutes=minutes)
    headline = noted("{company} paid and has no access after {minutes} minutes", company=facts.company, minutes=minutes)
    lines = (EvidenceLine(noted("Paid"), first.at), EvidenceLine(noted("No platform access since")))
    reason = noted("No access {minutes} after the payment", minutes=noted_count("{count} minute", "{count} minutes", minutes))
    return waited(now, due, lambda: draft(settings, ACCESS_LATE, "Urgent", facts.key, first.id, due, headline, reason, lines))


def _has_access(facts: ProspectFacts, settings: TeamSettings) -> bool:
    """Whether access was granted, or somebody says so by the stage to which that leads."""
    if facts.of("access_granted"):
        return True
    reached = {(move.journey, move.to_stage) for move in facts.standing.positions.values()}
    return any(target in reached for target in settings.moves.get("access_granted", ()))


def _drop_off(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    assessed = facts.of("assessment_completed")
    if not assessed or not facts.is_open:
        return NOTHING
    since = max([assessed[0].at, *(event.at for event in facts.of(*_PAID))])
    # What the whole team knows names the cause; Stripe's own sessions are known only where Stripe is read.
    intents = [event for event in facts.of("upgrade_intent", "cart_abandoned") if event.at >= since]
    # Who wants to talk to sales has begun no payment.
    shared = [event for event in intents if event.text("way") != "sales"]
    begun = [*shared, *(event for event in facts.stripe.checkouts if event.at >= since)]
    paid = max((event.at for event in facts.of(*_PAID)), default="")
    last = max(begun, key=lambda event: (event.at, event.id), default=None)
    if last is None or last.at <= max(paid, facts.stripe.last_paid):
        return NOTHING
    cause, minutes = begun[0].id, settings.alerts[DROP_OFF_MINUTES]
    due = later(last.at, minutes=minutes)
    headline = noted("{company} began a checkout and has not paid", company=facts.company)
    lines = (EvidenceLine(noted("Assessment completed"), assessed[-1].at), EvidenceLine(noted("Checkout began"), last.at))
    reason = noted(
        "No payment {minutes} after the checkout began", minutes=noted_count("{count} minute", "{count} minutes", minutes)
    )
    return waited(now, due, lambda: draft(settings, PAYMENT_DROP_OFF, "High", facts.key, cause, due, headline, reason, lines))


RULES = (
    Rule(
        ACCESS_LATE,
        "Urgent",
        Recommendation(tr("Set up by hand"), tr("Follow the manual set-up steps and tell them when it is done."), "task"),
        lambda s: tr(
            "A payment came and no platform access for {access_minutes} minutes.", access_minutes=s.alerts[ACCESS_MINUTES]
        ),
        tr("access is granted"),
        tr("the payment"),
        (ACCESS_MINUTES,),
        _access,
        by="time",
    ),
    Rule(
        PAYMENT_DROP_OFF,
        "High",
        Recommendation(tr("Offer help"), tr("Ask whether the payment went wrong, and send the link again."), "call"),
        lambda s: tr(
            "The assessment is done and no payment came for {drop_off_minutes} minutes after checkout began.",
            drop_off_minutes=s.alerts[DROP_OFF_MINUTES],
        ),
        tr("they pay"),
        tr("the assessment and the checkout"),
        (DROP_OFF_MINUTES,),
        _drop_off,
        by="time",
    ),
)
