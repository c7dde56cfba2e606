"""Commands for prospects that are there twice."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.commands.duplicates import decide_pair, merge, unmerge
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.duplicates.candidates import DIFFERENT, SAME, Candidate
from journeydesk.services.duplicates.finding import find_duplicates
from journeydesk.services.duplicates.merging import Take
from journeydesk.services.queries.lists.duplicates import merged_lately

_LISTED = {"open": "", SAME: SAME, DIFFERENT: DIFFERENT}


def listing(arguments: argparse.Namespace) -> int:
    """Pairs that look alike, the surest first; with --json an array."""
    least = getattr(arguments, "least", 50)
    if not 1 <= least <= 99:
        raise UserError(tr("--least takes a percentage from 1 to 99; {least} is none.", least=least))
    wanted = _LISTED[getattr(arguments, "which", "open")]
    with workspace() as (context, _):
        found = [pair for pair in find_duplicates(context, least / 100) if pair.said == wanted]
    words = "\n".join(_line(pair) for pair in found) or tr("No two prospects look alike.")
    say(arguments, words, [_facts(pair) for pair in found])
    return DONE


def _line(pair: Candidate) -> str:
    against = tr(" (but {against})", against=", ".join(pair.likeness.against)) if pair.likeness.against else ""
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
    say(arguments, tr("{one} and {other} {words}.", one=arguments.one, other=arguments.other, words=words), said)
    return DONE


def merging(arguments: argparse.Namespace) -> int:
    """Makes two prospects one, with the fuller value of each field unless another is chosen."""
    taken = {}
    for said in arguments.take:
        name, sign, side = said.partition("=")
        field = next((f for f in PROSPECTS.fields if name.strip().casefold() in (f.name.casefold(), f.slug)), None)
        if not sign or field is None or side not in [take.value for take in Take]:
            raise UserError(
                tr("--take takes FIELD=left, FIELD=right or FIELD=both with a field's name; “{said}” is not so.", said=said)
            )
        taken[field.slug] = Take(side)
    with workspace() as (context, _):
        stays, goes = (find_prospect(context, key) for key in (arguments.stays, arguments.goes))
        merge(context, stays, goes, taken)
    words = tr(
        "{goes} is merged into {stays}. For 30 days: journeydesk duplicates unmerge {goes}",
        goes=arguments.goes,
        stays=arguments.stays,
    )
    say(arguments, words, {"stays": arguments.stays, "goes": arguments.goes})
    return DONE


def merged(arguments: argparse.Namespace) -> int:
    """What was merged and can be taken apart; with --json an array."""
    with workspace() as (context, _):
        done = merged_lately(context)
    lines = [
        tr(
            "{loser_key} {name} into {survivor_key} {survivor_name}, until {until}",
            loser_key=each.loser_key,
            name=each.merge.name,
            survivor_key=each.survivor_key,
            survivor_name=each.survivor_name,
            until=f"{each.until:%d %b %Y}",
        )
        for each in done
    ]
    facts: list[object] = [
        {
            "stays": each.survivor_key,
            "goes": each.loser_key,
            "names": [each.survivor_name, each.merge.name],
            "at": each.merge.at,
            "by": each.merge.actor,
            "until": each.until.isoformat(),
        }
        for each in done
    ]
    say(arguments, "\n".join(lines) or "Nothing was merged within 30 days.", facts)
    return DONE


def unmerging(arguments: argparse.Namespace) -> int:
    """Takes apart what was merged."""
    with workspace() as (context, _):
        found = next((each for each in merged_lately(context) if each.loser_key == arguments.key), None)
        if found is None:
            raise UserError(
                tr(
                    "No merge of the last 30 days took “{key}” in. List them with: journeydesk duplicates merged",
                    key=arguments.key,
                )
            )
        unmerge(context, found.merge.loser)
    words = tr(
        "{loser_key} and {survivor_key} are two again. What was done since stays with {survivor_key}.",
        loser_key=found.loser_key,
        survivor_key=found.survivor_key,
    )
    say(arguments, words, {"stays": found.survivor_key, "goes": found.loser_key})
    return DONE
