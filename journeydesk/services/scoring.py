"""Scores by the rules, and those that somebody set by hand (SPEC section 5)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.facts import ProspectFacts, Touch
from journeydesk.domain.score import Score, judge, score
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.values import Stored, moment_of
from journeydesk.services.context import Context
from journeydesk.storage.connection import Connection
from journeydesk.storage.records import Author, update_many
from journeydesk.storage.rule_facts import prospect_rows, touches, write_scoring

_REACHED = frozenset({"Reached", "Meeting booked"})
_MET = frozenset({"Meeting", "Demo"})


def score_of(context: Context, connection: Connection, record: RecordId) -> Score:
    """A prospect's score by the rules, with its reasons; the first answer is the first interaction that reached them."""
    row = prospect_rows(connection, [record])[record]
    return score(context.settings, row, _answered_hours(row, touches(connection, [record]).get(record, ())))


def _answered_hours(row: Mapping[str, Stored], found: Iterable[Touch]) -> float | None:
    if not row["applied_on"]:
        return None
    answered = next((touch.at for touch in found if touch.outcome in _REACHED or touch.kind in _MET), None)
    if answered is None:
        return None
    return max(0.0, (moment_of(answered) - moment_of(str(row["applied_on"]))).total_seconds() / 3600)


def score_batch(
    settings: TeamSettings,
    connection: Connection,
    rows: Mapping[RecordId, Mapping[str, Stored]],
    facts: dict[RecordId, ProspectFacts],
    author: Author,
) -> None:
    """Scores these prospects; one set by hand stays and is marked. `facts` then have the score that stands."""
    edits: dict[RecordId, Mapping[str, Stored]] = {}
    known: list[tuple[int, int, RecordId]] = []
    for record, one in facts.items():
        row = rows[record]
        total = score(settings, row, _answered_hours(row, one.touches)).total
        before = row["score_by_rule"]
        found = judge(one.score, None if before is None else int(before), total)
        if found.score != one.score:
            edits[record] = {"score": found.score}
            facts[record] = replace(one, score=found.score, scored_at=author.at if one.score is not None else one.scored_at)
        if (before, row["score_by_hand"]) != (total, int(found.by_hand)):
            known.append((total, int(found.by_hand), record))
    if edits:
        update_many(connection, "prospects", edits, author)
    if known:
        write_scoring(connection, known)
