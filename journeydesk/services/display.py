"""A field's value in wire form as a text for people, in the team's zone and currency."""

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.journeys.published import PROJECTED
from journeydesk.domain.settings import Journey, Stage
from journeydesk.domain.time import moment_of
from journeydesk.domain.values import Wire
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


def shown(context: Context, connection: Connection, table: str, spec: FieldSpec, value: Wire) -> str:
    """The text of a value of this table's field; empty for an empty value."""
    if value is None:
        return ""
    if spec.type is FieldType.LINK:
        linked = [str(remote) for remote in (value if isinstance(value, list) else [value])]
        return ", ".join(name_of_remote(connection, spec.links_to, remote) or remote for remote in linked)
    if spec.type is FieldType.DATETIME and isinstance(value, str):
        return f"{moment_of(value).astimezone(context.settings.time_zone):%Y-%m-%d %H:%M}"
    if spec.type is FieldType.CURRENCY and isinstance(value, int | float):
        return f"{value:,.2f} {context.settings.currency}"
    if spec.type is FieldType.PERCENT and isinstance(value, int | float):
        return f"{value * 100:g} %"
    if spec.type is FieldType.CHECKBOX:
        return "Yes"
    return f"{value:,}" if isinstance(value, int | float) else context.words.shown(table, spec.slug, str(value))
