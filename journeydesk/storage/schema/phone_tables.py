"""The tables of paired phones."""

from sqlalchemy import Index, Table

from journeydesk.storage.schema.columns import metadata as metadata
from journeydesk.storage.schema.columns import text_column as _text
from journeydesk.storage.schema.columns import whole_column as _whole

phone = Table(
    "phone",
    metadata,
    _whole("id", key=True),
    _text("name"),
    _text("token_hash"),
    _text("paired_at"),
    _text("seen_at"),
    Index("ix_phone_token_hash", "token_hash", unique=True),
)

phone_pairing = Table(
    "phone_pairing",
    metadata,
    _whole("id", key=True),
    _text("secret_hash"),
    _text("code_hash"),
    _text("begun_at"),
    _whole("wrong", default=0),
    _text("asked_at"),
    _text("name"),
    _text("number"),
    _text("token_hash"),
    _whole("phone_agreed", default=0),
    _whole("computer_agreed", default=0),
    _text("ended"),
)

phone_request = Table(
    "phone_request",
    metadata,
    _whole("phone", key=True),
    _text("request", key=True),
    _text("at"),
    _text("answer"),
    Index("ix_phone_request_at", "at"),
    sqlite_with_rowid=False,
)
