"""Where an organisation's Make is: a zone, as people write it."""

import re

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

ZONES = ("eu1", "eu2", "us1", "us2")
"""Those that the vendor names; another one is taken as it is written."""

_HOSTS = (".make.com", ".make.celonis.com")
_ZONE = re.compile(r"[a-z]{2}\d{1,2}")


def zone_host(typed: str) -> str:
    """The host of a zone: of `eu1`, `eu1.make.com`, or the address of any page of Make. Raises UserError for what is none."""
    words = typed.strip().casefold()
    if _ZONE.fullmatch(words):
        return f"{words}.make.com"
    host = re.sub(r"^https?://", "", words).partition("/")[0]
    for end in _HOSTS:
        if host.endswith(end) and _ZONE.fullmatch(host.removesuffix(end)):
            return host
    raise UserError(
        tr(
            "“{typed}” is no zone of Make. It stands at the beginning of the address of your Make page: eu1, eu2, us1 or us2.",
            typed=typed.strip()[:60],
        )
    )


def zone_name(host: str) -> str:
    """A host as people call its zone: eu1; the whole host, without a port, where it is none of the vendor's."""
    return host.removesuffix(".make.com").partition(":")[0]
