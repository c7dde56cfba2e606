"""The options of `serve`."""

import argparse
from collections.abc import Callable

from journeydesk.cli.lazy import Command, lazy

_LAST_PORT = 65_535


def add_serve_command(add: Callable[..., argparse.ArgumentParser], run_serve: Command) -> None:
    """Adds it to the commands; `run_serve` receives until it is ended."""
    serve = add("serve", "Receive events from other programs.", run_serve)
    serve.add_argument("--host", metavar="ADDRESS", help="the interface to listen on; this computer alone unless set otherwise")
    serve.add_argument("--port", type=_port, metavar="N", help="the port; 8714 unless set otherwise, 0 for a free one")
    serve.add_argument("--with-parent", action="store_true", help="end when standard input is closed")
    serve.add_argument("--phone-only", action="store_true", help="serve the phone's page alone, and take no events")
    instead = serve.add_mutually_exclusive_group()
    for option, name, words in (
        ("--show-secrets", "show_secrets", "print what senders sign with and readers show"),
        ("--new-secret", "new_secret", "make and print a new secret to sign with; the one before holds for a week"),
        ("--new-read-token", "new_read_token", "the same for the token to read with"),
        ("--stripe-secret", "stripe_secret", "take the signing secret of Stripe's endpoint from standard input or a prompt"),
    ):
        instead.add_argument(option, dest="command", action="store_const", const=lazy("serving.secrets", name), help=words)


def add_phone_command(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds the command `phone`."""
    phone = add("phone", "Your day on a phone: switch its page on, pair a phone, remove one.", lazy("serving.phone", "show"))
    actions = phone.add_subparsers(metavar="ACTION")

    def action(name: str, words: str) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=words, description=words)
        sub.set_defaults(command=lazy("serving.phone", {"on": "switch_on", "off": "switch_off"}.get(name, name)))
        sub.add_argument("--json", action="store_true", help="print one JSON object")
        return sub

    on = action("on", "Switch the page on.")
    on.add_argument("--address", help="the address of this computer that phones reach; the likeliest one unless given")
    on.add_argument("--port", type=_port, metavar="N", help="the port; 8765 unless set otherwise")
    on.add_argument("--name", help="a name of your own, whose https ends at a proxy on this computer")
    action("off", "Switch the page off.")
    action("pair", "Show the picture and the code, and compare the number.")
    action("remove", "A phone may no longer come in.").add_argument("id", type=int, metavar="ID", help="its number in the list")


def _port(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"“{words}” is no port; ports are from 0 to {_LAST_PORT:,}")
    return int(words)
