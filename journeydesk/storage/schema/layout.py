"""What the synced tables hold, as names and SQL text: for everything that reads and writes them at run time.

Their making is in `tables`, which needs SQLAlchemy; nothing here does, so that the first list is painted without it.
"""

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.lists.columns import COLUMNS, Column, Kind

OWN_COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "prospects": (
        ("company_sort", "TEXT"),
        ("contact_sort", "TEXT"),
        ("last_touch_at", "TEXT"),
        ("last_touch_type", "TEXT"),
        ("last_touch_outcome", "TEXT"),
        ("score_by_hand", "INTEGER"),
        ("score_by_rule", "INTEGER"),
        ("net_paid_minor", "INTEGER"),
        ("mrr_minor", "INTEGER"),
        ("money_currency", "TEXT"),
        ("engagement_stage", "INTEGER"),
        ("at_risk", "INTEGER"),
        ("urgency", "INTEGER"),
        ("last_call_at", "TEXT"),
        ("stage_since", "TEXT"),
    ),
    "events": (("shared", "INTEGER"), ("arrived_at", "TEXT")),
    "alerts": (
        ("evidence", "TEXT"),
        ("headline", "TEXT"),
        ("reason", "TEXT"),
        ("snoozed_until", "TEXT"),
        ("snoozed_for", "TEXT"),
        ("snoozed_at", "TEXT"),
        ("told_at", "TEXT"),
        ("read_at", "TEXT"),
    ),
}
"""Columns of a synced table that never leave this computer, each with its type."""

LATER_COLUMNS = frozenset({"last_call_at", "stage_since"})
"""Those that a step of the schema added, so that they stand last in their table."""

LIVING = "deleted = 0"
"""The condition of the list's partial indexes, to the letter: a query that words it otherwise does not use them."""

TOMBSTONE_RECORD = "json_extract(snapshot, '$.row.lid')"
"""The local id that a tombstone keeps; to the letter as their index has it, and compared with a value without a type of its own."""

UNUSUAL_EMAIL = "deleted = 0 AND email GLOB '*[^!-~]*'"
"""Living prospects whose address SQLite cannot fold: with letters beyond ASCII, or blanks; to the letter as their index has it."""

OF_WORTH = "{row}table_slug = 'prospects' AND {row}field IN ('estimated_revenue', 'deal_probability')"
DEAL_FIELDS = OF_WORTH.format(row="")
"""The history of what deals are worth; to the letter as its index has it."""

WAITS = (
    "deleted = 0 AND applied_on IS NOT NULL AND coalesce(status, '') IN ('', 'New', 'Reviewing') "
    "AND coalesce(customer_status, '') NOT IN ('CHURNED', 'LEAD_EXHAUSTED')"
)
"""Living applications on which nobody has decided; to the letter as their index has it."""

CLOSING = "deleted = 0 AND expected_close IS NOT NULL"
"""Living prospects of whom somebody said when they will buy; to the letter as their index has it."""

IN_DEALS = "deleted = 0 AND deal_stage IS NOT NULL"
"""Living prospects that stand in the deal journey; to the letter as their index has it."""

GONE = "deleted = 1"
"""Deleted prospects; to the letter as their index has it."""

BEGUN = "began IS NOT NULL"
"""Moves of a journey of which it is known when the prospect began it; to the letter as their index has it."""

PHONE_END = "substr(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '/', ''), '.', ''), -8)"
"""The last eight digits of a phone number, however it is written, unless letters follow; to the letter as its index has it."""

MAIL_DOMAIN = "lower(substr(email, instr(email, '@') + 1))"
"""The domain of an address; to the letter as its index has it."""

HAS_PHONE, HAS_EMAIL = "deleted = 0 AND phone IS NOT NULL", "deleted = 0 AND email IS NOT NULL"
"""The conditions of those indexes."""

ENTRY_POINT = "CASE WHEN json_valid(entry_point) THEN json_extract(entry_point, '$.cta') || '' END"
"""The call to action by which a prospect came; to the letter as the reports' index has it."""

REPORTED = (
    "owner",
    "source",
    "status",
    "score",
    "engagement_stage",
    "tier",
    "industry",
    "volume_estimate",
    "technical_capability",
    "customer_status",
)
"""What reports count prospects by, beside when they applied and `ENTRY_POINT`: in one index, so that a quarter of applications
is counted without a row being read."""

STANDING = ("status", "customer_status", "owner", "source", "deal_stage", "estimated_revenue", "deal_probability")
"""What a cohort is told apart by, beside `ENTRY_POINT`, and what a deal is worth: in one index by the prospect's id."""

_SORTED_AS = {"company": "company_sort", "contact_name": "contact_sort"}
_LEADING_CHARACTERS = 24


def _expression(column: Column) -> str:
    """What a column is sorted and compared by: names folded, long texts by how they begin, other texts whatever their case."""
    match column.kind:
        case Kind.NAME:
            return _SORTED_AS[column.field]
        case Kind.LONG_TEXT:
            return f"substr({column.field}, 1, {_LEADING_CHARACTERS})"
        case Kind.TEXT | Kind.PERSON:
            return f"{column.field} COLLATE NOCASE"
        case _:
            return column.field


list_columns: dict[str, str] = {column.field: _expression(column) for column in COLUMNS}
"""What each column of the prospect list is sorted and filtered by, as SQL, by its field; every one has its index
`ix_list_<field>`."""


def filled(column: str) -> str:
    """The condition that a list's column holds something, as a range of its index. In IS NOT NULL SQLite sees one for a plain column
    only; for the others, which hold texts, it would walk through all that are empty."""
    expression = list_columns[column]
    return f"{expression} IS NOT NULL" if expression.isidentifier() else f"{expression} >= ''"


ON_BOARD = "shown = 1 AND living = 1"
"""The condition of the board's partial indexes, to the letter: `shown` is the team's rule for the journey, `living` falls with
the prospect's deletion."""

own_columns: dict[str, tuple[str, ...]] = {
    spec.slug: tuple(name for name, _ in OWN_COLUMNS.get(spec.slug, ())) for spec in TABLES
}
"""The names of those columns, by table."""

synced_columns: dict[str, tuple[str, ...]] = {spec.slug: tuple(field.slug for field in spec.fields) for spec in TABLES}
"""The columns of a table that the remote has, too, by table."""
