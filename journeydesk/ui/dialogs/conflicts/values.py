"""A value in question as it is written on screen, and as a person may edit it."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from journeydesk.domain.catalogue import BY_SLUG, FieldSpec, FieldType
from journeydesk.domain.periods import short_weekday
from journeydesk.domain.settings.journeys import PROJECTED
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import figure
from journeydesk.domain.written.numbers import typed_number
from journeydesk.services.context import Context
from journeydesk.services.queries.conflicts import ConflictRow
from journeydesk.services.rows.common import Amount, StageMark
from journeydesk.ui.editing.words import decimal_mark, typed_form
from journeydesk.ui.words.figures import exact_amount, short_day, whole_amount

_JOURNEYS = {slug: journey for journey, slug in PROJECTED.items()}


def spec_of(row: ConflictRow) -> FieldSpec | None:
    """The field in question; None for a whole record."""
    return BY_SLUG[row.slug].by_slug.get(row.field_slug)


def stage_of(context: Context, row: ConflictRow, text: str) -> StageMark | None:
    """The stage that a value names, where the field holds one."""
    journey = context.settings.journey(_JOURNEYS.get(row.field_slug, ""))
    if journey is None:
        return None
    stage_named = next((stage for stage in journey.stages if text in (stage.short, stage.name)), None)
    return StageMark(stage_named.number, stage_named.short, journey.name, len(journey.stages)) if stage_named else None


def written(context: Context, row: ConflictRow, text: str) -> str:
    """Dates with their weekday, amounts with their sign; everything else as it is."""
    spec = spec_of(row)
    if not text or spec is None:
        return text
    try:
        if spec.type is FieldType.DATE:
            day = date.fromisoformat(text)
            return f"{short_weekday(day)} {short_day(day, context.today())}"
        if spec.type is FieldType.CURRENCY:
            minor = int(_number(text) * 100)
            amount = Amount(minor, context.settings.currency)
            return exact_amount(amount) if minor % 100 else whole_amount(amount)
    except (ValueError, InvalidOperation):
        return text
    return text


def _number(text: str) -> Decimal:
    """The number that stands in a value as it is shown, by the marks of the reader's language."""
    mark = figure(1.5, 1)[1]
    kept = "".join(letter for letter in text.split()[0] if letter.isdigit() or letter in (mark, "-", "−"))
    return Decimal(kept.replace(mark, ".").replace("−", "-"))


def editable(row: ConflictRow) -> bool:
    """Whether a third value may be written: not for a link, nor for a whole record."""
    spec = spec_of(row)
    return spec is not None and spec.type is not FieldType.LINK


def to_edit(row: ConflictRow) -> str:
    """Our value as the editor starts with it."""
    spec = spec_of(row)
    if spec is not None and row.mine and spec.type in (FieldType.CURRENCY, FieldType.NUMBER):
        return typed_form(_number(row.mine))
    return row.mine


def from_edit(context: Context, row: ConflictRow, text: str) -> str:
    """What was written, as the field's own form: a moment without an offset is one of the team's zone."""
    spec = spec_of(row)
    if spec is not None and spec.type is FieldType.DATETIME and text.strip():
        try:
            moment = datetime.fromisoformat(text.strip())
        except ValueError:
            return text
        if moment.tzinfo is None:
            return moment_text(moment.replace(tzinfo=context.settings.time_zone))
    if spec is not None and spec.type in (FieldType.CURRENCY, FieldType.NUMBER):
        try:
            return f"{typed_number(text.strip(), decimal_mark()):f}"
        except ValueError:
            return text
    return text
