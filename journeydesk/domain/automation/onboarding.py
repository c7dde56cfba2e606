"""Accepted → an onboarding task list (docs/rules.md, "Automations")."""

from collections.abc import Sequence

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.names import ONBOARDING
from journeydesk.domain.automation.plan import Automation, Plan, drafts
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import noted, tr

_CAUSE = "accepted"


def accepted_at(facts: ProspectFacts, settings: TeamSettings) -> str | None:
    """When the prospect first came to where an acceptance leads, by an event or by hand; None where it never did."""
    deal = settings.journey("Deal")
    targets = {target for target in settings.moves.get("application_accepted", ()) if deal and target[0] == deal.name}
    moves = [move.at for move in facts.standing.moves if (move.journey, move.to_stage) in targets]
    events = [event.at for event in facts.of("application_accepted")]
    return min([*moves, *events, *([facts.accepted_at] if facts.accepted_at else [])], default=None)


def _find(facts: ProspectFacts, alerts: Sequence[AlertDraft], settings: TeamSettings) -> list[Plan]:
    at = accepted_at(facts, settings) if facts.is_open else None
    if at is None:
        return []
    # Once for a prospect: a late event may show that it was accepted earlier, but not that it was accepted twice.
    tasks = drafts(settings, ONBOARDING, facts, _CAUSE, at, "Onboarding", settings.automation.onboarding)
    return [Plan(ONBOARDING, _CAUSE, at, noted("{company} was accepted", company=facts.company), tasks)]


AUTOMATION = Automation(ONBOARDING, tr("An accepted application gets the onboarding task list."), _find)
