"""To whom alerts are mailed, by role (docs/rules.md, "Alerts by mail")."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.alerts.quiet_hours import parse_quiet_hours
from journeydesk.domain.errors import SettingError, ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.events import is_email
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.words import tr

ROLES = ("executive", "engineering", "success")
"""Who may be told of alerts by mail."""


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """The table `alert_mail`. `to` holds the addresses of each role, as shipped none; what can wait is gathered into one mail at
    `digest_hour`, and nothing but that goes within `quiet_hours` (`20:00-07:00`, empty for none) of the team's zone."""

    to: Mapping[str, tuple[str, ...]]
    digest_hour: int
    quiet_hours: str


def read_delivery(reader: Reader) -> DeliverySettings:
    """The table `alert_mail`, checked."""
    quiet = dict(reader.items()).get("quiet_hours", "")
    try:
        if not isinstance(quiet, str):
            raise ValueRefused("quiet_hours", "")
        hours = parse_quiet_hours(quiet)
    except ValueRefused:
        raise SettingError(reader.key("quiet_hours"), quiet, tr("a span like 20:00-07:00, or nothing")) from None
    return DeliverySettings(
        to=MappingProxyType({role: _addresses(reader, role) for role in ROLES}),
        digest_hour=reader.whole("digest_hour", 0, 23),
        quiet_hours=hours.text() if hours else "",
    )


def _addresses(reader: Reader, role: str) -> tuple[str, ...]:
    addresses = reader.texts(role)
    for address in addresses:
        if not is_email(address):
            raise SettingError(reader.key(role), address, tr("addresses like ann@desk.example"))
    return tuple(dict.fromkeys(addresses))
