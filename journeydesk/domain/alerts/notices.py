"""When a native notification is shown, and what it says (docs/rules.md, "Notifications"): high and urgent ones, grouped, quiet
hours kept."""

from collections.abc import Sequence
from datetime import datetime

from journeydesk.domain.alerts.quiet_hours import QuietHours
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.rules.registry import advice
from journeydesk.domain.words import named, retold, tr

_NOTIFIED_PRIORITIES = frozenset({"Urgent", "High"})
_PAUSE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class UnnotifiedAlert:
    """A pending alert that nobody was notified of on this machine."""

    id: int
    rule: str
    priority: str
    headline: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification: its words, the alerts that it speaks of, and whether it may break into what somebody does."""

    title: str
    text: str
    alerts: tuple[int, ...]
    urgent: bool


@dataclass(frozen=True, slots=True)
class NoticePlan:
    """What to show now, and the alerts that are settled: shown, or of a kind that is never shown."""

    notices: tuple[Notice, ...]
    settled: frozenset[int]


def plan_notices(
    unnotified: Sequence[UnnotifiedAlert],
    local: datetime,
    quiet: QuietHours | None,
    silent: frozenset[str],
    group_above: int,
    seconds_since_last: float,
) -> NoticePlan:
    """Which notifications to show now.

    Held back by quiet hours or by the last one being less than a minute ago, all but urgent ones stay unnotified and come later;
    more than `group_above` at once become one summary. Of fewer, the urgent ones come at once and of the others one, so that it is
    one a minute.
    """
    never = {alert.id for alert in unnotified if alert.priority not in _NOTIFIED_PRIORITIES or alert.rule in silent}
    notified = [alert for alert in unnotified if alert.id not in never]
    held = (quiet is not None and quiet.hold(local)) or seconds_since_last < _PAUSE_SECONDS
    now = [alert for alert in notified if alert.priority == "Urgent" or not held]
    if len(now) > group_above:
        return NoticePlan((_summary(now, group_above),), frozenset(never | {alert.id for alert in now}))
    urgent = [alert for alert in now if alert.priority == "Urgent"]
    shown = urgent or now[:1]
    notices = tuple(
        Notice(
            retold(alert.headline),
            f"{named(alert.priority)} · {named(alert.rule)} · {advice(alert.rule).title}",
            (alert.id,),
            alert.priority == "Urgent",
        )
        for alert in shown
    )
    return NoticePlan(notices, frozenset(never | {alert.id for alert in shown}))


def _summary(now: Sequence[UnnotifiedAlert], listed: int) -> Notice:
    urgent = sum(alert.priority == "Urgent" for alert in now)
    title = tr("{count} alerts", count=len(now)) + (tr(", {urgent} of them urgent", urgent=urgent) if urgent else "")
    words = "; ".join(retold(alert.headline) for alert in now[:listed]) + tr("; and {count} more", count=len(now) - listed)
    return Notice(title, words, tuple(alert.id for alert in now), urgent > 0)
