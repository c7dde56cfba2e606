"""What the set-up of the remote asks before the mapping: the token, and the bases it sees; and a new token later.

Whatever talks to the remote is for a thread other than the window's.
"""

from journeydesk import credentials
from journeydesk.config import REMOTE_VARIABLES, Connections
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.words import tr
from journeydesk.keyrings.beside import system_vault
from journeydesk.remote.opening import REMOTE_ADDRESS, REMOTE_NAME, REMOTE_SLUG, RemoteAccess, list_bases
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.connecting import open_configured
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.table_maps import synced_fields
from journeydesk.sync.ports import AccessDenied


class BasesHidden(UserError):
    """The token is accepted and may not list bases."""


def known_place(context: Context, known: Connections) -> tuple[str, str | None]:
    """Where the remote is, and the base that this workspace belongs to; None while it belongs to none."""
    with context.database.read() as connection:
        url = known.remote_url or get_meta(connection, f"{REMOTE_SLUG}_url") or REMOTE_ADDRESS
        base = get_meta(connection, f"{REMOTE_SLUG}_base") if synced_fields(connection) else None
    return url, base or known.remote_base


def why_not_kept(known: Connections, token: str) -> str:
    """Why this token would not be used after set-up, in words; empty where it will be: the environment names no other."""
    if known.remote_token is None or known.remote_token == token:
        return ""
    return tr(
        "JOURNEYDESK_{remote_variables}_TOKEN is set on this computer and goes before any token "
        "pasted here. Put the new token there, or unset it and start Journeydesk again.",
        remote_variables=REMOTE_VARIABLES,
    )


def why_only_held(known: Connections) -> str:
    """Why a token will be forgotten when the program ends, in words; empty where it is kept."""
    if known.remote_token is not None:
        return ""
    try:
        system_vault()
    except WorldError:
        return tr(
            "This system has no keyring to keep it in: it holds until you quit. To keep it, set "
            "JOURNEYDESK_{remote_variables}_TOKEN before you start Journeydesk.",
            remote_variables=REMOTE_VARIABLES,
        )
    return ""


def bases_of(url: str, token: str, beside: bool = False) -> list[tuple[str, str]]:
    """The bases that the token sees, as (id, name). Raises TokenRefused, BasesHidden where it may not list them, and
    RemoteUnreachable."""
    try:
        return list_bases(url, token, beside)
    except AccessDenied as problem:
        raise BasesHidden(
            tr("The token works, and may not list bases. Give it the right schema.bases:read, or type the base's id below.")
        ) from problem


def replace_token(context: Context, known: Connections, token: str) -> None:
    """Checks a new token on the base that is connected and keeps it in the keyring.

    Raises UserError where it could not be used, TokenRefused where the remote does not accept it, RemoteUnreachable.
    """
    url, base = known_place(context, known)
    reason = why_not_kept(known, token)
    if reason or base is None:
        raise UserError(reason or tr("{remote_name} is not connected yet. Set it up first.", remote_name=REMOTE_NAME))
    open_configured(context, RemoteAccess(url, token, base)).schema()
    if known.remote_token is None:
        credentials.keep_or_hold_token(context.database.folder, REMOTE_SLUG, url, token)
    with context.database.write() as connection:
        set_meta(connection, "token_refused", None)
    context.publish(Change(frozenset({"sync", "settings"})))
