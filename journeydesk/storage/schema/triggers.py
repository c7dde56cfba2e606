"""The SQL that tables alone cannot say: search indexes, the `touched` mark, the board's order and its counts, the orders of moves
and cards, stamps of what reports read.

Kept as text because migrations and tests both need it to the letter.
"""

from journeydesk.storage.schema.layout import synced_columns
from journeydesk.storage.schema.order_triggers import COUNTED, KEPT_IN_ORDER, is_ordered
from journeydesk.storage.schema.stamps import STAMPS

# Texts are folded and cut into words before they get here (`folding`), so the tokenizer has only to split at spaces; `ascii`
# takes every character beyond ASCII as part of a word. Where in a text a word stands is never asked, so only its column is kept.
_OPTIONS = "content='', contentless_delete=1, detail=column, tokenize='ascii'"
SEARCH_SQL = {
    "prospect_search": "CREATE VIRTUAL TABLE prospect_search USING fts5(words, use_case, current_challenge, notes, "
    f"prefix='2 3 4', {_OPTIONS})",
    "interaction_search": f"CREATE VIRTUAL TABLE interaction_search USING fts5(words, prefix='2 3', {_OPTIONS})",
}


def _touched(slug: str) -> str:
    return (
        f"CREATE TRIGGER {slug}_touched AFTER UPDATE OF {', '.join((*synced_columns[slug], 'deleted'))} ON {slug} BEGIN "
        f"UPDATE sync_record SET touched = 1 WHERE table_slug = '{slug}' AND lid = new.lid AND touched = 0; END"
    )


TOUCHED = tuple(_touched(slug) for slug in synced_columns)
"""Any update of a synced column marks its record as touched, whoever wrote it."""

_ADD = (
    "INSERT INTO board_count (journey, stage, owner, count, revenue_minor) SELECT new.journey, new.stage, "
    "coalesce(new.owner, ''), 1, coalesce((SELECT estimated_revenue FROM prospects WHERE lid = new.prospect), 0) "
    f"WHERE new.shown AND new.living ON CONFLICT DO UPDATE SET {COUNTED};"
)
_TAKE = (
    "UPDATE board_count SET count = count - 1, revenue_minor = revenue_minor - "
    "coalesce((SELECT estimated_revenue FROM prospects WHERE lid = old.prospect), 0) "
    "WHERE journey = old.journey AND stage = old.stage AND owner = coalesce(old.owner, '') AND old.shown AND old.living;"
)

_RANK = "CASE priority WHEN 'Urgent' THEN 1 WHEN 'High' THEN 2 ELSE 3 END"


def _urgency(when: str, row: str) -> str:
    return (
        f"UPDATE prospects SET urgency = (SELECT min({_RANK}) FROM alerts "
        f"WHERE prospect = {row}.prospect AND status = 'Pending' AND deleted = 0) WHERE lid = {row}.prospect{when};"
    )


