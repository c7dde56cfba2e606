"""Links for our mails: made where a mail is written, followed where somebody presses them (docs/receiver.md, "Links in mails")."""

import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import CROCKFORD, RecordId
from journeydesk.domain.webhooks.links import sealed, unsealed
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.receiver.links import TrackedLink, add_link, tracked_link
from journeydesk.storage.records.records import get

CLICK, UNSUBSCRIBING = "click", "unsubscribe"
_LETTERS = 10


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """Where a link leads, whose it is by Application ID (None for nobody's), in which mail it stood, when that went out."""

    id: str
    target: str
    customer: str | None
    message: str | None
    sent_at: str | None


def click_path(connection: Connection, at: str, target: str, prospect: RecordId | None, message: str, seal: str) -> str:
    """The path of a new link that counts a click and leads on to `target`; `seal` is that of `ReceiverKeys`. Raises UserError where
    the target is no web address."""
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https") or not parts.hostname or any(letter.isspace() for letter in target):
        raise UserError(tr("“{target}” is not a web address. Write it like https://example.com/page.", target=target[:80]))
    name = _new_name()
    add_link(connection, TrackedLink(name, target, prospect, message, at, None))
    return f"/l/{sealed(CLICK, name, seal)}"


def unsubscribe_path(connection: Connection, at: str, email: str, message: str, seal: str) -> str:
    """The path of a new link by which this address wants no more mail."""
    name = _new_name()
    add_link(connection, TrackedLink(name, email, None, message, at, None))
    return f"/u/{sealed(UNSUBSCRIBING, name, seal)}"


def link_facts(context: Context, token: str, seal: str) -> LinkFacts | None:
    """What the token of a click says; None where it is not ours."""
    name = unsealed(CLICK, token, seal)
    if name is None:
        return None
    with context.database.read() as connection:
        link = tracked_link(connection, name)
        row = get(connection, "prospects", RecordId(link.prospect)) if link is not None and link.prospect is not None else None
    if link is None:
        return None
    return LinkFacts(link.id, link.target, str(row["key"]) if row else None, link.message, link.sent_at)


def address_of(context: Context, token: str, seal: str) -> str | None:
    """The address that the token of an unsubscribing link is for; None where it is not ours."""
    name = unsealed(UNSUBSCRIBING, token, seal)
    if name is None:
        return None
    with context.database.read() as connection:
        link = tracked_link(connection, name)
    return None if link is None else link.target


def _new_name() -> str:
    return "".join(secrets.choice(CROCKFORD) for _ in range(_LETTERS))
