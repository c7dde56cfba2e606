"""The options of `serve`."""

import argparse
from collections.abc import Callable

from journeydesk.cli.lazy import WHOLE, Command, lazy
from journeydesk.domain.words import figure, tr

_LAST_PORT = 65_535


def add_serve_command(add: Callable[..., argparse.ArgumentParser], run_serve: Command) -> None:
    """Adds it to the commands; `run_serve` receives until it is ended."""
    serve = add("serve", tr("Receive events from other programs."), run_serve)
    serve.add_argument(
        "--host", metavar="ADDRESS", help=tr("the interface to listen on; this computer alone unless set otherwise")
    )
    serve.add_argument("--port", type=_port, metavar="N", help=tr("the port; 8714 unless set otherwise, 0 for a free one"))
    serve.add_argument("--with-parent", action="store_true", help=tr("end when standard input is closed"))
    serve.add_argument("--phone-only", action="store_true", help=tr("serve the phone's page alone, and take no events"))
    instead = serve.add_mutually_exclusive_group()
    for option, name, words in (
        ("--show-secrets", "show_secrets", tr("print what senders sign with and readers show")),
        ("--new-secret", "new_secret", tr("make and print a new secret to sign with; the one before holds for a week")),
        ("--new-read-token", "new_read_token", tr("the same for the token to read with")),
        (
            "--stripe-secret",
            "stripe_secret",
            tr("take the signing secret of Stripe's endpoint from standard input or a prompt"),
        ),
    ):
        instead.add_argument(option, dest="command", action="store_const", const=lazy("serving.secrets", name), help=words)


def add_phone_command(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds the command `phone`."""
    phone = add(
        "phone", tr("Your day on a phone: switch its page on, pair a phone, remove one."), lazy("serving.phone", "show")
    )
    actions = phone.add_subparsers(metavar="ACTION")

    def action(name: str, words: str) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=words, description=words)
        sub.set_defaults(command=lazy("serving.phone", {"on": "switch_on", "off": "switch_off"}.get(name, name)))
        sub.add_argument("--json", action="store_true", help=tr("print one JSON object"))
        return sub

    on = action("on", tr("Switch the page on."))
    on.add_argument("--address", help=tr("the address of this computer that phones reach; the likeliest one unless given"))
    on.add_argument("--port", type=_port, metavar="N", help=tr("the port; 8765 unless set otherwise"))
    on.add_argument("--name", help=tr("a name of your own, whose https ends at a proxy on this computer"))
    action("off", tr("Switch the page off."))
    action("pair", tr("Show the picture and the code, and compare the number."))
    action("remove", tr("A phone may no longer come in.")).add_argument(
        "id", type=WHOLE, metavar="ID", help=tr("its number in the list")
    )


def add_hooks_command(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds `hooks` with its actions."""
    commands = add("hooks", tr("Tell other programs of events."), lazy("serving.hooks", "show")).add_subparsers(
        metavar="ACTION"
    )

    def action(name: str, words: str, function: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words, description=words)
        sub.set_defaults(command=lazy("serving.hooks", function))
        sub.add_argument("--json", action="store_true", help=tr("print one JSON object"))
        return sub

    new = action("add", tr("Tell an address from now on; prints the secret to verify with."), "add")
    new.add_argument("url", metavar="URL")
    new.add_argument("--events", nargs="+", metavar="EVENT", help=tr("application_received and beta_activated unless given"))
    new.add_argument("--allow-private", action="store_true", help=tr("the address may be of a private network, or use http"))
    for name, words, function in (
        ("remove", tr("Tell an address nothing more."), "remove"),
        ("new-secret", tr("Replace the secret; for a day both sign."), "new_secret"),
    ):
        action(name, words, function).add_argument("target", metavar="ID|URL")
    switch = action("switch", tr("Switch an address on or off."), "switch")
    switch.add_argument("target", metavar="ID|URL")
    switch.add_argument("state", choices=("on", "off"))
    for name, words, function, what in (
        (
            "add-google",
            tr("Tell Google Analytics; its API secret is taken from standard input or a prompt."),
            "add_google",
            "G-…",
        ),
        ("add-mixpanel", tr("Tell Mixpanel; the secret is taken from standard input or a prompt."), "add_mixpanel", "PROJECT"),
    ):
        one = action(name, words, function)
        one.add_argument("id", metavar=what)
        one.add_argument("--region", default="", help=tr("eu, or where the account is; else the vendor's usual one"))
        one.add_argument(
            "--consent-elsewhere", action="store_true", help=tr("whoever is told of agreed already, on your own site")
        )
        if name == "add-mixpanel":
            one.add_argument("--account", required=True, metavar="NAME", help=tr("the name of the service account"))
    again = action("send-again", tr("Send again what was not delivered."), "again")
    again.add_argument("numbers", nargs="*", type=WHOLE, metavar="N", help=tr("all of it unless given"))


def _port(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) > _LAST_PORT:
        raise argparse.ArgumentTypeError(
            tr("“{words}” is no port; ports are from 0 to {last_port}", words=words, last_port=figure(_LAST_PORT))
        )
    return int(words)
