"""After events came in: fold each touched prospect, publish its projection, score it, raise its alerts (SPEC sections 3–6)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from journeydesk.domain.alerts import AlertDraft
from journeydesk.domain.events import Event, derived_id
from journeydesk.domain.fold import Standing, fold
from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.applications import hot_application
from journeydesk.domain.rules.jumps import journey_alerts
from journeydesk.domain.score import Score, score
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.values import Stored, moment_of, moment_text
from journeydesk.services.context import Context
from journeydesk.storage.alert_inbox import raise_alerts
from journeydesk.storage.board import write_standings
from journeydesk.storage.connection import Connection
from journeydesk.storage.events import add_event, events_of
from journeydesk.storage.records import Author, update

_BATCH = 500
_CLOSED = frozenset({"Rejected", "Churned"})
_LOST = frozenset({"CHURNED", "LEAD_EXHAUSTED"})
_ALWAYS_SHOWN = frozenset({"Deal", "Customer status"})
_PROJECTED = {
    "Engagement": "journey_stage",
    "Deal": "deal_stage",
    "Lifecycle": "lifecycle_stage",
    "Onboarding": "onboarding_step",
    "Customer status": "customer_status",
}
_RECENT = timedelta(days=30)


def evaluate(context: Context, prospects: Iterable[RecordId] | None = None, pulled_since: str | None = None) -> int:
    """Folds these prospects, or all, in short transactions; returns how many alerts were raised.

    With `pulled_since` (the stored moment at which a pull began) stages that the pull brought and that differ from the fold
    become `stage_set` events first: a person set them in Airtable (SPEC section 3).
    """
    wanted = sorted(prospects) if prospects is not None else all_prospects(context)
    raised = 0
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        with context.database.write() as connection:
            if pulled_since is not None:
                adopt_hand_edits(context, connection, batch, pulled_since)
            raised += evaluate_within(context, connection, batch)
    return raised


def all_prospects(context: Context) -> list[RecordId]:
    """Every living prospect."""
    with context.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT lid FROM prospects WHERE NOT deleted ORDER BY lid")
        return [RecordId(row[0]) for row in rows]


def evaluate_within(context: Context, connection: Connection, prospects: Sequence[RecordId]) -> int:
    """The same inside a transaction of the caller's."""
    settings = context.settings
    author = Author("Journeydesk", context.now(), "rule")
    events = events_of(connection, prospects)
    rows = _rows(connection, prospects)
    standings: list[tuple[RecordId, Standing, Mapping[str, bool]]] = []
    drafts: list[tuple[RecordId, AlertDraft]] = []
    since = moment_text(context.clock() - _RECENT)
    for record, row in rows.items():
        standing = fold(settings, events.get(record, ()))
        standings.append((record, standing, _shown(standing, row)))
        company, key = str(row["company"] or row["key"]), str(row["key"])
        found = journey_alerts(settings, key, company, standing)
        found += _hot(settings, key, company, row)
        drafts += [(record, draft) for draft in found if draft.raised_at >= since]
        _project(settings, connection, record, row, standing, author)
    write_standings(connection, standings, settings.journeys[0].name)
    return len(raise_alerts(connection, drafts, author))


def _rows(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, dict[str, Stored]]:
    found = connection.exec_driver_sql(
        "SELECT lid, key, company, status, customer_status, score, score_by_hand, industry, priority_level, volume_estimate, "
        "technical_capability, use_case, applied_on, journey_stage, journey_points, deal_stage, lifecycle_stage, "
        "onboarding_step, entry_point FROM prospects WHERE NOT deleted AND lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(prospects)),),
    ).mappings()
    return {RecordId(row["lid"]): dict(row) for row in found}


def _shown(standing: Standing, row: Mapping[str, Stored]) -> dict[str, bool]:
    """Which boards a prospect is on: who was rejected or left stands only on those that have a column for it."""
    is_open = row["status"] not in _CLOSED and row["customer_status"] not in _LOST
    return {name: is_open or name in _ALWAYS_SHOWN for name in standing.positions}


def _hot(settings: TeamSettings, key: str, company: str, row: Mapping[str, Stored]) -> list[AlertDraft]:
    if row["status"] not in ("New", "Reviewing") or not row["applied_on"]:
        return []
    draft = hot_application(settings, key, company, int(row["score"] or 0), str(row["applied_on"]))
    return [draft] if draft else []


