"""The alert inbox's questions."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Literal, cast

from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.money import Money
from journeydesk.domain.rules.registry import advice as advice_for
from journeydesk.domain.rules.registry import why
from journeydesk.domain.values import moment_of
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import entry_point_view
from journeydesk.services.queries.prospects import stage_mark, touch_words
from journeydesk.services.rows import AlertDetail, AlertRow, AuditLine, Evidence, Priority
from journeydesk.storage import alert_inbox

Status = Literal["Pending", "Acknowledged", "Actioned", "Expired"]


def alerts(
    context: Context, status: str, rule: str | None = None, priority: str | None = None, owner: str | None = None
) -> list[AlertRow]:
    """The alerts of one status, urgent first."""
    with context.database.read() as connection:
        found = alert_inbox.inbox(connection, status, context.now())
    rows = [_row(row) for row in found]
    return [
        row
        for row in rows
        if (rule is None or row.rule == rule)
        and (priority is None or row.priority == priority)
        and (owner is None or row.owner == owner)
    ]


def _row(row: Mapping[str, object]) -> AlertRow:
    prospect = row["prospect"]
    return AlertRow(
        id=RecordId(int(str(row["lid"]))),
        key=Key(str(row["key"])),
        prospect=RecordId(prospect) if isinstance(prospect, int) else None,
        priority=cast(Priority, row["priority"] or "Normal"),
        status=cast(Status, row["status_now"]),
        company=str(row["company"] or row["contact_name"] or "") if isinstance(prospect, int) else "Whole team",
        contact=str(row["contact_name"] or ""),
        owner=str(row["prospect_owner"] or ""),
        reason=str(row["reason"] or row["rule"] or ""),
        rule=str(row["rule"] or ""),
        raised_at=moment_of(str(row["raised_at"] or row["created_at"])),
        expires_at=moment_of(str(row["expires_at"])) if row["expires_at"] else None,
        snoozed_until=moment_of(str(row["snoozed_until"])) if row["snoozed_until"] else None,
        unread=row["read_at"] is None and row["status_now"] == "Pending",
        pending=bool(row["touched"]),
    )


def alert_counts(context: Context) -> dict[str, int]:
    """How many alerts stand in each status."""
    with context.database.read() as connection:
        counts = alert_inbox.counts(connection, context.now())
    return {status: counts.get(status, 0) for status in ("Pending", "Acknowledged", "Actioned", "Expired")}


def unread_count(context: Context) -> int:
    """How many pending alerts nobody has opened here: the rail's badge."""
    with context.database.read() as connection:
        return alert_inbox.unread(connection, context.now())


def alert_detail(context: Context, alert: RecordId) -> AlertDetail | None:
    """What the reading pane shows, or None where the alert is gone."""
    with context.database.read() as connection:
        row = alert_inbox.one(connection, alert, context.now())
        if row is None:
            return None
        prospect = row["prospect"]
        history = alert_inbox.history(connection, alert)
        others = alert_inbox.others_of(connection, RecordId(prospect), alert) if isinstance(prospect, int) else []
        data = json.loads(str(row["evidence"] or "{}"))
        jumped = isinstance(prospect, int) and data.get("stage")
        earned = alert_inbox.what_earned(connection, int(str(prospect)), str(row["raised_at"])) if jumped else []
    listed = _row(row)
    engagement = context.settings.journeys[0]
    marks = [stage_mark(context, engagement.name, stage.number) for stage in engagement.stages]
    advice = advice_for(listed.rule)
    return AlertDetail(
        row=listed,
        headline=str(row["headline"] or f"{listed.company}: {listed.reason}"),
        rule_name=listed.rule[:1].upper() + listed.rule[1:],
        action_title=advice.title,
        action_text=advice.text,
        phone=str(row["phone"] or ""),
        email=str(row["email"] or ""),
        job_title=str(row["job_title"] or ""),
        stages=tuple(mark for mark in marks if mark is not None),
        recorded=stage_mark(context, engagement.name, data.get("stage")),
        by_score=stage_mark(context, engagement.name, data.get("target")),
        gap=int(data.get("target") or 0) - int(data.get("stage") or 0),
        points_before=data.get("before"),
        points_after=data.get("after"),
        evidence=_evidence(earned) or _lines(data.get("lines"), listed.raised_at),
        history=_history(listed, history),
        entry_point=entry_point_view(row["entry_point"]),
        contact_lines=_contact(context, row),
        others=tuple(AuditLine(p, r, s, moment_of(at)) for p, r, s, at in others if at),
        why=why(context.settings, listed.rule, str(row["expires_at"]) if row["expires_at"] else None),
    )


def _evidence(found: list[tuple[str, str | None, str, str | None]]) -> tuple[Evidence, ...]:
    lines = []
    for kind, cta, at, payload in found:
        try:
            metadata = json.loads(payload or "{}")
        except ValueError:
            metadata = {}
        points = metadata.get("points") if isinstance(metadata, dict) else None
        words = cta or kind.replace("_", " ").capitalize()
        lines.append(Evidence("cta", words, points if isinstance(points, int) else None, moment_of(at)))
    return tuple(lines)


def _lines(found: object, raised_at: datetime) -> tuple[Evidence, ...]:
    """What a rule saw, as it was written down; a line without a time stands at the alert's."""
    lines = found if isinstance(found, list) else []
    return tuple(
        Evidence("form", f"{text}: {value}" if value else text, None, moment_of(at) if at else raised_at)
        for text, at, value in lines
    )


def _history(row: AlertRow, lines: list[tuple[str, str, str, str]]) -> tuple[AuditLine, ...]:
    found = [AuditLine(action, detail, actor, moment_of(at)) for at, actor, action, detail in lines]
    # An alert that another machine raised has no line here yet for how it began.
    if not any(line.bold == "Fired" for line in found):
        found.append(AuditLine("Fired", f"as {row.priority}", f"rule “{row.rule}”", row.raised_at))
    return tuple(found)


def _contact(context: Context, row: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    last = touch_words(row["last_touch_type"], None)
    revenue, mrr = row["estimated_revenue"], row["mrr_minor"]
    currency = context.settings.currency
    lines = (
        ("Company", str(row["company"] or "")),
        ("Owner", str(row["prospect_owner"] or "")),
        ("Phone", str(row["phone"] or "")),
        ("Email", str(row["email"] or "")),
        ("Last contact", f"{last}, {str(row['last_touch_at'])[:10]}" if last else "none yet"),
        ("Follow-up", str(row["next_follow_up"] or "none")),
        ("Est. revenue", f"{Money(revenue, currency).major:,} {currency}" if isinstance(revenue, int) else "not given"),
        (
            "MRR",
            f"{Money(mrr, str(row['money_currency'])).major:,} {row['money_currency']}" if isinstance(mrr, int) else "none yet",
        ),
    )
    return tuple((label, value) for label, value in lines if value)
