"""The alerts: the first with its buttons, the others below; seen, done, snoozed until tomorrow."""

from datetime import datetime, time, timedelta

from starlette.responses import Response

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.receiver.phone.lines import phone_of, prospect_address, rows_with_phones
from journeydesk.receiver.phone.rendering import page
from journeydesk.receiver.phone.wording import dialled, when_words
from journeydesk.services.commands.alerts import acknowledge, mark_actioned, mark_read, snooze
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import alert_counts, alert_detail, alerts
from journeydesk.services.rows.alerts import AlertRow

_SHOWN = 30
_SEGMENTS = {"pending": ("Pending", tr("Pending")), "seen": ("Acknowledged", tr("Seen")), "done": ("Actioned", tr("Done"))}
_PRIORITIES = {"Urgent": ("urgent", tr("Urgent")), "High": ("high", tr("High")), "Normal": ("normal", tr("Normal"))}
_ACTS = {
    "Pending": (("seen", "check", tr("Seen")), ("done", "ok-circle", tr("Done")), ("snooze", "moon", tr("Snooze"))),
    "Acknowledged": (("done", "ok-circle", tr("Done")),),
}


@dataclass(frozen=True, slots=True)
class _Alert:
    id: RecordId
    title: str
    headline: str
    about: str
    when: str
    priority: str
    priority_words: str
    icon: str
    unread: bool
    address: str
    phone: str
    dial: str
    acts: tuple[tuple[str, str, str], ...]


def alerts_page(
    context: Context, shown: str = "pending", chosen: int | None = None, said: str = "", problem: str = ""
) -> Response:
    """One of the segments; `chosen` stands on top, else the first."""
    shown = shown if shown in _SEGMENTS else "pending"
    rows = alerts(context, _SEGMENTS[shown][0])
    rows.sort(key=lambda row: row.id != chosen)
    listed = rows[: _SHOWN + 1]
    phones = rows_with_phones(context, [row.prospect for row in listed if row.prospect is not None])
    first, others = (listed[0] if listed else None), listed[1:]
    if first is not None and first.unread:
        mark_read(context, first.id)
    counts = alert_counts(context)
    left = len(rows) - len(listed)

    def made(row: AlertRow, whole: bool = False) -> _Alert:
        person = phones.get(row.prospect) if row.prospect is not None else None
        phone = phone_of(person) if person is not None else ""
        icon, words = _PRIORITIES[row.priority]
        detail = alert_detail(context, row.id) if whole else None
        return _Alert(
            id=row.id,
            title=row.company,
            headline=detail.headline if detail else "",
            about=(detail.why or row.reason if detail else row.reason),
            when=when_words(row.raised_at, context.settings.time_zone, context.today()),
            priority=row.priority,
            priority_words=words,
            icon=icon,
            unread=row.unread,
            address=prospect_address(row.prospect) if person is not None and row.prospect is not None else "",
            phone=phone,
            dial=dialled(phone),
            acts=_ACTS.get(row.status, ()),
        )

    return page(
        "alerts.html",
        422 if problem else 200,
        place="alerts",
        title=tr("Alerts"),
        segments=[(name, words, figure(counts[status])) for name, (status, words) in _SEGMENTS.items()],
        shown=shown,
        first=made(first, whole=True) if first is not None else None,
        lines=[made(row) for row in others],
        next_count=figure(len(rows) - 1),
        more=tr_count("{count} more on the computer", "{count} more on the computer", left) if left > 0 else "",
        unread=counts["Pending"],
        said=said,
        problem=problem,
    )


def triage(context: Context, alert: RecordId, verb: str) -> str:
    """Seen, done, or asleep until eight tomorrow."""
    if verb == "seen":
        acknowledge(context, alert)
        return tr("Seen.")
    if verb == "done":
        mark_actioned(context, alert)
        return tr("Done.")
    snooze(context, alert, _tomorrow(context))
    return tr("Asleep until tomorrow, 08:00.")


def _tomorrow(context: Context) -> datetime:
    return datetime.combine(context.today() + timedelta(days=1), time(8), context.settings.time_zone)
