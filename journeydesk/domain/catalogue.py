"""The team's tables and fields (docs/rules.md, "Records"), declared once.

Everything that needs to know which fields exist reads this: the database columns, the matching at set-up, import and
export, the sandbox's base. `slug` is the name used in code, `name` the one in Airtable.
"""

from dataclasses import field
from enum import Enum
from types import MappingProxyType

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import noted


class FieldType(Enum):
    """What a field holds, named after Airtable's own field types."""

    TEXT = "singleLineText"
    LONG_TEXT = "multilineText"
    EMAIL = "email"
    PHONE = "phoneNumber"
    URL = "url"
    SELECT = "singleSelect"
    NUMBER = "number"
    PERCENT = "percent"
    CURRENCY = "currency"
    CHECKBOX = "checkbox"
    DATE = "date"
    DATETIME = "dateTime"
    LINK = "multipleRecordLinks"


TEXT_TYPES = frozenset({FieldType.TEXT, FieldType.LONG_TEXT, FieldType.EMAIL, FieldType.PHONE, FieldType.URL})


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name in Airtable, the column that holds it here, and what it may hold.

    `precision` counts decimals (numbers, percents as the digits of the fraction, currency). `links_to` is the slug of
    the linked table. `added` marks fields that Journeydesk brings along where a base lacks them. `unit` is what a number counts,
    where a remote may count it otherwise.
    """

    name: str
    slug: str
    type: FieldType = FieldType.TEXT
    choices: tuple[str, ...] = ()
    precision: int = 0
    links_to: str = ""
    added: bool = False
    unit: str = ""
    is_text: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_text", self.type in TEXT_TYPES)


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table; the first field is its primary field and key."""

    name: str
    slug: str
    fields: tuple[FieldSpec, ...]
    added: bool = False
    by_slug: MappingProxyType[str, FieldSpec] = field(init=False, repr=False, compare=False)
    by_name: MappingProxyType[str, FieldSpec] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_slug", MappingProxyType({f.slug: f for f in self.fields}))
        object.__setattr__(self, "by_name", MappingProxyType({f.name: f for f in self.fields}))

    @property
    def key(self) -> FieldSpec:
        """The primary field, on which creating is idempotent."""
        return self.fields[0]


def _text(name: str, slug: str, *, added: bool = False) -> FieldSpec:
    return FieldSpec(name, slug, added=added)


def _long(name: str, slug: str, *, added: bool = False) -> FieldSpec:
    return FieldSpec(name, slug, FieldType.LONG_TEXT, added=added)


def _select(name: str, slug: str, *choices: str, added: bool = False) -> FieldSpec:
    return FieldSpec(name, slug, FieldType.SELECT, choices=choices, added=added)


def _number(name: str, slug: str, *, added: bool = False) -> FieldSpec:
    return FieldSpec(name, slug, FieldType.NUMBER, added=added)


def _percent(name: str, slug: str) -> FieldSpec:
    return FieldSpec(name, slug, FieldType.PERCENT, precision=4)


def _currency(name: str, slug: str, *, added: bool = False) -> FieldSpec:
    return FieldSpec(name, slug, FieldType.CURRENCY, precision=2, added=added)


def _date(name: str, slug: str) -> FieldSpec:
    return FieldSpec(name, slug, FieldType.DATE)


def _moment(name: str, slug: str) -> FieldSpec:
    return FieldSpec(name, slug, FieldType.DATETIME)


def _link(name: str, slug: str = "prospect") -> FieldSpec:
    return FieldSpec(name, slug, FieldType.LINK, links_to="prospects")


