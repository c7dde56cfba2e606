"""Scores by the rules, and those that somebody set by hand (docs/rules.md, "Lead score")."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import effective_time
from journeydesk.domain.rules.answers import answered_hours
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.score import Score, judge, score
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.values import Stored
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import events_of
from journeydesk.storage.facts.prospect_facts import prospect_rows, touches
from journeydesk.storage.facts.scores import write_scoring
from journeydesk.storage.records.records import Author, update_many
from journeydesk.storage.sync.table_maps import read_only_fields


def score_of(context: Context, connection: Connection, record: RecordId) -> Score:
    """A prospect's score by the rules, with its reasons."""
    row = prospect_rows(connection, [record])[record]
    replies = [
        effective_time(event) for event in events_of(connection, [record]).get(record, ()) if event.type == "email_replied"
    ]
    return score(
        context.settings, row, answered_hours(row["applied_on"], touches(connection, [record]).get(record, ()), replies)
    )


@dataclass(frozen=True, slots=True)
class Scoring:
    """What there is to write of scores: those that stand from now on, and (by the rules, 1 where by hand, record)."""

    edits: Mapping[RecordId, Mapping[str, Stored]]
    known: Sequence[tuple[int, int, RecordId]]


def judge_batch(
    settings: TeamSettings, rows: Mapping[RecordId, Mapping[str, Stored]], facts: dict[RecordId, ProspectFacts], at: str
) -> Scoring:
    """Scores these prospects; one set by hand stays and is marked. `facts` then have the score that stands."""
    edits: dict[RecordId, Mapping[str, Stored]] = {}
    known: list[tuple[int, int, RecordId]] = []
    for record, prospect in facts.items():
        row = rows[record]
        replies = [reply.at for reply in prospect.of("email_replied")]
        total = score(settings, row, answered_hours(row["applied_on"], prospect.touches, replies)).total
        before = row["score_by_rule"]
        judgement = judge(prospect.score, None if before is None else int(before), total)
        if judgement.score != prospect.score:
            edits[record] = {"score": judgement.score}
            facts[record] = replace(
                prospect, score=judgement.score, scored_at=at if prospect.score is not None else prospect.scored_at
            )
        if (before, row["score_by_hand"]) != (total, int(judgement.by_hand)):
            known.append((total, int(judgement.by_hand), record))
    return Scoring(edits, known)


def write_scores(connection: Connection, scoring: Scoring, author: Author) -> None:
    """Writes what was judged."""
    if scoring.edits and "score" not in read_only_fields(connection, "prospects"):
        update_many(connection, "prospects", scoring.edits, author)
    if scoring.known:
        write_scoring(connection, scoring.known)
