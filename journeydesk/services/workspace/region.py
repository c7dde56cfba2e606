"""The time zone and currency of a new team: those of the computer that sets the first one up."""

import os
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journeydesk.config import default_settings
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.territories import CURRENCY_OF
from journeydesk.domain.words import tr
from journeydesk.remote.opening import RemoteAccess
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.connecting import open_configured
from journeydesk.services.sync.mapping.draft import MappingDraft
from journeydesk.services.workspace.settings import preset
from journeydesk.storage.records.lookup import count_all
from journeydesk.storage.sync.table_maps import mapped_fields
from journeydesk.sync.shared_map import find_shared_map

_LOCAL_TIME = Path("/etc/localtime")


@dataclass(frozen=True, slots=True)
class Region:
    """An IANA time zone and an ISO 4217 code; empty where the computer does not say."""

    time_zone: str
    currency: str


def region_of_computer(
    environment: Mapping[str, str] | None = None, local_time: Path = _LOCAL_TIME, otherwise: Region | None = None
) -> Region:
    """What the environment and `local_time` (a link into the system's zones) say; `otherwise` has what another source knows."""
    values = os.environ if environment is None else environment
    asked = otherwise or Region("", "")
    zones = (values.get("TZ", "").removeprefix(":"), _linked_zone(local_time), asked.time_zone)
    zone = next((name for name in zones if _is_zone(name)), "")
    locale = next((values[name] for name in ("LC_ALL", "LC_MONETARY", "LANG") if values.get(name)), "")
    territory = locale.partition(".")[0].partition("@")[0].partition("_")[2].upper()
    return Region(zone, CURRENCY_OF.get(territory) or (asked.currency if asked.currency in CURRENCY_OF.values() else ""))


def _linked_zone(link: Path) -> str:
    try:
        # One step only: the zone's own file may be a link to the zone that it is an alias of.
        return link.readlink().as_posix().rpartition("zoneinfo/")[2]
    except OSError:
        return ""


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and bool(ZoneInfo(name).key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def is_first_of_team(context: Context, access: RemoteAccess, draft: MappingDraft) -> bool:
    """Whether nothing was done in this workspace and the base has no settings of the team. Asks the base; raises as the remote does."""
    with context.database.read() as connection:
        is_new = not context.overrides and not count_all(connection, "prospects")
        known_table = mapped_fields(connection, "settings")[0]
    chosen = draft.choices["settings"].table.chosen
    table = next((table for table in draft.remote_tables if table.id == chosen), None)
    if not is_new or draft.shared is not None or (table is not None and table.records):
        return False
    remote = open_configured(context, access)
    # The draft may be days old, and a colleague faster.
    return find_shared_map(remote, remote.schema(), known_table) is None


def take_region(context: Context, region: Region) -> str:
    """Makes them the team's where they are known and not the shipped ones; a sentence about what counts now."""
    shipped = default_settings()["team"]
    values = {"time_zone": region.time_zone, "currency": region.currency}
    preset(context, {f"team.{name}": value for name, value in values.items() if value and value != shipped[name]})
    context.publish(Change(frozenset({"settings"})))
    origins = {name: tr("as on this computer") if value else tr("the default") for name, value in values.items()}
    zone, currency = context.settings.time_zone.key, context.settings.currency
    return tr(
        "The team's time zone is {zone} ({time_zone}), its currency {currency} ({currency_2}).",
        zone=zone,
        time_zone=origins["time_zone"],
        currency=currency,
        currency_2=origins["currency"],
    )
