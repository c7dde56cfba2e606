"""The tables of messages: what waits for a person's approval, what is sent and came back, what was generated, links to a checkout
and runs of scenarios. All of them stay on this computer."""

from sqlalchemy import REAL, Column, Index, Table, UniqueConstraint

from journeydesk.storage.schema.columns import metadata as metadata
from journeydesk.storage.schema.columns import text_column as _text
from journeydesk.storage.schema.columns import whole_column as _whole

message = Table(
    "message",
    metadata,
    _whole("id", key=True),
    _text("key"),
    _whole("prospect"),
    _text("template"),
    _text("reason"),
    _text("origin"),
    _text("made_at"),
    _text("made_subject"),
    _text("made_bubbles"),
    _text("subject"),
    _text("bubbles"),
    _text("tags"),
    _whole("quality"),
    _text("customer_status"),
    _whole("ltv_minor"),
    _text("state"),
    _text("decided_at"),
    _text("decided_by"),
    _text("why"),
    _whole("interaction"),
    _whole("mail"),
    UniqueConstraint("key"),
    Index("ix_message_state_made_at", "state", "made_at"),
    Index("ix_message_prospect", "prospect"),
)

mail_item = Table(
    "mail_item",
    metadata,
    _whole("id", key=True),
    _text("key"),
    _whole("prospect"),
    _text("template"),
    _text("recipient"),
    _text("subject"),
    _text("body"),
    _text("message_id"),
    _text("reply_to_id"),
    _text("thread"),
    _text("state"),
    _whole("tries", default=0),
    _text("due_at"),
    _text("answer"),
    _text("queued_at"),
    _text("sent_at"),
    _text("account"),
    _whole("interaction"),
    UniqueConstraint("key"),
    Index("ix_mail_item_message_id", "message_id", unique=True),
    Index("ix_mail_item_state_due_at", "state", "due_at"),
    Index("ix_mail_item_prospect", "prospect"),
    Index("ix_mail_item_sent_at", "sent_at"),
)

mail_received = Table(
    "mail_received",
    metadata,
    _whole("id", key=True),
    _text("message_id"),
    _whole("item"),
    _whole("prospect"),
    _text("kind"),
    _text("sender"),
    _text("subject"),
    _text("body"),
    _text("at"),
    _text("status"),
    _whole("interaction"),
    Index("ix_mail_received_message_id", "message_id", unique=True),
    Index("ix_mail_received_item", "item"),
    Index("ix_mail_received_prospect", "prospect"),
)

mail_folder = Table(
    "mail_folder",
    metadata,
    _text("account", key=True),
    _text("folder", key=True),
    _whole("validity"),
    _whole("last_uid"),
    _text("read_at"),
)

generated_text = Table(
    "generated_text",
    metadata,
    _text("key", key=True),
    _text("kind"),
    _whole("prospect"),
    _text("content"),
    _text("model"),
    _text("made_at"),
    _text("expires_at"),
    Index("ix_generated_text_expires_at", "expires_at"),
)

generation = Table(
    "generation",
    metadata,
    _whole("id", key=True),
    _text("at"),
    _text("kind"),
    _whole("prospect"),
    _text("outcome"),
    Column("seconds", REAL),
    _text("detail"),
    Index("ix_generation_at", "at"),
)

checkout_link = Table(
    "checkout_link",
    metadata,
    _text("key", key=True),
    _whole("prospect"),
    _text("reference"),
    _text("tier"),
    _text("asked"),
    _text("session"),
    _text("url"),
    _text("made_at"),
    _text("expires_at"),
    _text("state"),
    _whole("looks", default=0),
    _text("look_at"),
    _text("settled_at"),
    _text("note"),
    Index("ix_checkout_link_prospect", "prospect"),
    Index("ix_checkout_link_look_at", "look_at"),
    Index("ix_checkout_link_session", "session", unique=True),
)

scenario_run = Table(
    "scenario_run",
    metadata,
    _whole("id", key=True),
    _whole("scenario"),
    _text("name"),
    _whole("prospect"),
    _text("state"),
    _text("execution"),
    _text("asked_at"),
    _text("changed_at"),
    _text("detail"),
    _text("place"),
    _text("asked_there"),
    _text("asked_by"),
    _text("sent"),
    _text("before"),
    _text("looked_at"),
    Index("ix_scenario_run_state", "state"),
)