def stage_name(settings: TeamSettings, journey: str, number: int) -> str:
    """How a stage is written in Airtable: by its name."""
    found = settings.journey(journey)
    return found.stage(number).name if found else str(number)


def _project(
    settings: TeamSettings,
    connection: Connection,
    record: RecordId,
    row: Mapping[str, Stored],
    standing: Standing,
    author: Author,
) -> None:
    """Publishes stage, points and entry point: the fields that Airtable shows of the fold."""
    values: dict[str, Stored] = {}
    for journey, column in _PROJECTED.items():
        move = standing.positions.get(journey)
        if move is not None:
            values[column] = stage_name(settings, journey, move.to_stage)
    if not values:
        return
    if standing.points or row["journey_points"]:
        values["journey_points"] = standing.points
    if standing.entry is not None:
        entry = standing.entry
        values["entry_point"] = json.dumps(
            {
                "cta": entry.cta,
                "page": entry.page,
                "utm_source": entry.source,
                "utm_medium": entry.medium,
                "utm_campaign": entry.campaign,
                "at": entry.at,
            },
            ensure_ascii=False,
        )
    changed = {name: value for name, value in values.items() if not _same(name, row[name], value)}
    if changed:
        update(connection, "prospects", record, changed, author)


def _same(name: str, before: Stored, after: Stored) -> bool:
    if name == "entry_point" and isinstance(before, str) and isinstance(after, str):
        try:
            return bool(json.loads(before) == json.loads(after))
        except ValueError:
            return False
    return before == after


def adopt_hand_edits(context: Context, connection: Connection, prospects: Sequence[RecordId], since: str) -> None:
    """A stage that a pull brought and the log does not explain becomes an event, with an id that every machine derives alike."""
    events = events_of(connection, prospects)
    for record, row in _rows(connection, prospects).items():
        standing = fold(context.settings, events.get(record, ()))
        for journey, column in _PROJECTED.items():
            text = row[column]
            found = context.settings.journey(journey)
            stage = found.find(str(text)) if found and text else None
            move = standing.positions.get(journey)
            if stage is None or (move is not None and move.to_stage == stage.number):
                continue
            at = (
                _set_at(connection, record, column, str(text), since) if events.get(record) else str(row["applied_on"] or since)
            )
            if at is not None:
                _append_hand_edit(context, connection, record, str(row["key"]), journey, stage.name, at)


def _set_at(connection: Connection, record: RecordId, column: str, text: str, since: str) -> str | None:
    """When the pull brought this value, or None where it stood there before."""
    found = connection.exec_driver_sql(
        "SELECT at FROM field_history WHERE table_slug = 'prospects' AND lid = ? AND field = ? AND source = 'sync' "
        "AND at >= ? AND new = ? ORDER BY id DESC LIMIT 1",
        (record, column, since, json.dumps(text, ensure_ascii=False)),
    ).scalar()
    return None if found is None else str(found)


def _append_hand_edit(
    context: Context, connection: Connection, record: RecordId, key: str, journey: str, stage: str, at: str
) -> None:
    metadata = {"journey": journey, "reason": "set in Airtable"}
    event = Event(
        id=derived_id(key, "stage_set", stage, at, metadata),
        type="stage_set",
        stage=stage,
        cta=None,
        occurred_at=at,
        arrived_at=context.now(),
        source="Airtable",
        payload=json.dumps(metadata, sort_keys=True),
    )
    add_event(connection, record, event, Author("Airtable", context.now(), "rule"))


def score_of(context: Context, connection: Connection, record: RecordId) -> Score:
    """A prospect's score by the rules, with its reasons; the first answer is the first interaction that reached them."""
    row = _rows(connection, [record])[record]
    answered = connection.exec_driver_sql(
        "SELECT min(date) FROM interactions WHERE prospect = ? AND NOT deleted AND (outcome IN ('Reached', 'Meeting booked') "
        "OR type IN ('Meeting', 'Demo'))",
        (record,),
    ).scalar()
    hours = None
    if answered and row["applied_on"]:
        hours = max(0.0, (moment_of(str(answered)) - moment_of(str(row["applied_on"]))).total_seconds() / 3600)
    return score(context.settings, row, hours)
