"""The sets of `domain.statuses` as SQL, so that a list and a rule never disagree on who is open."""

from collections.abc import Iterable

from journeydesk.domain.statuses import CLOSED, LOST, in_order


def is_one_of(column: str, statuses: Iterable[str]) -> str:
    """SQL that holds where a column has one of these statuses; it does not hold where the column is empty."""
    return f"{column} IN ({_quoted(statuses)})"


def is_none_of(column: str, statuses: Iterable[str]) -> str:
    """SQL that holds where a column has another status than these, or none."""
    return f"coalesce({column}, '') NOT IN ({_quoted(statuses)})"


def is_open(table: str = "") -> str:
    """SQL that holds for an open prospect; `table` is the prospects' name in the statement, where columns need one."""
    prefix = f"{table}." if table else ""
    return f"{is_none_of(f'{prefix}status', CLOSED)} AND {is_none_of(f'{prefix}customer_status', LOST)}"


def _quoted(statuses: Iterable[str]) -> str:
    return ", ".join("'" + status.replace("'", "''") + "'" for status in in_order(statuses))
