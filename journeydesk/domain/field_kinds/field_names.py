"""What people call a field, in their language: by its name in the base, where that is said, and by a title in lists and forms."""

from collections.abc import Mapping

from journeydesk.domain.catalogue import FieldSpec
from journeydesk.domain.words import named, noted, tr

NAMES = (
    noted("Application ID"),
    noted("Company"),
    noted("Contact Name"),
    noted("Email"),
    noted("Job Title"),
    noted("Phone"),
    noted("Website"),
    noted("Industry"),
    noted("Use Case"),
    noted("Volume Estimate"),
    noted("Technical Capability"),
    noted("Priority Level"),
    noted("Current Challenge"),
    noted("Priority Score"),
    noted("Status"),
    noted("Applied On"),
    noted("Source"),
    noted("Assigned To"),
    noted("Next Follow-up"),
    noted("Notes"),
    noted("Estimated Revenue"),
    noted("Deal Probability"),
    noted("Expected Close Date"),
    noted("Customer Status"),
    noted("LTV"),
    noted("Tier"),
    noted("Deal Stage"),
    noted("Journey Stage"),
    noted("Journey Points"),
    noted("Lifecycle Stage"),
    noted("Onboarding Step"),
    noted("Entry Point"),
    noted("Stripe Customer ID"),
    noted("Interaction ID"),
    noted("Type"),
    noted("Date"),
    noted("Duration"),
    noted("Summary"),
    noted("Next Steps"),
    noted("Owner"),
    noted("Sentiment"),
    noted("Outcome"),
    noted("Task ID"),
    noted("Customer"),
    noted("Title"),
    noted("Kind"),
    noted("Due"),
    noted("Done At"),
    noted("Origin"),
    noted("Starts On"),
    noted("Progress"),
)
"""Those of prospects, their interactions and their tasks; the other tables are written by programs."""


def field_name(spec: FieldSpec) -> str:
    """The name in the base, in the reader's language."""
    return named(spec.name)


TITLES: Mapping[str, str] = {
    "key": tr("Application ID"),
    "email": tr("Email"),
    "job_title": tr("Job title"),
    "phone": tr("Phone"),
    "website": tr("Website"),
    "industry": tr("Industry"),
    "use_case": tr("Use case"),
    "volume_estimate": tr("Volume estimate"),
    "technical_capability": tr("Technical capability"),
    "current_challenge": tr("Current challenge"),
    "status": tr("Status"),
    "source": tr("Source"),
    "notes": tr("Notes"),
    "deal_probability": tr("Deal probability"),
    "expected_close": tr("Expected close date"),
    "customer_status": tr("Customer status"),
    "ltv": tr("LTV"),
    "tier": tr("Tier"),
    "deal_stage": tr("Deal stage"),
    "journey_stage": tr("Journey stage"),
    "journey_points": tr("Journey points"),
    "lifecycle_stage": tr("Lifecycle stage"),
    "onboarding_step": tr("Onboarding step"),
    "entry_point": tr("Entry point"),
    "stripe_customer": tr("Stripe customer ID"),
}
"""Titles of a prospect's fields, by slug, where `lists.columns` has no shorter ones."""


def title_of_field(spec: FieldSpec) -> str:
    """The title in lists and forms."""
    return TITLES.get(spec.slug) or title_in_english(spec)


def title_in_english(spec: FieldSpec) -> str:
    """The name in the base as people write it within a sentence, which is understood in every language."""
    first, *others = spec.name.split(" ")
    return " ".join([first, *(word if word.isupper() else word[:1].lower() + word[1:] for word in others)])
