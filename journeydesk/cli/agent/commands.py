"""The commands `mcp` and `proposals`."""

import argparse
import json
from importlib.util import find_spec

from journeydesk import config
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import WorldError
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.agent.card import MISSING, is_door_open, open_door, refuse_closed, snippet
from journeydesk.services.agent.deciding import approve_proposal, reject_proposal, take_back_proposal
from journeydesk.services.agent.showing import proposal_lines


def serve(_arguments: argparse.Namespace) -> int:
    """Answers the assistant that started this program, until it ends."""
    if find_spec("mcp") is None:
        raise WorldError(MISSING)
    with workspace() as (context, _):
        refuse_closed(context)
        from journeydesk.cli.agent.door import serve as answer

        answer(context)
    return DONE


def switch(arguments: argparse.Namespace) -> int:
    """Opens or closes the door."""
    with workspace() as (context, _):
        open_door(context, arguments.action == "open")
        is_open = is_door_open(context)
    words = (
        tr("The agent door is open. What to give your assistant: journeydesk mcp snippet")
        if is_open
        else tr("The agent door is closed. What was proposed stays.")
    )
    say(arguments, words, {"open": is_open})
    return DONE


def show_snippet(arguments: argparse.Namespace) -> int:
    """What an assistant's settings need."""
    text, note = snippet(config.connections())
    say(arguments, "\n".join(part for part in (text, note) if part), json.loads(text))
    return DONE


def proposals(arguments: argparse.Namespace) -> int:
    """What waits, and what was decided today."""
    with workspace() as (context, _):
        waiting, decided = proposal_lines(context)
    lines = [f"{line.id:>5}  {line.head}  {line.beginning}  ({line.beside})" for line in waiting]
    lines += [f"{line.id:>5}  {line.head}  {line.beginning}  {line.outcome}" for line in decided]
    facts = {
        "proposals": [
            {"id": line.id, "prospect": line.head, "what": line.beginning, "agent": line.beside, "state": line.state}
            for line in (*waiting, *decided)
        ]
    }
    say(arguments, "\n".join(lines) or tr("Nothing is proposed."), facts)
    return DONE


def approve(arguments: argparse.Namespace) -> int:
    """Does what these proposals say, each one step to undo."""
    with workspace() as (context, _):
        labels = [approve_proposal(context, number) for number in arguments.numbers]
    words = tr_count("{count} proposal approved.", "{count} proposals approved.", len(labels))
    say(arguments, "\n".join([words, *labels]), {"approved": arguments.numbers, "done": labels})
    return DONE


def reject(arguments: argparse.Namespace) -> int:
    """Rejects one, with a reason that the agent may read."""
    with workspace() as (context, _):
        reject_proposal(context, arguments.number, arguments.reason)
    say(arguments, tr("Rejected."), {"rejected": arguments.number})
    return DONE


def take_back(arguments: argparse.Namespace) -> int:
    """Lets one wait again; what its approval wrote is taken back."""
    with workspace() as (context, _):
        words = take_back_proposal(context, arguments.number)
    say(arguments, words, {"waits": arguments.number})
    return DONE
