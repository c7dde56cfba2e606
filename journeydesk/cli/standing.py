"""The command `show`: where a prospect stands, since when and how it came there."""

import argparse
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from journeydesk.cli.amounts import amount_facts, amount_words
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.standing import JourneyHistory, StageSpan, journey_history
from journeydesk.services.rows.common import EntryPointView
from journeydesk.services.rows.detail import ProspectDetail


def show(arguments: argparse.Namespace) -> int:
    """Its place in every journey with the time there, points, score, status, money, first and last touch."""
    with workspace() as (context, _):
        prospect = find_prospect(context, arguments.prospect)
        detail, history, now = prospect_detail(context, prospect), journey_history(context, prospect), context.clock()
        zone = context.settings.time_zone
    if detail is None:
        raise UserError(tr("{prospect} was deleted meanwhile.", prospect=arguments.prospect))
    facts = {"prospect": arguments.prospect} | _facts(detail, history, now)
    say(arguments, "\n".join(_lines(arguments.prospect, detail, history, now, zone)), facts)
    return DONE


def _facts(detail: ProspectDetail, history: JourneyHistory, now: datetime) -> dict[str, Any]:
    def stay(span: StageSpan) -> dict[str, Any]:
        return {
            "number": span.number,
            "stage": span.name,
            "since": span.entered_at.isoformat(),
            "until": span.left_at.isoformat() if span.left_at else None,
            "hours": round(span.seconds(now) / 3600, 1),
            "reason": span.reason,
            "actor": span.actor,
        }

    return {
        "company": detail.row.company,
        "journeys": {name: stay(stays[0]) for name, stays in history.stays.items()},
        "history": {name: [stay(span) for span in stays] for name, stays in history.stays.items()},
        "points": detail.points,
        "score": detail.score_total,
        "score_by_hand": detail.score_by_hand,
        "status": detail.customer_status or None,
        "ltv": amount_facts(detail.ltv),
        "ltv_by_hand": amount_facts(detail.ltv_by_hand),
        "ltv_without_rate": [amount_facts(amount) for amount in detail.ltv_apart],
        "mrr": amount_facts(detail.mrr),
        "mrr_without_rate": [amount_facts(amount) for amount in detail.mrr_apart],
        "tier": detail.tier or None,
        "owner": detail.row.owner or None,
        "first_touch": _entry(history.first),
        "last_touch": _entry(history.last),
        "entry_point": _entry(history.entries[-1] if history.entries else None),
        "entry_points": [_entry(entry) for entry in history.entries],
        "known_before": history.known_before,
    }


def _lines(prospect: str, detail: ProspectDetail, history: JourneyHistory, now: datetime, zone: ZoneInfo) -> list[str]:
    lines = [
        tr(
            "{prospect}  {company}  score {score_total}, {points} points",
            prospect=prospect,
            company=detail.row.company,
            score_total=detail.score_total,
            points=detail.points,
        )
    ]
    if detail.ltv is not None or detail.ltv_apart:
        source = {"": "", "Stripe net": tr(" (Stripe net)"), "by hand": tr(" (by hand)")}[detail.ltv_source]
        lines.append(
            f"LTV{source}: {amount_words(detail.ltv, detail.ltv_apart)}; MRR: {amount_words(detail.mrr, detail.mrr_apart)}"
        )
    lines += [_stay_words(name, stays[0], now, zone) for name, stays in history.stays.items()]
    for label, touch in ((tr("First touch"), history.first), (tr("Last touch"), history.last)):
        if touch is not None:
            lines.append(f"{label}: {', '.join(part for part in (touch.cta, touch.page, touch.utm) if part)}")
    return lines


def _stay_words(name: str, stay: StageSpan, now: datetime, zone: ZoneInfo) -> str:
    return tr(
        "{name}: {number} {words} since {at} ({days} days; {reason})",
        name=name,
        number=stay.number,
        words=stay.words,
        at=f"{stay.entered_at.astimezone(zone):%Y-%m-%d %H:%M}",
        days=f"{stay.seconds(now) / 86_400:.0f}",
        reason=stay.reason,
    )


def _entry(entry: EntryPointView | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {"cta": entry.cta, "page": entry.page, "utm": entry.utm, "at": entry.at.isoformat() if entry.at else None}
