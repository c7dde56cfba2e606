"""What an agent may propose: each kind with its parts. A proposal is text by part, as a person would type it; a person decides
(docs/rules.md, "Proposals")."""

import re
import unicodedata
from collections.abc import Mapping

from journeydesk.domain.checks import UNSTORABLE
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, noted, tr

LOG, TASK, MOVE, CHANGE, PROSPECT = "log", "task", "move", "change", "prospect"
MOST_WAITING = 200
"""So many proposals may wait; an agent that runs in a circle fills no inbox."""

LONGEST_LINE, LONGEST_TEXT, LONGEST_REASON, LONGEST_NAME = 500, 20_000, 1_000, 60


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a proposal would write: its name, what people call it, and whether it is long or needed."""

    name: str
    title: str
    long: bool = False
    needed: bool = False


PARTS: dict[str, tuple[Part, ...]] = {
    LOG: (
        Part("type", noted("Type"), needed=True),
        Part("summary", noted("Summary"), long=True, needed=True),
        Part("outcome", noted("Outcome")),
        Part("duration", noted("Duration in minutes")),
        Part("next_steps", noted("Next steps"), long=True),
        Part("follow_up", noted("Next follow-up")),
    ),
    TASK: (Part("title", noted("Title"), needed=True), Part("due", noted("Due"), needed=True), Part("kind", noted("Kind"))),
    MOVE: (
        Part("journey", noted("Journey"), needed=True),
        Part("stage", noted("Stage"), needed=True),
        Part("reason", noted("Reason"), long=True),
    ),
}
"""Of a change and a new prospect the parts are fields of the prospect, by slug."""

FIELDS = (
    *("company", "contact_name", "email", "job_title", "phone", "website", "industry", "source", "owner"),
    *("priority_level", "volume_estimate", "technical_capability", "use_case", "current_challenge", "notes"),
    *("next_follow_up", "estimated_revenue", "deal_probability", "expected_close"),
)
"""The fields that an agent may propose to change. Status, stage, LTV, tier and score have ways of their own, or a person's alone."""

_ENDS = re.compile(r"[ \t\r\n]+\Z|\A[ \t\r\n]+")


def checked(kind: str, given: Mapping[str, str]) -> dict[str, str]:
    """The parts of a proposal, tidied, without empty ones. Raises ValueRefused for one that is missing or too long, and UserError for
    one that the kind does not have."""
    known = {part.name: part for part in PARTS[kind]} if kind in PARTS else {name: Part(name, name) for name in FIELDS}
    unknown = [name for name in given if name not in known]
    if unknown:
        raise UserError(
            tr("“{name}” cannot be proposed. These can: {names}.", name=str(unknown[0])[:60], names=", ".join(known))
        )
    values = {name: tidy(known[name].title, text, _most(kind, known[name])) for name, text in given.items()}
    values = {name: text for name, text in values.items() if text or kind == CHANGE}
    for part in known.values():
        if part.needed and not values.get(part.name):
            raise ValueRefused(part.title, tr("{field}: this is needed.", field=part.title))
    if not values:
        raise UserError(tr("Nothing is proposed: give at least one of {names}.", names=", ".join(known)))
    return values


def tidy(title: str, text: str, most: int) -> str:
    """A text without blanks around it. Raises ValueRefused where it is too long, or holds what no database keeps."""
    if UNSTORABLE.search(text) or any(unicodedata.category(letter) == "Cc" and letter not in "\n\t\r" for letter in text):
        raise ValueRefused(title, tr("{field}: it holds characters that cannot be kept. Give plain text.", field=title))
    tidied = _ENDS.sub("", text.replace("\r\n", "\n"))
    if len(tidied) > most:
        raise ValueRefused(
            title,
            tr(
                "{field}: {count} characters are too many; at most {most} fit.",
                field=title,
                count=figure(len(tidied)),
                most=figure(most),
            ),
        )
    return tidied


def agent_name(text: str) -> str:
    """What an agent calls itself, as it can be shown in a line; it says so itself, so nothing is decided by it."""
    shown = " ".join("".join(letter for letter in text if letter.isprintable() or letter.isspace()).split())
    return shown[:LONGEST_NAME].strip() or "An agent"


def _most(kind: str, part: Part) -> int:
    return LONGEST_TEXT if part.long or kind in (CHANGE, PROSPECT) else LONGEST_LINE
