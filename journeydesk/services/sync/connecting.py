"""Connecting a workspace to Airtable."""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.matching import MatchedTable, matched_tables
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.sync.budget import Pace
from journeydesk.sync.setup import set_up

AIRTABLE = "https://api.airtable.com"
CALLS_PER_SECOND = 5.0
"""What a base allows to the whole team (APIS 1.5)."""


@dataclass(frozen=True, slots=True)
class AirtableAccess:
    """How to reach the base."""

    url: str
    token: str
    base: str


def airtable_access(context: Context, known: Connections) -> AirtableAccess:
    """From the environment first, then the workspace and the keyring. Raises UserError saying what is missing."""
    with context.database.read() as connection:
        url = known.airtable_url or get_meta(connection, "airtable_url") or AIRTABLE
        base = known.airtable_base or get_meta(connection, "airtable_base")
    token = known.airtable_token
    if token is None:
        with contextlib.suppress(WorldError):
            token = credentials.SystemKeyring().get(f"airtable {context.database.folder}")
    missing = [name for name, value in (("token", token), ("base", base)) if not value]
    if token is None or base is None:
        raise UserError(
            f"Airtable is not connected: the {' and the '.join(missing)} is missing. Set JOURNEYDESK_AIRTABLE_TOKEN and "
            "JOURNEYDESK_AIRTABLE_BASE, or connect it in the window."
        )
    return AirtableAccess(url, token, base)


def open_airtable(context: Context, access: AirtableAccess, sleep: Callable[[float], None] = time.sleep) -> AirtableRemote:
    """The base, ready for requests."""
    with context.database.read() as connection:
        stored = get_meta(connection, "calls_per_second")
    pace = Pace(float(stored) if stored else CALLS_PER_SECOND, time.monotonic, sleep)
    return AirtableRemote(access.url, access.token, access.base, pace)


def set_pace(context: Context, per_second: float) -> None:
    """How many requests the base is sent a second; 0 for as many as it takes, which only a stand-in allows."""
    with context.database.write() as connection:
        set_meta(connection, "calls_per_second", f"{per_second:g}")


def connect(context: Context, access: AirtableAccess, create: bool) -> tuple[list[MatchedTable], list[str]]:
    """Matches the base's tables and fields, on request makes what is missing; the token goes to the keyring if there is one."""
    remote = open_airtable(context, access)
    matches, made = set_up(context.database, remote, create, context.now())
    with context.database.write() as connection:
        set_meta(connection, "airtable_url", access.url)
        set_meta(connection, "airtable_base", access.base)
        set_meta(connection, "token_refused", None)
    with contextlib.suppress(WorldError):
        credentials.SystemKeyring().put(f"airtable {context.database.folder}", access.token)
    context.publish(Change(frozenset({"sync", "settings"})))
    return matched_tables(matches), made
