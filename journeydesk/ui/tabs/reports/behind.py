"""What stands behind a figure: the prospect list's view that shows it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.periods import Period
from journeydesk.domain.time import moment_text
from journeydesk.reports.figures import Tile
from journeydesk.services.rows.prospects import Filter, ListView, SortKey

QUARTER_DAYS = 90


def _applied(begins: datetime, ends: datetime) -> tuple[Filter, ...]:
    last = ends - timedelta(milliseconds=1)
    return (
        Filter("applied_on", "on_or_after", (moment_text(begins),)),
        Filter("applied_on", "on_or_before", (moment_text(last),)),
    )


def _owned(owner: str | None) -> tuple[Filter, ...]:
    return (Filter("owner", "is", (owner,)),) if owner else ()


def _view(*filters: Filter) -> ListView:
    return ListView(filters=filters, sort=(SortKey("applied_on", True),))


def behind_tile(tile: Tile, week: Period, zone: ZoneInfo, owner: str | None) -> ListView:
    """The applications of the week; for the step to stage 2 those that made it."""
    reached = (Filter("stage", "at_least", (2,)),) if "→" in tile.label else ()
    return _view(*_applied(*week.bounds(zone)), *reached, *_owned(owner))


def behind_stage(stage: int, week: Period, zone: ZoneInfo, owner: str | None) -> ListView:
    """The applications of the 90 days that are in this stage or beyond."""
    _, ends = week.bounds(zone)
    applied = _applied(ends - timedelta(days=QUARTER_DAYS), ends)
    return _view(*applied, Filter("stage", "at_least", (stage,)), *_owned(owner))


def behind_stay(stage: int, owner: str | None) -> ListView:
    """Who is in this stage now."""
    return ListView(filters=(Filter("stage", "is", (stage,)), *_owned(owner)))


def behind_entry(name: str, week: Period, zone: ZoneInfo, owner: str | None) -> ListView:
    """The applications of the 90 days that came in by this entry point."""
    _, ends = week.bounds(zone)
    applied = _applied(ends - timedelta(days=QUARTER_DAYS), ends)
    return _view(Filter("entry_point", "contains", (name,)), *applied, *_owned(owner))


def behind_day(day: date, zone: ZoneInfo, owner: str | None) -> ListView:
    """The applications of one day in the team's time zone."""
    begins = datetime.combine(day, time(), zone)
    ends = datetime.combine(day + timedelta(days=1), time(), zone)
    return _view(*_applied(begins, ends), *_owned(owner))
