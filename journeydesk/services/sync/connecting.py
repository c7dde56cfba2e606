"""The connection of a workspace: how its remote is reached, and at what pace."""

import contextlib
import time
from collections.abc import Callable

from journeydesk import credentials
from journeydesk.config import REMOTE_VARIABLES, Connections
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_ADDRESS, REMOTE_NAME, REMOTE_SLUG, RemoteAccess, open_remote
from journeydesk.services.context import Context
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.sync.ports import Remote


def remote_access(context: Context, known: Connections) -> RemoteAccess:
    """From the environment first, then the workspace and the keyring. Raises UserError saying what is missing."""
    with context.database.read() as connection:
        url = known.remote_url or get_meta(connection, f"{REMOTE_SLUG}_url") or REMOTE_ADDRESS
        base = known.remote_base or get_meta(connection, f"{REMOTE_SLUG}_base")
    token = known.remote_token
    if token is None:
        with contextlib.suppress(WorldError):
            token = credentials.token_for(context.database.folder, REMOTE_SLUG, url, REMOTE_ADDRESS)
    if token is None or base is None:
        missing = tr("the base is") if token else tr("the token is") if base else tr("the token and the base are")
        raise UserError(
            tr(
                "{remote_name} is not connected: {missing} missing. Set JOURNEYDESK_{remote_variables}_TOKEN "
                "and JOURNEYDESK_{remote_variables}_BASE, or connect it in the window.",
                remote_name=REMOTE_NAME,
                missing=missing,
                remote_variables=REMOTE_VARIABLES,
            )
        )
    return RemoteAccess(url, token, base)


def open_configured(context: Context, access: RemoteAccess, sleep: Callable[[float], None] = time.sleep) -> Remote:
    """The base, ready for requests, at the pace that this workspace was told."""
    with context.database.read() as connection:
        stored = get_meta(connection, "calls_per_second")
    return open_remote(access, float(stored) if stored else None, sleep, context.asks_beside)


def set_pace(context: Context, per_second: float) -> None:
    """How many requests the base is sent a second; 0 for as many as it takes, which only a stand-in allows."""
    with context.database.write() as connection:
        set_meta(connection, "calls_per_second", f"{per_second:g}")
