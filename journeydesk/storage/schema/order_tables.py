"""The orders of moves and cards: what `order_triggers` keeps of `stage_history` and `position`, each as a table of its own.

They would be indexes, but a row is in each index of its table at once: a first evaluation, whose moves come in no order of time, would
rewrite a page for each of them.
"""

from sqlalchemy import Table

from journeydesk.storage.schema.columns import metadata
from journeydesk.storage.schema.columns import text_column as _text
from journeydesk.storage.schema.columns import whole_column as _whole

moves_by_time = Table(
    "moves_by_time",
    metadata,
    _text("journey", key=True),
    _text("at", key=True),
    _whole("prospect", key=True),
    _whole("id", key=True),
    _whole("from_stage"),
    _whole("to_stage"),
    _whole("hours"),
    sqlite_with_rowid=False,
)

moves_by_start = Table(
    "moves_by_start",
    metadata,
    _text("journey", key=True),
    _text("began", key=True),
    _whole("prospect", key=True),
    _whole("id", key=True),
    _whole("from_stage"),
    _whole("to_stage"),
    _whole("hours"),
    sqlite_with_rowid=False,
)

# Each holds what else a card needs of its position, so that the position itself is not read for it.
cards_by_place = Table(
    "cards_by_place",
    metadata,
    _text("journey", key=True),
    _whole("stage", key=True),
    _text("place", key=True),
    _whole("prospect", key=True),
    _text("entered_at"),
    sqlite_with_rowid=False,
)

cards_by_owner = Table(
    "cards_by_owner",
    metadata,
    _text("journey", key=True),
    _text("owner", key=True),
    _whole("stage", key=True),
    _text("place", key=True),
    _whole("prospect", key=True),
    _text("entered_at"),
    sqlite_with_rowid=False,
)

cards_by_entry = Table(
    "cards_by_entry",
    metadata,
    _text("journey", key=True),
    _whole("stage", key=True),
    _text("entered_at", key=True),
    _whole("prospect", key=True),
    _text("owner"),
    sqlite_with_rowid=False,
)

unordered = Table("unordered", metadata, _whole("prospect", key=True), _whole("filling", default=0))
