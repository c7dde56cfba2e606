"""Decide first: what becomes of one record, given base, mine and theirs. Pure and total (SYNC section 1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeydesk.domain.catalogue import TableSpec
from journeydesk.domain.merge import Decision, merge_field
from journeydesk.domain.values import Wire

Snapshot = Mapping[str, Wire]


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """What a merge decided for one record, by field slug, in canonical wire form.

    `take` is written here, `push` is to be sent, `hold` waits for a person as (mine, theirs), `settled` are fields on which
    both sides now agree, `base` is the snapshot to keep.
    """

    take: dict[str, Wire]
    push: dict[str, Wire]
    hold: dict[str, tuple[Wire, Wire]]
    settled: frozenset[str]
    base: dict[str, Wire]


def plan_record(table: TableSpec, base: Snapshot, mine: Snapshot, theirs: Snapshot) -> RecordPlan:
    """Merges field by field; a field that is held keeps its base, every other takes theirs as the new base."""
    take: dict[str, Wire] = {}
    push: dict[str, Wire] = {}
    hold: dict[str, tuple[Wire, Wire]] = {}
    settled: set[str] = set()
    new_base: dict[str, Wire] = {slug: value for slug, value in theirs.items() if value is not None}
    for slug in base.keys() | mine.keys() | theirs.keys():
        spec = table.by_slug.get(slug)
        if spec is None:
            continue
        merged = merge_field(spec, base.get(slug), mine.get(slug), theirs.get(slug))
        if merged.decision is Decision.TAKE:
            take[slug] = merged.value
            settled.add(slug)
        elif merged.decision is Decision.JOIN:
            take[slug] = merged.value
            push[slug] = merged.value
            settled.add(slug)
        elif merged.decision is Decision.PUSH:
            push[slug] = merged.value
            settled.add(slug)
        elif merged.decision is Decision.HOLD:
            hold[slug] = (mine.get(slug), theirs.get(slug))
            _keep(new_base, slug, base.get(slug))
        else:
            settled.add(slug)
    return RecordPlan(take, push, hold, frozenset(settled), new_base)


def _keep(snapshot: dict[str, Wire], slug: str, value: Wire) -> None:
    if value is None:
        snapshot.pop(slug, None)
    else:
        snapshot[slug] = value


def changed_fields(base: Snapshot, mine: Snapshot) -> dict[str, Wire]:
    """The fields in which mine differs from the base: what is pending. Emptied ones are None."""
    return {slug: mine.get(slug) for slug in base.keys() | mine.keys() if base.get(slug) != mine.get(slug)}


def too_many_gone(gone: int, known: int) -> bool:
    """Whether so much vanished at once that a person must be asked: more than 10 and more than a fifth of the table."""
    return gone > max(10, known / 5)
