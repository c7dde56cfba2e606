"""What the facts of a prospect say to a screen reader."""

from journeydesk.domain.words import tr
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.words.figures import exact_amount


def money_sentence(detail: ProspectDetail) -> str:
    """The three figures, and the other LTV beside the one that is shown."""
    beside = ""
    if detail.ltv_source == "Stripe net" and detail.ltv_by_hand is not None:
        beside = tr(", by hand {amount}", amount=exact_amount(detail.ltv_by_hand))
    elif detail.ltv_source == "by hand" and detail.ltv_from_stripe is not None:
        beside = tr(", Stripe net {amount}", amount=exact_amount(detail.ltv_from_stripe))
    ltv, mrr = (
        "".join(tr(" and {amount} without a rate", amount=exact_amount(amount)) for amount in apart)
        for apart in (detail.ltv_apart, detail.mrr_apart)
    )
    return tr(
        "LTV {ltv}{apart}{beside}, MRR {mrr}{mrr_apart}, {status}",
        ltv=exact_amount(detail.ltv) or tr("none"),
        apart=ltv,
        beside=beside,
        mrr=exact_amount(detail.mrr) or tr("none"),
        mrr_apart=mrr,
        status=detail.row.status,
    )


def score_sentence(detail: ProspectDetail) -> str:
    """The score with its reasons, then the first touch."""
    reasons = ", ".join(
        tr("{label} {points} of {possible}", label=r.label, points=r.points, possible=r.possible) for r in detail.score_reasons
    )
    entry = tr("; first touch {cta}", cta=detail.entry_point.cta) if detail.entry_point else ""
    return tr("Score {score} of 50: {reasons}{entry}", score=detail.score_total, reasons=reasons, entry=entry)
