"""What the synced tables hold, as names and SQL text: for everything that reads and writes them at run time.

Their making is in `tables`, which needs SQLAlchemy; nothing here does, so that the first list is painted without it.
"""

from journeydesk.domain.catalogue import TABLES, TEXT_TYPES, FieldType

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

LIVING = "deleted = 0"
"""The condition of the list's partial indexes, to the letter: a query that words it otherwise does not use them."""

_SORTED_AS = {"company": "company_sort", "contact_name": "contact_sort"}
_SORTED_OWN = (
    "last_touch_at",
    "last_touch_type",
    "last_touch_outcome",
    "net_paid_minor",
    "mrr_minor",
    "engagement_stage",
    "at_risk",
)
_LEADING_CHARACTERS = 24


def _list_columns() -> dict[str, str]:
    columns: dict[str, str] = {}
    for spec in TABLES[0].fields:
        if spec.slug in _SORTED_AS:
            columns[spec.slug] = _SORTED_AS[spec.slug]
        elif spec.type is FieldType.LONG_TEXT:
            columns[spec.slug] = f"substr({spec.slug}, 1, {_LEADING_CHARACTERS})"
        elif spec.type in TEXT_TYPES:
            columns[spec.slug] = f"{spec.slug} COLLATE NOCASE"
        else:
            columns[spec.slug] = spec.slug
    return columns | {name: name for name in _SORTED_OWN}


list_columns: dict[str, str] = _list_columns()
"""What each column of the prospect list is sorted and filtered by, as SQL; every one has its index `ix_list_<column>`."""

ON_BOARD = "shown = 1 AND living = 1"
"""The condition of the board's partial indexes, to the letter: `shown` is the team's rule for the journey, `living` falls with
the prospect's deletion."""

own_columns: dict[str, tuple[str, ...]] = {
    spec.slug: tuple(name for name, _ in OWN_COLUMNS.get(spec.slug, ())) for spec in TABLES
}
"""The names of those columns, by table."""

synced_columns: dict[str, tuple[str, ...]] = {spec.slug: tuple(field.slug for field in spec.fields) for spec in TABLES}
"""The columns of a table that the remote has, too, by table."""
