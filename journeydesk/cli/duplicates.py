"""Commands for prospects that are there twice."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.services.commands.duplicates import decide_pair
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.duplicates.finding import DIFFERENT, SAME, Candidate, find_duplicates

_LISTED = {"open": "", SAME: SAME, DIFFERENT: DIFFERENT}


def listing(arguments: argparse.Namespace) -> int:
    """Pairs that look alike, the surest first; with --json an array."""
    least = getattr(arguments, "least", 50)
    if not 1 <= least <= 99:
        raise UserError(f"--least takes a percentage from 1 to 99; {least} is none.")
    wanted = _LISTED[getattr(arguments, "which", "open")]
    with workspace() as (context, _):
        found = [pair for pair in find_duplicates(context, least / 100) if pair.said == wanted]
    words = "\n".join(_line(pair) for pair in found) or "No two prospects look alike."
    say(arguments, words, [_facts(pair) for pair in found])
    return DONE


def _line(pair: Candidate) -> str:
    against = f" (but {', '.join(pair.likeness.against)})" if pair.likeness.against else ""
    return (
        f"{pair.likeness.percent} %  {pair.left.key} {pair.left.full_name}  ≡  {pair.right.key} {pair.right.full_name}: "
        f"{', '.join(pair.likeness.reasons)}{against}"
    )


def _facts(pair: Candidate) -> dict[str, object]:
    return {
        "score": round(pair.likeness.score, 3),
        "left": pair.left.key,
        "right": pair.right.key,
        "names": [pair.left.full_name, pair.right.full_name],
        "reasons": list(pair.likeness.reasons),
        "against": list(pair.likeness.against),
        "said": pair.said or None,
    }


def decide(arguments: argparse.Namespace) -> int:
    """Says of two that they are the same, or different."""
    with workspace() as (context, _):
        one, other = (find_prospect(context, key) for key in (arguments.one, arguments.other))
        decide_pair(context, one, other, arguments.said)
    words = {
        SAME: "are the same; merge them with duplicates merge",
        DIFFERENT: "are different and are not asked about again",
        None: "are asked about again",
    }[arguments.said]
    said = {"left": arguments.one, "right": arguments.other, "said": arguments.said}
    say(arguments, f"{arguments.one} and {arguments.other} {words}.", said)
    return DONE
