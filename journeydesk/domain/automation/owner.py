"""Score > 40 without an owner → the active rep with the fewest open prospects (docs/rules.md, "Automations")."""

from collections.abc import Mapping, Sequence

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.names import OWNER
from journeydesk.domain.automation.plan import Automation, Plan
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.settings import Rep, TeamSettings
from journeydesk.domain.words import noted, tr


def needs_owner(facts: ProspectFacts, settings: TeamSettings) -> bool:
    """Whether it is an undecided application above the limit that nobody owns."""
    scored = facts.score is not None and facts.score > settings.score.assign_above
    return scored and not facts.owner and facts.is_undecided


def next_rep(reps: Sequence[Rep], open_prospects: Mapping[str, int]) -> str | None:
    """The active rep with the fewest open prospects, by name where several have as few; None where none is active."""
    active = [rep.name for rep in reps if rep.active]
    return min(active, key=lambda name: (open_prospects.get(name, 0), name), default=None)


def assign(waiting: Sequence[ProspectFacts], reps: Sequence[Rep], open_prospects: Mapping[str, int]) -> dict[str, str]:
    """Who gets whom, by the prospects' keys: in the order of application, each to who then has the fewest."""
    load = dict(open_prospects)
    reps_by_key: dict[str, str] = {}
    for facts in sorted(waiting, key=lambda prospect: (prospect.applied_on or "", prospect.key)):
        rep = next_rep(reps, load)
        if rep is not None:
            reps_by_key[facts.key] = rep
            load[rep] = load.get(rep, 0) + 1
    return reps_by_key


def _find(facts: ProspectFacts, alerts: Sequence[AlertDraft], settings: TeamSettings) -> list[Plan]:
    if facts.assigned is None or not facts.applied_on:
        return []
    words = noted(
        "{company} with a score of {score} goes to {assigned}",
        company=facts.company,
        score=facts.score,
        assigned=facts.assigned,
    )
    at = max(facts.applied_on, facts.scored_at)
    return [
        Plan(OWNER, noted("application {applied_on}", applied_on=facts.applied_on), at, words, fields={"owner": facts.assigned})
    ]


AUTOMATION = Automation(
    OWNER, tr("A high score without an owner goes to the active rep with the fewest open prospects."), _find
)
