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


def own_fields(settings: TeamSettings, applicant: Applicant, now_ms: int) -> dict[str, Any]:
    """The fields, by slug, that people and the application form fill; None for an empty one."""
    today = today_of(now_ms)
    computed = score(settings, applicant.answers.stored(), applicant.answered_hours()).total
    shown: dict[str, Any] = {
        "key": applicant.key,
        "company": applicant.identity.company,
        "contact_name": applicant.identity.contact,
        "email": applicant.identity.email,
        "job_title": applicant.identity.title,
        "phone": applicant.identity.phone,
        "website": applicant.identity.website,
        **applicant.answers.stored(),
        "current_challenge": applicant.challenge,
        "score": computed if applicant.by_hand is None else applicant.by_hand,
        "status": applicant.status,
        "applied_on": iso(applicant.applied_ms),
        "source": applicant.source,
        "owner": applicant.owner,
        "notes": applicant.notes,
        "estimated_revenue": applicant.revenue,
        "deal_probability": applicant.probability,
        "tier": applicant.tier,
        "stripe_customer": applicant.stripe_customer,
    }
    if applicant.follow_up_days is not None:
        shown["next_follow_up"] = (today + timedelta(days=applicant.follow_up_days)).isoformat()
    if applicant.close_days is not None:
        shown["expected_close"] = (today + timedelta(days=applicant.close_days)).isoformat()
    return shown


class Published:
    """Folds every prospect's log once: its fields, and the alerts that the rules raise for it."""

    def __init__(self, settings: TeamSettings, now_ms: int) -> None:
        self._settings = settings
        self._now_ms = now_ms

    def publish(self, applicant: Applicant) -> tuple[Mapping[str, Any], list[AlertDraft]]:
        """The prospect's fields by slug, and its alerts, pending or past."""
        shown = own_fields(self._settings, applicant, self._now_ms)
        if not applicant.events:
            return shown, []
        standing = fold(self._settings, applicant.events)
        shown.update(projection(self._settings, standing))
        drafts = journey_alerts(self._settings, applicant.key, applicant.identity.company, standing)
        hot = hot_application(self._settings, applicant.key, applicant.identity.company, shown["score"], shown["applied_on"])
        return shown, drafts if hot is None else [*drafts, hot]
