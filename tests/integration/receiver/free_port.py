"""A port that nobody has at this moment."""

import socket


def free_port() -> int:
    """One of this computer's own addresses."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
