"""The month's calls: how often to sync for what the plan gives, and when to stop (docs/sync.md, "Budget")."""

from datetime import datetime

from journeydesk.domain.periods import month_of

SLOW_FROM = 0.80
MANUAL_FROM = 0.95
_SLOWER = 4
# Half of the month's calls are for passes that find nothing; the rest is for what they find.
_IDLE_SHARE = 0.5
# Walks that are only a precaution may take this much of what is left of the month, each.
_WALK_SHARE = 0.02
_MONTH_MINUTES = 30 * 24 * 60


def interval_minutes(least: float, quota: int | None, used: int, idle_calls: int) -> float | None:
    """How long from one pass to the next, at least `wanted` minutes; None when only a person may start one.

    `idle_calls` is what a pass costs that finds nothing. From 80 % of the quota on the timer is slower, from 95 % on it stops.
    """
    if quota is None:
        return least
    if used >= quota * MANUAL_FROM:
        return None
    affordable = idle_calls * _MONTH_MINUTES / (quota * _IDLE_SHARE)
    interval = max(least, affordable)
    return interval * _SLOWER if used >= quota * SLOW_FROM else interval


def walk_allowed(pages: int, quota: int | None, used: int) -> bool:
    """Whether the budget has room for a walk of so many pages that is only a precaution."""
    return quota is None or pages <= max(0, quota - used) * _WALK_SHARE


def days_left(quota: int | None, used: int, now: datetime) -> int | None:
    """For how many days more the month's calls last at the pace so far; None where they last to its end or have no limit."""
    if quota is None or not used:
        return None
    passed = now.day - 1 + (now.hour + 1) / 24
    per_day = used / passed
    left = int((quota - used) / per_day)
    return left if left < month_of(now.date()).last.day - now.day else None
