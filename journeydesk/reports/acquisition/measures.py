"""The measures of a week, and what is said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.statuses import TAKEN_IN
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import figure, tr
from journeydesk.reports.behind import Behind, Criterion
from journeydesk.reports.blocks.tiles import Tile
from journeydesk.reports.judging import delta, percent, state_of
from journeydesk.reports.shared.prospects import applied_in
from journeydesk.storage.reports.acquisition import Application


@dataclass(frozen=True, slots=True)
class Measures:
    """One week's measures; None where there is no data."""

    received: int
    per_day: float
    qualified: int
    accepted: int
    conversion: float | None
    mean_score: float | None
    to_second: float | None
    first_call: float | None


def measures(applications: Sequence[Application], days: int, qualified_above: int) -> Measures:
    """Received, qualified (score above the limit), accepted, conversion = accepted ÷ received, mean score, the share that
    reached stage 2, and the median hours to the first call. `days` is how many days of the week have passed."""
    count = len(applications)
    scores = [a.score for a in applications if a.score is not None]
    accepted = sum(a.status in TAKEN_IN for a in applications)
    staged = [a for a in applications if a.stage is not None]
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
        conversion=accepted / count if count else None,
        mean_score=sum(scores) / len(scores) if scores else None,
        to_second=sum((a.stage or 0) >= 2 for a in staged) / len(staged) if staged else None,
        first_call=median(waits) if waits else None,
    )


def tiles(settings: TeamSettings, now: Measures, before: Measures, week: Period) -> tuple[Tile, ...]:
    """The four figures at the top, each with target, change and state."""
    targets, close = settings.targets, settings.targets["close_within"]
    received = applied_in(week, settings)
    behind, went_on = Behind(received), Behind((*received, Criterion("stage", "at_least", (2,))))
    versus = f"W{week.previous().number}"
    hours = targets["hours_to_first_call"]
    return (
        Tile(
            tr("New prospects"),
            figure(now.received),
            "",
            f"{targets['new_prospects_week']:.0f}",
            delta(now.received, before.received, 1, 0, "", versus),
            state_of(now.received, targets["new_prospects_week"], close),
            behind=behind,
        ),
        Tile(
            tr("Applications per day"),
            f"{now.per_day:.1f}",
            "",
            f"{targets['applications_per_day']:.1f}",
            delta(now.per_day, before.per_day, 1, 1, "", versus),
            state_of(now.per_day, targets["applications_per_day"], close),
            behind=behind,
        ),
        Tile(
            tr("Discovery → Exploration"),
            percent(now.to_second),
            "",
            percent(targets["first_to_second_stage"]),
            delta(now.to_second, before.to_second, 100, 0, " pt", versus),
            state_of(now.to_second, targets["first_to_second_stage"], close),
            behind=went_on,
        ),
        Tile(
            tr("Time to first call"),
            tr("no data") if now.first_call is None else tr("{first_call} h", first_call=figure(now.first_call)),
            "" if now.first_call is None else "median",
            tr("{hours} h", hours=figure(hours)),
            delta(now.first_call, before.first_call, 1, 0, " h", versus),
            state_of(now.first_call, hours, close, less_is_better=True),
            behind=behind,
        ),
    )


def more_measures(settings: TeamSettings, now: Measures, before: Measures, week: Period) -> tuple[Tile, ...]:
    """The rows of the page's table below the four."""
    versus = f"W{week.previous().number}"
    target = settings.targets["conversion"]
    score = tr("no data") if now.mean_score is None else f"{now.mean_score:.0f}"
    return (
        Tile(
            tr("Qualified, score above 30"),
            figure(now.qualified),
            "",
            "–",
            delta(now.qualified, before.qualified, 1, 0, "", versus),
            "No data",
        ),
        Tile(
            tr("Accepted ÷ received"),
            percent(now.conversion),
            "",
            percent(target),
            delta(now.conversion, before.conversion, 100, 0, " pt", versus),
            state_of(now.conversion, target, settings.targets["close_within"]),
        ),
        Tile(tr("Mean score"), score, "", "–", delta(now.mean_score, before.mean_score, 1, 0, "", versus), "No data"),
    )


def lead(settings: TeamSettings, now: Measures, before: Measures) -> str:
    """The week in a sentence or two, in the table's own numbers."""
    if not now.received:
        return tr("No applications were received in this week.")
    target = settings.targets["new_prospects_week"]
    share = (now.received / target - 1) * 100 if target else 0
    against = (
        tr("{share}% {above} target", share=figure(abs(share)), above="above" if share >= 0 else "below")
        if round(share)
        else tr("on target")
    )
    call = ""
    if now.first_call is not None and before.first_call is not None:
        hours = round(now.first_call - before.first_call)
        call = tr(
            ", and the first call came {before}",
            before="faster" if hours < 0 else "later" if hours > 0 else tr("as fast as before"),
        )
    goal = settings.targets["applications_per_day"]
    change = round(now.per_day - before.per_day, 1)
    trend = tr("rose to") if change > 0 else tr("fell to") if change < 0 else tr("stayed at")
    place = "above" if now.per_day > goal else "below" if now.per_day < goal else "at"
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
