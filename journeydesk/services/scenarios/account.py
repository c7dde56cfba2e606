"""The account at Make.com: its zone and team, and the token in the keyring."""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.domain.errors import KeyringMissing, UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.scenarios.zones import zone_host, zone_name
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.set_up_checks import note_answered_at_set_up
from journeydesk.services.sync.working_offline import refuse_offline
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta

if TYPE_CHECKING:
    from journeydesk.remote.make.client import MakeClient
    from journeydesk.remote.make.shapes import Team as Team

MAKE_SERVICE = "make"
"""The kind of its secret in the keyring."""

MAKE = "Make.com"
"""What its card is called."""

ACCOUNT, LISTED = "make_account", "make_scenarios"
"""What is kept of it in the database: which team, and what its scenarios were when they were last read."""

_MOST_CHARACTERS = 500


class TeamWanted(UserError):
    """The token sees several teams; one of `teams` has to be chosen."""

    def __init__(self, teams: Sequence["Team"]) -> None:
        super().__init__(tr("The token sees {count} teams. Choose the one whose scenarios are yours.", count=len(teams)))
        self.teams = tuple(teams)


@dataclass(frozen=True, slots=True)
class MakeAccount:
    """Whose scenarios these are: the host of the zone, the team, and the id of whose token it is."""

    host: str
    team: int
    team_name: str
    user: int

    @property
    def zone(self) -> str:
        """As people call it."""
        return zone_name(self.host)


def account_in(connection: Connection) -> MakeAccount | None:
    """The account that was set up on this computer; None where there is none."""
    kept = get_meta(connection, ACCOUNT)
    return None if kept is None else MakeAccount(**json.loads(kept))


def make_account(context: Context) -> MakeAccount | None:
    """The same, by itself."""
    with context.database.read() as connection:
        return account_in(connection)


def needed_account(context: Context) -> MakeAccount:
    """The account. Raises UserError where there is none."""
    account = make_account(context)
    if account is None:
        raise UserError(tr("Make.com is not set up. Set it up in Settings, Integrations."))
    return account


def open_make(context: Context, known: Connections, account: MakeAccount) -> "MakeClient":
    """A client for the account; the environment's token goes before the keyring's. Raises UserError where there is no token,
    WorkingOffline, KeyringMissing."""
    from journeydesk.remote.make.client import MakeClient

    refuse_offline(context)
    url = _url(known, account.host)
    token = known.make_token or credentials.token_for(context.database.folder, MAKE_SERVICE, url, url)
    if not token:
        raise UserError(tr("The token of Make is not in the keyring. Enter it again in Settings, Integrations."))
    return MakeClient(url, token)


def connect_make(context: Context, known: Connections, zone: str, token: str, team: int | None = None) -> MakeAccount:
    """Asks Make whose token it is and which teams it sees, and keeps it in the keyring. Nothing is kept unless all is well.

    Raises TeamWanted where there are several and none was chosen, UserError for what is no zone or token, TokenRefused, AccessDenied,
    MakeUnreachable, MakeTrouble, KeyringMissing.
    """
    from journeydesk.remote.make.client import MakeClient

    refuse_offline(context)
    host = zone_host(zone) if not known.make_url else known.make_url.partition("://")[2]
    key = "".join(token.split()) or known.make_token or ""
    if not key or not key.isascii() or len(key) > _MOST_CHARACTERS:
        raise UserError(
            tr("This is no token of Make. Make one in your profile, API access, with scenarios:read and scenarios:run.")
        )
    url = _url(known, host)
    with MakeClient(url, key) as client:
        user = client.me()
        chosen = _chosen(client.teams(), team)
        client.scenarios(chosen.id)
    if not known.make_token:
        credentials.keep_token(context.database.folder, MAKE_SERVICE, url, key)
    account = MakeAccount(host, chosen.id, chosen.name, user)
    _note(context, account)
    return account


def _chosen(teams: Sequence["Team"], wanted: int | None) -> "Team":
    here = [team for team in teams if team.id]
    if not here:
        elsewhere = next((team.host for team in teams if team.host), "")
        if elsewhere:
            raise UserError(
                tr("Your organisation is in the zone {zone}. Enter that one; nothing was kept.", zone=zone_name(elsewhere))
            )
        raise UserError(tr("The token sees no team. It needs the scopes teams:read and organizations:read."))
    if wanted is not None:
        found = next((team for team in here if team.id == wanted), None)
        if found is None:
            raise UserError(tr("The token does not see the team {team}.", team=wanted))
        return found
    if len(here) > 1:
        raise TeamWanted(here)
    return here[0]


def forget_make(context: Context) -> bool:
    """Takes token and account away; what is known of runs stays. Returns whether there was one. Raises KeyringMissing."""
    there = make_account(context) is not None
    with contextlib.suppress(KeyringMissing) if not there else contextlib.nullcontext():
        credentials.forget(context.database.folder, (MAKE_SERVICE,))
    _note(context, None)
    return there


def _url(known: Connections, host: str) -> str:
    return known.make_url or f"https://{host}"


def _note(context: Context, account: MakeAccount | None) -> None:
    with context.database.write() as connection:
        set_meta(connection, ACCOUNT, None if account is None else json.dumps(asdict(account)))
        set_meta(connection, LISTED, None)
        if account is not None:
            note_answered_at_set_up(context, connection, MAKE)
    context.publish(Change(frozenset({"settings", "scenarios"})))
