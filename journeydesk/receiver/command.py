"""The serving of the command `serve`."""

import argparse
import json
import sys
import threading
from dataclasses import replace
from importlib.util import find_spec

from journeydesk import config, credentials
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.receiver.settings import check_receiver, receiver_settings
from journeydesk.services.workspace.opening import open_workspace


def main(arguments: argparse.Namespace) -> int:
    """Receives until it is ended; returns the exit status."""
    try:
        from journeydesk.receiver.pages import ROUTERS
        from journeydesk.receiver.serving import Receiver, tell_when_started

        _look_for_phones_libraries()
    except ModuleNotFoundError as problem:
        raise UserError(
            tr(
                "Receiving needs the library {name}. Install what is missing with: pip install 'journeydesk[receiver]'",
                name=problem.name,
            )
        ) from problem
    folder, known = config.paths().workspace, config.connections()
    context, problems = open_workspace(folder, credentials.database_key(folder, known.passphrase), known)
    for sentence in problems:
        sys.stderr.write(f"{sentence}\n")
    try:
        settings = receiver_settings(context)
        port = settings.port if arguments.port is None else arguments.port
        settings = replace(settings, host=arguments.host or settings.host, port=port)
        check_receiver(replace(settings, port=port or settings.port or 1))
        receiver = Receiver(context, known, settings, ROUTERS, events=not arguments.phone_only)

        def tell() -> None:
            words = tr("Receiving at {address}. Its routes: {address}/docs. End it with Ctrl+C.", address=receiver.address)
            facts = {"address": receiver.address, "port": receiver.port}
            sys.stdout.write(f"{json.dumps(facts) if arguments.json else words}\n")
            sys.stdout.flush()

        def end_with_parent() -> None:
            sys.stdin.read()
            receiver.stop()

        tell_when_started(receiver, tell)
        if arguments.with_parent:
            threading.Thread(target=end_with_parent, name="parent", daemon=True).start()
        receiver.serve()
    finally:
        context.database.close()
    return 0


def _look_for_phones_libraries() -> None:
    """Raises ModuleNotFoundError where the phone's page could not be served once it is switched on, at any time."""
    for name in ("jinja2", "cryptography"):
        if find_spec(name) is None:
            raise ModuleNotFoundError(name=name)
