"""A field's value in words, and its choices as a list of them shows them."""

from datetime import date
from decimal import Decimal

from journeydesk.domain.by_hand import title_of
from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.time import moment_of
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.stages.moving import STAGE_FIELDS
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import choice_words, choices_of
from journeydesk.services.queries.lists.prospects import amount, stage_mark
from journeydesk.ui.widgets.choosing.choice_list import Choice
from journeydesk.ui.words.days import moment_day
from journeydesk.ui.words.figures import exact_amount, locale, short_day, whole_amount


def decimal_mark() -> str:
    """The person's own: a comma or a point."""
    return "," if locale().decimalPoint() == "," else "."


def typed_form(number: Decimal | float) -> str:
    """A number as a field begins with it: the person's own decimal mark, no groups, no zeros at its end."""
    text = f"{number.normalize():f}" if isinstance(number, Decimal) else f"{number:.12g}"
    return text.replace(".", decimal_mark())


def value_words(context: Context, slug: str, value: Stored) -> str:
    """What stands in a field, as a sentence says it; empty for nothing."""
    if value is None:
        return ""
    spec = PROSPECTS.by_slug[slug]
    match spec.type:
        case FieldType.CURRENCY:
            money = amount(context, value)
            return whole_amount(money) if int(value) % 100 == 0 else exact_amount(money)
        case FieldType.DATE:
            return short_day(date.fromisoformat(str(value)), context.today())
        case FieldType.DATETIME:
            return moment_day(moment_of(str(value)), context.settings.time_zone, context.today())
        case FieldType.PERCENT:
            return f"{float(value) * 100:.6g} %".replace(".", decimal_mark())
        case FieldType.CHECKBOX:
            return "yes" if value else "no"
        case FieldType.SELECT:
            return choice_words(context, slug, str(value))
    if slug in STAGE_FIELDS:
        return _stage_words(context, slug, str(value))
    return " ".join(str(value).split()) if spec.is_text else str(value)


def _stage_words(context: Context, slug: str, value: str) -> str:
    journey = context.settings.journey(STAGE_FIELDS[slug])
    stage = journey.find(value) if journey is not None else None
    return f"{stage.number} {stage.short}" if stage is not None else value


def offered(context: Context, slug: str) -> list[Choice] | None:
    """What may be chosen in a field, nothing among it where the field may be empty; None where it is written."""
    choices = choices_of(context, slug)
    if choices is None:
        return None
    shown = [
        Choice(
            each.value,
            each.name,
            str(each.stage) if each.stage else tr("you") if slug == "owner" and each.value == context.actor else "",
            icon="" if each.stage else "user" if slug == "owner" else "",
            mark=stage_mark(context, each.journey, each.stage) if each.stage else None,
        )
        for each in choices
    ]
    if slug in STAGE_FIELDS:
        return shown
    return [*shown, Choice("", tr("Nobody") if slug == "owner" else tr("Empty"), icon="x")]


def not_saved(slug: str, name: str, why: str, typed: str) -> str:
    """That what was typed for a prospect's field is lost, and what it was."""
    return tr(
        "{title} of {name} was not saved: {why} You had written “{typed}”.",
        title=title_of(slug),
        name=name,
        why=why,
        typed=typed[:200],
    )
