"""How many alerts ask for attention; apart from the inbox's questions, because the first screen counts them too."""

from journeydesk.services.context import Context
from journeydesk.storage.alerts import attention as alert_attention


def unread_count(context: Context) -> int:
    """How many pending alerts nobody has opened on this computer."""
    with context.database.read() as connection:
        return alert_attention.unread(connection, context.now())


def pending_count(context: Context) -> int:
    """How many alerts are pending and not snoozed: the rail's badge (docs/rules.md, "Alerts")."""
    with context.database.read() as connection:
        return alert_attention.pending(connection, context.now())
