"""A field's value in wire form as a text for people, in the team's zone and currency."""

from datetime import date
from decimal import Decimal

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.money import in_few_words, of_major
from journeydesk.domain.settings import Journey, Stage
from journeydesk.domain.settings.journeys import PROJECTED
from journeydesk.domain.time import day_in_words, moment_of
from journeydesk.domain.values import Wire
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.lookup import name_of_remote


def outcome_words(context: Context, outcome: str) -> str:
    """What the team calls the outcome of a call."""
    return context.words.shown("interactions", "outcome", outcome)


def stage_words(context: Context, journey: Journey, stage: Stage) -> str:
    """The name of a stage, as the base calls it where a select there shows it."""
    fields = (slug for name, slug in PROJECTED.items() if context.settings.journey(name) is journey)
    return context.words.shown("prospects", next(fields, ""), stage.name)


def moment_words(context: Context, moment: str) -> str:
    """A stored moment for people: the day and the time of the team's zone."""
    local = moment_of(moment).astimezone(context.settings.time_zone)
    return f"{day_in_words(local.date(), context.today())} {local:%H:%M}"


def shown(context: Context, connection: Connection, table: str, spec: FieldSpec, value: Wire) -> str:
    """The text of a value of this table's field, for people; empty for an empty value."""
    if spec.type is FieldType.DATETIME and isinstance(value, str):
        return moment_words(context, value)
    if spec.type is FieldType.DATE and isinstance(value, str):
        return day_in_words(date.fromisoformat(value), context.today())
    if spec.type is FieldType.CURRENCY and isinstance(value, int | float):
        return in_few_words(of_major(Decimal(str(value)), context.settings.currency))
    if isinstance(value, str) and value.startswith("snoozed until "):
        # What computers tell each other of an alert's sleep carries moments; a person reads until when.
        until = value.removeprefix("snoozed until ").partition(", since ")[0]
        return tr("snoozed until {moment}", moment=moment_words(context, until) if until[:1].isdigit() else until)
    return written(context, connection, table, spec, value)


def written(context: Context, connection: Connection, table: str, spec: FieldSpec, value: Wire) -> str:
    """The same in the form that can be written into the field again: days and moments by their numbers, amounts without a sign."""
    if value is None:
        return ""
    if spec.type is FieldType.LINK:
        linked = [str(remote) for remote in (value if isinstance(value, list) else [value])]
        return ", ".join(name_of_remote(connection, spec.links_to, remote) or remote for remote in linked)
    if spec.type is FieldType.DATETIME and isinstance(value, str):
        return f"{moment_of(value).astimezone(context.settings.time_zone):%Y-%m-%d %H:%M}"
    if spec.type is FieldType.CURRENCY and isinstance(value, int | float):
        return f"{figure(value, 2)} {context.settings.currency}"
    if spec.type is FieldType.PERCENT and isinstance(value, int | float):
        return f"{value * 100:g} %"
    if spec.type is FieldType.CHECKBOX:
        return tr("Yes")
    return figure(value) if isinstance(value, int | float) else context.words.shown(table, spec.slug, str(value))
