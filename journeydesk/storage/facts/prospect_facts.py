"""What the rules are told of a batch of prospects, in a few statements whatever its size."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.facts import Answer, Occurrence, StripeFacts, Touch, UsageDay
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

_AMONG = "IN (SELECT value FROM json_each(?))"
_OPEN_DISPUTES = frozenset({"needs_response", "under_review", "warning_needs_response", "warning_under_review"})
_MUTE = "mute "


def prospect_rows(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, dict[str, Stored]]:
    """The columns that the fold, the score and the rules look at, of living prospects."""
    found = sql.dicts(
        connection,
        "SELECT lid, key, company, contact_name, owner, status, customer_status, tier, score, score_by_hand, score_by_rule, "
        "at_risk, industry, priority_level, volume_estimate, technical_capability, use_case, applied_on, journey_stage, "
        "journey_points, deal_stage, lifecycle_stage, onboarding_step, entry_point, next_follow_up "
        f"FROM prospects WHERE NOT deleted AND lid {_AMONG}",
        (json.dumps(list(prospects)),),
    )
    return {RecordId(row["lid"]): row for row in found}


def write_scoring(connection: Connection, found: Sequence[tuple[int, int, RecordId]]) -> None:
    """What the rules gave, and whether the score that stands is by hand (1 or 0): this machine's own knowledge, without history."""
    sql.run_many(connection, "UPDATE prospects SET score_by_rule = ?, score_by_hand = ? WHERE lid = ?", found)


def write_risk(connection: Connection, found: Sequence[tuple[int, RecordId]]) -> None:
    """Who is at risk of leaving, 1 or 0: what the list shows and filters by."""
    sql.run_many(connection, "UPDATE prospects SET at_risk = ? WHERE lid = ?", found)


def touches(connection: Connection, prospects: Sequence[RecordId]) -> Mapping[int, list[Touch]]:
    """The interactions of each prospect, oldest first."""
    found: dict[int, list[Touch]] = defaultdict(list)
    for prospect, key, kind, at, outcome in sql.rows(
        connection,
        "SELECT prospect, key, coalesce(type, ''), date, outcome FROM interactions "
        f"WHERE NOT deleted AND date IS NOT NULL AND prospect {_AMONG} ORDER BY prospect, date, key",
        (json.dumps(list(prospects)),),
    ):
        found[prospect].append(Touch(key, kind, at, outcome))
    return found


def usage(connection: Connection, prospects: Sequence[RecordId], since: date) -> Mapping[int, list[UsageDay]]:
    """The days of use of each prospect from `since` on, in order; what stands twice for a day counts together."""
    found: dict[int, list[UsageDay]] = defaultdict(list)
    if prospects:
        for prospect, day, calls, errors in sql.rows(
            connection,
            "SELECT prospect, date, sum(coalesce(api_calls, 0)), max(coalesce(error_rate, 0)) FROM usage "
            f"WHERE NOT deleted AND date >= ? AND prospect {_AMONG} GROUP BY prospect, date ORDER BY prospect, date",
            (since.isoformat(), json.dumps(list(prospects))),
        ):
            found[prospect].append(UsageDay(date.fromisoformat(day), int(calls), float(errors)))
    return found


def usage_until(connection: Connection, yesterday: date) -> date | None:
    """The last whole day that the team has any usage of."""
    row = sql.first(connection, "SELECT max(date) FROM usage WHERE date <= ?", (yesterday.isoformat(),))
    return date.fromisoformat(row[0]) if row and row[0] else None