INDUSTRIES = (
    *(noted("News"), noted("Stock Photos"), noted("E-commerce")),
    *(noted("Creator Platform"), noted("Research"), noted("Other")),
)
VOLUMES = ("1-1000", "10k-50k", "50k-100k", "100k+")
CAPABILITIES = ("API", "SDK", "Webhook", "Limited")
PRIORITY_LEVELS = (noted("Critical"), noted("Important"), noted("Nice-to-have"), noted("Exploring"))
APPLICATION_STATUSES = (
    *(noted("New"), noted("Reviewing"), noted("Accepted"), noted("Rejected")),
    *(noted("Onboarding"), noted("Active"), noted("Churned")),
)
SOURCES = ("Product Hunt", "Email", "Twitter", "LinkedIn", "Website", "Referral")
CUSTOMER_STATUSES = ("PROSPECT", "LEAD_QUALIFIED", "CUSTOMER", "CHURNED", "LEAD_EXHAUSTED")
TIERS = ("Explorer", "Accelerator")
INTERACTION_TYPES = (noted("Email"), noted("Call"), noted("Meeting"), noted("Demo"), noted("Support"), noted("Follow-up"))
OUTCOMES = (
    noted("Reached"),
    noted("No answer"),
    noted("Voicemail"),
    noted("Call back"),
    noted("Meeting booked"),
    noted("Not interested"),
)

PROSPECTS = TableSpec(
    "Beta Applications",
    "prospects",
    (
        _text("Application ID", "key"),
        _text("Company", "company"),
        _text("Contact Name", "contact_name"),
        FieldSpec("Email", "email", FieldType.EMAIL),
        _text("Job Title", "job_title"),
        FieldSpec("Phone", "phone", FieldType.PHONE),
        FieldSpec("Website", "website", FieldType.URL),
        _select("Industry", "industry", *INDUSTRIES),
        _long("Use Case", "use_case"),
        _select("Volume Estimate", "volume_estimate", *VOLUMES),
        _select("Technical Capability", "technical_capability", *CAPABILITIES),
        _select("Priority Level", "priority_level", *PRIORITY_LEVELS),
        _long("Current Challenge", "current_challenge"),
        _number("Priority Score", "score"),
        _select("Status", "status", *APPLICATION_STATUSES),
        _moment("Applied On", "applied_on"),
        _select("Source", "source", *SOURCES),
        _text("Assigned To", "owner"),
        _date("Next Follow-up", "next_follow_up"),
        _long("Notes", "notes"),
        _currency("Estimated Revenue", "estimated_revenue"),
        _percent("Deal Probability", "deal_probability"),
        _date("Expected Close Date", "expected_close"),
        _select("Customer Status", "customer_status", *CUSTOMER_STATUSES, added=True),
        _currency("LTV", "ltv", added=True),
        _select("Tier", "tier", *TIERS, added=True),
        _text("Deal Stage", "deal_stage", added=True),
        _text("Journey Stage", "journey_stage", added=True),
        _number("Journey Points", "journey_points", added=True),
        _text("Lifecycle Stage", "lifecycle_stage", added=True),
        _text("Onboarding Step", "onboarding_step", added=True),
        _long("Entry Point", "entry_point", added=True),
        _text("Stripe Customer ID", "stripe_customer", added=True),
    ),
)

INTERACTIONS = TableSpec(
    "Customer Interactions",
    "interactions",
    (
        _text("Interaction ID", "key"),
        _link("Application ID"),
        _select("Type", "type", *INTERACTION_TYPES),
        _moment("Date", "date"),
        FieldSpec("Duration", "duration", FieldType.NUMBER, unit="minutes"),
        _long("Summary", "summary"),
        _long("Next Steps", "next_steps"),
        _text("Owner", "owner"),
        _select("Sentiment", "sentiment", noted("Positive"), noted("Neutral"), noted("Negative")),
        _select("Outcome", "outcome", *OUTCOMES, added=True),
    ),
)

USAGE = TableSpec(
    "Usage Analytics",
    "usage",
    (
        FieldSpec("Record Key", "key", added=True),
        _link("Customer ID"),
        _date("Date", "date"),
        _number("API Calls", "api_calls"),
        _number("Sign Operations", "sign_operations"),
        _number("Verify Operations", "verify_operations"),
        _percent("Error Rate", "error_rate"),
        _number("Active Users", "active_users"),
        _number("Storage Used", "storage_used"),
        _currency("Cost", "cost"),
    ),
)

