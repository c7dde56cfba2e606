"""What the page of duplicates says: values of both sides, what belongs to each, and until when a merge can be taken apart."""

from datetime import date
from zoneinfo import ZoneInfo

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.time import moment_of
from journeydesk.domain.values import Stored
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.duplicates.candidates import DIFFERENT, SAME
from journeydesk.services.queries.lists.duplicates import Belongings
from journeydesk.services.rows.common import Amount
from journeydesk.ui.editing.words import typed_form
from journeydesk.ui.words.days import day_words
from journeydesk.ui.words.figures import exact_amount, locale, whole_amount

LISTS = (("", tr("To decide")), (SAME, tr("To merge")), (DIFFERENT, tr("Different")), ("merged", tr("Merged")))
"""The lists of pairs, by what was said of them; the last are merges that can be taken apart."""

EMPTY = {
    "": tr("No two prospects look alike. New pairs come here by themselves."),
    SAME: tr("Nothing waits to be merged."),
    DIFFERENT: tr("Nothing was said to be different."),
    "merged": tr("Nothing was merged within 30 days."),
}


def value_words(context: Context, spec: FieldSpec, value: Stored) -> str:
    """A stored value as people read it; empty for none."""
    if value is None or value == "":
        return ""
    zone, today = context.settings.time_zone, context.today()
    if spec.type is FieldType.CURRENCY:
        return whole_amount(Amount(int(value), context.settings.currency))
    if spec.type is FieldType.PERCENT:
        return f"{typed_form(round(float(value) * 100, 6))} %"
    if spec.type is FieldType.DATE:
        return _day(str(value), today)
    if spec.type is FieldType.DATETIME:
        return day_words(moment_of(str(value)).astimezone(zone).date(), today)
    if isinstance(value, int | float):
        return locale().toString(value)
    return context.words.shown("prospects", spec.slug, str(value))


def _day(text: str, today: date) -> str:
    try:
        return day_words(date.fromisoformat(text), today)
    except ValueError:
        return text


_COUNTED = (
    ("interactions", tr("Contacts")),
    ("events", tr("Events")),
    ("tasks", tr("Tasks")),
    ("alerts", tr("Alerts")),
    ("surveys", tr("Surveys")),
    ("usage", tr("Usage")),
    ("assets", tr("Assets")),
    ("progress", tr("Progress")),
)


def belongings(side: Belongings, zone: ZoneInfo, today: date) -> list[tuple[str, str]]:
    """What belongs to a side, as (what, how much)."""
    lines = []
    for slug, name in _COUNTED:
        count = side.counts.get(slug, 0)
        said = figure(count) if count else tr("none")
        if slug == "interactions" and count and side.last_touch_at is not None:
            said += tr(
                ", last {last_touch_type}, {day}",
                last_touch_type=side.last_touch_type,
                day=day_words(side.last_touch_at.astimezone(zone).date(), today),
            )
        lines.append((name, said))
    return [
        *lines[:2],
        ("Stripe", _paid(side)),
        *(line for line in lines[2:] if line[0] in (tr("Tasks"), tr("Alerts")) or line[1] != tr("none")),
    ]


def both_belongings(left: Belongings, right: Belongings, fields: list[str]) -> list[tuple[str, str]]:
    """What will belong to the one."""
    lines = []
    for slug, name in _COUNTED:
        count = left.counts.get(slug, 0) + right.counts.get(slug, 0)
        if name in fields:
            lines.append(
                (
                    name,
                    figure(count) + (tr(", in order of time") if slug == "interactions" and count else "")
                    if count
                    else tr("none"),
                )
            )
    payers = len({*left.payers, *right.payers})
    paid = _customers(payers) if payers else tr("none")
    return [*lines[:2], ("Stripe", paid), *lines[2:]]


def _paid(side: Belongings) -> str:
    if not side.payers:
        return tr("none")
    if side.net_paid is None:
        return _customers(len(side.payers))
    return tr(
        "{amount} paid, {customers}",
        amount=exact_amount(Amount(side.net_paid.minor, side.net_paid.currency)),
        customers=_customers(len(side.payers)),
    )


def _customers(count: int) -> str:
    return tr("{count} customer", count=count) if count == 1 else tr("{count} customers", count=count)
