"""Alerts: when one is raised, with what words, and how it lives (SPEC section 6)."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from journeydesk.domain.errors import UserError
from journeydesk.domain.fold import Jump, Standing
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.values import moment_of, moment_text

STAGE_SKIP = "stage skip"
BIG_JUMP = "big jump"
HOT_APPLICATION = "hot application"

_NEXT: dict[str, frozenset[str]] = {
    "Pending": frozenset({"Acknowledged", "Actioned", "Expired"}),
    "Acknowledged": frozenset({"Actioned"}),
    "Actioned": frozenset(),
    "Expired": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The one action that an alert recommends: its button's words and a sentence."""

    title: str
    text: str


RECOMMENDATIONS: dict[str, Recommendation] = {
    STAGE_SKIP: Recommendation("Call within 24 h", "Ask what they want to achieve and who decides."),
    BIG_JUMP: Recommendation("Call now", "Check the click history for a misfire first."),
    HOT_APPLICATION: Recommendation("First call today", "The score is among the highest; do not let it cool."),
}


@dataclass(frozen=True, slots=True)
class AlertDraft:
    """An alert that ought to exist. The id is derived, so that two machines never raise one thing twice."""

    id: str
    rule: str
    priority: str
    raised_at: str
    expires_at: str
    headline: str
    reason: str
    stage: int
    target: int
    points_before: int | None
    points_after: int | None
    event: str | None


def alert_id(rule: str, prospect: str, cause: str) -> str:
    """Derived from rule, prospect and cause."""
    return "ALR-" + hashlib.sha256(f"{rule}|{prospect}|{cause}".encode()).hexdigest()[:20]


def expiry(raised_at: str, days: int) -> str:
    """When a pending alert raised then expires."""
    return moment_text(moment_of(raised_at) + timedelta(days=days))


def journey_alerts(settings: TeamSettings, prospect: str, company: str, standing: Standing) -> list[AlertDraft]:
    """Stage skip (a CTA 2–3 stages ahead) and big jump (4 or more), one for each jump."""
    drafts = []
    for jump in standing.jumps:
        gap = jump.target - jump.stage
        rule = BIG_JUMP if gap >= settings.alerts.big_jump_from else STAGE_SKIP
        if gap >= settings.alerts.stage_skip_from and rule in settings.alerts.on:
            drafts.append(_jump_alert(settings, rule, prospect, company, jump))
    return drafts


def _jump_alert(settings: TeamSettings, rule: str, prospect: str, company: str, jump: Jump) -> AlertDraft:
    verb = "leapt" if rule == BIG_JUMP else "jumped"
    return AlertDraft(
        id=alert_id(rule, prospect, jump.event),
        rule=rule,
        priority="Urgent" if rule == BIG_JUMP else "High",
        raised_at=jump.at,
        expires_at=expiry(jump.at, settings.alerts.expire_after_days),
        headline=f"{company} {verb} from stage {jump.stage} to stage {jump.target}",
        reason=f"Stage {jump.stage} → {jump.target}, +{jump.points_after - jump.points_before} points",
        stage=jump.stage,
        target=jump.target,
        points_before=jump.points_before,
        points_after=jump.points_after,
        event=jump.event,
    )


def hot_application(settings: TeamSettings, prospect: str, company: str, total: int, applied_at: str) -> AlertDraft | None:
    """A score above the hot limit (45): raised once for each application."""
    if total <= settings.score.hot_above or HOT_APPLICATION not in settings.alerts.on:
        return None
    return AlertDraft(
        id=alert_id(HOT_APPLICATION, prospect, applied_at),
        rule=HOT_APPLICATION,
        priority="High",
        raised_at=applied_at,
        expires_at=expiry(applied_at, settings.alerts.expire_after_days),
        headline=f"{company} applied with a score of {total}",
        reason=f"Score {total} of 50, above {settings.score.hot_above}",
        stage=0,
        target=0,
        points_before=None,
        points_after=None,
        event=None,
    )


def next_status(current: str, wanted: str) -> str:
    """The status after a step of the life cycle. Raises UserError for a step that does not exist, such as back to pending."""
    if wanted == current:
        return current
    if wanted not in _NEXT.get(current, frozenset()):
        raise UserError(f"An alert that is {current.lower()} cannot become {wanted.lower()}.")
    return wanted


def status_at(status: str, expires_at: str | None, now: str) -> str:
    """The status as of now: pending past its expiry is expired."""
    return "Expired" if status == "Pending" and expires_at is not None and expires_at <= now else status
