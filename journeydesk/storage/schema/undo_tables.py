"""The tables of the undo journal."""

from sqlalchemy import Index, Table

from journeydesk.storage.schema.columns import metadata as metadata
from journeydesk.storage.schema.columns import text_column as _text
from journeydesk.storage.schema.columns import whole_column as _whole

undo_entry = Table(
    "undo_entry",
    metadata,
    _whole("id", key=True),
    _text("at"),
    _text("actor"),
    _text("label"),
    _text("changes"),
    _text("undone_at"),
    _text("phase"),
    sqlite_autoincrement=True,
)

Index("ix_undo_entry_phase", undo_entry.c.phase, sqlite_where=undo_entry.c.phase.is_not(None))

undo_part = Table(
    "undo_part",
    metadata,
    _whole("step", key=True),
    _whole("number", key=True),
    _text("changes"),
    _whole("undone", default=0),
)
