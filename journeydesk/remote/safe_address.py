"""Where a token may be sent."""

from urllib.parse import urlsplit

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def check_address(url: str) -> str:
    """The address without a trailing slash. Raises UserError unless it is https, or http to this computer."""
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return url.rstrip("/")
    raise UserError(
        tr("The address {url} is not safe for a token. Use https (http is allowed to this computer only).", url=url)
    )
