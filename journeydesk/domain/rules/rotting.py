"""Rotting: nobody touched a prospect for longer than its stage allows, and no next step is planned
(docs/rules.md, "Rotting")."""

from datetime import date

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, Recommendation
from journeydesk.domain.journeys.rotting import clock_start, rots_on
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.rule import NOTHING, Rule, Verdict, draft
from journeydesk.domain.settings import Stage, TeamSettings
from journeydesk.domain.time import day_of, start_of
from journeydesk.domain.words import noted, noted_count, tr

ROTTING = noted("rotting")


def _find(facts: ProspectFacts, settings: TeamSettings, now: str) -> Verdict:
    if not facts.is_open:
        return NOTHING
    alerts, again = [], []
    for day, journey, stage, start in _limits(facts, settings):
        due = start_of(day, settings.time_zone)
        if due <= now:
            alerts.append(_alert(facts, settings, due, journey, stage, start))
        else:
            again.append(due)
    return Verdict(tuple(alerts), min(again, default=None)) if alerts or again else NOTHING


def _alert(facts: ProspectFacts, settings: TeamSettings, due: str, journey: str, stage: Stage, start: date) -> AlertDraft:
    limit = noted_count("{count} working day", "{count} working days", stage.limit_days or 0)
    headline = noted("{company} has rested in {short} for {limit}", company=facts.company, short=stage.short, limit=limit)
    reason = noted("Nobody touched it for {limit}, and no next step is planned", limit=limit)
    # The name that the stage was shipped with: renaming it is no new cause.
    cause = f"{journey} {stage.formerly[0] if stage.formerly else stage.name}"
    lines = (
        EvidenceLine(f"{journey}: {stage.name}", facts.standing.positions[journey].at),
        *((EvidenceLine(noted("Last touch"), facts.touches[-1].at),) if facts.touches else ()),
        EvidenceLine(noted("No next step since"), start_of(start, settings.time_zone)),
    )
    return draft(settings, ROTTING, "Normal", facts.key, cause, due, headline, reason, lines)


def _limits(facts: ProspectFacts, settings: TeamSettings) -> list[tuple[date, str, Stage, date]]:
    """When each stage with a limit is rotten, as (day, journey, stage, when the clock began)."""
    limits = []
    zone = settings.time_zone
    touched = day_of(facts.touches[-1].at, zone) if facts.touches else None
    planned = day_of(facts.planned_until, zone) if facts.planned_until else None
    for name, move in facts.standing.positions.items():
        journey = settings.journey(name)
        stage = journey.stage(move.to_stage) if journey else None
        if stage is not None and stage.limit_days is not None and not stage.is_end:
            entered = day_of(move.at, zone)
            start = clock_start(entered, touched, facts.follow_up, planned)
            limits.append((rots_on(settings.calendar.days, start, stage.limit_days), name, stage, start))
    return limits


RULES = (
    Rule(
        ROTTING,
        "Normal",
        Recommendation(tr("Plan the next step"), tr("Call, or say when to come back; or let it go."), "call"),
        lambda s: tr("Nobody touched a prospect for more working days than its stage allows, and no next step is planned."),
        tr("somebody touches it, plans a next step, or moves it"),
        tr("the stage, the last touch and the last next step"),
        (),
        _find,
        by="time",
        gathers=True,
    ),
)
