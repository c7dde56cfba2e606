"""The same world under hypothesis: it looks for the shortest story that breaks a promise, and tells it."""

import os
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from tests.storm.agreement import broken_promises
from tests.storm.kinds import Kind, make_template
from tests.storm.test_storm import STEPS
from tests.storm.world import World

_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
_TEMPLATES: list[Path] = []

_HERE = tuple(name for name, _ in STEPS if name.endswith("_here"))
_THERE = tuple(name for name, _ in STEPS if name.endswith("_there"))


def template() -> Path:
    """A connected machine's file, made by the first example."""
    if not _TEMPLATES:
        _TEMPLATES.append(make_template(Path(tempfile.mkdtemp(dir=_MEMORY)), Kind()))
    return _TEMPLATES[0]


class Team(RuleBasedStateMachine):
    """Machines, another person, a service and the weather; each rule is something that one of them does."""

    world: World | None = None

    @initialize(seed=st.integers(0, 2**32 - 1), machines=st.integers(1, 3))
    def begin(self, seed: int, machines: int) -> None:
        """A team sits down to work."""
        self.world = World(template(), Path(tempfile.mkdtemp(dir=_MEMORY)), Random(seed), machines, Kind(options=True))

    def do(self, name: str) -> None:
        """One step of the world."""
        assert self.world is not None
        getattr(self.world, name)()

    @rule(name=st.sampled_from(_HERE))
    def somebody_here(self, name: str) -> None:
        """A rep works."""
        self.do(name)

    @rule(name=st.sampled_from(_THERE))
    def somebody_there(self, name: str) -> None:
        """Another person works in the service's window."""
        self.do(name)

    @rule()
    def time_passes(self) -> None:
        """Seconds, minutes or a night."""
        self.do("wait")

    @rule(name=st.sampled_from(("lose_feeds", "set_clock")))
    def the_world_turns(self, name: str) -> None:
        """Feeds end, clocks are set."""
        self.do(name)

    @rule(chance=st.sampled_from((0.0, 0.2, 0.5)))
    def sync(self, chance: float) -> None:
        """One machine syncs in this weather, and may be killed."""
        assert self.world is not None
        self.world.sync(chance)

    @precondition(lambda self: self.world is not None and self.world.network.late)
    @rule()
    def what_was_late_arrives(self) -> None:
        """A request that nobody waits for any more is carried out."""
        assert self.world is not None
        self.world.network.deliver()

    def teardown(self) -> None:
        """Fair weather: all must agree."""
        if self.world is not None:
            try:
                assert broken_promises(self.world) == []
            finally:
                self.world.close()


def _run(examples: int, steps: int, **options: Any) -> None:
    run_state_machine_as_test(
        Team,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
            **options,
        ),
    )


def test_no_short_story_of_a_team_breaks_a_promise() -> None:
    _run(12, 30, derandomize=True, database=None)


@pytest.mark.soak
def test_no_long_story_of_a_team_breaks_a_promise() -> None:
    _run(600, 60)
