"""Whose figures a report has: it says so on every page and in its file's name, and what a figure opens is of the same people."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from journeydesk.domain.errors import UserError
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.catalogue import catalogue, find
from journeydesk.reports.pdf import write_pdf
from journeydesk.reports.report import PLAIN, Options
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.queries.reports import compute, report
from journeydesk.storage.engine import sql
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.report_bases import all_kinds, put
from tests.workspaces import workspace

AMAIA = "Amaia Etxarri"


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    folder: Path = tmp_path_factory.mktemp("whose")
    with workspace(folder / "w") as opened:
        put(opened, all_kinds(60))
        yield opened


def _period(context: Context, name: str) -> str:
    return find(name).cadence.period_of(context.today()).previous().name


@pytest.mark.parametrize("name", ["weekly", "pipeline", "funnel"])
def test_every_page_of_one_reps_figures_says_whose_they_are(name: str, context: Context, tmp_path: Path) -> None:
    made = report(context, name, _period(context, name), AMAIA)
    assert made.file_name.endswith("-Amaia-Etxarri.pdf")
    reader = PdfReader(write_pdf(made, tmp_path / "a.pdf"))
    words = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert all("only prospects of Amaia Etxarri" in page for page in words)
    # Once below the title, once in the foot.
    assert words[0].count("only prospects of Amaia Etxarri") == 2
    assert reader.metadata is not None
    assert "only prospects of Amaia Etxarri" in str(reader.metadata.title)
    assert "only" not in report(context, name, _period(context, name)).head.only


def test_what_was_chosen_otherwise_is_another_file(context: Context) -> None:
    second = context.settings.journeys[1].name
    chosen = [
        PLAIN,
        Options(basis="period"),
        Options(source="Website"),
        Options(source="Website", basis="period"),
        Options(journey=second),
        Options(journey=context.settings.journeys[0].name),
    ]
    names = [report(context, "funnel", "2026-W20", None, options).file_name for options in chosen]
    assert names[0] == names[-1] == "Funnel-2026-W20.pdf"
    assert names[1:3] == ["Funnel-2026-W20-period.pdf", "Funnel-2026-W20-Website.pdf"]
    assert len(set(names)) == 5
    assert report(context, "kpi", "2026-05-18", None, Options(months=True)).file_name == "Kpi-2026-05-18-months.pdf"


def test_a_name_of_any_kind_makes_a_file_name(context: Context) -> None:
    put_name = report(context, "weekly", "2026-W20", "../Łąka / “Zoë”\n☎").file_name
    assert put_name == "Weekly-Sales-2026-W20-Łąka-Zoë.pdf"


@pytest.mark.parametrize("name", [spec.name for spec in catalogue() if spec.of_team])
def test_a_report_of_the_team_has_no_owner(name: str, context: Context) -> None:
    period = _period(context, name)
    with pytest.raises(UserError, match="whole team"):
        report(context, name, period, AMAIA)
    assert compute(context, find(name), period, AMAIA) == compute(context, find(name), period)


@pytest.mark.parametrize("name", [spec.name for spec in catalogue() if not spec.of_team])
def test_figures_follow_the_owner_or_the_report_is_the_teams(name: str, context: Context) -> None:
    """Nobody owns anything of somebody whom there is not: only what is said to be the team's stays."""
    spec, period = find(name), _period(context, name)
    nobody, team = (compute(context, spec, period, owner) for owner in ("Nobody Here", None))
    assert nobody.head.only == "only prospects of Nobody Here"
    by_label = {tile.label: tile for tile in team.tiles.tiles}
    for one in nobody.tiles.tiles:
        other = by_label.get(one.label)
        if other is not None and one.value == other.value and one.value.strip("€0%+±.") and "no data" not in one.value:
            assert "the whole team" in one.unit, one


def test_a_choice_that_a_report_does_not_offer_is_refused(context: Context) -> None:
    with pytest.raises(UserError, match="no choice of source"):
        report(context, "weekly", "2026-W20", None, Options(source="Website"))
    with pytest.raises(UserError, match="no choice of months"):
        report(context, "funnel", "2026-W20", None, Options(months=True))


def test_cohorts_of_the_team_open_the_teams_whoever_is_chosen(context: Context) -> None:
    with context.database.write() as connection:
        for (prospect,) in sql.rows(connection, "SELECT lid FROM prospects ORDER BY lid LIMIT 6"):
            payer = f"cus_{prospect}"
            sql.run(
                connection,
                "INSERT INTO stripe_payer (payer, prospect, stale, first_paid) VALUES (?, ?, 0, '2026-03-10T10:00:00.000Z')",
                (payer, prospect),
            )
            sql.run(connection, "UPDATE prospects SET net_paid_minor = 4900, money_currency = 'EUR' WHERE lid = ?", (prospect,))
    made = report(context, "revenue", "2026-04", AMAIA)
    table = next(block for block in made.blocks if isinstance(block, Table) and block.part == "LTV by cohort")
    assert table.note.endswith("the whole team")
    [line] = table.lines
    assert line.cells[1] == "6"
    assert line.behind is not None
    assert len(prospect_ids(context, list_behind(line.behind, AMAIA))) == 6
    # Were it narrowed to the rep, it would open others than it counts.
    assert len(prospect_ids(context, list_behind(replace(line.behind, of_team=False), AMAIA))) < 6


def test_a_choice_made_elsewhere_narrows_no_other_report() -> None:
    assert find("kpi").offered(Options(source="Website", months=True)) == Options(months=True)
    assert find("weekly").offered(Options(source="Website", basis="period")) == PLAIN
