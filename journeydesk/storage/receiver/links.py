"""Links in our mails, addresses that want no mail, and how often gated content was seen."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

OPEN_OF = "open "
"""How the target of a picture begins that tells of an open; the address of its reader follows."""


@dataclass(frozen=True, slots=True)
class TrackedLink:
    """Where a link leads, to whom it was sent, in which mail, and when that went out (stored moments)."""

    id: str
    target: str
    prospect: int | None
    message: str | None
    made_at: str
    sent_at: str | None


def add_link(connection: Connection, link: TrackedLink) -> None:
    """Keeps a link; one that is there stays as it is."""
    sql.run(
        connection,
        "INSERT INTO tracked_link (id, target, prospect, message, made_at, sent_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (link.id, link.target, link.prospect, link.message, link.made_at, link.sent_at),
    )


def tracked_link(connection: Connection, link: str) -> TrackedLink | None:
    """A link by its id."""
    return sql.first_typed(
        connection,
        TrackedLink,
        "SELECT id, target, prospect, message, made_at, sent_at FROM tracked_link WHERE id = ?",
        (link,),
    )


def picture_of(connection: Connection, message: str) -> str | None:
    """The name of the picture that this mail has already."""
    name = sql.scalar(
        connection, "SELECT id FROM tracked_link WHERE message = ? AND substr(target, 1, 5) = ? LIMIT 1", (message, OPEN_OF)
    )
    return None if name is None else str(name)


def drop_picture(connection: Connection, message: str) -> None:
    """This mail goes without one after all."""
    sql.run(
        connection,
        "DELETE FROM tracked_link WHERE message = ? AND substr(target, 1, 5) = ? AND sent_at IS NULL",
        (message, OPEN_OF),
    )


def note_links_sent(connection: Connection, message: str, at: str) -> None:
    """The mail with these links went out."""
    sql.run(connection, "UPDATE tracked_link SET sent_at = ? WHERE message = ? AND sent_at IS NULL", (at, message))


def unsubscribe(connection: Connection, email: str, at: str, source: str) -> None:
    """This address wants no more mail; the first time that it said so stays."""
    sql.run(
        connection,
        "INSERT INTO unsubscribed (email, at, source) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (email.strip().casefold(), at, source),
    )


def is_unsubscribed(connection: Connection, email: str) -> bool:
    """Whether this address wants no mail."""
    return sql.first(connection, "SELECT 1 FROM unsubscribed WHERE email = ?", (email.strip().casefold(),)) is not None


def count_gate_view(connection: Connection, day: str, content: str, variant: str) -> None:
    """One more view, of somebody whom nobody knows."""
    sql.run(
        connection,
        "INSERT INTO gate_views (day, content, variant, views) VALUES (?, ?, ?, 1) "
        "ON CONFLICT (day, content, variant) DO UPDATE SET views = views + 1",
        (day, content, variant),
    )
