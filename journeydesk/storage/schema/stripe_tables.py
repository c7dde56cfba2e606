"""The tables of Stripe's mirror, which only this computer has."""

from sqlalchemy import Index, Table, text

from journeydesk.storage.schema.columns import metadata
from journeydesk.storage.schema.columns import text_column as _text
from journeydesk.storage.schema.columns import whole_column as _whole

stripe_object = Table(
    "stripe_object",
    metadata,
    _text("kind", key=True),
    _text("id", key=True),
    _text("customer"),
    _whole("prospect"),
    _text("created"),
    _whole("amount_minor"),
    _text("currency"),
    _text("status"),
    _text("data"),
    Index("ix_stripe_object_prospect", "prospect", "kind"),
    Index("ix_stripe_object_customer", "customer", "kind"),
    Index("ix_stripe_object_flow", "kind", "created", "status", "currency", "amount_minor", "prospect"),
)

money_apart = Table(
    "money_apart",
    metadata,
    _whole("prospect", key=True),
    _text("currency", key=True),
    _whole("net_paid_minor"),
    _whole("mrr_minor"),
)

stripe_cursor = Table("stripe_cursor", metadata, _text("name", key=True), _text("value"))

stripe_payer = Table(
    "stripe_payer",
    metadata,
    _text("payer", key=True),
    _text("email"),
    _text("reference"),
    _text("created"),
    _whole("prospect"),
    _text("how"),
    _whole("stale", default=1),
    _whole("walk"),
    _text("first_paid"),
    Index("ix_stripe_payer_prospect", "prospect"),
    Index("ix_stripe_payer_stale", "payer", sqlite_where=text("stale = 1")),
    Index("ix_stripe_payer_first_paid", "first_paid", "prospect", sqlite_where=text("first_paid IS NOT NULL")),
)

mrr_step = Table(
    "mrr_step",
    metadata,
    _text("payer", key=True),
    _text("currency", key=True),
    _text("at", key=True),
    _whole("minor"),
    _whole("change"),
    Index("ix_mrr_step_at", "at", "currency", "change", "minor", "payer"),
)
