"""The team's reps (SPEC section 2, "Journeydesk Settings")."""

from dataclasses import dataclass

from journeydesk.domain.errors import SettingError
from journeydesk.domain.settings.reader import Reader


@dataclass(frozen=True, slots=True)
class Rep:
    """One rep; prospects are given only to active ones."""

    name: str
    email: str = ""
    active: bool = True


def read_reps(reader: Reader, name: str) -> tuple[Rep, ...]:
    """Reps as names, or as tables with name, e-mail and whether they are active."""
    found = dict(reader.items()).get(name)
    if not isinstance(found, list):
        raise SettingError(reader.key(name), found, "a list of reps")
    reps = []
    for place, item in enumerate(found, 1):
        if isinstance(item, str) and item:
            reps.append(Rep(item))
            continue
        if not isinstance(item, dict):
            raise SettingError(f"{reader.key(name)} {place}", item, "a name, or a table with name, email and active")
        table = Reader(item, f"{reader.key(name)} {place}")
        reps.append(Rep(table.text("name"), table.text("email") if table.has("email") else "", table.yes("active", True)))
    return tuple(reps)
