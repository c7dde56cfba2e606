"""The command line of mail."""

import argparse
from collections.abc import Callable

from journeydesk.cli.lazy import Command, lazy
from journeydesk.domain.words import tr

Add = Callable[..., argparse.ArgumentParser]


def add_mail_commands(add: Add) -> None:
    """Adds `mail` with all that it does."""
    parser = add("mail", tr("Mail: the account, what waits, the templates."), lazy("mail.commands", "status"))
    below = parser.add_subparsers(metavar="ACTION")

    def action(name: str, words: str, command: Command) -> argparse.ArgumentParser:
        sub = below.add_parser(name, help=words, description=words)
        sub.add_argument("--json", action="store_true", help=tr("print one JSON object"), default=argparse.SUPPRESS)
        sub.set_defaults(command=command)
        return sub

    action("status", tr("The account, what waits, what came of it."), lazy("mail.commands", "status"))
    send = action("send", tr("Show what would go out now; send it with --approve."), lazy("mail.commands", "send"))
    send.add_argument("--approve", action="store_true", help=tr("send it, and read what came back"))
    templates = action(
        "templates", tr("List the templates, or show one filled for a prospect."), lazy("mail.commands", "templates")
    )
    templates.add_argument("--name", metavar="TEMPLATE")
    templates.add_argument("--prospect", metavar="KEY", help=tr("fill it for this one"))
    account = action(
        "account", tr("Set the mail account of this computer up, or take it away."), lazy("mail.commands", "account")
    )
    account.add_argument("--address", metavar="ADDRESS", help=tr("whose mails are sent; the password is asked for"))
    account.add_argument("--name", metavar="NAME", default="", help=tr("the name beside the address"))
    account.add_argument("--smtp", metavar="HOST[:PORT]", help=tr("the server that sends; Gmail's and Microsoft's are known"))
    account.add_argument("--imap", metavar="HOST[:PORT]", help=tr("the server that answers are read from"))
    account.add_argument(
        "--client-id", metavar="ID", help=tr("sign in by a short code with the team's client id (Microsoft 365)")
    )
    account.add_argument("--forget", action="store_true", help=tr("take the account and its password away"))
    stop = action("stop", tr("Put an address on the list of those that get no mail."), lazy("mail.commands", "stop"))
    stop.add_argument("address", metavar="ADDRESS")
    allow = action("allow", tr("Take an address off that list."), lazy("mail.commands", "allow"))
    allow.add_argument("address", metavar="ADDRESS")
    opens = action(
        "opens", tr("List who agreed that opens are counted, or note who agrees; switch counting."), lazy("mail.opens", "opens")
    )
    opens.add_argument("address", metavar="ADDRESS", nargs="?", help=tr("whose; with --agreed or --taken-back"))
    what = opens.add_mutually_exclusive_group()
    what.add_argument("--agreed", metavar="HOW", help=tr("they agreed, and how: “form on our website, 12 May”"))
    what.add_argument("--taken-back", action="store_true", help=tr("they no longer agree"))
    what.add_argument("--switch", choices=("on", "off"), help=tr("count opens of those who agreed, or of nobody"))


def add_generate_command(add: Add) -> None:
    """Adds `generate`."""
    parser = add("generate", tr("Generate a text about a prospect; nothing is sent."), lazy("mail.generating", "generate_text"))
    parser.add_argument("--prospect", required=True, metavar="KEY")
    parser.add_argument(
        "--kind",
        default="icp",
        choices=("icp", "cost_calculator", "business_case", "gate", "follow_up", "brief"),
        help=tr("which text (icp)"),
    )
    parser.add_argument("--anew", action="store_true", help=tr("ask again although a text is kept"))
    parser.add_argument("--store", action="store_true", help=tr("write analysis, calculator and case into Customer Assets"))
    parser.add_argument("--draft", action="store_true", help=tr("put a follow-up among the messages that wait"))
