"""Links of the base that a text of ours shows by name: when the linked record is renamed there, our text follows as nobody's edit."""

from datetime import timedelta

import pytest

from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.storage.engine import sql
from journeydesk.sync.setup import set_up
from tests.integration.sync.memory_base import MemoryBase
from tests.integration.sync.test_field_kinds import retyped, value

pytestmark = pytest.mark.fault(66)


class Linked:
    """Prospects whose notes are links there, to records of another table; `rope` and `coil` are two of those."""

    def __init__(self, memory: MemoryBase) -> None:
        self.memory = memory
        self.record, self.other = memory.made(2)
        target = memory.map("usage")
        self.table, self.name = target.table_id, target.fields["key"]
        self.rope, self.coil = (memory.remote.add(self.table, {self.name: name}) for name in ("Rope & Sons", "Coil AG"))
        retyped(memory, "notes", type="multipleRecordLinks", links_to=self.table)
        set_up(memory.database, memory.remote, False, memory.context.now())
        memory.theirs(memory.remote_id(self.record), notes=[self.rope, self.coil])
        memory.theirs(memory.remote_id(self.other), notes=[self.coil])
        memory.sync()
        memory.sync()
        assert self.texts() == ("Rope & Sons, Coil AG", "Coil AG")
        memory.remote.log.clear()

    def rename(self, remote: RemoteId, name: object) -> None:
        """Another person renames a linked record."""
        self.memory.remote._write(self.table, remote, {self.name: name})

    def texts(self) -> tuple[object, object]:
        return value(self.memory, self.record, "notes"), value(self.memory, self.other, "notes")

    def sources(self, record: RecordId) -> list[tuple[str, str, str]]:
        """Who wrote the text here, in its history."""
        with self.memory.database.read() as connection:
            return sql.rows(
                connection,
                "SELECT old, new, source FROM field_history WHERE table_slug = 'prospects' AND field = 'notes' AND lid = ? ORDER BY id",
                (record,),
            )


@pytest.fixture
def linked(memory: MemoryBase) -> Linked:
    return Linked(memory)


@pytest.mark.parametrize("fed", [True, False])
def test_the_text_follows_its_record_s_name(linked: Linked, fed: bool) -> None:
    memory = linked.memory
    if not fed:
        memory.without_feed()
        memory.sync()
    linked.rename(linked.rope, "Rope & Daughters")
    outcome = memory.sync()
    assert linked.texts() == ("Rope & Daughters, Coil AG", "Coil AG")
    assert (outcome.pushed, outcome.conflicts, outcome.pending, outcome.problems) == (0, 0, 0, ())
    assert linked.sources(linked.record)[-1][2] == "sync"
    last = memory.sync()
    assert (last.pushed, last.pulled, last.pending, last.conflicts) == (0, 0, 0, 0)
    assert memory.asked("patch") == []
    assert memory.state(linked.record).base["notes"] == "Rope & Daughters, Coil AG"


def test_only_the_records_that_show_it_are_read(linked: Linked) -> None:
    linked.rename(linked.rope, "Rope & Daughters")
    linked.memory.sync()
    assert linked.memory.asked("fetch") == [1]


def test_nothing_is_asked_where_a_feed_tells_of_no_rename(linked: Linked) -> None:
    linked.memory.sync()
    assert [name for name, _, _ in linked.memory.remote.log] == ["read_feed"]


def test_a_name_and_a_link_changed_at_once(linked: Linked) -> None:
    memory = linked.memory
    linked.rename(linked.rope, "Rope & Daughters")
    memory.theirs(memory.remote_id(linked.other), notes=[linked.rope])
    memory.theirs(memory.remote_id(linked.record), notes=[linked.coil])
    memory.sync()
    assert linked.texts() == ("Coil AG", "Rope & Daughters")
    assert memory.sync().pulled == 0


def test_an_unnamed_record_that_is_named_and_one_that_loses_its_name(linked: Linked) -> None:
    linked.rename(linked.rope, None)
    linked.memory.sync()
    assert linked.texts()[0] == "Unnamed record, Coil AG"
    linked.rename(linked.rope, "Rope")
    linked.memory.sync()
    assert linked.texts()[0] == "Rope, Coil AG"


def test_two_that_swap_their_names(linked: Linked) -> None:
    linked.rename(linked.rope, "Coil AG")
    linked.rename(linked.coil, "Rope & Sons")
    linked.memory.sync()
    assert linked.texts() == ("Coil AG, Rope & Sons", "Rope & Sons")


def test_names_that_no_feed_tells_of_are_asked_for_once_a_day(linked: Linked) -> None:
    memory = linked.memory
    # A name that is computed there changes without being told of.
    memory.remote._tables[linked.table].records[linked.rope].fields[linked.name] = "Rope & Daughters"
    memory.sync()
    assert linked.texts()[0] == "Rope & Sons, Coil AG"
    memory.clock.sleep(timedelta(hours=25).total_seconds())
    memory.sync()
    assert linked.texts()[0] == "Rope & Daughters, Coil AG"


def test_a_lost_feed_asks_for_every_name(linked: Linked) -> None:
    memory = linked.memory
    linked.rename(linked.rope, "Rope & Daughters")
    memory.remote.lose_feeds()
    memory.sync()
    memory.sync()
    assert linked.texts()[0] == "Rope & Daughters, Coil AG"


def test_a_rename_that_was_cut_off_is_renamed_next_time(linked: Linked) -> None:
    memory = linked.memory
    linked.rename(linked.coil, "Coil Ltd")
    memory.remote.after["fetch"] = [None, OSError("gone")]
    with pytest.raises(OSError, match="gone"):
        memory.sync()
    memory.sync()
    assert linked.texts() == ("Rope & Sons, Coil Ltd", "Coil Ltd")


def test_an_edit_from_before_it_was_a_link_stays_as_it_is(memory: MemoryBase) -> None:
    (record,) = memory.made()
    target = memory.map("usage")
    rope = memory.remote.add(target.table_id, {target.fields["key"]: "Rope & Sons"})
    memory.theirs(memory.remote_id(record), notes="Rope & Sons")
    memory.sync()
    memory.edit(record, notes="Mine")
    retyped(memory, "notes", type="multipleRecordLinks", links_to=target.table_id)
    memory.theirs(memory.remote_id(record), notes=[rope])
    memory.sync()
    memory.remote._write(target.table_id, rope, {target.fields["key"]: "Rope & Daughters"})
    memory.sync()
    memory.sync()
    assert value(memory, record, "notes") == "Mine"
    assert memory.state(record).base["notes"] == "Rope & Daughters"
    assert memory.questions() == []
    assert memory.seen(record)["notes"] == [rope]


def test_a_linked_table_that_is_gone_stops_nothing(linked: Linked) -> None:
    memory = linked.memory
    linked.rename(linked.rope, "Rope & Daughters")
    memory.remote.remove_table(linked.table)
    memory.edit(linked.other, phone="1")
    assert memory.sync().pushed == 1
    assert memory.sync().pushed == 0