BOARD = (
    f"CREATE TRIGGER position_added AFTER INSERT ON position WHEN {is_ordered('new')} BEGIN {_ADD} END",
    f"CREATE TRIGGER position_removed AFTER DELETE ON position WHEN {is_ordered('old')} BEGIN {_TAKE} END",
    "CREATE TRIGGER position_moved AFTER UPDATE OF journey, stage, shown, living, owner ON position WHEN "
    "(old.journey, old.stage, old.shown, old.living, old.owner) IS NOT (new.journey, new.stage, new.shown, new.living, new.owner) "
    f"AND {is_ordered('new')} BEGIN {_TAKE} {_ADD} END",
    # Before the row changes, for its owner may change with it, and a card that goes to another count takes with it what is its worth then.
    "CREATE TRIGGER prospects_revenue BEFORE UPDATE OF estimated_revenue ON prospects "
    "WHEN old.estimated_revenue IS NOT new.estimated_revenue BEGIN "
    "DELETE FROM unordered WHERE prospect = old.lid AND filling = 1; "
    "UPDATE board_count SET revenue_minor = revenue_minor + coalesce(new.estimated_revenue, 0) "
    "- coalesce(old.estimated_revenue, 0) WHERE NOT EXISTS (SELECT 1 FROM unordered WHERE prospect = old.lid) "
    "AND (journey, stage, owner) IN "
    "(SELECT journey, stage, coalesce(owner, '') FROM position WHERE prospect = old.lid AND shown AND living); END",
    "CREATE TRIGGER prospects_place AFTER UPDATE OF owner, next_follow_up, urgency, deleted ON prospects "
    "WHEN (old.owner, old.next_follow_up, old.urgency, old.deleted) "
    "IS NOT (new.owner, new.next_follow_up, new.urgency, new.deleted) BEGIN "
    "UPDATE position SET owner = new.owner, living = (new.deleted = 0), "
    "place = coalesce(new.urgency, 9) || coalesce(new.next_follow_up, '9') WHERE prospect = new.lid; END",
    f"CREATE TRIGGER alerts_added AFTER INSERT ON alerts WHEN new.prospect IS NOT NULL AND new.status = 'Pending' "
    f"BEGIN {_urgency('', 'new')} END",
    "CREATE TRIGGER alerts_changed AFTER UPDATE OF status, priority, prospect, deleted ON alerts "
    "WHEN (old.status, old.priority, old.prospect, old.deleted) "
    "IS NOT (new.status, new.priority, new.prospect, new.deleted) "
    f"BEGIN {_urgency('', 'new')} {_urgency(' AND old.prospect IS NOT new.prospect', 'old')} END",
    f"CREATE TRIGGER alerts_removed AFTER DELETE ON alerts BEGIN {_urgency('', 'old')} END",
)

_MOMENT = "strftime('%Y-%m-%dT%H:%M:%fZ', {})"
_SINCE = _MOMENT.format("substr(note, -24)")
_EVENT = "substr(note, 18, instr(note, ', since ') - 18)"
_SLEEPS = (
    "UPDATE alerts SET (snoozed_until, snoozed_for, snoozed_at) = ("
    "SELECT CASE WHEN since IS NOT NULL THEN coalesce(until, CASE WHEN event IS NOT NULL THEN "
    "coalesce(expires_at, '9999-12-31T00:00:00.000Z') END) END, CASE WHEN since IS NOT NULL THEN event END, "
    "CASE WHEN coalesce(until, event) IS NOT NULL THEN since END FROM ("
    f"SELECT CASE WHEN note GLOB 'snoozed until [0-9]*, since *' THEN {_MOMENT.format('substr(note, 15, 24)')} END AS until, "
    f"CASE WHEN note GLOB 'snoozed until it *, since *' AND {_EVENT} IN ('pays', 'replies', 'changes stage') "
    f"THEN {_EVENT} END AS event, CASE WHEN note GLOB 'snoozed until *, since *' THEN {_SINCE} END AS since)) "
    "WHERE lid = new.lid;"
)
SNOOZES = (
    f"CREATE TRIGGER alerts_came_snoozed AFTER INSERT ON alerts WHEN new.note GLOB 'snoozed until *' BEGIN {_SLEEPS} END",
    "CREATE TRIGGER alerts_snoozed AFTER UPDATE OF note, expires_at ON alerts "
    f"WHEN new.note GLOB 'snoozed until *' OR old.note GLOB 'snoozed until *' BEGIN {_SLEEPS} END",
)
"""Until when and for what an alert is snoozed follows its note (`domain.alerts.snooze`), whoever wrote that: a person, undo, or sync."""

TRIGGERS = {statement.split()[2]: statement for statement in (*TOUCHED, *BOARD, *KEPT_IN_ORDER, *SNOOZES, *STAMPS)}
"""By name: a table that is built anew in an upgrade loses its own, so an upgrade begins without them and ends with making them."""

ALL = (*SEARCH_SQL.values(), *TRIGGERS.values())
"""Everything above, in the order of its making."""
