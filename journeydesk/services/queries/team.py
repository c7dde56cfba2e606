"""The team as the settings page shows it: reps with what they have open, and owners in the base who are no reps."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.services.context import Context
from journeydesk.storage.lists.prospect_list import distinct
from journeydesk.storage.team.automation_log import open_by_owner


@dataclass(frozen=True, slots=True)
class RepLine:
    """One rep, and how many open prospects are theirs."""

    name: str
    email: str
    active: bool
    open_prospects: int


@dataclass(frozen=True, slots=True)
class TeamLines:
    """The reps in the settings' order; `others` own open prospects and are no reps, those with most first."""

    reps: tuple[RepLine, ...]
    others: tuple[tuple[str, int], ...]


def team_lines(context: Context) -> TeamLines:
    """Who is in the team, and who else owns prospects."""
    with context.database.read() as connection:
        load = open_by_owner(connection)
    reps = context.settings.reps
    names = {rep.name for rep in reps}
    others = sorted(
        ((name, count) for name, count in load.items() if name not in names), key=lambda owner: (-owner[1], owner[0])
    )
    return TeamLines(tuple(RepLine(rep.name, rep.email, rep.active, load.get(rep.name, 0)) for rep in reps), tuple(others))


def people(context: Context) -> list[str]:
    """Everybody whom a prospect may be given to: the person here, the active reps, and who else owns prospects."""
    with context.database.read() as connection:
        owners = distinct(connection, "owner")
    reps = [rep.name for rep in context.settings.reps if rep.active]
    first = [context.actor] if context.actor in reps or context.actor in owners else []
    return list(dict.fromkeys([*first, *reps, *owners]))
