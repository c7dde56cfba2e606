"""The alert inbox's questions."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal, cast

from journeydesk.domain.alerts.alert import CLEARED, Act, Recommendation
from journeydesk.domain.alerts.snooze import is_snooze
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.money import Money, in_words
from journeydesk.domain.rules.registry import RULE_NAMES, why
from journeydesk.domain.rules.registry import advice as advice_for
from journeydesk.domain.rules.trouble import INTEGRATION_TROUBLE
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import first_up, named, retold, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import entry_point_view
from journeydesk.services.queries.lists.prospects import amount, stage_mark, touch_words
from journeydesk.services.rows.alerts import AlertDetail, AlertRow, AuditLine, Evidence, MutedRule, Priority
from journeydesk.services.rows.common import Amount
from journeydesk.storage.alerts import audit_trail as alert_trail
from journeydesk.storage.alerts import inbox as alert_inbox
from journeydesk.storage.alerts import listed as alert_listed
from journeydesk.storage.alerts.audit_trail import FIRED, AuditStep
from journeydesk.storage.alerts.inbox import InboxRow, OneAlert
from journeydesk.storage.alerts.listed import InboxFilter, ListedAlert
from journeydesk.storage.facts.events import events_of
from journeydesk.storage.facts.mutes import muted_prospects, mutes
from journeydesk.storage.records.lookup import find_by_key_prefix

_EARNED = 6
"""How many CTAs stand below an alert of a jump."""

Status = Literal["Pending", "Acknowledged", "Actioned", "Expired"]


def alerts(
    context: Context,
    status: str,
    rule: str | None = None,
    priority: str | None = None,
    owner: str | None = None,
    known: Iterable[AlertRow] = (),
) -> list[AlertRow]:
    """The alerts of one status, urgent first; of the pending ones those that are not snoozed. An owner of "" stands for nobody. What is
    among `known`, of prospects that nobody changed since, is read again only where it was handled since."""
    return _listed(context, status, InboxFilter(rule, priority, owner), known)


def snoozed_alerts(
    context: Context,
    rule: str | None = None,
    priority: str | None = None,
    owner: str | None = None,
    known: Iterable[AlertRow] = (),
) -> list[AlertRow]:
    """The snoozed pending alerts, the next to wake first; `known` is as for `alerts`."""
    return _listed(context, "Pending", InboxFilter(rule, priority, owner), known, snoozed=True)


def _listed(
    context: Context, status: str, filters: InboxFilter, known: Iterable[AlertRow], *, snoozed: bool = False
) -> list[AlertRow]:
    now = context.now()
    # Those of nobody are few, and no change names them.
    before = {alert.id: alert for alert in known if alert.status == status and alert.prospect is not None}
    with context.database.read() as connection:
        listed = alert_listed.listed(connection, status, now, filters, snoozed=snoozed)
        standing = {alert.id: row for alert in listed if (row := before.get(alert.id)) and _stands(row, alert, now)}
        rows = alert_inbox.inbox_rows(connection, [alert.id for alert in listed if alert.id not in standing], now)
    return [standing.get(alert.id) or _row(context, rows[alert.id], now) for alert in listed]


def _stands(row: AlertRow, alert: ListedAlert, now: str) -> bool:
    """Whether this is what would be read of it."""
    until = alert.snoozed_until or ""
    asleep = row.snoozed_until is not None
    return (
        row.prospect == alert.prospect
        and row.pending == bool(alert.touched)
        and asleep == (until > now)
        and (not asleep or (row.snoozed_until, row.snoozed_for) == (moment_of(until), alert.snoozed_for or ""))
        and row.unread == (row.status == "Pending" and _is_unread(until, alert.read_at or "", now))
    )


def _is_unread(until: str, read_at: str, now: str) -> bool:
    """Whether nobody opened it here since it woke, or at all."""
    return until <= now and (not read_at or read_at < until)


def filter_choices(context: Context) -> tuple[list[str], list[str]]:
    """The owners and the rules that alerts have; an owner of "" stands for nobody."""
    with context.database.read() as connection:
        return alert_inbox.kinds(connection)


def find_alert(context: Context, key: str) -> RecordId:
    """The alert whose key begins so. Raises UserError where none or several do."""
    with context.database.read() as connection:
        matches = find_by_key_prefix(connection, "alerts", key)
    if len(matches) != 1:
        raise UserError(
            tr(
                "“{key}” fits {alerts}. Give more of its key; `alerts` lists them.",
                key=key,
                alerts=tr("several alerts") if matches else tr("no alert"),
            )
        )
    return matches[0]


def muted_rules(context: Context) -> list[MutedRule]:
    """What is muted: rules for all first, then those for single prospects."""
    with context.database.read() as connection:
        single = muted_prospects(connection)
    for_all = sorted(RULE_NAMES - context.settings.alerts.on, key=str.casefold)
    return [MutedRule(rule, None, "all") for rule in for_all] + [MutedRule(rule, who, name) for who, name, rule in single]


def _row(context: Context, row: InboxRow, now: str) -> AlertRow:
    value, monthly = _at_stake(context, row)
    until = row.snoozed_until or ""
    pending = row.status == "Pending"
    return AlertRow(
        id=row.id,
        key=row.key,
        prospect=row.prospect,
        priority=cast(Priority, row.priority or "Normal"),
        status=cast(Status, row.status),
        company=row.company or row.contact_name or "" if row.prospect is not None else tr("Whole team"),
        contact=row.contact_name or "",
        owner=row.owner or "",
        reason=retold(row.reason or "") or first_up(named(row.rule or "")),
        rule=row.rule or "",
        raised_at=moment_of(row.raised_at or row.created_at),
        expires_at=moment_of(row.expires_at) if row.expires_at else None,
        snoozed_until=moment_of(until) if pending and until > now else None,
        unread=pending and _is_unread(until, row.read_at or "", now),
        pending=bool(row.touched),
        snoozed_for=row.snoozed_for or "" if pending and until > now else "",
        value=value,
        monthly=monthly,
    )


def _at_stake(context: Context, row: InboxRow) -> tuple[Amount | None, bool]:
    """What a customer pays a month, else what is hoped for; whether it is monthly."""
    if row.mrr_minor is not None and row.mrr_minor > 0:
        return Amount(row.mrr_minor, row.money_currency or context.settings.currency), True
    return (amount(context, row.estimated_revenue), False) if row.estimated_revenue else (None, False)


def alert_counts(context: Context) -> dict[str, int]:
    """How many alerts stand in each status; snoozed ones are not counted as pending."""
    with context.database.read() as connection:
        counts = alert_inbox.counts(connection, context.now())
    return {status: counts.get(status, 0) for status in ("Pending", "Acknowledged", "Actioned", "Expired")}


def status_of(context: Context, alert: RecordId) -> Status | None:
    """Where an alert stands now; None where it is gone."""
    with context.database.read() as connection:
        row = alert_inbox.one(connection, alert, context.now())
    return cast(Status, row.status) if row and not row.deleted else None


def alert_detail(context: Context, alert: RecordId) -> AlertDetail | None:
    """What the reading pane shows, or None where the alert is gone."""
    now = context.now()
    with context.database.read() as connection:
        row = alert_inbox.one(connection, alert, now)
        if row is None:
            return None
        prospect = row.prospect
        raised_at = row.raised_at or row.created_at
        history = alert_trail.trail(connection, alert)
        silent = mutes(connection)
        others = alert_inbox.others_of(connection, prospect, alert) if prospect is not None else []
        data = json.loads(row.evidence or "{}")
        engagement = context.settings.journeys[0]
        stage, log = data.get("stage"), {}
        if prospect is not None and stage:
            log = events_of(connection, [prospect])
        elif prospect is not None:
            stage = alert_inbox.stage_then(connection, prospect, engagement.name, raised_at)
    listed = _row(context, row, now)
    marks = [stage_mark(context, engagement.name, stage.number) for stage in engagement.stages]
    advice = advice_for(listed.rule)
    return AlertDetail(
        row=listed,
        headline=retold(row.headline or "") or f"{listed.company}: {listed.reason}",
        rule_name=first_up(named(listed.rule)),
        action_title=advice.title,
        action_text=advice.text,
        phone=row.phone or "",
        email=row.email or "",
        job_title=row.job_title or "",
        stages=tuple(mark for mark in marks if mark is not None),
        recorded=stage_mark(context, engagement.name, stage),
        by_score=stage_mark(context, engagement.name, data.get("target")),
        gap=int(data.get("target") or 0) - int(data.get("stage") or 0),
        points_before=data.get("before"),
        points_after=data.get("after"),
        evidence=_earned(context, log, raised_at) or _lines(data.get("lines"), listed.raised_at),
        history=_history(listed, history),
        entry_point=entry_point_view(row.entry_point),
        contact_lines=_contact(context, row),
        others=tuple(AuditLine(p, r, s, moment_of(at)) for p, r, s, at in others if at),
        why=why(context.settings, listed.rule, row.expires_at, context.today()),
        act=_act(listed, advice),
        note="" if _is_ours(row.note) else row.note or "",
        muted=_muted(context, listed, silent.get(row.prospect_key or "", frozenset())),
    )


def _act(row: AlertRow, advice: Recommendation) -> Act:
    """The form for the advised step; where there is no prospect to call, the place where one sees more."""
    if row.prospect is not None:
        return advice.act
    if row.rule == INTEGRATION_TROUBLE:
        return "integrations"
    return advice.act if advice.act in ("task", "list", "report") else "list"


def _is_ours(note: object) -> bool:
    """Whether no person wrote this note: it is empty, or says how the alert ended or until when it is snoozed."""
    return not note or is_snooze(note) or str(note).startswith(CLEARED)


def _muted(context: Context, row: AlertRow, silent: frozenset[str]) -> str:
    if row.rule in RULE_NAMES and row.rule not in context.settings.alerts.on:
        return "all"
    return row.company if row.rule in silent else ""


def _earned(context: Context, log: Mapping[RecordId, list[Event]], until: str) -> tuple[Evidence, ...]:
    """The last CTAs up to then, newest first, each with what it was worth to this prospect."""
    awards = [award for events in log.values() for award in fold(context.settings, events).awards if award.at <= until]
    return tuple(
        Evidence("cta", award.cta or tr("CTA"), award.points, moment_of(award.at)) for award in reversed(awards[-_EARNED:])
    )


def _lines(stored: object, raised_at: datetime) -> tuple[Evidence, ...]:
    """What a rule saw, as it was written down; a line without a time stands at the alert's."""
    lines = stored if isinstance(stored, list) else []
    return tuple(
        Evidence(
            "form", f"{retold(text)}: {retold(value)}" if value else retold(text), None, moment_of(at) if at else raised_at
        )
        for text, at, value in lines
    )


