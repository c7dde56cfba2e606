"""Whoever writes: what a report was made of before is not shown after undo, redo, a merge or its undoing. What sync and the
receiver write is held in their own tests."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.reports.catalogue import find
from journeydesk.reports.report import Report
from journeydesk.services.commands.duplicates import merge, unmerge
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import create_prospect, edit, log_interaction, move
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.context import Context
from journeydesk.services.kept_inputs import KeptInputs
from journeydesk.services.queries.reports import compute
from tests.workspaces import NOW, workspace

_REPORTS = ("weekly", "acquisition", "pipeline")


@dataclass
class Kept:
    """A workspace of which reports were read, and the figures as they are served."""

    context: Context
    prospects: tuple[RecordId, RecordId]

    def figures(self) -> list[Report]:
        """Without what their heads say of the state of the copy."""
        made = []
        for name in _REPORTS:
            spec = find(name)
            report = compute(self.context, spec, spec.cadence.period_of(self.context.today()).name)
            made.append(replace(report, head=replace(report.head, local_changes=0)))
        return made

    def read_anew(self) -> list[Report]:
        """With nothing kept."""
        self.context.kept = KeptInputs()
        return self.figures()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    with workspace(tmp_path / "w") as context:
        applied = moment_text(NOW - timedelta(hours=5))
        first, second = (
            create_prospect(
                context,
                {
                    "company": f"Company {number}",
                    "email": f"{number}@company.example",
                    "applied_on": applied,
                    "estimated_revenue": 500_000 * number,
                },
            )
            for number in (1, 2)
        )
        for prospect in (first, second):
            move(context, prospect, "Deal", "Qualified Lead")
        yield Kept(context, (first, second))


def _called(kept: Kept) -> None:
    log_interaction(kept.context, kept.prospects[0], "Call", "First call", outcome="Reached")


def _priced(kept: Kept) -> None:
    edit(kept.context, kept.prospects[0], {"estimated_revenue": 7_000_000})


def _gone(kept: Kept) -> None:
    delete_prospects(kept.context, [kept.prospects[0]])


@pytest.mark.parametrize("change", [_called, _priced, _gone])
def test_undo_and_redo_are_seen(kept: Kept, change: Callable[[Kept], None]) -> None:
    before = kept.figures()
    change(kept)
    changed = kept.figures()
    assert changed != before
    undo(kept.context)
    assert kept.figures() == before == kept.read_anew()
    redo(kept.context)
    assert kept.figures() == changed == kept.read_anew()


def test_a_merge_and_its_undoing_are_seen(kept: Kept) -> None:
    before = kept.figures()
    survivor, loser = kept.prospects
    merge(kept.context, survivor, loser)
    merged = kept.figures()
    assert merged != before
    assert merged == kept.read_anew()
    unmerge(kept.context, loser)
    assert kept.figures() == before == kept.read_anew()
