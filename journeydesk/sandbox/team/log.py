"""The journey log of each prospect: clicks, forms, reviews and payments that lead to where the plot has it."""

import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.domain.journeys.events import Event
from journeydesk.domain.settings import TeamSettings
from journeydesk.sandbox.clock import iso
from journeydesk.sandbox.team.applicant import DAY_MS, HOUR_MS, MINUTE_MS, Applicant

_ENTRIES = (
    ("Book a discovery call", "/webinar/depot-rollout", "newsletter", "email", "autumn"),
    ("Book a discovery call", "/guides/press-retrofit", "partner", "referral", ""),
    ("Partner referral", "/partners", "partner", "referral", "circle"),
    ("ROI calculator", "/tools/roi", "google", "cpc", "provenance"),
    ("Webinar replay", "/webinar/replay", "linkedin", "social", "webinar-series"),
    ("Webinar replay", "/webinar/replay", "youtube", "video", "webinar-series"),
    ("Checklist download", "/guides/checklist", "google", "organic", ""),
    ("Checklist download", "/guides/checklist", "newsletter", "email", "checklist"),
    ("Pricing page", "/pricing", "google", "organic", ""),
)
_SMALLEST_ENTRY = 6
_STEPS = (
    ("Opened proposal", "/proposal"),
    ("Watched product tour", "/tour"),
    ("ROI worksheet", "/tools/roi-worksheet"),
    ("Security questions", "/security"),
    ("Pilot plan", "/pilot"),
    ("Reference list", "/references"),
    ("Roll-out guide", "/guides/roll-out"),
)
_TRACKER = "web tracker"
_BASE = "Airtable automation"


