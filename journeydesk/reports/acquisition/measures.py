"""The measures of a week, and what is said of them."""

import json
from collections.abc import Sequence
from statistics import median

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.statuses import REACHED, TAKEN_IN, in_order, is_undecided
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import figure, short_percent, tr
from journeydesk.reports.behind import Behind, Criterion
from journeydesk.reports.behind import behind as asked
from journeydesk.reports.blocks.tiles import Tile
from journeydesk.reports.judging import delta, state_of
from journeydesk.reports.report import Scope
from journeydesk.reports.shared.progress import Progress
from journeydesk.reports.shared.prospects import applied_in
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.acquisition import Application, Inputs, Led, goal_values
from journeydesk.storage.reports.activity import Calls


@dataclass(frozen=True, slots=True)
class Measures:
    """One week's measures; None where there is no data. `to_second` is of the cohort of 90 days."""

    received: int
    per_day: float
    qualified: int
    accepted: int
    conversion: Share
    decided: Share
    mean_score: float | None
    to_second: Share
    first_call: float | None


def measures(applications: Sequence[Application], days: int, qualified_above: int, progress: Progress) -> Measures:
    """Received, qualified (score above the limit), accepted, conversion = accepted ÷ received, the same of those decided on, mean
    score, the median hours to the first call, and the share of the cohort that went on from the first stage. `days` is how many days
    of the week have passed."""
    count = len(applications)
    scores = [a.score for a in applications if a.score is not None]
    accepted = sum(a.status in TAKEN_IN for a in applications)
    decided = sum(not is_undecided(a.status) for a in applications)
    waits = [
        (moment_of(a.first_call) - moment_of(a.applied_on)).total_seconds() / 3600
        for a in applications
        if a.first_call is not None
    ]
    return Measures(
        received=count,
        per_day=count / max(1, days),
        qualified=sum(score > qualified_above for score in scores),
        accepted=accepted,
        conversion=Share(accepted, count),
        decided=Share(accepted, decided),
        mean_score=sum(scores) / len(scores) if scores else None,
        to_second=progress.stages[0].conversion if progress.stages else Share(0, 0),
        first_call=median(waits) if waits else None,
    )


def tiles(settings: TeamSettings, now: Measures, before: Measures, week: Period, progress: Progress) -> tuple[Tile, ...]:
    """The four figures at the top, each with target, change and state."""
    targets, close = settings.targets, settings.targets["close_within"]
    received = applied_in(week, settings)
    behind = Behind(received)
    first = progress.stages[0] if progress.stages else None
    names = [stage.name for stage in progress.stages[:2]]
    versus = f"W{week.previous().number}"
    hours = targets["hours_to_first_call"]
    return (
        Tile(
            tr("New prospects"),
            figure(now.received),
            "",
            figure(targets["new_prospects_week"]),
            delta(now.received, before.received, 1, 0, "", versus),
            state_of(now.received, targets["new_prospects_week"], close),
            behind=behind,
        ),
        Tile(
            tr("Applications per day"),
            figure(now.per_day, 1),
            "",
            figure(targets["applications_per_day"], 1),
            delta(now.per_day, before.per_day, 1, 1, "", versus),
            state_of(now.per_day, targets["applications_per_day"], close),
            behind=behind,
        ),
        Tile(
            " → ".join(names),
            now.to_second.words,
            "" if now.to_second.value is None else tr("of {n}", n=figure(now.to_second.n)),
            short_percent(targets["first_to_second_stage"]),
            delta(now.to_second.value, before.to_second.value, 100, 0, tr(" pt"), versus),
            state_of(now.to_second.value, targets["first_to_second_stage"], close),
            behind=None if first is None else progress.behind(first, "went on"),
        ),
        Tile(
            tr("Time to first call"),
            tr("no data") if now.first_call is None else tr("{first_call} h", first_call=figure(now.first_call)),
            "" if now.first_call is None else tr("median"),
            tr("{hours} h", hours=figure(hours)),
            delta(now.first_call, before.first_call, 1, 0, tr(" h"), versus),
            state_of(now.first_call, hours, close, less_is_better=True),
            behind=behind,
        ),
    )


def more_measures(settings: TeamSettings, now: Measures, before: Measures, week: Period) -> tuple[Tile, ...]:
    """The rows of the page's table below the four."""
    versus = f"W{week.previous().number}"
    target = settings.targets["conversion"]
    score = tr("no data") if now.mean_score is None else figure(now.mean_score)
    return (
        Tile(
            tr("Qualified, score above {limit}", limit=settings.score.qualified_above),
            figure(now.qualified),
            "",
            "–",
            delta(now.qualified, before.qualified, 1, 0, "", versus),
            "No data",
            behind=Behind((*applied_in(week, settings), Criterion("score", "more_than", (settings.score.qualified_above,)))),
        ),
        Tile(
            tr("Accepted ÷ received"),
            now.conversion.words,
            "" if now.conversion.value is None else now.conversion.parted_words,
            short_percent(target),
            delta(now.conversion.value, before.conversion.value, 100, 0, tr(" pt"), versus),
            state_of(now.conversion.value, target, settings.targets["close_within"]),
            behind=Behind((*applied_in(week, settings), Criterion("status", "any_of", in_order(TAKEN_IN)))),
        ),
        Tile(
            tr("Accepted ÷ decided"),
            now.decided.words,
            "" if now.decided.value is None else now.decided.parted_words,
            "–",
            delta(now.decided.value, before.decided.value, 100, 0, tr(" pt"), versus),
            "No data",
        ),
        Tile(tr("Mean score"), score, "", "–", delta(now.mean_score, before.mean_score, 1, 0, "", versus), "No data"),
    )


