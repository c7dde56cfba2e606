"""The tables of calendars that are read, of end-to-end checks, and of alerts that went out by mail. All stay on this computer."""

from sqlalchemy import REAL, Column, Index, Table

from journeydesk.storage.schema.columns import metadata as metadata
from journeydesk.storage.schema.columns import text_column as _text
from journeydesk.storage.schema.columns import whole_column as _whole

calendar_source = Table(
    "calendar_source",
    metadata,
    _whole("id", key=True),
    _text("name"),
    _text("kind"),
    _text("address"),
    _text("user"),
    _text("tag"),
    _text("read_at"),
    _text("tried_at"),
    _text("problem"),
)

calendar_event = Table(
    "calendar_event",
    metadata,
    _whole("source", key=True),
    _text("uid", key=True),
    _text("starts", key=True),
    _text("ends"),
    _whole("all_day"),
    _text("title"),
    _text("place"),
    _text("link"),
    _text("attendees"),
    Index("ix_calendar_event_starts", "starts"),
)

end_to_end_run = Table(
    "end_to_end_run",
    metadata,
    _text("id", key=True),
    _text("customer"),
    _text("by"),
    _text("began_at"),
    _text("ended_at"),
    Index("ix_end_to_end_run_began_at", "began_at"),
)

end_to_end_step = Table(
    "end_to_end_step",
    metadata,
    _text("run", key=True),
    _whole("number", key=True),
    _text("state"),
    _text("at"),
    Column("seconds", REAL),
    _text("said"),
    _text("recovery"),
)

alert_delivery = Table(
    "alert_delivery",
    metadata,
    _text("alert", key=True),
    _text("role", key=True),
    _text("at"),
    _text("mail"),
    Index("ix_alert_delivery_mail", "mail"),
)
