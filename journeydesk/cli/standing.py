"""The command `show`: where a prospect stands, since when and how it came there."""

import argparse
from typing import Any

from journeydesk.cli.amounts import amount_facts, amount_words
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.standing import StageSpan, journey_history
from journeydesk.services.rows.common import EntryPointView


def show(arguments: argparse.Namespace) -> int:
    """Its place in every journey with the time there, points, score, status, money, first and last touch."""
    with workspace() as (context, _):
        prospect = find_prospect(context, arguments.prospect)
        detail, history, now = prospect_detail(context, prospect), journey_history(context, prospect), context.clock()
        zone = context.settings.time_zone
    if detail is None:
        raise UserError(tr("{prospect} was deleted meanwhile.", prospect=arguments.prospect))

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

    facts = {
        "prospect": arguments.prospect,
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
    lines = [
        tr(
            "{prospect}  {company}  score {score_total}, {points} points",
            prospect=arguments.prospect,
            company=detail.row.company,
            score_total=detail.score_total,
            points=detail.points,
        )
    ]
    if detail.ltv is not None or detail.ltv_apart:
        source = f" ({detail.ltv_source})" if detail.ltv_source else ""
        lines.append(
            f"LTV{source}: {amount_words(detail.ltv, detail.ltv_apart)}; MRR: {amount_words(detail.mrr, detail.mrr_apart)}"
        )
    for name, stays in history.stays.items():
        at = stays[0].entered_at.astimezone(zone)
        days = stays[0].seconds(now) / 86_400
        lines.append(
            tr(
                "{name}: {number} {words} since {at} ({days} days; {reason})",
                name=name,
                number=stays[0].number,
                words=stays[0].words,
                at=f"{at:%Y-%m-%d %H:%M}",
                days=f"{days:.0f}",
                reason=stays[0].reason,
            )
        )
    for label, touch in (("First touch", history.first), ("Last touch", history.last)):
        if touch is not None:
            lines.append(f"{label}: {', '.join(part for part in (touch.cta, touch.page, touch.utm) if part)}")
    say(arguments, "\n".join(lines), facts)
    return DONE


def _entry(entry: EntryPointView | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {"cta": entry.cta, "page": entry.page, "utm": entry.utm, "at": entry.at.isoformat() if entry.at else None}
