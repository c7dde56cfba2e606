"""The team's reps (docs/rules.md, "Settings of the team")."""

import re

from journeydesk.domain.errors import SettingError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.words import tr

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Rep:
    """One rep; prospects are given only to active ones."""

    name: str
    email: str = ""
    active: bool = True


def read_reps(reader: Reader, name: str) -> tuple[Rep, ...]:
    """Reps as names, or as tables with name, e-mail and whether they are active; no two of one name."""
    items = dict(reader.items()).get(name)
    if not isinstance(items, list):
        raise SettingError(reader.key(name), items, tr("a list of reps"))
    reps: list[Rep] = []
    for place, item in enumerate(items, 1):
        key = f"{reader.key(name)} {place}"
        rep = _rep(item, key)
        if rep.name.casefold() in (other.name.casefold() for other in reps):
            raise SettingError(f"{key}.name", rep.name, tr("a name that no other rep has"))
        reps.append(rep)
    return tuple(reps)


def _rep(item: object, key: str) -> Rep:
    if isinstance(item, str) and item:
        return Rep(item)
    if not isinstance(item, dict):
        raise SettingError(key, item, tr("a name, or a table with name, email and active"))
    table = Reader(item, key)
    email = item.get("email", "")
    if not isinstance(email, str) or (email and not _EMAIL.fullmatch(email)):
        raise SettingError(f"{key}.email", email, tr("an e-mail address, or none"))
    return Rep(table.text("name"), email, table.yes("active", True))