_WEB = (
    (tr("Visitors"), ("page_viewed",)),
    (tr("Forms started"), ("gate_viewed",)),
    (tr("Forms completed"), ("form_submitted", "inquiry_submitted", "gate_submitted")),
    (tr("Demos asked for"), ("demo_requested",)),
    (tr("API keys created"), ("api_key_created",)),
    (tr("First API calls"), ("first_api_call",)),
)
"""What is counted on the way to an application and from it to the first use, each by its events."""


def web_measures(inputs: Inputs, settings: TeamSettings, week: Period) -> tuple[Tile, ...]:
    """Visitors, forms, demos, keys: prospects of whom such an event came; no data where the base knows none of them."""
    versus = f"W{week.previous().number}"
    since, until = (moment_text(at) for at in week.bounds(settings.time_zone))
    tiles = []
    for label, events in _WEB:
        now, before = inputs.visits.of(*events), inputs.visits_before.of(*events)
        change = "" if now is None else delta(now, before, 1, 0, "", versus)
        words = tr("{label}, week {number}", label=label, number=week.number)
        opened = None if now is None else asked("did", words, {"events": json.dumps(events), "since": since, "until": until})
        tiles.append(Tile(label, tr("no data") if now is None else figure(now), "", "–", change, "No data", behind=opened))
    return tuple(tiles)


_GOALS = (
    ("form_completion", tr("Forms completed of those started")),
    ("documentation_to_application", tr("Applications after documentation")),
    ("demo_requests", tr("Demos asked for by visitors")),
)
"""The goals of the website, by the name of their target."""


def web_goals(scope: Scope, inputs: Inputs) -> tuple[Tile, ...]:
    """What became of a form that was started, of documentation that was read, of a visit: of so many prospects, against its target."""
    settings, week = scope.settings, scope.period
    versus, close = f"W{week.previous().number}", settings.targets["close_within"]
    since, until = (moment_text(at) for at in week.bounds(settings.time_zone))
    tiles = []
    for name, label in _GOALS:
        now, before = (_share(led.get(name)) for led in (inputs.goals, inputs.goals_before))
        target = settings.targets[name]
        words = tr("{label}, week {number}", label=label, number=week.number)
        tiles.append(
            Tile(
                label,
                now.words,
                "" if now.value is None else now.parted_words,
                short_percent(target),
                delta(now.value, before.value, 100, 0, tr(" pt"), versus),
                state_of(now.value, target, close),
                behind=asked("went on to", words, goal_values(name, since, until, scope.owner)) if now.n else None,
            )
        )
    return tuple(tiles)


def _share(led: Led | None) -> Share:
    return Share(0, 0) if led is None else Share(led.part, led.n)


def meetings(calls: Sequence[Calls]) -> Tile:
    """The calls that ended with a meeting, of those that reached somebody."""
    reached = sum(each.count for each in calls if each.outcome in REACHED)
    agreed = sum(each.count for each in calls if each.outcome == "Meeting booked")
    share = Share(agreed, reached)
    unit = "" if share.value is None else share.parted_words
    return Tile(tr("Meetings agreed"), share.words, unit, "–", "", "No data")


def lead(settings: TeamSettings, now: Measures, before: Measures) -> str:
    """The week in a sentence or two, in the table's own numbers."""
    if not now.received:
        return tr("No applications were received in this week.")
    target = settings.targets["new_prospects_week"]
    share = (now.received / target - 1) * 100 if target else 0
    against = (
        tr("{share}% above target", share=figure(share))
        if round(share) > 0
        else tr("{share}% below target", share=figure(-share))
        if round(share)
        else tr("on target")
    )
    call = ""
    if now.first_call is not None and before.first_call is not None:
        hours = round(now.first_call - before.first_call)
        call = tr(
            ", and the first call came {before}",
            before=tr("faster") if hours < 0 else tr("later") if hours > 0 else tr("as fast as before"),
        )
    goal = settings.targets["applications_per_day"]
    change = round(now.per_day - before.per_day, 1)
    trend = tr("rose to") if change > 0 else tr("fell to") if change < 0 else tr("stayed at")
    place = tr("above") if now.per_day > goal else tr("below") if now.per_day < goal else tr("at")
    return tr(
        "{received} new prospects, {against}{call}. Applications per day {trend} {per_day}, {place} the target of {goal}.",
        received=figure(now.received),
        against=against,
        call=call,
        trend=trend,
        per_day=figure(now.per_day, 1),
        place=place,
        goal=figure(goal),
    )
