"""Where a token may be sent, and which addresses lie in the public internet."""

import ipaddress
import socket

from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def check_address(url: str) -> str:
    """The address without a trailing slash. Raises UserError unless it is https, or http to this computer."""
    parts = address_parts(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return url.rstrip("/")
    raise UserError(
        tr("The address {url} is not safe for a token. Use https (http is allowed to this computer only).", url=url)
    )


def is_public(address: str) -> bool:
    """Whether an IP address lies in the public internet: neither private nor shared, of this computer, or for many."""
    parsed = ipaddress.ip_address(address)
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return (parsed if mapped is None else mapped).is_global and not parsed.is_multicast


def is_inside(host: str) -> bool:
    """Whether a name stands, as far as can be told now, for this computer or an address in a private network."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return not all(is_public(str(entry[4][0])) for entry in found)
