"""Stripe said that something is new: the receiver reads it from there with our own key, as a pass of sync would."""

from journeydesk.config import Connections
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta

_NEWS, _READ = "stripe_news", "stripe_news_read"


def note_stripe_news(connection: Connection, at: str) -> None:
    """Something is new since this stored moment."""
    set_meta(connection, _NEWS, at)


def unread_news(context: Context) -> str | None:
    """Since when something is new that was not read yet; None where all was."""
    with context.database.read() as connection:
        news = get_meta(connection, _NEWS)
        return None if news == get_meta(connection, _READ) else news


def read_stripe_news(context: Context, known: Connections) -> bool:
    """Reads what is new at Stripe, where a key is known here, and looks at the payment links; whether it did. Raises the errors of a pass
    of sync: what is new stays so then."""
    from journeydesk.services.evaluation.evaluate import evaluate
    from journeydesk.services.payments.mirror import sync_payments
    from journeydesk.services.payments.stripe_key import stripe_access
    from journeydesk.services.sync.session import alone
    from journeydesk.services.sync.working_offline import refuse_offline
    from journeydesk.services.upgrades.watching import look_at_links

    news = unread_news(context)
    refuse_offline(context)
    access = stripe_access(context, known)
    if access is not None:
        with alone(context.database.folder):
            paid = sync_payments(context, access.url, access.key, secret_live=access.secret_live)
        if paid:
            evaluate(context, paid)
    links = look_at_links(context, known, all_living=True)
    with context.database.write(counted=False) as connection:
        set_meta(connection, _READ, news)
    return access is not None or bool(links)
