"""What is typed as a due date, by the team's own zone and working days."""

from journeydesk.domain.due import Due, parse_due
from journeydesk.services.context import Context


def understand_due(context: Context, text: str, field: str = "") -> Due:
    """What somebody typed as a due date. Raises ValueRefused."""
    settings = context.settings
    return parse_due(text, context.clock(), settings.time_zone, settings.calendar.days, field)
