"""The Alerts table as the team left it: what waits, what was seen, what was done, what ran out."""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.sandbox.clock import iso, milliseconds
from journeydesk.sandbox.team.applicant import HOUR_MS, MINUTE_MS, Applicant

ACKNOWLEDGED = 6
EXPIRED = 4
_NOTES = ("Called, meeting is set.", "A colleague clicked through the whole page.", "Spoke to the owner.", "Wrote a mail.")


def alert_rows(
    rng: random.Random, drafts: Sequence[tuple[Applicant, AlertDraft]], now_ms: int
) -> Iterator[tuple[int, Applicant, dict[str, Any]]]:
    """A row for each alert that the rules raise: the newest wait, of the older ones few ran out and most were handled."""
    now = iso(now_ms)
    past = sorted((d for d in drafts if d[1].expires_at <= now), key=lambda d: (d[1].raised_at, d[1].id))
    statuses = dict.fromkeys((draft.id for _, draft in drafts), "Pending")
    for place, (_, draft) in enumerate(past):
        late = len(past) - place
        statuses[draft.id] = "Expired" if place < EXPIRED else "Acknowledged" if late <= ACKNOWLEDGED else "Actioned"
    for applicant, draft in drafts:
        status = statuses[draft.id]
        raised_ms = milliseconds(datetime.fromisoformat(draft.raised_at))
        row: dict[str, Any] = {
            "key": draft.id,
            "rule": draft.rule,
            "priority": draft.priority,
            "status": status,
            "raised_at": draft.raised_at,
            "expires_at": draft.expires_at,
        }
        if status in {"Acknowledged", "Actioned"}:
            row["handled_by"] = applicant.owner
            row["handled_at"] = iso(raised_ms + rng.randrange(1, 30) * HOUR_MS + rng.randrange(60) * MINUTE_MS)
            row["note"] = rng.choice(_NOTES) if status == "Actioned" else None
        yield raised_ms, applicant, row
