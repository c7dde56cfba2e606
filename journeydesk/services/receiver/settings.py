"""How the receiver is set on this computer. Kept in the workspace, which the window and the receiver's own process share."""

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.workspace.kept_settings import keep, read_kept

PORT = 8714
_KEY = "receiver"
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")
_HOST = re.compile(r"(\*\.)?[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]")


@dataclass(frozen=True, slots=True)
class ReceiverSettings:
    """`host` is the address of the interface that is listened on. Off until somebody switches it on.

    `stays_on` leaves it running when the window closes. `origins` are the sites whose pages may post from a browser, `hosts` the
    names it may be called by besides its own address, `proxies` the addresses of proxies in front of it whose word on the sender
    is taken. With `open_forms` the forms of those sites need no signature. `failures_a_minute` holds for an address before its
    signature is looked at, `events_a_second` for a key after it.
    """

    on: bool = False
    host: str = "127.0.0.1"
    port: int = PORT
    stays_on: bool = False
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    open_forms: bool = False
    failures_a_minute: int = 60
    events_a_second: int = 4_000

    @property
    def address(self) -> str:
        """Where it is reached, without a path."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def receiver_settings(context: Context) -> ReceiverSettings:
    """As they are kept; what cannot be read counts as not set."""
    with context.database.read() as connection:
        return read_kept(connection, _KEY, ReceiverSettings())


def change_receiver(context: Context, **values: Any) -> ReceiverSettings:
    """Changes some of them, all or none. Raises UserError for a value that cannot be, in words."""
    settings = replace(receiver_settings(context), **values)
    check_receiver(settings)
    with context.database.write() as connection:
        keep(connection, _KEY, settings)
    context.publish(Change(frozenset({"settings"}), None, "user"))
    return settings


def check_receiver(settings: ReceiverSettings) -> None:
    """Raises UserError for the first value that cannot be, in words."""
    try:
        ipaddress.ip_address(settings.host)
    except ValueError:
        raise UserError(
            tr(
                "“{host}” is not the address of an interface. Use 127.0.0.1 for this computer alone, or one "
                "of this computer's own addresses.",
                host=settings.host[:60],
            )
        ) from None
    if not 1 <= settings.port <= 65_535:
        raise UserError(tr("Port {port} cannot be. Choose one from 1,024 to 65,535.", port=figure(settings.port)))
    _check_each("site", settings.origins, _ORIGIN, tr("Write it like https://www.example.com, without a path."))
    _check_each(
        tr("host name"), settings.hosts, _HOST, tr("Write it like events.example.com, without https:// and without a port.")
    )
    for proxy in settings.proxies:
        try:
            ipaddress.ip_network(proxy, strict=False)
        except ValueError:
            raise UserError(
                tr("“{proxy}” is not the address of a proxy. Write it like 10.0.0.5 or 10.0.0.0/24.", proxy=proxy[:60])
            ) from None
    if settings.open_forms and not settings.origins:
        raise UserError(tr("Name the sites first whose forms may post without a signature."))
    for name, value in (
        (tr("failures a minute"), settings.failures_a_minute),
        (tr("events a second"), settings.events_a_second),
    ):
        if not 1 <= value <= 1_000_000:
            raise UserError(tr("{value} {name} cannot be; 1 to 1,000,000 can.", value=figure(value), name=name))


def _check_each(name: str, values: Sequence[str], form: re.Pattern[str], advice: str) -> None:
    for value in values:
        if not form.fullmatch(value):
            raise UserError(tr("“{value}” is not a {name}. {advice}", value=value[:60], name=name, advice=advice))
