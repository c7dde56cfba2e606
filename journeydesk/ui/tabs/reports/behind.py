"""What stands behind a figure, as a view of the prospect list."""

from journeydesk.reports.behind import Behind
from journeydesk.services.rows.prospects import Filter, ListView, SortKey


def list_behind(behind: Behind, owner: str | None, source: str | None = None) -> ListView:
    """The prospects behind a figure; only one rep's or one source's if the figures are."""
    filters = tuple(Filter(criterion.field, criterion.operator, criterion.values) for criterion in behind.criteria)
    chosen = () if behind.of_team else (("owner", owner), ("source", source))
    owned = tuple(Filter(field, "is", (value,)) for field, value in chosen if value)
    if behind.newest_first:
        return ListView(filters=(*filters, *owned), sort=(SortKey("applied_on", True),))
    return ListView(filters=(*filters, *owned))
