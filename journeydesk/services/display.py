"""A field's value in wire form as a text for people, in the team's zone and currency."""

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.time import moment_of
from journeydesk.domain.values import Wire
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.lookup import name_of_remote


def shown(context: Context, connection: Connection, spec: FieldSpec, value: Wire) -> str:
    """The text; empty for an empty value."""
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
    return f"{value:,}" if isinstance(value, int | float) else str(value)
