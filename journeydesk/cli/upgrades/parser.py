"""The command line of upgrades."""

import argparse
from collections.abc import Callable

from journeydesk.cli.lazy import lazy
from journeydesk.domain.words import tr

_THINGS = ("business_case", "cost_calculator", "planning_review")
"""The keys of `NEEDING` in `domain/settings/upgrades.py`, whose texts must not be read before the language is known."""


def add_upgrade_command(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Upgrades and their payment links."""
    parser = add(
        "upgrade", tr("Compare tiers for a prospect, and make its payment link."), lazy("upgrades.commands", "upgrade")
    )
    parser.add_argument("prospect", metavar="KEY", nargs="?", help=tr("the Application ID; without it every link is listed"))
    parser.add_argument("--tier", help=tr("the tier to offer; the next one above unless said otherwise"))
    parser.add_argument("--for", dest="thing", choices=_THINGS, help=tr("what needs it"))
    does = parser.add_mutually_exclusive_group()
    does.add_argument("--link", action="store_true", help=tr("make the payment link, or print the one that is open"))
    does.add_argument("--new-link", action="store_true", help=tr("close the open link and make another"))
    does.add_argument("--mail", action="store_true", help=tr("make the link and put the mail with it into the queue"))
    does.add_argument("--talk-to-sales", action="store_true", help=tr("note the wish as an inquiry, with a task for today"))
    does.add_argument("--look", action="store_true", help=tr("ask Stripe now what became of the links"))
