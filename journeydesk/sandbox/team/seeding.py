"""Puts the team's records into the stand-ins."""

import random

from journeydesk.sandbox.airtable.model import Record
from journeydesk.sandbox.airtable.workspace import Workspace
from journeydesk.sandbox.team.schema import make_base


def seed_team(workspace: Workspace, prospects: int, seed: int) -> None:
    """Make the team's base with its story, and an empty base beside it."""
    base = make_base(workspace.ids, "Ostrelle Sales")
    workspace.add_base(base)
    workspace.add_base(make_base(workspace.ids, "Ostrelle Trial", missing_tables=frozenset(), missing_fields=frozenset()))
    table = next(iter(base.tables.values()))
    names = {one.name: one.id for one in table.fields.values()}
    rng = random.Random(seed)
    now = workspace.now_ms()
    table.add(
        Record(
            rid,
            now - rng.randrange(365 * 86_400_000),
            {
                names["Application ID"]: f"BETA-{i:08d}",
                names["Company"]: f"Company {i}",
                names["Status"]: "New",
            },
        )
        for i, rid in enumerate(workspace.ids.many("rec", prospects))
    )
