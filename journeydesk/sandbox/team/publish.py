"""What the base shows of each prospect: its own fields, and those that are the projection of its log."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.journeys.fold import Standing, fold
from journeydesk.domain.rules.applications import hot_application
from journeydesk.domain.rules.jumps import journey_alerts
from journeydesk.domain.score import score
from journeydesk.domain.settings import TeamSettings
from journeydesk.sandbox.clock import iso
from journeydesk.sandbox.team.applicant import Applicant
from journeydesk.sandbox.team.product import today_of

_PROJECTIONS = {
    "Engagement": "journey_stage",
    "Deal": "deal_stage",
    "Lifecycle": "lifecycle_stage",
    "Customer status": "customer_status",
    "Onboarding": "onboarding_step",
}


def projection(settings: TeamSettings, standing: Standing) -> dict[str, Any]:
    """The fields, by slug, that a prospect's standing is published in."""
    shown: dict[str, Any] = {}
    for name, move in standing.positions.items():
        journey = settings.journey(name)
        if journey is not None:
            shown[_PROJECTIONS[name]] = journey.stage(move.to_stage).name
    if standing.points:
        shown["journey_points"] = standing.points
    if standing.entry is not None:
        shown["entry_point"] = standing.entry.as_text()
    return shown


def own_fields(settings: TeamSettings, one: Applicant, now_ms: int) -> dict[str, Any]:
    """The fields, by slug, that people and the application form fill; None for an empty one."""
    today = today_of(now_ms)
    computed = score(settings, one.answers.stored(), one.answered_hours()).total
    shown: dict[str, Any] = {
        "key": one.key,
        "company": one.identity.company,
        "contact_name": one.identity.contact,
        "email": one.identity.email,
        "job_title": one.identity.title,
        "phone": one.identity.phone,
        "website": one.identity.website,
        **one.answers.stored(),
        "current_challenge": one.challenge,
        "score": computed if one.by_hand is None else one.by_hand,
        "status": one.status,
        "applied_on": iso(one.applied_ms),
        "source": one.source,
        "owner": one.owner,
        "notes": one.notes,
        "estimated_revenue": one.revenue,
        "deal_probability": one.probability,
        "tier": one.tier,
        "stripe_customer": one.stripe_customer,
    }
    if one.follow_up_days is not None:
        shown["next_follow_up"] = (today + timedelta(days=one.follow_up_days)).isoformat()
    if one.close_days is not None:
        shown["expected_close"] = (today + timedelta(days=one.close_days)).isoformat()
    return shown


class Published:
    """Folds every prospect's log once: its fields, and the alerts that the rules raise for it."""

    def __init__(self, settings: TeamSettings, now_ms: int) -> None:
        self._settings = settings
        self._now_ms = now_ms

    def publish(self, one: Applicant) -> tuple[Mapping[str, Any], list[AlertDraft]]:
        """The prospect's fields by slug, and its alerts, pending or past."""
        shown = own_fields(self._settings, one, self._now_ms)
        if not one.events:
            return shown, []
        standing = fold(self._settings, one.events)
        shown.update(projection(self._settings, standing))
        drafts = journey_alerts(self._settings, one.key, one.identity.company, standing)
        hot = hot_application(self._settings, one.key, one.identity.company, shown["score"], shown["applied_on"])
        return shown, drafts if hot is None else [*drafts, hot]
