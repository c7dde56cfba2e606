"""The socket that is listened on."""

import socket

from journeydesk.domain.errors import WorldError
from journeydesk.domain.words import tr


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises WorldError where the port is taken, or the address is not this computer's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # By its number: without it asyncio leaves Nagle's algorithm on, and an answer in two writes waits 40 ms for an acknowledgement.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(2_048)
    except OSError as problem:
        listening.close()
        if problem.errno in (98, 48, 10048):
            raise WorldError(
                tr(
                    "Port {port} of {host} is taken by another program. End it, or choose another port: journeydesk "
                    "serve --port.",
                    port=port,
                    host=host,
                )
            ) from problem
        raise WorldError(
            tr("Nothing can be received at {host}, port {port}: {why}.", host=host, port=port, why=problem.strerror)
        ) from problem
    return listening
