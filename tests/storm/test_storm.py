"""Seeded storms: random people, random weather, kills; then fair weather, and everything must agree."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.storm.world import World, make_template

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
    ("lose_feeds", 1),
    ("set_clock", 1),
    ("wait", 4),
    ("sync", 12),
)
"""What may happen, and how often against the others."""


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A connected machine's file, made once."""
    return make_template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def storm(template: Path) -> Iterator[Callable[[int, int], None]]:
    """Runs one storm of so many steps and checks the calm after it."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

    def run(seed: int, steps: int) -> None:
        random = Random(seed)
        world = World(template, Path(tempfile.mkdtemp(dir=memory)), random, machines=random.choice((1, 2, 3)))
        names = [name for name, _ in STEPS]
        weights = [weight for _, weight in STEPS]
        try:
            for _ in range(steps):
                getattr(world, random.choices(names, weights)[0])()
            world.check()
        finally:
            world.close()

    yield run


@pytest.mark.parametrize("seed", range(8))
def test_after_a_storm_all_agree_and_nothing_is_lost(storm: Callable[[int, int], None], seed: int) -> None:
    storm(seed, 60)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1020))
def test_twenty_long_storms_in_a_row_all_end_in_agreement(storm: Callable[[int, int], None], seed: int) -> None:
    storm(seed, 1500)
