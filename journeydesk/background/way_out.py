"""Seeing that the network is back, or another, without asking anybody.

Of our own because Qt's way costs 4 MB of resident memory and tells of less: that there is some network, not that it is another one.
"""

import contextlib
import socket

_FAR_AWAY = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that nobody has: they are kept for examples (RFC 5737, RFC 3849)."""

_ANY_PORT = 9


def way_out() -> tuple[str, ...]:
    """This computer's own addresses on the ways that the system would take to far away; none where there is no network.

    Nothing is sent: to connect a socket for datagrams only has the system choose the way.
    """
    return tuple(address for family, place in _FAR_AWAY if (address := _own_address(family, place)))


def _own_address(family: socket.AddressFamily, place: str) -> str:
    with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asking:
        asking.connect((place, _ANY_PORT))
        return str(asking.getsockname()[0])
    return ""
