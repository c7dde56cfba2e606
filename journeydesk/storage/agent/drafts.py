"""What an agent proposes waits here until a person decides; nothing of it stands in a record before (docs/rules.md, "Proposals")."""

import json
from collections.abc import Mapping
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

WAITING, APPROVED, REJECTED = "waiting", "approved", "rejected"


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A proposal as stored: `tool` says what it would do, `arguments` with what (JSON, name to text) as it stands, `made` as it was
    proposed, `words` why the agent says so. `step` is the undo step of its approval; of what was decided and waits again, who decided
    and when stand on for redo."""

    id: int
    made_at: str
    tool: str
    arguments: str
    words: str
    prospect: RecordId | None
    state: str
    agent: str
    made: str
    decided_at: str | None
    decided_by: str | None
    why: str | None
    step: int | None

    def values(self) -> dict[str, str]:
        """What it would write, as it stands."""
        return _texts(self.arguments)

    def made_values(self) -> dict[str, str]:
        """What it would write, as it was proposed."""
        return _texts(self.made)


_COLUMNS = (
    "id, made_at, tool, arguments, coalesce(words, ''), prospect, state, coalesce(agent, ''), coalesce(made, arguments), decided_at, "
    "decided_by, why, step"
)
_LIVING = "(prospect IS NULL OR EXISTS (SELECT 1 FROM prospects p WHERE p.lid = prospect AND p.deleted = 0))"


def add(
    connection: Connection, tool: str, prospect: RecordId | None, values: Mapping[str, str], words: str, agent: str, at: str
) -> int:
    """Keeps a proposal; the same one that waits already stays the only one. Returns its number."""
    arguments = json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
    same = sql.scalar(
        connection,
        f"SELECT id FROM agent_draft WHERE state = '{WAITING}' AND tool = ? AND prospect IS ? AND made = ?",
        (tool, prospect, arguments),
    )
    if same is not None:
        return int(same)
    return sql.run(
        connection,
        "INSERT INTO agent_draft (made_at, tool, arguments, words, prospect, state, agent, made) "
        f"VALUES (?, ?, ?, ?, ?, '{WAITING}', ?, ?)",
        (at, tool, arguments, words, prospect, agent, arguments),
    )


def one(connection: Connection, draft: int) -> DraftRow | None:
    """A proposal by its number."""
    return sql.first_typed(connection, DraftRow, f"SELECT {_COLUMNS} FROM agent_draft WHERE id = ?", (draft,))


def waiting(connection: Connection) -> list[DraftRow]:
    """Those that wait, the newest first, without those for prospects that are gone."""
    return sql.typed(
        connection, DraftRow, f"SELECT {_COLUMNS} FROM agent_draft WHERE state = '{WAITING}' AND {_LIVING} ORDER BY id DESC"
    )


def decided_since(connection: Connection, since: str) -> list[DraftRow]:
    """Those that were decided since a moment, the newest first."""
    return sql.typed(
        connection,
        DraftRow,
        f"SELECT {_COLUMNS} FROM agent_draft WHERE state IN ('{APPROVED}', '{REJECTED}') AND decided_at >= ? AND {_LIVING} "
        "ORDER BY decided_at DESC, id DESC",
        (since,),
    )


def newest(connection: Connection, limit: int) -> list[DraftRow]:
    """The newest ones, whatever became of them."""
    return sql.typed(connection, DraftRow, f"SELECT {_COLUMNS} FROM agent_draft ORDER BY id DESC LIMIT ?", (limit,))


def count_waiting(connection: Connection) -> int:
    """How many wait."""
    return int(sql.scalar(connection, f"SELECT count(*) FROM agent_draft WHERE state = '{WAITING}' AND {_LIVING}"))


def write(connection: Connection, draft: int, values: Mapping[str, Any]) -> None:
    """Writes columns of a proposal."""
    assignments = ", ".join(f"{name} = ?" for name in values)
    sql.run(connection, f"UPDATE agent_draft SET {assignments} WHERE id = ?", (*values.values(), draft))


def keep_values(connection: Connection, draft: int, values: Mapping[str, str]) -> None:
    """Keeps what a person made of a proposal that waits."""
    sql.run(
        connection,
        f"UPDATE agent_draft SET arguments = ? WHERE id = ? AND state = '{WAITING}'",
        (json.dumps(dict(values), ensure_ascii=False, sort_keys=True), draft),
    )


def turn_state(connection: Connection, draft: int, before: str, after: str) -> bool:
    """For undo and redo of an approval; whether it was in the state before, for what was decided since stays."""
    there = sql.scalar(connection, "SELECT 1 FROM agent_draft WHERE id = ? AND state = ?", (draft, before))
    if there is not None:
        write(connection, draft, {"state": after})
    return there is not None


def _texts(stored: str) -> dict[str, str]:
    try:
        found = json.loads(stored or "{}")
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}
