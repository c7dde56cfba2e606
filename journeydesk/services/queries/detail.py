"""The detail panel's questions: one prospect, and its timeline."""

import json
from collections.abc import Mapping
from datetime import datetime

from journeydesk.domain.checks import out_of_range
from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import Money, in_words
from journeydesk.domain.settings.payments import ValueFrom
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import first_up, noted, retold, tr, within
from journeydesk.services.context import Context
from journeydesk.services.evaluation.scoring import score_of
from journeydesk.services.queries.lists.prospects import amount, prospect_rows, stage_mark
from journeydesk.services.rows.common import Amount, EntryPointView
from journeydesk.services.rows.detail import ProspectDetail, ScoreReason, Step, TimelineEntry
from journeydesk.storage.lists.board import positions_of
from journeydesk.storage.lists.prospect_page import prospect_page
from journeydesk.storage.payments.stripe_mirror import apart_of
from journeydesk.storage.records import records
from journeydesk.storage.records import timeline as stored_timeline
from journeydesk.storage.records.timeline import Entry

_KINDS = {"Call": "call", "Meeting": "meeting", "Email": "email", "Demo": "demo", "Support": "support", "Follow-up": "note"}
_EVENT_WORDS = {
    "cta_clicked": tr("Clicked"),
    "application_received": tr("Applied"),
    "application_accepted": tr("Accepted"),
    "application_reviewed": tr("Reviewed"),
    "application_rejected": tr("Rejected"),
    "demo_requested": tr("Asked for a demo"),
    "form_submitted": tr("Sent a form"),
    "inquiry_submitted": tr("Sent an inquiry"),
    "page_viewed": tr("Viewed a page"),
    "email_opened": tr("Opened an e-mail"),
    "email_replied": tr("Answered an e-mail"),
    "payment_succeeded": tr("Payment succeeded"),
    "payment_failed": tr("Payment failed"),
    "access_granted": tr("Access granted"),
    "api_key_created": tr("Made an API key"),
    "first_api_call": tr("First API call"),
}
_CLICKS = frozenset({"cta_clicked", "page_viewed", "email_opened", "demo_requested", "form_submitted", "inquiry_submitted"})
_LOOKED_THROUGH = 40
"""Of how many events clicks are taken: what is further back says nothing before a call."""


def prospect_detail(context: Context, prospect: RecordId, journey: str = "Engagement") -> ProspectDetail | None:
    """Everything above the timeline, or None where the prospect is gone."""
    shown_journey = context.settings.journey(journey)
    journey = shown_journey.name if shown_journey else journey
    rows = prospect_rows(context, [prospect])
    if not rows:
        return None
    with context.database.read() as connection:
        page = prospect_page(connection, prospect)
        if page is None:
            return None
        score = score_of(context, connection, prospect) if not page.deleted else None
        positions = positions_of(connection, prospect)
        apart = apart_of(connection, prospect)
        marked = out_of_range("prospects", records.get(connection, "prospects", prospect) or {})
    steps = _steps(context, journey, positions)
    current = next((step.mark.number for step in steps if step.state == "current"), 0)
    to_next, following = _to_next(context, journey, current, page.journey_points or 0)
    stripe = Amount(page.net_paid_minor, page.money_currency or "") if page.net_paid_minor is not None else None
    typed = amount(context, page.ltv)
    ltv, source = _ltv(stripe, typed, context.settings.payments.value_from)
    by_hand = bool(page.score_by_hand)
    return ProspectDetail(
        row=rows[0],
        job_title=page.job_title or "",
        email=page.email or "",
        phone=page.phone or "",
        website=page.website or "",
        journey=journey,
        steps=steps,
        points=page.journey_points or 0,
        points_to_next=to_next,
        next_stage=stage_mark(context, journey, following),
        ltv=ltv,
        ltv_source=source,  # type: ignore[arg-type]
        ltv_by_hand=typed,
        ltv_from_stripe=stripe,
        mrr=Amount(page.mrr_minor, page.money_currency or "") if page.mrr_minor is not None else None,
        ltv_apart=tuple(Amount(net, code) for code, net, _ in apart if net),
        mrr_apart=tuple(Amount(monthly, code) for code, _, monthly in apart if monthly),
        customer_status=page.customer_status or "",
        tier=page.tier or "",
        tier_words=context.words.shown("prospects", "tier", page.tier or ""),
        score_total=page.score if page.score is not None else (score.total if score else None),
        score_by_hand=by_hand or (score is not None and page.score is not None and page.score != score.total),
        score_reasons=tuple(ScoreReason(r.label, r.points, r.possible, r.text) for r in score.reasons) if score else (),
        out_of_range=tuple(marked),
        entry_point=entry_point_view(page.entry_point),
    )


def _moment(text: object) -> datetime | None:
    return moment_of(str(text)) if text else None


def _steps(context: Context, journey: str, positions: Mapping[str, tuple[int, str]]) -> tuple[Step, ...]:
    settings = context.settings.journey(journey)
    if settings is None:
        return ()
    current, since = positions.get(journey, (0, None))
    steps = []
    for stage in settings.stages:
        mark = stage_mark(context, journey, stage.number)
        if mark is not None:
            state = "done" if stage.number < current else "current" if stage.number == current else "ahead"
            entered = moment_of(since) if since and stage.number == current else None
            steps.append(Step(mark, state, entered))  # type: ignore[arg-type]
    return tuple(steps)


