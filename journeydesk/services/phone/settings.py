"""How the phone's page is served from this computer. Kept in the workspace, which the window and the serving process share."""

import ipaddress
import re
import socket
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.workspace.kept_settings import keep, read_kept
from journeydesk.storage.sync.meta import get_meta, set_meta

PORT = 8765
CERTIFICATE, CERTIFICATE_KEY = "phone.crt", "phone.key"
"""The files of the computer's own certificate and of its key, in the workspace."""

_KEY = "phone"
_TROUBLE = "phone trouble"
_NAME = re.compile(r"(?=.{4,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")


@dataclass(frozen=True, slots=True)
class PhoneSettings:
    """Off until somebody switches it on. `host` is the address of this computer that phones reach, one of its own; `name` a name of
    the team's own, such as that of a Tailscale device, whose https ends on this computer: then nothing listens on the network."""

    on: bool = False
    host: str = ""
    port: int = PORT
    name: str = ""

    @property
    def address(self) -> str:
        """What a phone opens, without a path; empty where no address is known."""
        if self.name:
            return f"https://{self.name}"
        if not self.host:
            return ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"https://{host}:{self.port}"


def phone_settings(context: Context) -> PhoneSettings:
    """As they are kept; what cannot be read counts as not set."""
    with context.database.read() as connection:
        return read_kept(connection, _KEY, PhoneSettings())


def change_phone(context: Context, **values: Any) -> PhoneSettings:
    """Changes some of them, all or none. Raises UserError for a value that cannot be."""
    settings = replace(phone_settings(context), **values)
    check_phone(settings)
    with context.database.write() as connection:
        keep(connection, _KEY, settings)
        set_meta(connection, _TROUBLE, None)
    context.publish(Change(frozenset({"settings"}), None, "user"))
    return settings


def check_phone(settings: PhoneSettings) -> None:
    """Raises UserError for the first value that cannot be, in words."""
    if settings.name and not _NAME.fullmatch(settings.name):
        raise UserError(
            tr(
                "“{name}” is not a name that a browser opens. Write it like desk.example.com, without https://.",
                name=settings.name[:60],
            )
        )
    if settings.host:
        try:
            address = ipaddress.ip_address(settings.host)
        except ValueError:
            raise UserError(
                tr("“{host}” is not an address of this computer. Choose one of those offered.", host=settings.host[:60])
            ) from None
        if address.is_unspecified:
            raise UserError(
                tr(
                    "{host} would open the page to every network that this computer is in. Choose one address.",
                    host=settings.host,
                )
            )
    if not 1_024 <= settings.port <= 65_535:
        raise UserError(tr("Port {port} cannot be. Choose one from 1,024 to 65,535.", port=settings.port))


def own_addresses() -> list[tuple[str, str]]:
    """This computer's addresses in networks of its own, as (name of the interface, address): those that a phone beside it reaches."""
    import psutil

    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found: list[tuple[str, str]] = []
    for name, addresses in psutil.net_if_addrs().items():
        for each in addresses:
            if each.family != socket.AF_INET or name not in up:
                continue
            address = ipaddress.ip_address(each.address)
            if address.is_private and not (address.is_loopback or address.is_link_local):
                found.append((name, each.address))
    return found


def usual_address(offered: Sequence[tuple[str, str]]) -> str:
    """The one that a phone most likely reaches: of a network of homes and offices, rather than of a container or a tunnel."""
    virtual = ("docker", "br-", "veth", "virbr", "tun", "tailscale", "vmnet", "vbox")
    real = [address for name, address in offered if not name.lower().startswith(virtual)]
    return next(iter([*real, *(address for _, address in offered)]), "")


def trouble(context: Context) -> str:
    """Why the page is not served though it is on, in a sentence; empty where it is, or nobody tried."""
    with context.database.read() as connection:
        return get_meta(connection, _TROUBLE) or ""


def note_trouble(context: Context, sentence: str) -> None:
    """Keeps why it is not served, or that it is."""
    with context.database.write(counted=False) as connection:
        set_meta(connection, _TROUBLE, sentence or None)
