"""Stage 5 or 6 reached → a planning review (docs/rules.md, "Automations")."""

from collections.abc import Sequence

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.names import PLANNING
from journeydesk.domain.automation.plan import Automation, Plan, drafts
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import noted, tr


def _find(facts: ProspectFacts, alerts: Sequence[AlertDraft], settings: TeamSettings) -> list[Plan]:
    journey = settings.journeys[0]
    reached: dict[int, str] = {}
    for move in facts.standing.moves:
        if move.journey == journey.name and move.to_stage in settings.automation.planning_stages:
            reached.setdefault(move.to_stage, move.at)
    if not facts.is_open:
        return []
    plans = []
    for stage, at in sorted(reached.items()):
        cause = f"stage {stage}"
        tasks = drafts(settings, PLANNING, facts, cause, at, "Roadmap", settings.automation.planning)
        plans.append(
            Plan(
                PLANNING,
                cause,
                at,
                noted("{company} reached {name}", company=facts.company, name=journey.stage(stage).name),
                tasks,
            )
        )
    return plans


AUTOMATION = Automation(PLANNING, tr("Reaching a late stage calls for a planning review."), _find)
