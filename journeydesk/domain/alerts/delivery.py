"""Alerts by mail (docs/rules.md, "Alerts by mail"): which role hears of which rule, what goes at once and what waits, in which words."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from journeydesk.domain.alerts.quiet_hours import parse_quiet_hours
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.rules.applications import FORTUNE_500
from journeydesk.domain.rules.assets import ASSET_TROUBLE
from journeydesk.domain.rules.churn import CHURN_RISK
from journeydesk.domain.rules.daily import DAILY_APPLICATIONS, DAILY_CONVERSION, DAILY_SUPPORT
from journeydesk.domain.rules.jumps import BIG_JUMP
from journeydesk.domain.rules.payments import ACCESS_LATE, PAYMENT_DROP_OFF
from journeydesk.domain.rules.registry import advice
from journeydesk.domain.rules.trouble import INTEGRATION_TROUBLE
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.rules.weekly import WEEKLY_FORECAST, WEEKLY_PMF, WEEKLY_SATISFACTION, WEEKLY_USAGE
from journeydesk.domain.settings.delivery import DeliverySettings
from journeydesk.domain.words import noted, noted_count

_EXECUTIVE = (FORTUNE_500, BIG_JUMP, WEEKLY_FORECAST, DAILY_CONVERSION, DAILY_APPLICATIONS)
_ENGINEERING = (INTEGRATION_TROUBLE, ASSET_TROUBLE, ACCESS_LATE, DAILY_SUPPORT)
_SUCCESS = (CHURN_RISK, USAGE_SPIKE, ACCESS_LATE, PAYMENT_DROP_OFF, WEEKLY_USAGE, WEEKLY_PMF, WEEKLY_SATISFACTION)
RULES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"executive": _EXECUTIVE, "engineering": _ENGINEERING, "success": _SUCCESS}
)
"""The rules that each role hears of."""

FRESH = timedelta(hours=24)
"""What was raised longer ago is not mailed: whoever fills in a role is not sent the past."""

_AT_ONCE = frozenset({"Urgent", "High"})
_LISTED = 20


@dataclass(frozen=True, slots=True)
class WaitingAlert:
    """A pending alert that a role was not mailed of: its key, and what a mail says of it; `raised_at` aware."""

    key: str
    rule: str
    priority: str
    headline: str
    reason: str
    company: str
    link: str
    raised_at: datetime


@dataclass(frozen=True, slots=True)
class AlertMail:
    """A mail to one role about some alerts. `name` is the same on every computer that has the same alerts."""

    role: str
    alerts: tuple[str, ...]
    subject: str
    body: str

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return hashlib.sha256("|".join((self.role, *sorted(self.alerts))).encode()).hexdigest()[:24]


def due_mails(
    waiting: Mapping[str, Sequence[WaitingAlert]],
    delivery: DeliverySettings,
    now: datetime,
    zone: ZoneInfo,
    last_digest: Mapping[str, datetime],
    team: str,
) -> list[AlertMail]:
    """What goes now, at most one mail a role: urgent and high ones at once but for quiet hours, the others with the day's digest;
    `last_digest` says when each role had its last one. A role without an address gets none."""
    local = now.astimezone(zone)
    quiet = parse_quiet_hours(delivery.quiet_hours)
    if quiet is not None and quiet.hold(local):
        return []
    mails = []
    for role, alerts in waiting.items():
        if not delivery.to.get(role):
            continue
        fresh = [alert for alert in alerts if now - FRESH <= alert.raised_at]
        at_once = [alert for alert in fresh if alert.priority in _AT_ONCE]
        # What can wait goes along with what cannot, so that nobody is written to twice.
        digest = at_once or is_digest_due(local, delivery.digest_hour, last_digest.get(role))
        chosen = fresh if digest else []
        if chosen:
            mails.append(_mail(role, chosen, team, zone))
    return mails


def is_digest_due(local: datetime, hour: int, last: datetime | None) -> bool:
    """Whether the day's digest has its turn: from the hour on, once a day; after a sleep at the next look."""
    turn = datetime.combine(local.date(), time(hour), local.tzinfo)
    if local < turn:
        turn -= timedelta(days=1)
    return last is None or last < turn


def _mail(role: str, alerts: Sequence[WaitingAlert], team: str, zone: ZoneInfo) -> AlertMail:
    ordered = sorted(alerts, key=lambda alert: (_RANK.get(alert.priority, 9), alert.raised_at, alert.key))
    first = ordered[0]
    subject = first.headline
    if len(ordered) > 1:
        more = noted_count("{count} more alert", "{count} more alerts", len(ordered) - 1)
        subject = noted("{headline}, and {more}", headline=first.headline, more=more)
    if first.priority == "Urgent":
        subject = noted("Urgent: {subject}", subject=subject)
    parts = [_about(alert, zone) for alert in ordered[:_LISTED]]
    if len(ordered) > _LISTED:
        parts.append(noted("And {count} more in the inbox.", count=len(ordered) - _LISTED))
    parts.append(
        noted(
            "You get this as {role} of {team}. Who is told of what is set in Journeydesk under Team, Alerts by mail.",
            role=role,
            team=team,
        )
    )
    return AlertMail(role, tuple(alert.key for alert in ordered), " ".join(subject.split())[:200], "\n\n".join(parts) + "\n")


_RANK = {"Urgent": 0, "High": 1, "Normal": 2}


def _about(alert: WaitingAlert, zone: ZoneInfo) -> str:
    do = advice(alert.rule)
    local = alert.raised_at.astimezone(zone)
    lines: Iterable[str] = (
        alert.headline,
        noted("{priority}, {when}: {reason}", priority=alert.priority, when=f"{local:%Y-%m-%d %H:%M}", reason=alert.reason),
        noted("What to do: {title}. {text}", title=do.title, text=do.text),
        alert.link,
    )
    return "\n".join(line for line in lines if line)
