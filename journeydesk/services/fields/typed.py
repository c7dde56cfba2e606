"""What a person types into a field of a prospect, as it is stored, and what stands there as it can be typed again.

Days are understood in plain words, money and numbers as people write them; `mark` is the person's decimal mark, `.` or `,`.
"""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from journeydesk.domain.by_hand import title_of
from journeydesk.domain.catalogue import PROSPECTS, FieldSpec, FieldType
from journeydesk.domain.checks import check
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.field_kinds.field_names import field_name
from journeydesk.domain.payments.lifetime_value import LARGEST_LTV_MINOR
from journeydesk.domain.periods import short_month
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.domain.written.dates import parse_day, parse_instant
from journeydesk.domain.written.numbers import parse_number
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.context import Context
from journeydesk.services.entering import entered

_MOST = 2**53


def understand(context: Context, slug: str, text: str, mark: str = ".") -> Stored:
    """The stored form of what was typed; None for nothing. Raises ValueRefused with a sentence that names the field and the remedy."""
    spec = PROSPECTS.by_slug[slug]
    if not text.strip():
        return None
    reader = _READERS.get(spec.type)
    value = reader(context, spec, text.strip(), mark) if reader is not None else entered(context, "prospects", spec, text)
    try:
        check("prospects", spec, value)
    except ValueRefused as refused:
        raise _in_our_words(spec, value, refused) from None
    return value


def _in_our_words(spec: FieldSpec, value: Stored, refused: ValueRefused) -> ValueRefused:
    """A sentence for a field that the eye is at: what to enter, without the field's name before it."""
    if spec.type is FieldType.EMAIL and "@" in str(value) and "." not in str(value).rpartition("@")[2]:
        return ValueRefused(spec.name, tr("Enter a full address, like name@firm.example."))
    return ValueRefused(spec.name, str(refused).removeprefix(f"{field_name(spec)}: "))


def _day(context: Context, spec: FieldSpec, text: str, _mark: str) -> Stored:
    try:
        return parse_day(text).isoformat()
    except ValueError:
        pass
    try:
        return understand_due(context, text, title_of(spec.slug)).day.isoformat()
    except ValueRefused:
        raise ValueRefused(
            spec.name, tr("“{text}” is no day. Write it like fri, 3d, next month or 22 May.", text=text)
        ) from None


def _moment(context: Context, spec: FieldSpec, text: str, _mark: str) -> Stored:
    zone = context.settings.time_zone
    try:
        return moment_text(parse_instant(text, zone))
    except ValueError:
        pass
    try:
        due = understand_due(context, text, title_of(spec.slug))
    except ValueRefused:
        raise ValueRefused(spec.name, tr("“{text}” is no time. Write it like 22 May 2026 14:30.", text=text)) from None
    return moment_text(due.instant(0, zone))


def _number(spec: FieldSpec, text: str, mark: str) -> tuple[Decimal, bool]:
    try:
        number, percent = parse_number(text, mark)
    except ValueError:
        example = f"12{mark}50" if spec.type is FieldType.CURRENCY else "40"
        raise ValueRefused(
            spec.name, tr("“{text}” is no number. Write it like 1250 or {example}.", text=text, example=example)
        ) from None
    if abs(number) > _MOST:
        raise ValueRefused(spec.name, tr("{text} is too large to be kept exactly. Write a smaller number.", text=text))
    return number, percent


def _money(_context: Context, spec: FieldSpec, text: str, mark: str) -> Stored:
    thousands = text[-1:] in ("k", "K") and text[:-1].strip()
    number, percent = _number(spec, str(thousands or text), mark)
    number = number * 1000 if thousands else number
    if percent:
        raise ValueRefused(spec.name, tr("An amount is no percentage. Write it like 1250."))
    if number != number.quantize(Decimal("0.01")):
        raise ValueRefused(spec.name, tr("{text} has more than two decimals. Round it to cents.", text=text))
    minor = int(number * 100)
    if spec.slug == "ltv" and not 0 <= minor <= LARGEST_LTV_MINOR:
        raise ValueRefused(spec.name, tr("{text} is out of range. Give an amount from 0 to 10,000.", text=text))
    return minor


def _percent(_context: Context, spec: FieldSpec, text: str, mark: str) -> Stored:
    number, _ = _number(spec, text, mark)
    return float(number / 100)


def _whole(_context: Context, spec: FieldSpec, text: str, mark: str) -> Stored:
    number, percent = _number(spec, text, mark)
    if percent or number != number.to_integral_value():
        raise ValueRefused(spec.name, tr("“{text}” is no whole number.", text=text))
    return int(number)


_READERS: dict[FieldType, Callable[[Context, FieldSpec, str, str], Stored]] = {
    FieldType.DATE: _day,
    FieldType.DATETIME: _moment,
    FieldType.CURRENCY: _money,
    FieldType.PERCENT: _percent,
    FieldType.NUMBER: _whole,
}


def as_typed(context: Context, slug: str, value: Stored, mark: str = ".") -> str:
    """A stored value as an editor begins with it; `understand` gives the value again."""
    if value is None:
        return ""
    spec = PROSPECTS.by_slug[slug]
    match spec.type:
        case FieldType.DATE:
            return _day_text(datetime.fromisoformat(str(value)))
        case FieldType.DATETIME:
            local = moment_of(str(value)).astimezone(context.settings.time_zone)
            return f"{_day_text(local)} {local:%H:%M}"
        case FieldType.CURRENCY:
            major, cents = divmod(int(value), 100)
            whole = f"{major:,}".replace(",", "," if mark == "." else ".")
            return f"{whole}{mark}{cents:02d}" if cents else whole
        case FieldType.PERCENT:
            return f"{float(value) * 100:.6g}".replace(".", mark)
        case FieldType.CHECKBOX:
            return "yes" if value else ""
    return str(value)


def _day_text(day: datetime) -> str:
    return f"{day.day} {short_month(day.date())} {day.year}"
