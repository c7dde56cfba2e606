"""Visits to the gated content of a demonstration: three variants, seen and passed by prospects of this month."""

import random
from datetime import timedelta

from journeydesk.domain.time import moment_text
from journeydesk.services.commands.events import take_events
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import all_prospects
from journeydesk.storage.records import records

_VISITORS, _SEED, _DAYS = 90, 20_260_519, 26
_VARIANTS = (("Rollout guide", "A", 0.24, 95), ("Rollout guide", "B", 0.41, 62), ("Cost of a bad plan", "C", 0.33, 48))
"""Content, variant, the share that passes, and the usual seconds until then."""


def visit(context: Context) -> int:
    """Takes the visits in as a website would tell them; returns how many events. Asked again it takes in nothing new."""
    chance = random.Random(_SEED)
    with context.database.read() as connection:
        rows = [records.get(connection, "prospects", each) for each in all_prospects(context)[-_VISITORS:]]
    events = []
    for number, row in enumerate(row for row in rows if row is not None and row["key"]):
        content, variant, share, usual = _VARIANTS[number % len(_VARIANTS)]
        seen = context.clock() - timedelta(days=chance.uniform(0.1, _DAYS))
        told = {"content": content, "variant": variant}
        event = {"event_id": f"gate-{number}-seen", "customer_id": row["key"], "timestamp": moment_text(seen)}
        events.append(event | {"event": "gate_viewed", "metadata": told})
        if chance.random() < share:
            seconds = round(chance.uniform(0.5, 1.6) * usual)
            passed = {"event_id": f"gate-{number}-passed", "timestamp": moment_text(seen + timedelta(seconds=seconds))}
            events.append(event | passed | {"event": "gate_submitted", "metadata": told | {"seconds": seconds}})
    return take_events(context, events, "website").added
