"""The SQL that keeps moves and cards in order, each order a table of its own (`order_tables`), whoever writes them.

A prospect that is in `unordered` is in none of the orders, nor in the board's counts, so that thousands are evaluated without a page being
rewritten for each of their moves; `lists.ordering` puts them in order together. Where `filling` is 1 it is at that: then whoever writes
such a prospect's rows puts it in order first. Whoever leaves `unordered` is in order, unless `filling` is 2: then it was before.
"""

from collections.abc import Iterator, Mapping

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.schema.layout import BEGUN, ON_BOARD
from journeydesk.storage.schema.stamps import ANEW


@dataclass(frozen=True, slots=True)
class Order:
    """A table that holds rows of `base` in the order of its first `keys` columns. `columns` are its own, each with what it is of a row, and
    `condition` says which rows are in it; both have a place for what names the row."""

    table: str
    base: str
    columns: Mapping[str, str]
    keys: int
    condition: str

    def values(self, row: str) -> str:
        """What stands in the columns, as SQL; `row` is what names the row, with its dot."""
        return ", ".join(value.format(row=row) for value in self.columns.values())

    def holds(self, row: str) -> str:
        """Whether a row is in it, as SQL."""
        return self.condition.format(row=row)

    def key(self, row: str) -> str:
        """The condition that finds a row's place, as SQL."""
        return " AND ".join(f"{name} = {self.columns[name].format(row=row)}" for name in self.names[: self.keys])

    @property
    def names(self) -> tuple[str, ...]:
        """Its columns."""
        return tuple(self.columns)

    @property
    def into(self) -> str:
        """The table with its columns, as an insert names them."""
        return f"{self.table} ({', '.join(self.names)})"


def _plain(*names: str) -> dict[str, str]:
    return {name: f"{{row}}{name}" for name in names}


_BOARD = " AND ".join(f"{{row}}{part}" for part in ON_BOARD.split(" AND "))
_OWNER = {"owner": "coalesce({row}owner, '')"}

MOVES = "stage_history"

MOVES_BY_TIME = Order(
    "moves_by_time",
    MOVES,
    _plain("journey", "at", "prospect", "id", "from_stage", "to_stage", "hours"),
    4,
    "{row}journey IS NOT NULL AND {row}at IS NOT NULL AND {row}prospect IS NOT NULL",
)
MOVES_BY_START = Order(
    "moves_by_start",
    MOVES,
    _plain("journey", "began", "prospect", "id", "from_stage", "to_stage", "hours"),
    4,
    f"{{row}}journey IS NOT NULL AND {{row}}{BEGUN} AND {{row}}prospect IS NOT NULL",
)
CARDS_BY_PLACE = Order("cards_by_place", "position", _plain("journey", "stage", "place", "prospect", "entered_at"), 4, _BOARD)
CARDS_BY_OWNER = Order(
    "cards_by_owner",
    "position",
    {**_plain("journey"), **_OWNER, **_plain("stage", "place", "prospect", "entered_at")},
    5,
    _BOARD,
)
CARDS_BY_ENTRY = Order(
    "cards_by_entry", "position", {**_plain("journey", "stage", "entered_at", "prospect"), **_OWNER}, 4, _BOARD
)

ORDERS = (MOVES_BY_TIME, MOVES_BY_START, CARDS_BY_PLACE, CARDS_BY_OWNER, CARDS_BY_ENTRY)

_READ = {
    "stage_history": ("id", "prospect", "journey", "at", "began", "from_stage", "to_stage", "hours"),
    "position": ("prospect", "journey", "stage", "entered_at", "place", "owner", "shown", "living"),
}
"""What the orders read of each table."""


def is_ordered(row: str) -> str:
    """Whether the prospect of a row is in the orders, as SQL."""
    return f"NOT EXISTS (SELECT 1 FROM unordered WHERE prospect = {row}.prospect)"


def _of(base: str) -> list[Order]:
    return [order for order in ORDERS if order.base == base]


def _put(order: Order, only: str = "") -> str:
    return f"INSERT INTO {order.into} SELECT {order.values('new.')} WHERE {order.holds('new.')}{only};"


