"""The stand-ins as a process: start, say where they are, run until told to end."""

import argparse
import gc
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict

from journeydesk.sandbox.bases.offered import OFFERED, TEAM
from journeydesk.sandbox.server import PROSPECTS, SEED, Sandbox


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    described = [f"{name}, {what}" for name, what in OFFERED.items()]
    parser = argparse.ArgumentParser(
        prog="journeydesk sandbox", description="Local stand-ins for Airtable, Stripe, Make, Claude and mail."
    )
    parser.add_argument("--port", type=int, default=0, help="the port on 127.0.0.1; a free one unless given")
    parser.add_argument("--prospects", type=int, default=PROSPECTS, help="how many prospects the team has")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed gives the same team")
    parser.add_argument("--base", choices=OFFERED, default=TEAM, help="the base to connect to: " + "; ".join(described))
    parser.add_argument("--lift-limits", action="store_true", help="do not limit requests to 5 a second")
    parser.add_argument("--with-parent", action="store_true", help="end when standard input is closed")
    parser.add_argument("--json", action="store_true", help="say where it is as one line of JSON")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the stand-ins until SIGINT or SIGTERM, or until standard input ends if asked; returns the exit status."""
    arguments = _arguments(argv)
    try:
        sandbox = Sandbox.start(
            arguments.port,
            arguments.prospects,
            arguments.seed,
            lift_limits=arguments.lift_limits,
            plain_dates=True,
            base=arguments.base,
        )
    except OSError as error:
        sys.stderr.write(f"The sandbox cannot listen on port {arguments.port}: {error.strerror}. Choose another port.\n")
        return 1
    gc.freeze()
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    if arguments.json:
        sys.stdout.write(json.dumps(asdict(sandbox.addresses)) + "\n")
    else:
        sys.stdout.write(f"The sandbox is running at {sandbox.url}. Ctrl+C ends it.\n")
        for name, value in sandbox.addresses.environment().items():
            sys.stdout.write(f"export {name}={value}\n")
        sys.stdout.write(f"# A base that another team made for itself: {sandbox.foreign_base_id}\n")
    sys.stdout.flush()
    if arguments.with_parent:
        threading.Thread(target=_wait_for_end_of_input, args=(ended,), daemon=True).start()
    ended.wait()
    sandbox.stop()
    return 0


def _wait_for_end_of_input(ended: threading.Event) -> None:
    # Not through the buffer of `stdin`: what holds that at the end of the process is fatal.
    while os.read(sys.stdin.fileno(), 1):
        continue
    ended.set()
