"""One prospect: the number to call, what to know before, and the sheets that log, note, plan and change the status."""

from collections.abc import Mapping
from datetime import date, timedelta

from starlette.responses import Response

from journeydesk.domain.catalogue import CUSTOMER_STATUSES, OUTCOMES
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.statuses import customer_words
from journeydesk.domain.words import tr, tr_count
from journeydesk.receiver.phone.lines import prospect_address
from journeydesk.receiver.phone.rendering import page
from journeydesk.receiver.phone.wording import dialled, money_words, near_day, short_day, when_words
from journeydesk.services.calls.brief import CallBrief, call_brief
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import alert_counts, alerts
from journeydesk.services.queries.detail import timeline
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.services.rows.detail import ProspectDetail, TimelineEntry

SHEETS = frozenset({"call", "note", "later", "status"})
_EVENTS = 6
_FIELDS = ("at", "outcome", "note", "day", "picked", "minutes", "title")
_ICONS = {"call": "phone", "meeting": "users", "email": "mail", "demo": "screen", "note": "pencil", "support": "question",
          "cta": "cursor", "stage": "steps", "payment": "card", "survey": "star", "usage": "trend", "task": "check",
          "field": "history"}  # fmt: skip
_PRIORITIES = {"Urgent": ("urgent", tr("Urgent alert")), "High": ("high", tr("High alert")), "Normal": ("normal", tr("Alert"))}


@dataclass(frozen=True, slots=True)
class _Choice:
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class _Event:
    icon: str
    words: str
    detail: str
    when: str


@dataclass(frozen=True, slots=True)
class _Task:
    id: RecordId
    title: str
    when: str
    late: bool


def prospect_page(
    context: Context,
    prospect: RecordId,
    *,
    sheet: str = "",
    queue: bool = False,
    said: str = "",
    problem: str = "",
    typed: Mapping[str, str] | None = None,
) -> Response:
    """The page, with a sheet open where one is named; `typed` is what stood in its form when it was refused for `problem`."""
    brief = call_brief(context, prospect)
    if brief is None:
        return page(
            "message.html",
            404,
            title=tr("Not here"),
            heading=tr("This prospect is not here any more"),
            sentence=tr("It was deleted. What you typed is still on this phone."),
            way=_Way("/phone/", tr("Back to today")),
        )
    detail, today = brief.detail, context.today()
    back = _Way("/phone/", tr("Today"))
    return page(
        "prospect.html",
        422 if problem else 200,
        place="today",
        title=detail.row.company or detail.row.contact,
        address=prospect_address(prospect),
        queue="?queue=1" if queue else "",
        back=back,
        heading=detail.row.contact or detail.row.company,
        job=detail.job_title,
        company=detail.row.company if detail.row.contact else "",
        whom=", ".join(part for part in (detail.row.contact, detail.row.company) if part),
        stage=detail.row.stage,
        alert=_alert(context, prospect),
        points=tr_count("{count} point", "{count} points", detail.points),
        phone=detail.phone,
        dial=dialled(detail.phone),
        email=detail.email,
        brief=_brief(brief, today),
        facts=_facts(brief, today),
        status=customer_words(detail.customer_status) or tr("not set"),
        value=_value(detail),
        tasks=[_task(line, today) for line in brief.tasks],
        events=[_event(context, entry, today) for entry in timeline(context, prospect, "all", _EVENTS)],
        outcomes=[(outcome, context.words.shown("interactions", "outcome", outcome)) for outcome in OUTCOMES],
        statuses=[(status, customer_words(status)) for status in CUSTOMER_STATUSES],
        status_now=detail.customer_status,
        days=next_days(context),
        today=today.isoformat(),
        open_sheet=sheet if sheet in SHEETS else "",
        typed_in={name: (typed or {}).get(name, "") for name in _FIELDS},
        unread=alert_counts(context)["Pending"],
        said=said,
        problem=problem,
    )


@dataclass(frozen=True, slots=True)
class _Way:
    address: str
    words: str


def next_days(context: Context) -> list[_Choice]:
    """Three working days that a next step is often on: the next one, the end of this week or the third, the start of the next week."""
    today, days = context.today(), context.settings.calendar.days
    tomorrow = days.add(today, 1)
    friday = days.on_or_after(today + timedelta(days=(4 - today.weekday()) % 7))
    third = friday if friday > tomorrow else days.add(today, 3)
    monday = days.on_or_after(today + timedelta(days=7 - today.weekday()))
    near = tr("Tomorrow") if (tomorrow - today).days == 1 else short_day(tomorrow, today)
    offers = {tomorrow: near, third: short_day(third, today)}
    offers.setdefault(monday, tr("Next week"))
    return [_Choice(day.isoformat(), words) for day, words in sorted(offers.items())]


def _alert(context: Context, prospect: RecordId) -> dict[str, str] | None:
    pending = next((alert for alert in alerts(context, "Pending") if alert.prospect == prospect), None)
    if pending is None:
        return None
    icon, words = _PRIORITIES[pending.priority]
    return {"priority": pending.priority, "icon": icon, "words": words}


def _brief(brief: CallBrief, today: date) -> list[str]:
    """What was last said, and what they clicked since."""
    sentences = [touch.detail for touch in brief.touches if touch.detail][:1]
    if brief.clicks:
        latest = brief.clicks[0]
        sentences.append(tr("{what} on {day}.", what=latest.title, day=short_day(latest.at.date(), today)))
    return sentences


def _facts(brief: CallBrief, today: date) -> list[tuple[str, str]]:
    detail = brief.detail
    due = detail.row.follow_up
    touch = brief.touches[0] if brief.touches else None
    last = tr("{what}, {day}", what=touch.title, day=near_day(touch.at.date(), today)) if touch else "–"
    return [
        (tr("Est. revenue"), money_words(detail.row.revenue)),
        (tr("Next step"), near_day(due, today) if due else brief.comes_next.task or "–"),
        (tr("Last contact"), last),
        (tr("Owner"), detail.row.owner or tr("nobody")),
    ]


def _value(detail: ProspectDetail) -> tuple[str, str] | None:
    if detail.mrr is not None:
        return tr("MRR"), money_words(detail.mrr)
    return (tr("Lifetime value"), money_words(detail.ltv)) if detail.ltv is not None else None


def _task(line: AgendaLine, today: date) -> _Task:
    return _Task(line.id, line.title, near_day(line.day, today) if line.day else tr("No date"), line.late)


def _event(context: Context, entry: TimelineEntry, today: date) -> _Event:
    when = when_words(entry.at, context.settings.time_zone, today)
    return _Event(_ICONS.get(entry.kind, "clock"), f"{entry.title}{entry.title_rest}", entry.detail, when)
