"""Whatever a team does to the options of a select while two computers work: a value means what it meant when it was set, everywhere."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.catalogue import APPLICATION_STATUSES
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.commands.prospects import edit
from journeydesk.storage.sync.remote_ids import record_of_remote
from journeydesk.storage.sync.table_maps import TableMap
from tests.integration.sync.base import Base

WORDS = st.sampled_from(APPLICATION_STATUSES)
MACHINE = st.integers(0, 1)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("rename"), WORDS, WORDS),
        st.tuples(st.just("swap"), WORDS, WORDS),
        st.tuples(st.just("delete"), WORDS),
        st.tuples(st.just("add"), WORDS),
        st.tuples(st.just("there"), WORDS),
        st.tuples(st.just("here"), MACHINE, WORDS),
        st.tuples(st.just("sync"), MACHINE),
        st.tuples(st.just("hour"), MACHINE),
    ),
    min_size=4,
    max_size=14,
)


class World:
    """A base, two computers, and what each of three records was last said to be: by the first, by the second, by somebody there.

    What is there is known by option id; `first` are the ids of the options that the base began with.
    """

    def __init__(self, folder: Path, box: Sandbox, feeds: tuple[bool, bool]) -> None:
        self.machines = [Base(folder / str(place), box, feed=feed) for place, feed in enumerate(feeds)]
        self.map = self.machines[0].map
        table = box.workspace.bases[box.base_id].tables[self.map.table_id]
        self.field, self.rows = table.fields[self.map.fields["status"]], table.records
        self.remotes = [RemoteId(each) for each in sorted(table.records)[:3]]
        self.first = {choice["name"]: str(choice["id"]) for choice in self.field.options["choices"]}
        self.meant: dict[int, str | None] = {}

    def names(self) -> dict[str, str]:
        """What the base calls its options, by id."""
        return {choice["id"]: choice["name"] for choice in self.field.options["choices"]}

    def option(self, place: int) -> str | None:
        """The id of the option that a record has there."""
        name = self.rows[self.remotes[place]].cells.get(self.field.id)
        return next((identifier for identifier, known in self.names().items() if known == name), None)

    def local(self, place: int, machine: int) -> RecordId:
        """A record on a computer."""
        with self.machines[machine].context.database.read() as connection:
            record = record_of_remote(connection, "prospects", self.remotes[place])
        assert record is not None
        return RecordId(record)

    def change(self, **change: object) -> None:
        """Somebody changes the options there."""
        self.machines[0].schema_there(field=self.field.id, **change)

    def do(self, step: tuple[object, ...]) -> None:
        """One step; one that makes no sense by now is none."""
        match step:
            case "rename", str(of), str(name):
                now, others = self.names().get(self.first[of]), set(self.names().values())
                if now is not None and f"{name}!" not in others and now != name:
                    self.change(rename_choices={now: name if name not in others else f"{name}!"})
            case "swap", str(one), str(other):
                a, b = self.names().get(self.first[one]), self.names().get(self.first[other])
                if a is not None and b is not None and a != b:
                    self.change(rename_choices={a: b, b: a})
            case "delete", str(of):
                gone = self.names().get(self.first[of])
                if gone is not None and len(self.names()) > 3:
                    self.change(remove_choice=gone)
            case "add", str(name):
                if name not in self.names().values():
                    self.change(add_choice=name)
            case "there", str(of):
                called = self.names().get(self.first[of])
                if called is not None:
                    self.machines[0].theirs(self.remotes[2], status=called)
                    self.meant[2] = of
            case "here", int(machine), str(word):
                edit(self.machines[machine].context, self.local(machine, machine), {"status": word})
                self.meant[machine] = word
            case "sync", int(machine):
                self.machines[machine].sync()
            case "hour", int(machine):
                self.machines[machine].clock.sleep(3601)
                self.machines[machine].sync()

    def settle(self) -> None:
        """Everybody syncs until nothing moves."""
        for _ in range(3):
            for machine in self.machines:
                machine.clock.sleep(3601)
                machine.sync()

    def words(self, machine: int) -> TableMap:
        """What a computer knows of the options."""
        return self.machines[machine].maps()["prospects"]


def hold(world: World) -> None:
    """What has to be true once everybody synced."""
    for number, machine in enumerate(world.machines):
        assert machine.sync().pushed == 0
        known = world.words(number).option_ids["status"]
        for word, identifier in world.first.items():
            assert known.get(identifier, word) == word
        asked = {question.record for question in machine.questions()}
        for place in range(3):
            record = world.local(place, number)
            here, there = machine.field(record, "status"), world.option(place)
            owns = number == place and world.first.get(str(world.meant.get(place))) not in world.names()
            if record not in asked and not owns:
                assert here == (known[there] if there is not None else None)
    for place, word in world.meant.items():
        option = world.first[str(word)]
        if option in world.names():
            assert world.option(place) in (option, None)


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, feeds=st.sampled_from([(True, True), (False, True), (False, False)]))
def test_two_computers_agree_whatever_becomes_of_options(steps: list[tuple[object, ...]], feeds: tuple[bool, bool]) -> None:
    with tempfile.TemporaryDirectory() as folder, Sandbox.start(prospects=4, lift_limits=True) as box:
        world = World(Path(folder), box, feeds)
        try:
            for step in steps:
                world.do(step)
            world.settle()
            hold(world)
        finally:
            for machine in world.machines:
                machine.context.database.close()
