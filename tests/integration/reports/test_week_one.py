"""The first week of a year is compared with the last of the one before, by the calendar: week 52 or 53."""

from pathlib import Path

import pytest

from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.queries.reports import report
from tests.workspaces import workspace


@pytest.mark.parametrize(
    ("week", "in_it", "in_the_week_before", "before"),
    [
        ("2027-W01", "2027-01-05", ("2026-12-28", "2027-01-03"), "W53"),
        ("2026-W01", "2025-12-31", ("2025-12-22", "2025-12-28"), "W52"),
        ("2021-W01", "2021-01-04", ("2020-12-28", "2021-01-03"), "W53"),
        ("2026-W53", "2027-01-01", ("2026-12-21", "2026-12-27"), "W52"),
    ],
)
def test_week_one_follows_the_last_week_of_its_year(
    tmp_path: Path, week: str, in_it: str, in_the_week_before: tuple[str, str], before: str
) -> None:
    with workspace(tmp_path / "w") as context:
        for number, day in enumerate((in_it, *in_the_week_before)):
            create_prospect(context, {"company": f"Firm {number}", "applied_on": f"{day}T11:00:00.000Z"})
        received = report(context, "acquisition", week).tiles.tiles[0]
    assert (received.value, received.delta) == ("1", f"−1 vs {before}")
