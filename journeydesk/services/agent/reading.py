"""What an agent reads: prospects, their history, today's list, figures, and what became of its proposals. Plain data by name; nothing
here writes, and `domain/agent/handing_over.py` wraps all of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeydesk.domain.agent.proposals import FIELDS
from journeydesk.domain.by_hand import title_of
from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import choices_of, field_values
from journeydesk.services.fields.typed import as_typed
from journeydesk.services.queries.agenda import agenda, tasks_of
from journeydesk.services.queries.detail import prospect_detail, timeline
from journeydesk.services.queries.lists.prospects import prospect_rows
from journeydesk.services.queries.lists.search import search_notes, search_prospects
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.storage.agent import drafts
from journeydesk.storage.records.labels import living_prospect

MOST_FOUND, MOST_ENTRIES, MOST_LINES = 25, 100, 100
_MOST_FIGURES = 60_000

Data = dict[str, Any]


def found(context: Context, query: str, limit: int) -> Data:
    """Prospects and logged notes for words, accents and case forgiven."""
    most = max(1, min(limit, MOST_FOUND))
    ids = [hit.prospect for hit in search_prospects(context, query, most)]
    notes = search_notes(context, query, most)
    keys = _keys(context, [*ids, *(hit.prospect for hit in notes)])
    return {
        "prospects": [
            {
                "prospect": str(row.key),
                "company": row.company,
                "contact": row.contact,
                "stage": row.stage.name if row.stage is not None else "",
                "status": row.status,
                "score": row.score,
                "owner": row.owner,
                "next_follow_up": row.follow_up.isoformat() if row.follow_up else "",
            }
            for row in prospect_rows(context, ids)
        ],
        "notes": [
            {"prospect": keys.get(hit.prospect, ""), "note": hit.title, "at": hit.at.isoformat() if hit.at else ""}
            for hit in notes
        ],
    }


def prospect(context: Context, key: str) -> Data:
    """Everything that stands in one prospect, its places, reasons of its score and open tasks. Raises UserError."""
    record = find_prospect(context, key)
    values, detail = field_values(context, record), prospect_detail(context, record)
    if values is None or detail is None:
        raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
    known = {slug: as_typed(context, slug, value) for slug, value in values.values.items() if slug in PROSPECTS.by_slug}
    return {
        "prospect": str(values.values["key"]),
        "fields": {title_of(slug): text for slug, text in known.items() if text},
        "other_fields": dict(values.others),
        "journey": detail.journey,
        "stage": next((step.mark.name for step in detail.steps if step.state == "current"), ""),
        "next_stage": detail.next_stage.name if detail.next_stage is not None else "",
        "score": detail.score_total,
        "score_reasons": [
            tr(
                "{label}: {points} of {possible}, {reason}",
                label=reason.label,
                points=reason.points,
                possible=reason.possible,
                reason=reason.reason,
            )
            for reason in detail.score_reasons
        ],
        "open_tasks": [_line(context, line, {}) for line in tasks_of(context, record) if not line.done],
    }


def history(context: Context, key: str, limit: int) -> Data:
    """A prospect's timeline, the newest first. Raises UserError."""
    record = find_prospect(context, key)
    entries = timeline(context, record, "all", max(1, min(limit, MOST_ENTRIES)))
    return {
        "prospect": key,
        "timeline": [
            {"at": entry.at.isoformat(), "kind": entry.kind, "title": f"{entry.title}{entry.title_rest}", "text": entry.detail}
            for entry in entries
        ],
    }


def today(context: Context, owner: str) -> Data:
    """What is overdue, due today and coming, of one owner; of whoever works here unless named."""
    shown = agenda(context, owner or context.actor)
    parts = {
        "overdue": shown.overdue,
        "today": shown.today,
        "next_two_weeks": shown.upcoming,
        "without_a_date": shown.undated,
        "without_a_next_step": shown.without_step,
    }
    keys = _keys(
        context, [line.prospect for lines in parts.values() for line in lines[:MOST_LINES] if line.prospect is not None]
    )
    listed: Data = {name: [_line(context, line, keys) for line in lines[:MOST_LINES]] for name, lines in parts.items()}
    return {"day": context.today().isoformat(), "owner": owner or context.actor} | listed


def figures(context: Context, report: str, period: str) -> Data:
    """The figures of a report as CSV; without a report the names that there are. Raises UserError."""
    from journeydesk.reports.catalogue import catalogue, find
    from journeydesk.reports.document import figures_csv
    from journeydesk.services.queries.reports import compute

    if not report.strip():
        return {
            "reports": [
                {"name": spec.name, "every": spec.cadence.noun, "now": spec.cadence.period_of(context.today()).name}
                for spec in catalogue()
            ]
        }
    spec = find(report.strip())
    when = period.strip() or spec.cadence.period_of(context.today()).name
    made = figures_csv(compute(context, spec, when))
    cut = made[:_MOST_FIGURES].rpartition("\n")[0] if len(made) > _MOST_FIGURES else made
    return {"report": spec.name, "period": when, "columns_then_rows": cut.splitlines(), "complete": cut == made}


def proposals(context: Context, limit: int) -> Data:
    """What was proposed, the newest first, and what a person decided of it, with the reason of a rejection."""
    with context.database.read() as connection:
        rows = drafts.newest(connection, max(1, min(limit, MOST_ENTRIES)))
    keys = _keys(context, [row.prospect for row in rows if row.prospect is not None])
    return {
        "proposals": [
            {
                "proposal": row.id,
                "kind": row.tool,
                "prospect": keys.get(row.prospect, "") if row.prospect is not None else "",
                "values": row.values(),
                "state": row.state,
                "decided_by": (row.decided_by or "") if row.state != drafts.WAITING else "",
                "reason_of_rejection": row.why or "",
            }
            for row in rows
        ]
    }


def vocabulary(context: Context) -> Data:
    """What may be chosen: stages of journeys, and of each field that has choices."""
    choices = {slug: choices_of(context, slug) for slug in FIELDS}
    return {
        "journeys": {journey.name: [stage.name for stage in journey.stages] for journey in context.settings.journeys},
        "fields": {slug: [choice.name for choice in some][:50] for slug, some in choices.items() if some is not None},
    }


def _line(context: Context, line: AgendaLine, keys: Mapping[RecordId, str]) -> Data:
    at = line.at.astimezone(context.settings.time_zone) if line.at else None
    return {
        "what": line.title,
        "detail": line.detail,
        "day": line.day.isoformat() if line.day else "",
        "time": f"{at:%H:%M}" if at else "",
        "company": line.company,
        "contact": line.contact,
        "owner": line.owner,
        "prospect": keys.get(line.prospect, "") if line.prospect is not None else "",
    }


def _keys(context: Context, prospects: Iterable[RecordId]) -> dict[RecordId, str]:
    wanted: Sequence[RecordId] = list(dict.fromkeys(prospects))
    with context.database.read() as connection:
        labels = {record: living_prospect(connection, record) for record in wanted}
    return {record: str(label.key) for record, label in labels.items() if label is not None}
