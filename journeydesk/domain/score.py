"""The lead score, 0 to 50, with its reasons (docs/rules.md, "Lead score")."""

from collections.abc import Mapping

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.values import Stored
from journeydesk.domain.words import figure, tr

LARGEST = 50


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of the score: what it judges, the points it gave and could have given, and why in words."""

    label: str
    points: int
    possible: int
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """The total and its parts, which sum to it."""

    total: int
    reasons: tuple[Reason, ...]


def score(settings: TeamSettings, prospect: Mapping[str, Stored], answered_hours: float | None) -> Score:
    """A prospect's score. `answered_hours` is the time to its first answer, None where it has not answered yet."""
    table = settings.score
    reasons = (
        _option(tr("Industry fit"), table.industry, prospect.get("industry")),
        _option(tr("Priority"), table.priority_level, prospect.get("priority_level")),
        _option(tr("Volume"), table.volume_estimate, prospect.get("volume_estimate")),
        _option(tr("Technical"), table.technical_capability, prospect.get("technical_capability")),
        _use_case(table.use_case_characters, prospect.get("use_case")),
        _answer(table.answered_within_hours, answered_hours),
    )
    return Score(min(LARGEST, sum(reason.points for reason in reasons)), reasons)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Which score stands, and whether somebody set it by hand."""

    score: int
    by_hand: bool


def judge(stands: int | None, by_rule_before: int | None, by_rule: int) -> Judgement:
    """A score set by hand wins (docs/rules.md, "Lead score"); one that the rules gave follows them.

    `stands` is the score now, `by_rule_before` what the rules gave when this machine last asked, `by_rule` what they give. A
    score that is neither was set by somebody; an empty one was handed back.
    """
    if stands is None or stands in (by_rule_before, by_rule):
        return Judgement(by_rule, by_hand=False)
    return Judgement(stands, by_hand=True)


def _option(label: str, points: Mapping[str, int], chosen: Stored) -> Reason:
    best = max(points.values(), default=0)
    if chosen is None:
        return Reason(label, 0, best, tr("not given"))
    return Reason(label, points.get(str(chosen), 0), best, str(chosen))


def _use_case(steps: tuple[tuple[int, int], ...], text: Stored) -> Reason:
    length = len(str(text or ""))
    best = max((points for _, points in steps), default=0)
    for least, points in steps:
        if length >= least:
            return Reason(tr("Use case"), points, best, tr("{length} characters, at least {least}", length=length, least=least))
    return Reason(tr("Use case"), 0, best, tr("{length} characters", length=length) if length else tr("not given"))


def _answer(steps: tuple[tuple[int, int], ...], hours: float | None) -> Reason:
    best = max((points for _, points in steps), default=0)
    if hours is None:
        return Reason(tr("Response"), 0, best, tr("no answer yet"))
    for within, points in steps:
        if hours <= within:
            return Reason(tr("Response"), points, best, tr("answered within {within} h", within=within))
    return Reason(tr("Response"), 0, best, tr("answered after {hours} h", hours=figure(hours)))