SURVEYS = TableSpec(
    "Feedback & Surveys",
    "surveys",
    (
        _text("Survey ID", "key"),
        _link("Customer ID"),
        _select("Survey Type", "survey_type", noted("Onboarding"), noted("Weekly"), noted("PMF"), noted("Exit")),
        _date("Date Sent", "date_sent"),
        _date("Date Responded", "date_responded"),
        _percent("PMF Score", "pmf_score"),
        _number("Satisfaction Score", "satisfaction"),
        _select(
            "Likelihood to Pay",
            "likelihood_to_pay",
            noted("Very Likely"),
            noted("Likely"),
            noted("Neutral"),
            noted("Unlikely"),
            noted("Very Unlikely"),
        ),
        _long("Feature Requests", "feature_requests"),
        _long("Testimonial", "testimonial"),
        FieldSpec("Case Study Willingness", "case_study", FieldType.CHECKBOX),
    ),
)

ASSETS = TableSpec(
    "Customer Assets",
    "assets",
    (
        _text("Asset ID", "key"),
        _link("Customer"),
        _long("ICP Content", "icp_content"),
        _long("Cost Calculator Content", "cost_calculator_content"),
        _long("Business Case Content", "business_case_content"),
        _moment("Generated At", "generated_at"),
        _select("Origin", "origin", noted("Claude"), noted("Template"), noted("Manual")),
    ),
    added=True,
)

PROGRESS = TableSpec(
    "User Progress",
    "progress",
    (
        _text("Progress ID", "key"),
        _link("Customer"),
        _text("Tool", "tool"),
        _text("Milestone", "milestone"),
        _moment("Reached At", "reached_at"),
        _number("Sessions", "sessions"),
        _moment("Last Active", "last_active"),
    ),
    added=True,
)

EVENTS = TableSpec(
    "Journey Events",
    "events",
    (
        _text("Event ID", "key"),
        _link("Customer"),
        _text("Event", "event"),
        _text("Stage", "stage"),
        _text("CTA", "cta"),
        _moment("Occurred At", "occurred_at"),
        _text("Source", "source"),
        _long("Payload", "payload"),
    ),
    added=True,
)

ALERTS = TableSpec(
    "Alerts",
    "alerts",
    (
        _text("Alert ID", "key"),
        _link("Customer"),
        _text("Rule", "rule"),
        _select("Priority", "priority", noted("Urgent"), noted("High"), noted("Normal")),
        _select("Status", "status", noted("Pending"), noted("Acknowledged"), noted("Actioned"), noted("Expired")),
        _moment("Raised At", "raised_at"),
        _moment("Expires At", "expires_at"),
        _text("Handled By", "handled_by"),
        _moment("Handled At", "handled_at"),
        _long("Note", "note"),
    ),
    added=True,
)

TASKS = TableSpec(
    "Tasks",
    "tasks",
    (
        _text("Task ID", "key"),
        _link("Customer"),
        _text("Title", "title"),
        _select("Kind", "kind", noted("Follow-up"), noted("Onboarding"), noted("Check-in"), noted("Roadmap")),
        _moment("Due", "due"),
        _moment("Done At", "done_at"),
        _text("Assigned To", "owner"),
        _text("Origin", "origin"),
        FieldSpec("Starts On", "starts_on", FieldType.DATE, added=True),
        FieldSpec("Progress", "progress", FieldType.PERCENT, precision=4, added=True),
    ),
    added=True,
)

SETTINGS = TableSpec(
    "Journeydesk Settings",
    "settings",
    (_text("Key", "key"), _long("Value", "value"), _text("Changed By", "changed_by")),
    added=True,
)

TABLES: tuple[TableSpec, ...] = (
    PROSPECTS,
    INTERACTIONS,
    USAGE,
    SURVEYS,
    ASSETS,
    PROGRESS,
    EVENTS,
    ALERTS,
    TASKS,
    SETTINGS,
)
"""Every synced table, parents of links before their children."""

BY_SLUG: MappingProxyType[str, TableSpec] = MappingProxyType({table.slug: table for table in TABLES})
BY_NAME: MappingProxyType[str, TableSpec] = MappingProxyType({table.name: table for table in TABLES})