def answers(connection: Connection, prospects: Sequence[RecordId]) -> Mapping[int, list[Answer]]:
    """The surveys of each prospect that were answered with a satisfaction."""
    found: dict[int, list[Answer]] = defaultdict(list)
    if prospects:
        for prospect, key, day, mark in sql.rows(
            connection,
            "SELECT prospect, key, date_responded, satisfaction FROM surveys WHERE NOT deleted AND satisfaction IS NOT NULL "
            f"AND date_responded IS NOT NULL AND prospect {_AMONG} ORDER BY prospect, date_responded, key",
            (json.dumps(list(prospects)),),
        ):
            found[prospect].append(Answer(key, date.fromisoformat(day), int(mark)))
    return found


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
    wanted = json.dumps(list(prospects))
    paid = dict(
        sql.rows(
            connection,
            "SELECT prospect, max(created) FROM stripe_object INDEXED BY ix_stripe_object_prospect "
            f"WHERE prospect {_AMONG} AND kind = 'charge' AND status = 'succeeded' AND created IS NOT NULL GROUP BY prospect",
            (wanted,),
        )
    )
    found: dict[int, tuple[list[Occurrence], set[str], list[Occurrence]]] = {prospect: ([], set(), []) for prospect in paid}
    for prospect, kind, identifier, status, created in sql.rows(
        connection,
        "SELECT prospect, kind, id, status, created FROM stripe_object INDEXED BY ix_stripe_object_prospect "
        f"WHERE prospect {_AMONG} AND (kind = 'dispute' OR (kind = 'checkout.session' AND status IN ('open', 'expired'))) "
        "AND created IS NOT NULL ORDER BY created, id",
        (wanted,),
    ):
        disputes, closed, checkouts = found.setdefault(prospect, ([], set(), []))
        if kind == "checkout.session":
            checkouts.append(Occurrence(identifier, created))
        elif status in _OPEN_DISPUTES:
            disputes.append(Occurrence(identifier, created))
        else:
            closed.add(identifier)
    return {
        prospect: StripeFacts(tuple(disputes), frozenset(closed), tuple(checkouts), paid.get(prospect, ""))
        for prospect, (disputes, closed, checkouts) in found.items()
    }


def mutes(connection: Connection) -> Mapping[str, frozenset[str]]:
    """The rules that are muted for single prospects, by the prospect's key: shared settings, so that no machine raises them."""
    found = {}
    for key, value in sql.rows(
        connection, "SELECT key, value FROM settings WHERE NOT deleted AND key >= ? AND key < ?", (_MUTE, _MUTE[:-1] + "!")
    ):
        try:
            muted = json.loads(value or "[]")
        except ValueError:
            continue
        if isinstance(muted, list):
            found[key.removeprefix(_MUTE)] = frozenset(str(name) for name in muted)
    return found


def mute_key(prospect: str) -> str:
    """The key of the settings record that mutes rules for a prospect (its Application ID)."""
    return _MUTE + prospect


def muted_for(connection: Connection, setting: RecordId) -> RecordId | None:
    """The prospect for which this settings record mutes rules; None for any other setting."""
    found = sql.first(
        connection,
        "SELECT p.lid FROM settings s JOIN prospects p ON p.key = substr(s.key, ?) AND NOT p.deleted "
        "WHERE s.lid = ? AND s.key >= ? AND s.key < ?",
        (len(_MUTE) + 1, setting, _MUTE, _MUTE[:-1] + "!"),
    )
    return RecordId(found[0]) if found else None


def muted_prospects(connection: Connection) -> list[tuple[RecordId, str, str]]:
    """Every rule that is muted for a single prospect, as (prospect, its name, rule), by name."""
    by_key = mutes(connection)
    found = sql.rows(
        connection,
        f"SELECT lid, key, coalesce(company, contact_name, key) FROM prospects WHERE NOT deleted AND key {_AMONG} "
        "ORDER BY company_sort, lid",
        (json.dumps(sorted(by_key)),),
    )
    return [(RecordId(lid), name, rule) for lid, key, name in found for rule in sorted(by_key[key])]


def due_for_recheck(connection: Connection, until: str, limit: int) -> list[RecordId]:
    """The prospects for which passing time may have changed something by then, the longest due first."""
    found = sql.rows(connection, "SELECT prospect FROM look_again WHERE at <= ? ORDER BY at LIMIT ?", (until, limit))
    return [RecordId(row[0]) for row in found]


def write_recheck_at(connection: Connection, wanted: Mapping[RecordId, str | None]) -> None:
    """When to look at these prospects again; None for never by itself."""
    known = dict(
        sql.rows(connection, f"SELECT prospect, at FROM look_again WHERE prospect {_AMONG}", (json.dumps(list(wanted)),))
    )
    gone = [(prospect,) for prospect, at in wanted.items() if at is None and prospect in known]
    changed = [(prospect, at) for prospect, at in wanted.items() if at is not None and known.get(prospect) != at]
    if gone:
        sql.run_many(connection, "DELETE FROM look_again WHERE prospect = ?", gone)
    if changed:
        sql.run_many(
            connection,
            "INSERT INTO look_again (prospect, at) VALUES (?, ?) ON CONFLICT (prospect) DO UPDATE SET at = excluded.at",
            changed,
        )
