"""What a draft of the mapping leaves open, in words: what must be decided, what is only likely, what the base lacks."""

from collections.abc import Iterable

from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import tr
from journeydesk.services.sync.mapping.rows import Problem, TableDraft

_NAMES = ("company", "contact_name")
_CHOSEN = frozenset({State.MATCHED, State.LIKELY, State.READ_ONLY})


def problems_of(table: TableDraft) -> list[Problem]:
    """What must be decided of a table before the mapping can be used, in the order of its fields."""
    if table.state is State.DECIDE:
        return [Problem(table.slug, "", f"{table.name}: {_lower(table.reason)}")]
    problems = [
        Problem(table.slug, each.slug, f"{table.name}, {each.spec.name}: {each.reason}")
        for each in table.fields
        if each.state is State.DECIDE
    ]
    if table.slug == "prospects" and table.remote is not None and not problems:
        states = {each.slug: each.state for each in table.fields}
        if not any(states.get(name) in _CHOSEN for name in _NAMES):
            problems.append(
                Problem(table.slug, "company", tr("{name}: choose the field that holds a prospect's name", name=table.name))
            )
    if table.slug == "prospects" and table.state is State.LEFT_OUT:
        problems.append(
            Problem(table.slug, "", tr("{name}: choose a table, or have it created; nothing syncs without it", name=table.name))
        )
    return problems


def likely_of(tables: Iterable[TableDraft]) -> list[str]:
    """The guesses that nobody has said yes to, each in words."""
    lines = []
    for table in tables:
        if table.state is State.LIKELY and table.remote is not None:
            lines.append(
                tr("{name} is likely “{name_2}” ({reason})", name=table.name, name_2=table.remote.name, reason=table.reason)
            )
        lines += [
            tr(
                "{name}, {name_2} is likely “{name_3}” ({confidence} %, {reason})",
                name=table.name,
                name_2=each.spec.name,
                name_3=each.chosen.name,
                confidence=round(each.confidence * 100),
                reason=each.reason,
            )
            for each in table.fields
            if each.state is State.LIKELY and each.chosen is not None
        ]
    return lines


def created_for(tables: Iterable[TableDraft]) -> list[str]:
    """What the base lacks and will get where that is asked for: tables, and fields as “table, field”."""
    tables = list(tables)
    lines = [table.name for table in tables if table.state is State.CREATE]
    for table in tables:
        if table.remote is not None:
            lines += [f"{table.remote.name}, {each.spec.name}" for each in table.fields if each.state is State.CREATE]
    return lines


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
