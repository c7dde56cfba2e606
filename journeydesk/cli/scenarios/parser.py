"""The command line of Make's scenarios."""

import argparse
from collections.abc import Callable

from journeydesk.cli.lazy import WHOLE, Command, lazy
from journeydesk.domain.words import tr

Add = Callable[..., argparse.ArgumentParser]


def add_scenarios_command(add: Add) -> None:
    """Adds `scenarios` with all that it does."""
    module = "scenarios.commands"
    parser = add("scenarios", tr("Make.com: the team's scenarios, their runs, and running one."), lazy(module, "listing"))
    below = parser.add_subparsers(metavar="ACTION")

    def action(name: str, words: str, command: Command) -> argparse.ArgumentParser:
        sub = below.add_parser(name, help=words, description=words)
        sub.add_argument("--json", action="store_true", help=tr("print one JSON object"), default=argparse.SUPPRESS)
        sub.set_defaults(command=command)
        return sub

    action("list", tr("The team's scenarios with their states."), lazy(module, "listing"))
    shown = action("show", tr("What a scenario takes, and its last runs."), lazy(module, "show"))
    shown.add_argument("scenario", type=WHOLE, metavar="NUMBER")
    run = action("run", tr("Show what a scenario would be told; run it with --approve."), lazy(module, "run"))
    run.add_argument("scenario", type=WHOLE, metavar="NUMBER")
    run.add_argument("--prospect", metavar="KEY", help=tr("run it for this one, whose values fill its inputs in"))
    run.add_argument("--set", action="append", default=[], metavar="INPUT=VALUE", help=tr("the value of an input"))
    run.add_argument("--approve", action="store_true", help=tr("run it"))
    run.add_argument("--follow", action="store_true", help=tr("wait until it ended, an hour at most"))
    past = action("runs", tr("What was run from this computer, and what became of it."), lazy(module, "past"))
    past.add_argument("--prospect", metavar="KEY", help=tr("only for this one"))
    past.add_argument("--limit", type=WHOLE, default=20, metavar="N")
    connect = action("connect", tr("Take a token of Make from standard input or a prompt."), lazy(module, "connect"))
    connect.add_argument("--zone", default="eu1", metavar="ZONE", help=tr("how the address of your Make page begins (eu1)"))
    connect.add_argument("--team", type=WHOLE, metavar="NUMBER", help=tr("the team, where the token sees several"))
    action("forget", tr("Take the token and the account away."), lazy(module, "forget"))
