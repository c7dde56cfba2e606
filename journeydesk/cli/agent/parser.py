"""The options of `mcp` and `proposals`."""

import argparse
from collections.abc import Callable

from journeydesk.cli.lazy import WHOLE, lazy
from journeydesk.domain.words import tr


def add_agent_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds both to the commands."""
    door = add(
        "mcp",
        tr("Answer an assistant on this computer over standard input and output."),
        lazy("agent.commands", "serve"),
        json=False,
    )
    actions = door.add_subparsers(metavar="ACTION", dest="action")
    for name, words, function in (
        ("open", tr("Let assistants on this computer read, and propose."), "switch"),
        ("close", tr("Let none in any more."), "switch"),
        ("snippet", tr("Print what an assistant's settings need."), "show_snippet"),
    ):
        action = actions.add_parser(name, help=words, description=words)
        action.set_defaults(command=lazy("agent.commands", function))
        action.add_argument("--json", action="store_true", help=tr("print one JSON object"))
    proposals = add(
        "proposals", tr("What an assistant proposed: list, approve, reject, take back."), lazy("agent.commands", "proposals")
    )
    deeds = proposals.add_subparsers(metavar="ACTION")

    def deed(name: str, words: str, function: str) -> argparse.ArgumentParser:
        sub = deeds.add_parser(name, help=words, description=words)
        sub.set_defaults(command=lazy("agent.commands", function))
        sub.add_argument("--json", action="store_true", help=tr("print one JSON object"))
        return sub

    deed("approve", tr("Do what it says."), "approve").add_argument("numbers", nargs="+", type=WHOLE, metavar="N")
    rejecting = deed("reject", tr("Do not, and say why."), "reject")
    rejecting.add_argument("number", type=WHOLE, metavar="N")
    rejecting.add_argument("--reason", required=True)
    deed("take-back", tr("Let it wait again; undo what approving it wrote."), "take_back").add_argument(
        "number", type=WHOLE, metavar="N"
    )
