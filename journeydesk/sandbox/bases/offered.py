"""The bases that the stand-in can be asked for by name, at its start and while it runs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from journeydesk.sandbox.airtable.model import Base
from journeydesk.sandbox.airtable.workspace import Workspace
from journeydesk.sandbox.bases import variations
from journeydesk.sandbox.bases.random_base import random_base
from journeydesk.sandbox.bases.wattlebird import LEADS, wattlebird

TEAM = "team"
OFFERED: Mapping[str, str] = MappingProxyType(
    {
        TEAM: "the team's base, as its documents describe it",
        "wattlebird": "a base that another team made for itself",
        "renamed": "the team's base, its tables and fields called otherwise",
        "retyped": "the team's base, its fields of other types",
        "thirty": "the team's base among thirty tables",
        "random": "tables, fields and types by chance",
    }
)
"""What each is, by its name."""

CHANGES: Mapping[str, Callable[[Workspace, Base], None]] = MappingProxyType(
    {
        "dates": lambda workspace, base: variations.plain_dates(base),
        "renamed": lambda workspace, base: variations.renamed(base),
        "retyped": lambda workspace, base: variations.retyped(base),
        "thirty": lambda workspace, base: variations.with_many_tables(workspace.ids, base),
    }
)
"""What can be done to a base that is there."""


def add_base(name: str, workspace: Workspace, seed: int, records: int | None = None) -> Base:
    """Puts another base in, `wattlebird` or `random`, with so many records in its table of prospects. Raises KeyError for others."""
    makers: Mapping[str, Callable[[], Base]] = {
        "wattlebird": lambda: wattlebird(workspace.ids, workspace.now_ms(), seed, records or LEADS),
        "random": lambda: random_base(workspace.ids, workspace.now_ms(), seed, records or 300).base,
    }
    base = makers[name]()
    workspace.add_base(base)
    return base


def base_called(name: str, workspace: Workspace, team: Base, foreign: Base, seed: int) -> Base:
    """The base of that name: one of those that are there, changed where the name says so, or a new one."""
    if name in CHANGES:
        CHANGES[name](workspace, team)
        return team
    if name == "random":
        return add_base(name, workspace, seed)
    return foreign if name == "wattlebird" else team
