"""The fields of a prospect as a person meets them: in which order and under which heading, and which nobody writes by hand."""

from collections.abc import Mapping

from journeydesk.domain.catalogue import PROSPECTS, FieldSpec
from journeydesk.domain.field_kinds.field_names import field_name, title_in_english
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import column_named
from journeydesk.domain.words import tr, within


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields, by slug, under one heading."""

    title: str
    slugs: tuple[str, ...]


GROUPS = (
    FieldGroup(tr("Contact"), ("company", "contact_name", "job_title", "email", "phone", "website")),
    FieldGroup(
        tr("Deal"),
        (
            "owner",
            "next_follow_up",
            "estimated_revenue",
            "deal_probability",
            "expected_close",
            "customer_status",
            "ltv",
            "tier",
        ),
    ),
    FieldGroup(tr("Stages"), ("journey_stage", "deal_stage", "lifecycle_stage", "onboarding_step", "journey_points")),
    FieldGroup(
        tr("Application"),
        (
            *("status", "score", "source", "industry", "volume_estimate", "technical_capability", "priority_level"),
            *("use_case", "current_challenge", "applied_on"),
        ),
    ),
    FieldGroup(tr("Kept by Journeydesk"), ("key", "stripe_customer", "entry_point")),
)
"""Every field but the notes, which stand above them."""

MADE_ELSEWHERE: Mapping[str, str] = {
    "key": tr("The Application ID is what the team and Airtable know the prospect by; it stays."),
    "journey_points": tr("Points are counted from what the prospect did."),
    "entry_point": tr("The first touch is recorded when it happens."),
    "stripe_customer": tr("Stripe customers are linked in Settings, Money from Stripe."),
    "last_touch_at": tr("The last interaction comes from what is logged; log a call to change it."),
    "last_touch_type": tr("The last interaction comes from what is logged; log a call to change it."),
    "last_touch_outcome": tr("The last interaction comes from what is logged; log a call to change it."),
    "last_call_at": tr("The last call comes from what is logged; log a call to change it."),
    "stage_since": tr("The day comes from the move into the stage; set the stage to change it."),
    "net_paid_minor": tr("What was paid comes from Stripe."),
    "mrr_minor": tr("MRR comes from Stripe."),
    "at_risk": tr("Whether a prospect is at risk is found by the rules."),
}
"""Why nobody writes these by hand, by field."""

PEOPLE = frozenset({"owner"})
"""Fields that hold somebody of the team."""


_TITLES = {"email": tr("E-mail"), "contact_name": tr("Contact name")}


def title_of(slug: str) -> str:
    """What people call a field: Est. revenue, Follow-up."""
    if slug in _TITLES:
        return _TITLES[slug]
    column = column_named(slug)
    return column.title if column is not None else PROSPECTS.by_slug[slug].name


def title_of_spec(spec: FieldSpec) -> str:
    """The same for a field of any table: Est. revenue, Next steps."""
    if PROSPECTS.by_slug.get(spec.slug) is spec:
        return title_of(spec.slug)
    name = field_name(spec)
    return title_in_english(spec) if name == spec.name else name


def title_within(slug: str) -> str:
    """The same within a sentence: est. revenue, LTV."""
    title = title_of(slug)
    first = title.partition(" ")[0]
    return title if first.isupper() else within(title[:1]) + title[1:]
