"""Stage skip and big jump: a CTA that aims far ahead of where the prospect stands (docs/rules.md, "Alert rules")."""

from dataclasses import replace
from functools import partial

from journeydesk.domain.alerts.alert import AlertDraft, Recommendation
from journeydesk.domain.journeys.fold import Jump, Standing
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.rule import Rule, Verdict, draft
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import whole
from journeydesk.domain.words import noted, tr

BIG_JUMP = noted("big jump")
STAGE_SKIP = noted("stage skip")

STAGE_SKIP_FROM = whole("alerts.stage_skip_from", 1, 10, tr("A stage skip is a CTA ahead by at least"), tr("stages"))
BIG_JUMP_FROM = whole("alerts.big_jump_from", 2, 20, tr("A big jump is a CTA ahead by at least"), tr("stages"))


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
    verb, priority = (noted("leapt"), "Urgent") if rule == BIG_JUMP else (noted("jumped"), "High")
    headline = noted(
        "{company} {verb} from stage {stage} to stage {target}",
        company=company,
        verb=verb,
        stage=jump.stage,
        target=jump.target,
    )
    reason = noted(
        "Stage {stage} → {target}, +{points_after} points",
        stage=jump.stage,
        target=jump.target,
        points_after=jump.points_after - jump.points_before,
    )
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


_CLEARS = tr("the click turns out not to have happened, or not to have been ahead")
_SHOWS = tr("the clicks that earned the points, and both stages")

RULES = (
    Rule(
        STAGE_SKIP,
        "High",
        Recommendation(tr("Call within 24 h"), tr("Ask what they want to achieve and who decides."), "call"),
        lambda s: tr(
            "A CTA was {stage_skip_from} to {big_jump_from} stages ahead.",
            stage_skip_from=s.alerts[STAGE_SKIP_FROM],
            big_jump_from=s.alerts[BIG_JUMP_FROM] - 1,
        ),
        _CLEARS,
        _SHOWS,
        (STAGE_SKIP_FROM, BIG_JUMP_FROM),
        partial(_find, STAGE_SKIP),
    ),
    Rule(
        BIG_JUMP,
        "Urgent",
        Recommendation(tr("Call now"), tr("Check the click history for a misfire first."), "call"),
        lambda s: tr("A CTA was {big_jump_from} or more stages ahead.", big_jump_from=s.alerts[BIG_JUMP_FROM]),
        _CLEARS,
        _SHOWS,
        (BIG_JUMP_FROM,),
        partial(_find, BIG_JUMP),
    ),
)
