"""Seeded storms: random people, random weather, kills; then fair weather, and everything must agree."""

import functools
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.storm.agreement import broken_promises
from tests.storm.kinds import Kind, kind_of, make_template
from tests.storm.world import World

STEPS: tuple[tuple[str, int], ...] = (
    ("edit_here", 8),
    ("edit_there", 6),
    ("create_here", 3),
    ("same_file_here", 1),
    ("import_here", 1),
    ("work_on_what_goes", 1),
    ("delete_here", 1),
    ("undo_here", 1),
    ("answer_here", 2),
    ("confirm_here", 1),
    ("odd_status_here", 1),
    ("create_there", 1),
    ("duplicate_there", 1),
    ("delete_there", 1),
    ("restore_there", 1),
    ("clear_key_there", 1),
    ("rename_there", 1),
    ("rename_options_there", 1),
    ("lose_feeds", 1),
    ("set_clock", 1),
    ("wait", 4),
    ("sync", 12),
)
"""What may happen, and how often against the others."""


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Kind], Path]:
    """A connected machine's file of each kind, made once."""

    @functools.cache
    def made(kind: Kind) -> Path:
        return make_template(tmp_path_factory.mktemp("template"), kind)

    return made


@pytest.fixture
def storm(template: Callable[[Kind], Path]) -> Callable[..., list[str]]:
    """One storm of so many steps, and which promises were broken in the calm after it; of the kind that its seed says, if not of
    the one given."""

    def run(seed: int, steps: int, kind: Kind | None = None) -> list[str]:
        return run_storm(template, seed, steps, kind or kind_of(seed))

    return run


def run_storm(template: Callable[[Kind], Path], seed: int, steps: int, kind: Kind) -> list[str]:
    """One storm of so many steps, and which promises were broken in the calm after it. Raises AssertionError where one was broken
    on the way."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    random = Random(seed)
    world = World(template(kind), Path(tempfile.mkdtemp(dir=memory)), random, machines=random.choice((1, 2, 3)), kind=kind)
    names = [name for name, _ in STEPS]
    weights = [weight for _, weight in STEPS]
    try:
        for _ in range(steps):
            getattr(world, random.choices(names, weights)[0])()
        return broken_promises(world)
    finally:
        world.close()


@pytest.mark.parametrize("seed", range(12))
def test_after_a_storm_all_agree_and_nothing_is_lost(storm: Callable[..., list[str]], seed: int) -> None:
    assert storm(seed, 60) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1020))
def test_twenty_long_storms_in_a_row_all_end_in_agreement(storm: Callable[..., list[str]], seed: int) -> None:
    assert storm(seed, 1500) == []
