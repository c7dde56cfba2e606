"""The storms would see it: rules of the protocol are broken on purpose, and a storm must notice (docs/sync.md, "Evidence").

Three that were tried are noticed by no storm, because another rule makes good what they break: intents forgotten without a look
(what is about to be written is read first), a gone record not asked for (it is pulled again), no key looked for (an upsert finds it).
Their rows of the fault matrix hold them.
"""

from collections.abc import Callable
from typing import Any

import pytest

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.merge import Decision, Merged, merge_field
from journeydesk.storage.records import tombstones
from journeydesk.storage.sync.bases import Agreement, agree
from journeydesk.storage.sync.local_snapshots import local_snapshot
from journeydesk.storage.sync.sync_records import sync_records
from journeydesk.sync import plan, push, recovery, remote_deletes
from journeydesk.sync.acknowledgement import acknowledge
from tests.storm.kinds import Kind
from tests.storm.test_storm import storm, template

__all__ = ["storm", "template"]

SEEDS = range(300, 420)
STEPS = 250


def _remote_wins(patch: pytest.MonkeyPatch) -> None:
    def broken(spec: Any, base: Any, mine: Any, theirs: Any) -> Merged:
        merged = merge_field(spec, base, mine, theirs)
        return Merged(Decision.TAKE, theirs) if merged.decision is Decision.HOLD else merged

    patch.setattr(plan, "merge_field", broken)


def _ours_wins(patch: pytest.MonkeyPatch) -> None:
    def broken(spec: Any, base: Any, mine: Any, theirs: Any) -> Merged:
        merged = merge_field(spec, base, mine, theirs)
        return Merged(Decision.PUSH, mine) if merged.decision is Decision.TAKE and base is not None else merged

    patch.setattr(plan, "merge_field", broken)


def _answer_makes_whatever_stands_here_the_base(patch: pytest.MonkeyPatch) -> None:
    def broken(sync_pass: Any, connection: Any, table_map: Any, answers: Any) -> None:
        acknowledge(sync_pass, connection, table_map, answers)
        for answer in answers:
            settle(connection, table_map, answer.record, answer.sent)

    def settle(connection: Any, table_map: Any, record: Any, sent: Any) -> None:
        known = sync_records(connection, table_map.slug, [record]).get(record)
        if known is not None and known.remote_id:
            local, _ = local_snapshot(connection, BY_SLUG[table_map.slug], record, known.base)
            base = dict(known.base) | {slug: local[slug] for slug in sent if slug in local}
            agree(connection, table_map.slug, [Agreement(record, known.remote_id, base, clean=False)])

    patch.setattr(push, "acknowledge", broken)


def _what_was_sent_counts_as_arrived(patch: pytest.MonkeyPatch) -> None:
    def broken(sync_pass: Any, connection: Any, table_map: Any, answers: Any) -> None:
        acknowledge(sync_pass, connection, table_map, answers)
        for answer in answers:
            settle(connection, table_map, answer.record, answer.sent)

    def settle(connection: Any, table_map: Any, record: Any, sent: Any) -> None:
        known = sync_records(connection, table_map.slug, [record]).get(record)
        if known is not None and known.remote_id:
            agree(connection, table_map.slug, [Agreement(record, known.remote_id, dict(known.base) | dict(sent), clean=False)])

    def all_landed(table_map: Any, sent: Any, answer: Any) -> Any:
        return sent

    patch.setattr(recovery, "acknowledge", broken)
    patch.setattr(recovery, "_landed", all_landed)


def _remote_delete_wins_over_a_local_edit(patch: pytest.MonkeyPatch) -> None:
    def broken(work: Any, connection: Any, spec: Any, records: Any) -> None:
        tombstones.forget(connection, spec.slug, records, "Airtable", work.now())

    for module in (remote_deletes, push, recovery):
        patch.setattr(module, "settle_remote_deletes", broken)


def _nothing_is_read_before_a_write(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(push, "read_before", lambda work, table_map, group: list(group))


DEFECTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "theirs wins in silence": _remote_wins,
    "ours wins over what only they changed": _ours_wins,
    "the answer makes whatever stands here the base": _answer_makes_whatever_stands_here_the_base,
    "what was sent counts as arrived": _what_was_sent_counts_as_arrived,
    "gone there goes here though edited": _remote_delete_wins_over_a_local_edit,
    "nothing is read before a write": _nothing_is_read_before_a_write,
}


SEEN_BY = {
    "the answer makes whatever stands here the base": 308,
    "nothing is read before a write": 329,
}
"""Of those that few storms notice one that did: it is tried first, for the others cost a minute."""


@pytest.mark.parametrize("name", DEFECTS)
def test_a_storm_notices_a_broken_rule(storm: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    DEFECTS[name](monkeypatch)
    seeds = (SEEN_BY.get(name, SEEDS[0]), *SEEDS)
    assert any(_is_noticed(storm, seed) for seed in seeds), f"{len(SEEDS)} storms did not notice: {name}"


def _is_noticed(storm: Callable[..., list[str]], seed: int) -> bool:
    try:
        return storm(seed, STEPS, Kind()) != []
    except Exception:  # noqa: BLE001 - a promise may break on the way, too
        return True
