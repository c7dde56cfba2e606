"""Radicale, a CalDAV server that is not ours, on a free port of loopback: `python -m … FOLDER`; prints its port."""

import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

from radicale import config as radicale_config
from radicale.app import Application


class Quiet(WSGIRequestHandler):
    """Says nothing of requests."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def main() -> None:
    """Serves until standard input ends."""
    folder = sys.argv[1]
    configuration = radicale_config.load()
    configuration.update(
        {
            "auth": {"type": "htpasswd", "htpasswd_filename": f"{folder}/users", "htpasswd_encryption": "plain"},
            "storage": {"filesystem_folder": f"{folder}/storage"},
            "rights": {"type": "owner_only"},
        },
        "test",
    )
    server = make_server("127.0.0.1", 0, Application(configuration), handler_class=Quiet)
    print(server.server_port, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
