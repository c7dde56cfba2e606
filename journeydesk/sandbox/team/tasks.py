"""The team's open and done tasks."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from journeydesk.sandbox.clock import iso
from journeydesk.sandbox.team.applicant import DAY_MS, HOUR_MS, Applicant

_PLANS = {
    "Follow-up": ("Call about the offer", "Send references", "Ask legal about the contract"),
    "Onboarding": ("Create the workspace", "Connect the archive", "Train the picture desk"),
    "Check-in": ("Check in about the spike", "Monthly call"),
    "Roadmap": ("Milestone: second site live", "Milestone: mobile signing"),
}


def task_rows(
    rng: random.Random, applicants: Sequence[Applicant], now_ms: int
) -> Iterator[tuple[int, Applicant, dict[str, Any]]]:
    """One or two tasks for customers and for late stages; about a third of them done."""
    number = 0
    for applicant in applicants:
        if not applicant.open or applicant.stage < 3:
            continue
        kinds = ["Roadmap", "Check-in"] if applicant.stage >= 5 else ["Onboarding" if applicant.paying else "Follow-up"]
        for kind in kinds:
            number += 1
            created = max(applicant.entered_ms, now_ms - rng.randrange(5, 40) * DAY_MS)
            due = now_ms + rng.randrange(-6, 30) * DAY_MS
            done = rng.random() < 0.33
            row = {
                "key": f"TSK-{number:05d}",
                "title": rng.choice(_PLANS[kind]),
                "kind": kind,
                "due": iso(due),
                "done_at": iso(min(now_ms - HOUR_MS, max(created, due - 2 * DAY_MS))) if done else None,
                "owner": applicant.owner,
                "origin": "by hand",
            }
            yield created, applicant, row
