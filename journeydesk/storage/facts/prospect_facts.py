"""What the rules are told of a batch of prospects, in a few statements whatever its size."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import Standing, effective_time
from journeydesk.domain.rules.facts import WATCHED, Answer, AssetFact, Occurrence, ProspectFacts, StripeFacts, Touch, UsageDay
from journeydesk.domain.statuses import ACCEPTED, CLOSED, is_undecided, uses_product
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.mutes import mutes
from journeydesk.storage.team.automation_log import accepted_here

_USAGE_DAYS = timedelta(days=35)
_NOBODY: frozenset[str] = frozenset()
_NO_STRIPE = StripeFacts()
NOWHERE = Standing({}, (), 0, None, (), ())
"""The standing of who has no events."""


_AMONG = "IN (SELECT value FROM json_each(?))"
_OPEN_DISPUTES = frozenset({"needs_response", "under_review", "warning_needs_response", "warning_under_review"})


def prospect_rows(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, dict[str, Stored]]:
    """The columns that the fold, the score and the rules look at, of living prospects."""
    rows = sql.dicts(
        connection,
        "SELECT lid, key, company, contact_name, owner, status, customer_status, tier, score, score_by_hand, score_by_rule, "
        "at_risk, industry, priority_level, volume_estimate, technical_capability, use_case, applied_on, journey_stage, "
        "journey_points, deal_stage, lifecycle_stage, onboarding_step, entry_point, next_follow_up, engagement_stage, stage_since "
        f"FROM prospects WHERE NOT deleted AND lid {_AMONG}",
        (json.dumps(list(prospects)),),
    )
    return {RecordId(row["lid"]): row for row in rows}


def touches(connection: Connection, prospects: Sequence[RecordId]) -> Mapping[int, list[Touch]]:
    """The interactions of each prospect, oldest first."""
    by_prospect: dict[int, list[Touch]] = defaultdict(list)
    for prospect, key, kind, at, outcome in sql.rows(
        connection,
        "SELECT prospect, key, coalesce(type, ''), date, outcome FROM interactions "
        f"WHERE NOT deleted AND date IS NOT NULL AND prospect {_AMONG} ORDER BY prospect, date, key",
        (json.dumps(list(prospects)),),
    ):
        by_prospect[prospect].append(Touch(key, kind, at, outcome))
    return by_prospect


def usage(connection: Connection, prospects: Sequence[RecordId], since: date) -> Mapping[int, list[UsageDay]]:
    """The days of use of each prospect from `since` on, in order; what stands twice for a day counts together."""
    by_prospect: dict[int, list[UsageDay]] = defaultdict(list)
    if prospects:
        for prospect, day, calls, errors in sql.rows(
            connection,
            "SELECT prospect, date, sum(coalesce(api_calls, 0)), max(coalesce(error_rate, 0)) FROM usage "
            f"WHERE NOT deleted AND date >= ? AND prospect {_AMONG} GROUP BY prospect, date ORDER BY prospect, date",
            (since.isoformat(), json.dumps(list(prospects))),
        ):
            by_prospect[prospect].append(UsageDay(date.fromisoformat(day), int(calls), float(errors)))
    return by_prospect


def usage_until(connection: Connection, yesterday: date) -> date | None:
    """The last whole day that the team has any usage of."""
    row = sql.first(connection, "SELECT max(date) FROM usage WHERE date <= ?", (yesterday.isoformat(),))
    return date.fromisoformat(row[0]) if row and row[0] else None


def answers(connection: Connection, prospects: Sequence[RecordId]) -> Mapping[int, list[Answer]]:
    """The surveys of each prospect that were answered with a satisfaction."""
    by_prospect: dict[int, list[Answer]] = defaultdict(list)
    if prospects:
        for prospect, key, day, mark in sql.rows(
            connection,
            "SELECT prospect, key, date_responded, satisfaction FROM surveys WHERE NOT deleted AND satisfaction IS NOT NULL "
            f"AND date_responded IS NOT NULL AND prospect {_AMONG} ORDER BY prospect, date_responded, key",
            (json.dumps(list(prospects)),),
        ):
            by_prospect[prospect].append(Answer(key, date.fromisoformat(day), int(mark)))
    return by_prospect


def planned(connection: Connection, prospects: Sequence[RecordId]) -> Mapping[int, str]:
    """When the last open task of each prospect is due; milestones of a roadmap are no next step."""
    return dict(
        sql.rows(
            connection,
            "SELECT prospect, max(due) FROM tasks WHERE deleted = 0 AND done_at IS NULL AND due IS NOT NULL "
            f"AND kind IS NOT 'Roadmap' AND prospect {_AMONG} GROUP BY prospect",
            (json.dumps(list(prospects)),),
        )
    )


def scored_at(connection: Connection, prospects: Sequence[RecordId]) -> Mapping[int, str]:
    """When the score of each was last changed here from another one; who came with its score is left out."""
    if not prospects:
        return {}
    return dict(
        sql.rows(
            connection,
            "SELECT lid, max(at) FROM field_history WHERE table_slug = 'prospects' AND field = 'score' AND old IS NOT NULL "
            f"AND lid {_AMONG} GROUP BY lid",
            (json.dumps(list(prospects)),),
        )
    )


def stripe_facts(connection: Connection, prospects: Sequence[RecordId]) -> Mapping[int, StripeFacts]:
    """What Stripe's mirror says of those of these prospects that it knows."""
    ids = json.dumps(list(prospects))
    paid = dict(
        sql.rows(
            connection,
            "SELECT prospect, max(created) FROM stripe_object INDEXED BY ix_stripe_object_prospect "
            f"WHERE prospect {_AMONG} AND kind = 'charge' AND status = 'succeeded' AND created IS NOT NULL GROUP BY prospect",
            (ids,),
        )
    )
    by_prospect: dict[int, tuple[list[Occurrence], set[str], list[Occurrence]]] = {
        prospect: ([], set(), []) for prospect in paid
    }
    for prospect, kind, identifier, status, created in sql.rows(
        connection,
        "SELECT prospect, kind, id, status, created FROM stripe_object INDEXED BY ix_stripe_object_prospect "
        f"WHERE prospect {_AMONG} AND (kind = 'dispute' OR (kind = 'checkout.session' AND status IN ('open', 'expired') "
        # A payment link that a rep made is no checkout that they began.
        "AND json_extract(data, '$.metadata.upgrade') IS NULL)) "
        "AND created IS NOT NULL ORDER BY created, id",
        (ids,),
    ):
        disputes, closed, checkouts = by_prospect.setdefault(prospect, ([], set(), []))
        if kind == "checkout.session":
            checkouts.append(Occurrence(identifier, created))
        elif status in _OPEN_DISPUTES:
            disputes.append(Occurrence(identifier, created))
        else:
            closed.add(identifier)
    return {
        prospect: StripeFacts(tuple(disputes), frozenset(closed), tuple(checkouts), paid.get(prospect, ""))
        for prospect, (disputes, closed, checkouts) in by_prospect.items()
    }


