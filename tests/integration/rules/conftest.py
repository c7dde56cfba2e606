"""A workspace whose clock the test turns, and prospects in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings import merged
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.time import moment_text
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from tests.unit.domain.rules.building import DEFAULTS
from tests.workspaces import NOW, workspace


@dataclass
class Desk:
    """One machine: its context, whose clock stands where the test put it."""

    context: Context
    moment: datetime

    def pass_time(self, **span: float) -> None:
        """Turns the clock on."""
        self.moment += timedelta(**span)

    def ago(self, **span: float) -> str:
        """The stored moment so long before now."""
        return moment_text(self.moment - timedelta(**span))

    def settle(self, **overrides: Any) -> None:
        """Gives the team these settings, over the shipped ones."""
        self.context = replace(self.context, settings=team_settings(merged(DEFAULTS, overrides)))

    def add(self, slug: str, **values: Any) -> RecordId:
        """A record as another machine or the base brings it: stored, and no rule asked yet."""
        with self.context.database.write() as connection:
            count = sql.scalar(connection, f"SELECT count(*) FROM {slug}")
            row = {"key": f"{slug}-{count:04d}"} | values
            return records.insert(connection, slug, row, Author("test", moment_text(self.moment)))

    def prospect(self, **values: Any) -> RecordId:
        """An application of yesterday."""
        return self.add("prospects", **({"company": "Mbali Weaves", "status": "New", "applied_on": self.ago(days=1)} | values))

    def event(self, prospect: RecordId, kind: str, at: str, **values: Any) -> RecordId:
        """An event of its log."""
        return self.add("events", prospect=prospect, event=kind, occurred_at=at, source="test", **values)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        with self.context.database.read() as connection:
            return [tuple(row) for row in sql.rows(connection, query, values)]

    def alerts(self) -> list[tuple[str, str, str | None]]:
        """Every alert as (rule, status, note)."""
        return [(r[0], r[1], r[2]) for r in self.rows("SELECT rule, status, note FROM alerts ORDER BY lid")]


def only(*rules: str) -> dict[str, Any]:
    """Settings with these rules on and no others."""
    return {"alerts": {"on": list(rules)}}


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Makes a machine at each call."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        made: list[Desk] = []

        def make() -> Desk:
            context = stack.enter_context(workspace(tmp_path / f"desk-{len(made)}"))
            desk = Desk(context, NOW)
            desk.context = replace(context, clock=lambda: desk.moment)
            made.append(desk)
            return desk

        yield make


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Desk:
    """One machine."""
    return new_desk()
