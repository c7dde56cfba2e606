"""What the set-up of Airtable asks step by step: the token, the bases it sees, what matches. Nothing is written before `connect`.

Everything here that talks to Airtable is for a thread other than the window's.
"""

import re

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.remote.airtable.bases import AirtableBases
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.connecting import AIRTABLE, AirtableAccess, open_airtable
from journeydesk.services.sync.matching import MatchedTable, matched_tables
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.table_maps import mapped_fields, table_maps
from journeydesk.sync.ports import AccessDenied
from journeydesk.sync.setup import match_schema

_TOKEN = re.compile(r"pat[!-~]{10,}")


class BasesHidden(UserError):
    """The token is accepted and may not list bases."""


def token_in(text: str) -> str:
    """The token in a text that was pasted; empty where it holds none. Airtable's personal tokens begin with `pat`."""
    found = _TOKEN.fullmatch(text.strip())
    return found.group() if found else ""


def known_place(context: Context, known: Connections) -> tuple[str, str | None]:
    """Where Airtable is, and the base that this workspace belongs to; None while it belongs to none."""
    with context.database.read() as connection:
        url = known.airtable_url or get_meta(connection, "airtable_url") or AIRTABLE
        base = get_meta(connection, "airtable_base") if table_maps(connection) else None
    return url, base or known.airtable_base


def why_not_kept(known: Connections, token: str) -> str:
    """Why this token would not be used after set-up, in words; empty where it will be: it needs a keyring, and an environment
    that names no other."""
    if known.airtable_token is not None:
        if known.airtable_token == token:
            return ""
        return (
            "JOURNEYDESK_AIRTABLE_TOKEN is set on this computer and goes before any token pasted here. "
            "Put the new token there, or unset it and start Journeydesk again."
        )
    try:
        credentials.SystemKeyring()
    except WorldError:
        return (
            "This system has no keyring to keep the token in, and Journeydesk writes it nowhere else. "
            "Set JOURNEYDESK_AIRTABLE_TOKEN and start Journeydesk again."
        )
    return ""


def bases_of(url: str, token: str) -> list[tuple[str, str]]:
    """The bases that the token sees, as (id, name). Raises TokenRefused, BasesHidden where it may not list them, and
    RemoteUnreachable."""
    try:
        return AirtableBases(url, token).bases()
    except AccessDenied as problem:
        raise BasesHidden(
            "The token works, and may not list bases. Give it the right schema.bases:read, or type the base's id below."
        ) from problem


def look(context: Context, access: AirtableAccess) -> list[MatchedTable]:
    """What of the base is ours and what is missing; changes nothing, here or there. Raises as `bases_of` does."""
    with context.database.read() as connection:
        known = {slug: mapped_fields(connection, slug) for slug in table_maps(connection)}
    return matched_tables(match_schema(open_airtable(context, access).schema(), known))


def replace_token(context: Context, known: Connections, token: str) -> None:
    """Checks a new token on the base that is connected and keeps it in the keyring.

    Raises UserError where it could not be used, TokenRefused where Airtable does not accept it, RemoteUnreachable.
    """
    url, base = known_place(context, known)
    reason = why_not_kept(known, token)
    if reason or base is None:
        raise UserError(reason or "Airtable is not connected yet. Set it up first.")
    open_airtable(context, AirtableAccess(url, token, base)).schema()
    if known.airtable_token is None:
        credentials.SystemKeyring().put(f"airtable {context.database.folder}", token)
    with context.database.write() as connection:
        set_meta(connection, "token_refused", None)
    context.publish(Change(frozenset({"sync", "settings"})))
