"""How values are written on screen: amounts, near dates, times; in the user's locale and zone."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale

from journeydesk.domain.money import Money, exponent, sign
from journeydesk.domain.periods import day_and_month, day_month_year
from journeydesk.domain.words import language_code, priced, tr
from journeydesk.services.rows.common import Amount


def locale() -> QLocale:
    """The person's locale; a system that names none gets English, for the C locale writes numbers without groups."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() == QLocale.Language.C else locale


def whole_amount(amount: Amount | None) -> str:
    """An amount without its cents: €48,000."""
    if amount is None:
        return ""
    return _whole(amount, QLocale().name(), language_code())


@lru_cache(2000)
def _whole(amount: Amount, _locale: str, _language: str) -> str:
    """Kept, for a list writes the same sums again and again."""
    major = int(Money(amount.minor, amount.currency).major)
    return priced(sign(amount.currency), locale().toString(major))


def exact_amount(amount: Amount | None) -> str:
    """An amount to the minor unit: €640.00."""
    if amount is None:
        return ""
    decimals = exponent(amount.currency)
    digits = locale().toString(float(Money(amount.minor, amount.currency).major), "f", decimals)
    return priced(sign(amount.currency), digits)


def near_day(day: date, today: date) -> str:
    """How far a day is: today, tomorrow, in 3 d, 4 d late; empty beyond 60 days."""
    days = (day - today).days
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("tomorrow")
    if days < 0:
        return tr("{days} d late", days=-days)
    return tr("in {days} d", days=days) if days <= 60 else ""


def short_day(day: date, today: date) -> str:
    """18 May; with the year only where it differs."""
    return day_and_month(day) if day.year == today.year else day_month_year(day)


def has_time(local: datetime) -> bool:
    """Whether a moment says more than its day: a day that came without a time is its first moment."""
    return (local.hour, local.minute, local.second, local.microsecond) != (0, 0, 0, 0)


def moment_words(moment: datetime, zone: ZoneInfo, today: date) -> str:
    """A moment near now: 09:12 today, "yesterday 16:40", else the day."""
    local = moment.astimezone(zone)
    days = (today - local.date()).days
    if days == 0:
        return f"{local:%H:%M}" if has_time(local) else tr("today")
    if days == 1:
        return tr("yesterday {local}", local=f"{local:%H:%M}") if has_time(local) else tr("yesterday")
    return short_day(local.date(), today)


def touch_day(moment: datetime, zone: ZoneInfo, today: date) -> str:
    """When the last touchpoint was: "today 09:12", else the day."""
    local = moment.astimezone(zone)
    if local.date() != today:
        return short_day(local.date(), today)
    return tr("today {local}", local=f"{local:%H:%M}") if has_time(local) else tr("today")