_ASSET_NAMES = ("Ideal customer profile", "Cost calculator", "Business case")


def assets_of(connection: Connection, prospects: Sequence[RecordId]) -> Mapping[int, list[AssetFact]]:
    """The texts made for each prospect, those that were made first first."""
    by_prospect: dict[int, list[AssetFact]] = defaultdict(list)
    for prospect, key, at, *texts in sql.rows(
        connection,
        "SELECT prospect, key, coalesce(generated_at, ''), icp_content, cost_calculator_content, business_case_content FROM assets "
        f"WHERE NOT deleted AND prospect {_AMONG} ORDER BY prospect, generated_at, key",
        (json.dumps(list(prospects)),),
    ):
        named = tuple((name, text) for name, text in zip(_ASSET_NAMES, texts, strict=True) if text)
        by_prospect[prospect].append(AssetFact(key, at, named))
    return by_prospect


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
            self._mutes = mutes(connection)
            self._usage_until = usage_until(connection, self._yesterday)
        touched = touches(connection, list(rows))
        using = [record for record, row in rows.items() if uses_product(row["status"], row["customer_status"])]
        since = self._usage_until - _USAGE_DAYS if self._usage_until else None
        since = min(since, self._since) if since and self._since else since
        used = usage(connection, using, since) if since else {}
        living = [record for record, row in rows.items() if row["status"] not in CLOSED]
        answered = answers(connection, living)
        tasks = planned(connection, living)
        scored = scored_at(connection, [record for record in living if is_undecided(rows[record]["status"])])
        texts = assets_of(connection, living)
        stripe = stripe_facts(connection, list(rows))
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
                touches=tuple(touched.get(record, ())),
                usage=tuple(used.get(record, ())),
                usage_until=self._usage_until,
                answers=tuple(answered.get(record, ())),
                stripe=stripe.get(record, _NO_STRIPE),
                muted=self._mutes.get(str(row["key"]), _NOBODY),
                accepted_at=accepted.get(record),
                scored_at=scored.get(record, ""),
                follow_up=date.fromisoformat(str(row["next_follow_up"])) if row["next_follow_up"] else None,
                planned_until=tasks.get(record, ""),
                assets=tuple(texts.get(record, ())),
            )
            for record, row in rows.items()
        }


def _applied_on(row: Mapping[str, Stored], events: Sequence[Event]) -> str | None:
    """When it applied: as its field says, else as its log does."""
    if row["applied_on"]:
        return str(row["applied_on"])
    return min((effective_time(event) for event in events if event.type == "application_received"), default=None)


def _happenings(events: Sequence[Event]) -> dict[str, tuple[Occurrence, ...]]:
    by_kind: dict[str, list[Occurrence]] = {}
    for event in events:
        if event.type in WATCHED:
            by_kind.setdefault(event.type, []).append(Occurrence(event.id, effective_time(event), event.payload))
    return {kind: tuple(sorted(ones, key=lambda occurrence: (occurrence.at, occurrence.id))) for kind, ones in by_kind.items()}
