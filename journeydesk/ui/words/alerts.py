"""What an alert says of its time: when it fired, when it expires, and its sentence for a screen reader."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.words import tr
from journeydesk.services.rows.alerts import AlertDetail, AlertRow
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.words.figures import near_day, short_day, whole_amount

SOON = timedelta(hours=48)
_DEADLINES = {"stage skip": timedelta(hours=24)}
"""Rules that ask to act within a time (docs/rules.md, "Alerts")."""


def day_and_time(moment: datetime, zone: ZoneInfo, today: date) -> str:
    """today 08:52, yesterday 16:40, 18 May 15:00."""
    local = moment.astimezone(zone)
    days = (today - local.date()).days
    day = {0: tr("today"), 1: tr("yesterday"), -1: tr("tomorrow")}.get(days) or short_day(local.date(), today)
    return f"{day} {local:%H:%M}"


def age_words(raised_at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """How old an alert is: now, 12 min, 3 h, 2 d; after two weeks the day."""
    age = now - raised_at
    if age < timedelta(minutes=1):
        return tr("now")
    if age < timedelta(hours=1):
        return tr("{total_seconds} min", total_seconds=int(age.total_seconds() // 60))
    if age < timedelta(days=1):
        return tr("{total_seconds} h", total_seconds=int(age.total_seconds() // 3600))
    if age < timedelta(days=14):
        return tr("{days} d", days=age.days)
    return short_day(raised_at.astimezone(zone).date(), now.astimezone(zone).date())


def sleep_words(alert: AlertRow, zone: ZoneInfo, today: date) -> str:
    """until tomorrow 09:00, until it replies; nothing for what is awake."""
    if alert.snoozed_for:
        return tr("until it {snoozed_for}", snoozed_for=alert.snoozed_for)
    return tr("until {day}", day=day_and_time(alert.snoozed_until, zone, today)) if alert.snoozed_until else ""


def value_words(alert: AlertRow) -> str:
    """What is at stake: €58,000, €640 a month; nothing where nobody knows."""
    amount = whole_amount(alert.value)
    return tr("{amount} a month", amount=amount) if amount and alert.monthly else amount


def expiry_words(alert: AlertRow, now: datetime, zone: ZoneInfo) -> str:
    """expires in 5 d, expires in 18 h, expired 5 May; nothing for what was handled."""
    if alert.expires_at is None or alert.status in ("Acknowledged", "Actioned"):
        return ""
    left = alert.expires_at - now
    if left <= timedelta(0):
        return tr("expired {day}", day=short_day(alert.expires_at.astimezone(zone).date(), now.astimezone(zone).date()))
    if left >= timedelta(hours=24):
        return tr("expires in {days} d", days=left.days)
    hours = int(left.total_seconds() // 3600)
    return (
        tr("expires in {hours} h", hours=hours)
        if hours
        else tr("expires in {total_seconds} min", total_seconds=max(1, int(left.total_seconds() // 60)))
    )


def expires_soon(alert: AlertRow, now: datetime) -> bool:
    """Whether less than 48 hours are left."""
    return alert.status == "Pending" and alert.expires_at is not None and now < alert.expires_at <= now + SOON


def share_left(alert: AlertRow, now: datetime) -> float:
    """How much of its life is left, 0 to 1."""
    if alert.expires_at is None:
        return 1.0
    whole = (alert.expires_at - alert.raised_at).total_seconds()
    return max(0.0, min(1.0, (alert.expires_at - now).total_seconds() / whole)) if whole > 0 else 0.0


def deadline_words(detail: AlertDetail, zone: ZoneInfo, today: date) -> str:
    """Before tomorrow 08:52: until when the recommended action should be done, where the rule says so."""
    within = _DEADLINES.get(detail.row.rule)
    if within is None or detail.row.status != "Pending":
        return ""
    return tr("Before {day}. ", day=day_and_time(detail.row.raised_at + within, zone, today))


def alert_sentence(alert: AlertRow, now: datetime, zone: ZoneInfo) -> str:
    """A line of the list as a screen reader says it."""
    parts = [alert.priority, alert.company or alert.contact, alert.reason]
    if alert.owner:
        parts.append(tr("owner {owner}", owner=alert.owner))
    today = now.astimezone(zone).date()
    parts += [value_words(alert), day_and_time(alert.raised_at, zone, today), expiry_words(alert, now, zone)]
    if alert.snoozed_until is not None:
        parts.append(tr("snoozed {sleep}", sleep=sleep_words(alert, zone, today)))
    if alert.unread:
        parts.append(tr("unread"))
    if alert.pending:
        parts.append(tr("saved here, not sent yet"))
    return ", ".join(part for part in parts if part)


def contact_lines(prospect: ProspectDetail, zone: ZoneInfo, today: date) -> list[tuple[str, str]]:
    """The prospect's facts beside an alert, as the prospect list writes them."""
    row = prospect.row
    touched = short_day(row.last_touch_at.astimezone(zone).date(), today) if row.last_touch_at else ""
    follow_up = ""
    if row.follow_up is not None:
        near = near_day(row.follow_up, today)
        follow_up = near if near in (tr("today"), tr("tomorrow")) else f"{short_day(row.follow_up, today)}, {near}".rstrip(", ")
    return [
        (tr("Company"), row.company),
        (tr("Owner"), row.owner or tr("none")),
        (tr("Phone"), prospect.phone or tr("none")),
        (tr("Email"), prospect.email or tr("none")),
        (tr("Last contact"), f"{row.last_touch}, {touched}" if row.last_touch else tr("none yet")),
        (tr("Follow-up"), follow_up or tr("none")),
        (tr("Est. revenue"), whole_amount(row.revenue) or tr("not given")),
        ("MRR", whole_amount(prospect.mrr) or tr("none yet")),
    ]
