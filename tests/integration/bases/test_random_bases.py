"""Bases of random tables, names and types, synced both ways over HTTP: no value lost, no ping-pong, nothing written that is not ours."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.sandbox.airtable.model import IdMaker
from journeydesk.sandbox.bases.random_base import random_base
from journeydesk.sandbox.clock import milliseconds
from journeydesk.sandbox.server import Sandbox
from tests.integration.bases.machine import NOW
from tests.integration.bases.random_world import RandomWorld


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    """The stand-in, to which random bases are added."""
    with Sandbox.start(prospects=0, lift_limits=True) as running:
        yield running


def assert_syncs_both_ways(box: Sandbox, seed: int, records: int, edits: int) -> None:
    """Connects a computer to the base of that seed, edits on both sides, and asserts what must hold."""
    made = random_base(IdMaker(seed), milliseconds(NOW), seed, records)
    box.workspace.add_base(made.base)
    with TemporaryDirectory() as folder:
        world = RandomWorld(Path(folder), box, made, seed)
        try:
            untouched = world.snapshot()
            world.machine.settle()
            world.check_untouched(untouched, set())
            created = world.create_here(2)
            world.edit_here(edits)
            written = world.edit_there(edits)
            world.rename_there(3)
            added = world.create_there(2)
            before = world.snapshot()
            world.machine.settle()
            assert world.questions() == 0
            ours = {remote for remote, record in world.machine.remote_ids().items() if record in created}
            assert len(ours) == len(created), world.machine.problems
            assert set(added) <= world.machine.remote_ids().keys()
            world.check_untouched(before, ours)
            world.check_values(written)
            world.check_second_computer()
        finally:
            world.close()
            del box.workspace.bases[made.base.id]


@pytest.mark.fault(66)
@pytest.mark.parametrize("seed", (0, 3, 14, 35, 217))
def test_a_random_base_syncs_both_ways(box: Sandbox, seed: int) -> None:
    assert_syncs_both_ways(box, seed, records=20, edits=15)


@given(seed=st.integers(100, 10**6))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_random_base_syncs_both_ways(box: Sandbox, seed: int) -> None:
    assert_syncs_both_ways(box, seed, records=12, edits=8)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1_000, 1_040))
def test_forty_random_bases_sync_both_ways(box: Sandbox, seed: int) -> None:
    assert_syncs_both_ways(box, seed, records=60, edits=60)
