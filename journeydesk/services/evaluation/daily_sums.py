"""Sharing what stays on this machine as one event a day, prospect and type (docs/rules.md, "Sharing events")."""

from collections import defaultdict

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.sharing import daily_sum
from journeydesk.domain.time import day_of, start_of
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.facts.events import add_event, first_unsummed, local_events, mark_summed, newest_event
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.meta import get_meta, set_meta

_DAY = "events_summed_on"
_AFTER = "events_summed_up_to"
_A_WRITE = 100


def share_daily_sums(context: Context) -> int:
    """Sums the days that are over in the team's zone, once a day; returns how many sums were made."""
    today = context.today()
    with context.database.read() as connection:
        if get_meta(connection, _DAY) == today.isoformat():
            return 0
        after = int(get_meta(connection, _AFTER) or 0)
        zone = context.settings.time_zone
        unsummed = local_events(connection, after, start_of(today, zone))
    days: dict[tuple[RecordId, str, str], list[tuple[RecordId, Event]]] = defaultdict(list)
    keys = {}
    for record, key, prospect, event in unsummed:
        day = day_of(event.occurred_at, zone)
        days[prospect, event.type, day.isoformat()].append((record, event))
        keys[prospect] = key
    groups = list(days.items())
    for start in range(0, len(groups), _A_WRITE):
        with context.database.write() as connection:
            for (prospect, _, _), group in groups[start : start + _A_WRITE]:
                events = [event for _, event in group]
                day = day_of(events[0].occurred_at, zone)
                add_event(connection, prospect, daily_sum(keys[prospect], day, events), Author("Journeydesk", context.now()), 3)
                mark_summed(connection, [record for record, _ in group])
    with context.database.write() as connection:
        left = first_unsummed(connection, after)
        set_meta(connection, _AFTER, str(newest_event(connection) if left is None else left - 1))
        set_meta(connection, _DAY, today.isoformat())
    if groups:
        context.publish(Change(frozenset({"events", "sync"}), frozenset(keys), "sync"))
    return len(groups)