def _take(order: Order) -> str:
    return f"DELETE FROM {order.table} WHERE {order.holds('old.')} AND {order.key('old.')};"


def _put_all(order: Order) -> str:
    # No insert that ignores what it meets: its triggers would, too.
    return (
        f"INSERT INTO {order.into} SELECT {order.values('')} FROM {order.base} WHERE prospect = old.prospect AND {order.holds('')} "
        "ON CONFLICT DO NOTHING;"
    )


def _take_all(order: Order) -> str:
    keys = order.names[: order.keys]
    values = ", ".join(order.columns[name].format(row="") for name in keys)
    return (
        f"DELETE FROM {order.table} WHERE ({', '.join(keys)}) IN (SELECT {values} FROM {order.base} "
        f"WHERE prospect = new.prospect AND {order.holds('')});"
    )


_STAMPED = f"UPDATE stamp SET number = random() WHERE source IN ('{ANEW}', 'stage_history');"

COUNTED = "count = count + 1, revenue_minor = revenue_minor + excluded.revenue_minor"
_COUNT_ALL = (
    "INSERT INTO board_count (journey, stage, owner, count, revenue_minor) SELECT journey, stage, coalesce(owner, ''), 1, "
    "coalesce((SELECT estimated_revenue FROM prospects WHERE lid = position.prospect), 0) FROM position "
    f"WHERE prospect = old.prospect AND {ON_BOARD} ON CONFLICT DO UPDATE SET {COUNTED};"
)
_DISCOUNT_ALL = (
    "UPDATE board_count SET count = count - 1, "
    "revenue_minor = revenue_minor - coalesce((SELECT estimated_revenue FROM prospects WHERE lid = new.prospect), 0) "
    "WHERE (journey, stage, owner) IN (SELECT journey, stage, coalesce(owner, '') FROM position "
    f"WHERE prospect = new.prospect AND {ON_BOARD});"
)


def _triggers() -> Iterator[str]:
    for base in ("stage_history", "position"):
        orders = _of(base)
        for action, whose in (("INSERT", "new.prospect"), ("UPDATE", "old.prospect, new.prospect"), ("DELETE", "old.prospect")):
            yield (
                f"CREATE TRIGGER {base}_{action.lower()}_fills BEFORE {action} ON {base} "
                f"WHEN EXISTS (SELECT 1 FROM unordered WHERE prospect IN ({whose}) AND filling = 1) BEGIN "
                f"DELETE FROM unordered WHERE prospect IN ({whose}) AND filling = 1; END"
            )
        takes, puts = " ".join(map(_take, orders)), " ".join(map(_put, orders))
        yield f"CREATE TRIGGER {base}_put AFTER INSERT ON {base} WHEN {is_ordered('new')} BEGIN {puts} END"
        yield f"CREATE TRIGGER {base}_taken AFTER DELETE ON {base} BEGIN {takes} END"
        old, new = (", ".join(f"{row}.{name}" for name in _READ[base]) for row in ("old", "new"))
        again = " ".join(_put(order, f" AND {is_ordered('new')}") for order in orders)
        yield (
            f"CREATE TRIGGER {base}_put_again AFTER UPDATE OF {', '.join(_READ[base])} ON {base} WHEN ({old}) IS NOT ({new}) "
            f"BEGIN {takes} {again} END"
        )
    yield (
        "CREATE TRIGGER unordered_put BEFORE DELETE ON unordered WHEN old.filling < 2 BEGIN "
        f"{' '.join(_put_all(order) for order in ORDERS)} {_STAMPED} END"
    )
    yield f"CREATE TRIGGER unordered_counted BEFORE DELETE ON unordered BEGIN {_COUNT_ALL} END"
    yield (
        "CREATE TRIGGER unordered_taken AFTER INSERT ON unordered WHEN EXISTS (SELECT 1 FROM stage_history WHERE "
        "prospect = new.prospect) OR EXISTS (SELECT 1 FROM position WHERE prospect = new.prospect) BEGIN "
        f"{_DISCOUNT_ALL} {' '.join(_take_all(order) for order in ORDERS)} {_STAMPED} END"
    )


KEPT_IN_ORDER = tuple(_triggers())
"""The triggers that keep the orders."""
