"""Checkout completed → tier granted at once (docs/rules.md, "Automations")."""

from collections.abc import Sequence

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.names import TIER
from journeydesk.domain.automation.plan import Automation, Plan
from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import noted, tr


def _find(facts: ProspectFacts, alerts: Sequence[AlertDraft], settings: TeamSettings) -> list[Plan]:
    completed = facts.of("checkout_completed")
    if not completed:
        return []
    last = completed[-1]
    named = next((tier for tier in TIERS if tier.casefold() == last.text("tier").casefold()), settings.automation.tier)
    return [
        Plan(
            TIER,
            last.id,
            last.at,
            noted("{company} completed a checkout: {named}", company=facts.company, named=named),
            fields={"tier": named},
        )
    ]


AUTOMATION = Automation(TIER, tr("A completed checkout grants its tier."), _find)
