"""Stage skip and big jump: a CTA that aims far ahead of where the prospect stands (docs/rules.md, "Alert rules")."""

from dataclasses import replace
from functools import partial

from journeydesk.domain.alerts.alert import AlertDraft, Recommendation
from journeydesk.domain.journeys.fold import Jump, Standing
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.rule import Rule, Verdict, draft
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import whole

BIG_JUMP = "big jump"
STAGE_SKIP = "stage skip"

STAGE_SKIP_FROM = whole("alerts.stage_skip_from", 1, 10, "A stage skip is a CTA ahead by at least", "stages")
BIG_JUMP_FROM = whole("alerts.big_jump_from", 2, 20, "A big jump is a CTA ahead by at least", "stages")


def journey_alerts(settings: TeamSettings, prospect: str, company: str, standing: Standing) -> list[AlertDraft]:
    """Stage skip (a CTA 2–3 stages ahead) and big jump (4 or more), one for each jump."""
    drafts = []
    for jump in standing.jumps:
        gap = jump.target - jump.stage
        rule = BIG_JUMP if gap >= settings.alerts[BIG_JUMP_FROM] else STAGE_SKIP
        if gap >= settings.alerts[STAGE_SKIP_FROM] and rule in settings.alerts.on:
            drafts.append(_alert(settings, rule, prospect, company, jump))
    return drafts


def _alert(settings: TeamSettings, rule: str, prospect: str, company: str, jump: Jump) -> AlertDraft:
    verb, priority = ("leapt", "Urgent") if rule == BIG_JUMP else ("jumped", "High")
    headline = f"{company} {verb} from stage {jump.stage} to stage {jump.target}"
    reason = f"Stage {jump.stage} → {jump.target}, +{jump.points_after - jump.points_before} points"
    return replace(
        draft(settings, rule, priority, prospect, jump.event, jump.at, headline, reason),
        stage=jump.stage,
        target=jump.target,
        points_before=jump.points_before,
        points_after=jump.points_after,
        event=jump.event,
    )


def _find(name: str, facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    if not facts.standing.jumps:
        return Verdict()
    alerts = journey_alerts(settings, facts.key, facts.company, facts.standing)
    return Verdict(tuple(alert for alert in alerts if alert.rule == name))


_CLEARS = "the click turns out not to have happened, or not to have been ahead"
_SHOWS = "the clicks that earned the points, and both stages"

RULES = (
    Rule(
        STAGE_SKIP,
        "High",
        Recommendation("Call within 24 h", "Ask what they want to achieve and who decides.", "call"),
        lambda s: f"A CTA was {s.alerts[STAGE_SKIP_FROM]} to {s.alerts[BIG_JUMP_FROM] - 1} stages ahead.",
        _CLEARS,
        _SHOWS,
        (STAGE_SKIP_FROM, BIG_JUMP_FROM),
        partial(_find, STAGE_SKIP),
    ),
    Rule(
        BIG_JUMP,
        "Urgent",
        Recommendation("Call now", "Check the click history for a misfire first.", "call"),
        lambda s: f"A CTA was {s.alerts[BIG_JUMP_FROM]} or more stages ahead.",
        _CLEARS,
        _SHOWS,
        (BIG_JUMP_FROM,),
        partial(_find, BIG_JUMP),
    ),
)