def _history(row: AlertRow, lines: list[AuditStep]) -> tuple[AuditLine, ...]:
    history = [AuditLine(named(line.action), retold(line.detail), line.actor, moment_of(line.at)) for line in lines]
    # An alert that another machine raised has no line here yet for how it began.
    if not any(line.action == FIRED for line in lines):
        history.append(
            AuditLine(
                named(FIRED),
                tr("as {priority}", priority=named(row.priority)),
                tr("rule “{rule}”", rule=first_up(named(row.rule))),
                row.raised_at,
            )
        )
    return tuple(history)


def _contact(context: Context, row: OneAlert) -> tuple[tuple[str, str], ...]:
    last = touch_words(context, row.last_touch_type, None)
    mrr = Amount(row.mrr_minor, row.money_currency or "") if row.mrr_minor is not None else None
    lines = (
        (tr("Company"), row.company or ""),
        (tr("Owner"), row.owner or ""),
        (tr("Phone"), row.phone or ""),
        ("Email", row.email or ""),
        (tr("Last contact"), f"{last}, {(row.last_touch_at or '')[:10]}" if last else tr("none yet")),
        ("Follow-up", row.next_follow_up or tr("none")),
        (tr("Est. revenue"), _money(amount(context, row.estimated_revenue)) or tr("not given")),
        ("MRR", _money(mrr) or tr("none yet")),
    )
    return tuple((label, value) for label, value in lines if value)


def _money(sum_of_money: Amount | None) -> str:
    return "" if sum_of_money is None else in_words(Money(sum_of_money.minor, sum_of_money.currency))