class LogWriter:
    """Writes events so that their fold gives the stage that the plot wants, at the time it wants."""

    def __init__(self, settings: TeamSettings, rng: random.Random, now_ms: int) -> None:
        self._thresholds = settings.thresholds
        self._entry_points = settings.cta_points
        self._largest = settings.largest_award
        self._rng = rng
        self._now_ms = now_ms

    def write(self, applicant: Applicant) -> None:
        """Fill the prospect's log, oldest event first; nothing of it lies in the future."""
        if not (applicant.stage or applicant.churned):
            return
        rng = self._rng
        self._put(applicant, applicant.applied_ms, "application_received", _BASE)
        if applicant.answers.answers_mail:
            self._put(applicant, applicant.applied_ms + 2 * HOUR_MS, "email_sent", _BASE)
            self._put(applicant, applicant.applied_ms + 7 * HOUR_MS, "email_replied", "mail")
        points = self._entry(applicant) if applicant.stage > 1 or rng.random() < 0.72 else 0
        if applicant.open:
            points = self._climb(applicant, points, applicant.entered_ms)
            self._deal(applicant)
        elif applicant.churned:
            self._paid(applicant, applicant.applied_ms + 30 * DAY_MS)
            gone = {"journey": "Customer status", "reason": "cancelled the subscription"}
            self._put(
                applicant, self._now_ms - rng.randrange(5, 60) * DAY_MS, "stage_set", applicant.owner or _BASE, gone, "CHURNED"
            )
        else:
            decided = min(
                applicant.applied_ms + int(rng.uniform(0.3, 18) * DAY_MS) + applicant.stage * 9 * DAY_MS, self._now_ms
            )
            decided = max(decided - rng.randrange(1, 50) * MINUTE_MS, applicant.applied_ms + MINUTE_MS)
            self._climb(applicant, points, applicant.applied_ms + int((decided - applicant.applied_ms) * 0.8))
            self._put(applicant, decided, "application_rejected", _BASE)
        if applicant.jump:
            self._jump(applicant)
        applicant.events.sort(key=lambda event: (event.occurred_at, event.id))

    def _put(
        self,
        applicant: Applicant,
        at_ms: int,
        kind: str,
        source: str,
        metadata: Mapping[str, Any] | None = None,
        stage: str | None = None,
    ) -> None:
        at = iso(min(at_ms, self._now_ms - MINUTE_MS))
        payload = json.dumps(metadata, ensure_ascii=False, sort_keys=True) if metadata else None
        cta = str(metadata["cta"]) if metadata and "cta" in metadata else None
        name = f"EVT-{self._rng.getrandbits(96):024x}"
        applicant.events.append(Event(name, kind, stage, cta, at, at, source, payload))

    def _entry(self, applicant: Applicant) -> int:
        """The first click, a little before the application was received; returns its points."""
        choice = self._rng.randrange(len(_ENTRIES))
        if applicant.identity.company in {"Quillon Freight", "Tinrock Hydraulics"}:
            choice = int(applicant.identity.company == "Tinrock Hydraulics")
        elif applicant.jump and applicant.stage == 1:
            choice = _SMALLEST_ENTRY
        cta, page, source, medium, campaign = _ENTRIES[choice]
        metadata = {"cta": cta, "page": page, "utm_source": source, "utm_medium": medium}
        if campaign:
            metadata["utm_campaign"] = campaign
        before = self._rng.randrange(4, 60 * 26) * MINUTE_MS
        self._put(applicant, applicant.applied_ms - before, "cta_clicked", _TRACKER, metadata, "1")
        return self._entry_points[cta]

    def _climb(self, applicant: Applicant, points: int, entered_ms: int) -> int:
        """Clicks that carry the points over one threshold after the other, the last of them at `entered_ms`."""
        final_jump = applicant.identity.company == "Quillon Freight"
        stages = range(2, applicant.stage + (0 if final_jump else 1))
        start = applicant.applied_ms + HOUR_MS
        for number, stage in enumerate(stages, 1):
            at = start + (entered_ms - start) * number // max(1, len(stages))
            aim = self._thresholds[stage - 1] + 1 + self._rng.randrange(8)
            points = self._earn(applicant, points, aim, stage, at)
        if final_jump:
            points = self._earn(applicant, points, 45, 2, start + 2 * DAY_MS)
        return points

    def _earn(self, applicant: Applicant, points: int, aim: int, target: int, at_ms: int) -> int:
        """As many clicks as it takes to reach `aim` points, aimed at the next stage so that none of them skips one."""
        while points < aim:
            award = min(self._largest, aim - points)
            if 0 < aim - points - award < 5:
                award -= 5
            points += award
            left = -(-(aim - points) // self._largest)
            cta, page = _STEPS[self._rng.randrange(len(_STEPS))]
            metadata = {"cta": cta, "page": page, "points": award, "utm_source": "direct"}
            self._put(applicant, at_ms - left * 5 * HOUR_MS, "cta_clicked", _TRACKER, metadata, str(target))
        return points

    def _jump(self, applicant: Applicant) -> None:
        target, base, hours, cta = applicant.jump.split(",")
        metadata = {"cta": cta, "page": f"/{cta.lower().replace(' ', '-')}", "points": int(base)}
        self._put(applicant, self._now_ms - int(hours) * HOUR_MS, "cta_clicked", _TRACKER, metadata, target)

    def skip_ahead(self, applicant: Applicant, at_ms: int) -> None:
        """A click two or more stages ahead, worth little, on someone who did not get there after all."""
        ahead = self._rng.choice((2, 2, 3, 4))
        cta, page = _STEPS[self._rng.randrange(len(_STEPS))]
        metadata = {"cta": cta, "page": page, "points": 1}
        self._put(applicant, at_ms, "cta_clicked", _TRACKER, metadata, str(1 + ahead))
        applicant.events.sort(key=lambda event: (event.occurred_at, event.id))

    def _deal(self, applicant: Applicant) -> None:
        """What the application went through, as its status tells."""
        rng = self._rng
        stay = max(HOUR_MS, self._now_ms - applicant.applied_ms)
        steps: Sequence[tuple[str, float]] = {
            "New": (),
            "Reviewing": (("application_reviewed", 0.3),),
            "Accepted": (("application_reviewed", 0.1), ("application_accepted", 0.25)),
            "Onboarding": (("application_accepted", 0.2), ("api_key_created", 0.5)),
        }.get(applicant.status, (("application_accepted", 0.15), ("api_key_created", 0.25), ("beta_activated", 0.3)))
        for kind, share in steps:
            self._put(applicant, applicant.applied_ms + int(stay * share), kind, _BASE)
        if applicant.stage > 1 and rng.random() < 0.4:
            self._put(applicant, applicant.applied_ms + int(stay * 0.22), "demo_requested", _TRACKER)
        if rng.random() < 0.25:
            self._put(applicant, applicant.applied_ms + int(stay * 0.12), "form_submitted", _TRACKER, {"form": "use case"})
        if applicant.paying:
            self._paid(applicant, applicant.applied_ms + int(stay * 0.35))

    def _paid(self, applicant: Applicant, at_ms: int) -> None:
        """What surrounds a first payment; the payment itself is told by the ledger, which knows its charge."""
        applicant.paid_ms = at_ms
        self._put(applicant, at_ms - 20 * MINUTE_MS, "assessment_completed", _BASE)
        self._put(applicant, at_ms, "checkout_completed", "Stripe")
        self._put(applicant, at_ms + 6 * MINUTE_MS, "access_granted", _BASE)
        self._put(applicant, at_ms + 90 * MINUTE_MS, "first_api_call", _BASE)
