"""The facts of a batch of prospects, put together for the rules."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import Standing, effective_time
from journeydesk.domain.rules.facts import WATCHED, Occurrence, ProspectFacts, StripeFacts
from journeydesk.domain.statuses import ACCEPTED, CLOSED, is_undecided, uses_product
from journeydesk.domain.values import Stored
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts import prospect_facts as rule_facts
from journeydesk.storage.team.automation_log import accepted_here

_USAGE_DAYS = timedelta(days=35)
_NOBODY: frozenset[str] = frozenset()
_NO_STRIPE = StripeFacts()
NOWHERE = Standing({}, (), 0, None, (), ())
"""The standing of who has no events."""


class FactReader:
    """Reads what is the same for all prospects once, and the rest batch by batch."""

    def __init__(self, yesterday: date, usage_since: date | None = None) -> None:
        """`usage_since` asks for days of use further back than the rules look."""
        self._yesterday = yesterday
        self._since = usage_since
        self._usage_until: date | None = None
        self._mutes: Mapping[str, frozenset[str]] | None = None

    def read(
        self,
        connection: Connection,
        rows: Mapping[RecordId, Mapping[str, Stored]],
        standings: Mapping[RecordId, Standing] | None,
        events: Mapping[RecordId, Sequence[Event]],
    ) -> dict[RecordId, ProspectFacts]:
        """The facts of the prospects in `rows`, whose events are given, and their folds where they are wanted."""
        if self._mutes is None:
            self._mutes = rule_facts.mutes(connection)
            self._usage_until = rule_facts.usage_until(connection, self._yesterday)
        touches = rule_facts.touches(connection, list(rows))
        using = [record for record, row in rows.items() if uses_product(row["status"], row["customer_status"])]
        since = self._usage_until - _USAGE_DAYS if self._usage_until else None
        since = min(since, self._since) if since and self._since else since
        usage = rule_facts.usage(connection, using, since) if since else {}
        living = [record for record, row in rows.items() if row["status"] not in CLOSED]
        answers = rule_facts.answers(connection, living)
        planned = rule_facts.planned(connection, living)
        scored = rule_facts.scored_at(connection, [record for record in living if is_undecided(rows[record]["status"])])
        stripe = rule_facts.stripe_facts(connection, list(rows))
        accepted = accepted_here(connection, [record for record, row in rows.items() if row["status"] == ACCEPTED])
        return {
            record: ProspectFacts(
                key=str(row["key"]),
                company=str(row["company"] or row["contact_name"] or row["key"]),
                status=str(row["status"] or ""),
                standing=standings[record] if standings is not None else NOWHERE,
                contact=str(row["contact_name"] or ""),
                owner=str(row["owner"] or ""),
                customer_status=str(row["customer_status"] or ""),
                tier=str(row["tier"] or ""),
                score=None if row["score"] is None else int(row["score"]),
                applied_on=_applied_on(row, events.get(record, ())),
                occurrences=_happenings(events.get(record, ())),
                touches=tuple(touches.get(record, ())),
                usage=tuple(usage.get(record, ())),
                usage_until=self._usage_until,
                answers=tuple(answers.get(record, ())),
                stripe=stripe.get(record, _NO_STRIPE),
                muted=self._mutes.get(str(row["key"]), _NOBODY),
                accepted_at=accepted.get(record),
                scored_at=scored.get(record, ""),
                follow_up=date.fromisoformat(str(row["next_follow_up"])) if row["next_follow_up"] else None,
                planned_until=planned.get(record, ""),
            )
            for record, row in rows.items()
        }


def _applied_on(row: Mapping[str, Stored], events: Sequence[Event]) -> str | None:
    """When it applied: as its field says, else as its log does."""
    if row["applied_on"]:
        return str(row["applied_on"])
    return min((effective_time(event) for event in events if event.type == "application_received"), default=None)


def _happenings(events: Sequence[Event]) -> dict[str, tuple[Occurrence, ...]]:
    found: dict[str, list[Occurrence]] = {}
    for event in events:
        if event.type in WATCHED:
            found.setdefault(event.type, []).append(Occurrence(event.id, effective_time(event), event.payload))
    return {kind: tuple(sorted(ones, key=lambda one: (one.at, one.id))) for kind, ones in found.items()}
