"""Which events the whole team must have, and what becomes of those that stay on one machine
(docs/rules.md, "Sharing events")."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date

from journeydesk.domain.journeys.events import Event
from journeydesk.domain.rules.facts import WATCHED
from journeydesk.domain.settings import TeamSettings

_ALWAYS = WATCHED | {"cta_clicked", "inquiry_submitted", "stage_set", "stage_entered", "stage_completed"}
_NAMED_BY = ("template", "variant", "page", "url", "cta")
_MOST_NAMES = 20


def is_shared(settings: TeamSettings, kind: str) -> bool:
    """Whether an event of this type goes into the Journey Events table: it can move a journey, set an entry point or raise an
    alert, or the team shares all. The others stay on the machine that took them in."""
    return settings.share_all_events or kind in _ALWAYS or bool(settings.moves.get(kind))


def daily_sum(prospect: str, day: date, events: Sequence[Event]) -> Event:
    """The event that stands for a prospect's events of one type and day which stay on this machine.

    Its id is made of theirs, so that summing the same ones again gives the same. Its metadata say how many there were, and of
    which template, page or variant.
    """
    last = max(events, key=lambda event: (event.occurred_at, event.id))
    names = "|".join(sorted(event.id for event in events))
    digest = hashlib.sha256(f"{prospect}|{last.type}|{day}|{names}".encode()).hexdigest()
    counts = Counter(name for event in events if (name := _name(event)))
    metadata: dict[str, object] = {"count": len(events), "day": day.isoformat()}
    if counts:
        metadata["of"] = dict(sorted(counts.most_common(_MOST_NAMES)))
    payload = json.dumps(metadata, ensure_ascii=False, sort_keys=True)
    return Event(f"SUM-{digest[:24]}", last.type, None, None, last.occurred_at, last.arrived_at, "daily sum", payload)


def _name(event: Event) -> str:
    metadata = event.metadata()
    return next((str(metadata[name]) for name in _NAMED_BY if metadata.get(name)), "")
