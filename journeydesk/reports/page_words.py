"""What every page says beside the report's own words, in the reader's language."""

from typing import Any

from journeydesk.domain.words import language_code, tr, tr_count
from journeydesk.reports.blocks.tiles import State, state_words
from journeydesk.reports.report import Head

_STATES: tuple[State, ...] = ("On target", "Close", "Below", "Over", "No data")


def page_words(head: Head) -> dict[str, Any]:
    """By the name that the page's library has for them; {number} and {pages} are put in as the page is set."""
    return {
        "lang": language_code(),
        "team": tr("Team {team} · internal", team=head.team),
        "foot": " · ".join(_foot(head)),
        "page": tr("Page {number} of {pages}", number=_place("number"), pages=_place("pages")),
        "compared": _whose(
            head, tr("{span}, compared with {before}", span=head.span, before=head.before) if head.before else head.span
        ),
        "decided": _whose(
            head,
            tr("{span}, compared with {before} and the median of the four weeks before", span=head.span, before=head.before),
        ),
        "measure": tr("Measure"),
        "value": tr("Value"),
        "target": tr("Target"),
        "of_target": tr("target {target}", target=_place("target")),
        "no_target": tr("no target"),
        "change": tr("Change"),
        "state": tr("State"),
        "states": {state: state_words(state) for state in _STATES},
        "to_do": tr("To do"),
        "who": tr("Who, and by when"),
        "nothing": tr("No data."),
        "attention": tr("What needs attention"),
        "method": tr("How the figures are made"),
        "figures": tr("The figures of this report"),
    }


def _place(name: str) -> str:
    """What the page's library puts something in for."""
    return f"{{{name}}}"


def _whose(head: Head, words: str) -> str:
    return f"{words} · {head.only}" if head.only else words


def _foot(head: Head) -> list[str]:
    words = [tr("Data as of {moment} · Airtable and Stripe", moment=head.as_of)]
    if head.only:
        words.insert(0, head.only)
    if head.local_changes:
        words.append(tr_count("{count} local change included", "{count} local changes included", head.local_changes))
    if head.conflicts:
        words.append(tr_count("{count} conflict open", "{count} conflicts open", head.conflicts))
    return words
