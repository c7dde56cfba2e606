"""The goals of the website in the acquisition report: with their number and target, and exactly whom they open."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from journeydesk.domain.time import moment_text
from journeydesk.reports.blocks.tiles import Tile
from journeydesk.services.commands.events import take_events
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.queries.reports import report
from journeydesk.storage.engine import sql
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.workspaces import NOW, workspace

WEEK = "2026-W21"
FORMS, DOCUMENTATION, DEMOS = (
    "Forms completed of those started",
    "Applications after documentation",
    "Demos asked for by visitors",
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """Twelve prospects, who applied now, on a Tuesday."""
    with workspace(tmp_path / "w") as opened:
        for number in range(12):
            owner = "Amaia Etxarri" if number < 6 else "Jon"
            create_prospect(opened, {"company": f"Firm {number}", "key": f"BETA-WEB{number:05}", "owner": owner})
        yield opened


def happen(context: Context, event: str, who: range, hours: float) -> None:
    at = moment_text(NOW + timedelta(hours=hours))
    take_events(
        context,
        [
            {"event_id": f"{event} {one} {hours}", "customer_id": f"BETA-WEB{one:05}", "event": event, "timestamp": at}
            for one in who
        ],
    )


def goals(context: Context, owner: str | None = None) -> dict[str, Tile]:
    return {tile.label: tile for tile in report(context, "acquisition", WEEK, owner).tiles.tiles}


def test_a_goal_counts_who_had_not_done_it_before(context: Context) -> None:
    happen(context, "form_submitted", range(1), -12)
    happen(context, "gate_viewed", range(12), -10)
    happen(context, "form_submitted", range(1, 4), -9)
    happen(context, "documentation_viewed", range(10), -8)
    happen(context, "page_viewed", range(12), -8)
    happen(context, "demo_requested", range(5, 6), -7)
    shown = goals(context)
    assert (shown[FORMS].value, shown[FORMS].unit, shown[FORMS].target) == ("27%", "3 of 11", "15%")
    assert (shown[DOCUMENTATION].value, shown[DOCUMENTATION].unit, shown[DOCUMENTATION].target) == ("100%", "10 of 10", "5%")
    assert (shown[DEMOS].value, shown[DEMOS].unit, shown[DEMOS].target) == ("8%", "1 of 12", "10%")
    assert [shown[name].state for name in (FORMS, DOCUMENTATION, DEMOS)] == ["On target", "On target", "Below"]


def test_what_came_after_the_week_does_not_count(context: Context) -> None:
    happen(context, "gate_viewed", range(10), -14 * 24)
    happen(context, "form_submitted", range(10), -1)
    tile = {each.label: each for each in report(context, "acquisition", "2026-W19").tiles.tiles}[FORMS]
    assert (tile.value, tile.unit) == ("0%", "0 of 10")


def test_few_have_no_percentage_and_none_no_data(context: Context) -> None:
    happen(context, "gate_viewed", range(9), -10)
    happen(context, "form_submitted", range(2), -9)
    shown = goals(context)
    assert (shown[FORMS].value, shown[FORMS].state) == ("2 of 9", "No data")
    assert (shown[DEMOS].value, shown[DEMOS].behind) == ("no data", None)


def test_a_goal_opens_exactly_whom_it_counts(context: Context) -> None:
    happen(context, "gate_viewed", range(12), -10)
    happen(context, "form_submitted", range(4, 9), -9)
    for owner, count in ((None, 5), ("Amaia Etxarri", 2)):
        behind = goals(context, owner)[FORMS].behind
        assert behind is not None
        ids = prospect_ids(context, list_behind(behind, owner))
        with context.database.read() as connection:
            keys = [sql.scalar(connection, "SELECT key FROM prospects WHERE lid = ?", (record,)) for record in ids]
        assert sorted(keys) == [f"BETA-WEB{number:05}" for number in range(4, 4 + count)]


def test_a_team_sets_its_own_goals(context: Context) -> None:
    happen(context, "gate_viewed", range(12), -10)
    happen(context, "form_submitted", range(3), -9)
    assert goals(context)[FORMS].state == "On target"
    change_settings(context, {"targets.form_completion": 0.5}, "Set a goal")
    assert (goals(context)[FORMS].target, goals(context)[FORMS].state) == ("50%", "Below")