def _to_next(context: Context, journey: str, current: int, points: int) -> tuple[int | None, int | None]:
    thresholds = context.settings.thresholds
    if journey != context.settings.journeys[0].name or not 1 <= current < len(thresholds):
        return None, None
    return max(1, thresholds[current] + 1 - points), current + 1


def _ltv(stripe: Amount | None, typed: Amount | None, first: ValueFrom) -> tuple[Amount | None, str]:
    if stripe is not None and (first == "Stripe" or typed is None):
        return stripe, noted("Stripe net")
    return typed, "by hand" if typed else ""


def entry_point_view(stored: object) -> EntryPointView | None:
    """An entry point as published, or None where it is empty or unreadable."""
    if not stored:
        return None
    try:
        data = json.loads(str(stored))
    except ValueError:
        return None
    if not isinstance(data, dict):
        return None
    utm = " / ".join(str(data[k]) for k in ("utm_source", "utm_medium") if data.get(k))
    return EntryPointView(str(data.get("cta") or ""), str(data.get("page") or ""), utm, _moment(data.get("at")))


def timeline(context: Context, prospect: RecordId, group: str = "all", limit: int = 100) -> list[TimelineEntry]:
    """The newest entries of one group (interactions, cta, stages, payments) or of all."""
    with context.database.read() as connection:
        entries = stored_timeline.entries(connection, prospect, group, limit)
    makers = {"interactions": _interaction, "cta": _event, "stages": _move, "payments": _payment}
    return [makers[entry.part](context, entry, moment_of(entry.at)) for entry in entries if entry.at]


def clicks(context: Context, prospect: RecordId, limit: int) -> list[TimelineEntry]:
    """The newest of what they looked at and pressed themselves: calls to action, pages, mails, forms."""
    with context.database.read() as connection:
        entries = stored_timeline.entries(connection, prospect, "cta", _LOOKED_THROUGH)
    theirs = [entry for entry in entries if entry.at and entry.name in _CLICKS]
    return [_event(context, entry, moment_of(entry.at)) for entry in theirs[:limit] if entry.at]


def _interaction(context: Context, entry: Entry, at: datetime) -> TimelineEntry:
    detail = context.words.shown("interactions", "outcome", entry.detail or "")
    outcome = f" · {within(detail)}" if detail else ""
    duration = tr(" · {number} min", number=entry.number) if entry.number else ""
    return TimelineEntry(
        id=entry.id,
        kind=_KINDS.get(entry.name or "", "note"),
        title=context.words.shown("interactions", "type", entry.name or "Note"),
        title_rest=outcome + duration,
        detail=" → ".join(part.replace("\n", " ") for part in (entry.text, entry.next_steps) if part),
        at=at,
        group="interactions",
        pending=bool(entry.pending),
    )


def _event(context: Context, entry: Entry, at: datetime) -> TimelineEntry:
    kind = entry.name or ""
    words = _EVENT_WORDS.get(kind, kind.replace("_", " ").capitalize())
    try:
        metadata = json.loads(entry.text or "{}")
    except ValueError:
        metadata = {}
    detail = [str(metadata[name]) for name in ("page", "utm_source", "utm_medium") if metadata.get(name)]
    return TimelineEntry(
        id=entry.id,
        kind="payment" if kind.startswith("payment") else "cta",
        title=f"{words} {entry.detail}" if entry.detail else words,
        title_rest="",
        detail=" · ".join(detail),
        at=at,
        group="cta",
        pending=bool(entry.pending),
    )


def _move(context: Context, entry: Entry, at: datetime) -> TimelineEntry:
    before, after = divmod(entry.number or 0, 100)
    journey = entry.name or ""
    mark = stage_mark(context, journey, after)
    reason = _EVENT_WORDS.get(entry.detail or "") or retold(entry.detail or "").replace("_", " ")
    return TimelineEntry(
        id=entry.id,
        kind="stage",
        title=tr("Stage") if journey == context.settings.journeys[0].name else journey,
        title_rest=f" {mark.name}" if mark else "",
        detail=first_up(reason) + (f", {entry.text}" if entry.text else ""),
        at=at,
        group="stages",
        from_stage=stage_mark(context, journey, before),
        to_stage=mark,
    )


def _payment(context: Context, entry: Entry, at: datetime) -> TimelineEntry:
    paid = Money(entry.number or 0, (entry.detail or "EUR").upper())
    amount = in_words(paid)
    titles = {
        "charge": tr("{amount} paid", amount=amount),
        "refund": tr("{amount} refunded", amount=amount),
        "dispute": tr("{amount} disputed", amount=amount),
    }
    return TimelineEntry(
        id=entry.id,
        kind="payment",
        title=titles[entry.name or ""],
        title_rest="",
        detail=tr("Stripe, {text}", text=entry.text),
        at=at,
        group="payments",
    )


def timeline_counts(context: Context, prospect: RecordId) -> dict[str, int]:
    """How many entries each group has, and `all`."""
    with context.database.read() as connection:
        counts = stored_timeline.counts(connection, prospect)
    return counts | {"all": sum(counts.values())}
