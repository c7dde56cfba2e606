"""Links for our mails: made where a mail is written, followed where somebody presses them (docs/receiver.md, "Links in mails")."""

import secrets

from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import CROCKFORD, RecordId
from journeydesk.domain.webhooks.links import sealed, unsealed
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.workspace.settings import read
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.mail.consents import counts_opens
from journeydesk.storage.receiver.links import OPEN_OF, TrackedLink, add_link, picture_of, tracked_link
from journeydesk.storage.records.records import get
from journeydesk.storage.team.settings_records import stored_overrides

CLICK, UNSUBSCRIBING, OPENING = "click", "unsubscribe", "open"
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
    parts = address_parts(target)
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


def open_path(connection: Connection, at: str, email: str, prospect: RecordId, message: str, seal: str) -> str:
    """The path of the picture by which an open of this mail is seen: the same one, however often the mail is tried."""
    name = picture_of(connection, message)
    if name is None:
        name = _new_name()
        add_link(connection, TrackedLink(name, OPEN_OF + email, prospect, message, at, None))
    return f"/o/{sealed(OPENING, name, seal)}"


def link_facts(context: Context, token: str, seal: str) -> LinkFacts | None:
    """What the token of a click says; None where it is not ours."""
    name = unsealed(CLICK, token, seal)
    if name is None:
        return None
    with context.database.read() as connection:
        link = tracked_link(connection, name)
        customer = None if link is None else _customer_of(connection, link)
    return None if link is None else LinkFacts(link.id, link.target, customer, link.message, link.sent_at)


def open_facts(context: Context, token: str, seal: str) -> LinkFacts | None:
    """What the token of a picture says; None where it is not ours. `customer` is nobody where nothing may be counted: the team's switch
    is off, or its reader no longer agrees."""
    name = unsealed(OPENING, token, seal)
    if name is None:
        return None
    with context.database.read() as connection:
        link = tracked_link(connection, name)
        if link is None:
            return None
        address = link.target.removeprefix(OPEN_OF)
        counted = _is_switched_on(context, connection) and counts_opens(connection, address)
        customer = _customer_of(connection, link) if counted else None
    return LinkFacts(link.id, address, customer, link.message, link.sent_at)


def address_of(context: Context, token: str, seal: str) -> str | None:
    """The address that the token of an unsubscribing link is for; None where it is not ours."""
    name = unsealed(UNSUBSCRIBING, token, seal)
    if name is None:
        return None
    with context.database.read() as connection:
        link = tracked_link(connection, name)
    return None if link is None else link.target


def _is_switched_on(context: Context, connection: Connection) -> bool:
    # The window's process switches; this one reads its settings again only with what it folds.
    same = stored_overrides(connection) == context.overrides
    return (context.settings if same else read(connection)[0]).mail.count_opens


def _customer_of(connection: Connection, link: TrackedLink) -> str | None:
    row = None if link.prospect is None else get(connection, "prospects", RecordId(link.prospect))
    return str(row["key"]) if row else None


def _new_name() -> str:
    return "".join(secrets.choice(CROCKFORD) for _ in range(_LETTERS))
