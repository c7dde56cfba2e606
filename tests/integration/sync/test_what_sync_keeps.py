"""What sync keeps beside the records: questions, notes, cursors, counted calls, facts of the workspace."""

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.api_calls import add_calls, calls_of, last_checks, note_check
from journeydesk.storage.sync.bases import set_base_field
from journeydesk.storage.sync.cursors import set_watermark, walk_again, watermark
from journeydesk.storage.sync.meta import get_meta, set_meta
from tests.integration.sync.memory_base import MemoryBase

AT = "2026-05-19T09:05:00.000Z"
SLUG = "prospects"


def hold(memory: MemoryBase, record: RecordId, by: str | None = None, **held: tuple[Wire, Wire]) -> None:
    with memory.database.write() as connection:
        conflicts.hold(connection, SLUG, record, {"phone": "base"}, held, by, AT)


def test_a_held_field_keeps_both_values(memory: MemoryBase) -> None:
    (record,) = memory.made()
    hold(memory, record, "Tomasz", phone=("mine 1", "theirs"), job_title=(None, "CEO"))
    kept = {
        question.field: (question.base, question.mine, question.theirs, question.theirs_by) for question in memory.questions()
    }
    assert kept == {"phone": ("base", "mine 1", "theirs", "Tomasz"), "job_title": (None, None, "CEO", "Tomasz")}
    with memory.database.read() as connection:
        assert conflicts.held_fields(connection, SLUG, [record, RecordId(99)]) == {record: frozenset({"phone", "job_title"})}
        assert conflicts.count(connection) == 2


def test_a_field_no_longer_in_question_is_let_go(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    hold(memory, first, phone=("mine 1", "theirs"), job_title=("a", "b"))
    hold(memory, second, phone=("mine 1", "theirs"))
    hold(memory, first, phone=("mine 1", "newer"))
    assert [(question.record, question.field, question.theirs) for question in memory.questions()] == [
        (first, "phone", "newer"),
        (second, "phone", "theirs"),
    ]


def test_an_undo_question_is_held_by_nothing(memory: MemoryBase) -> None:
    (record,) = memory.made()
    with memory.database.write() as connection:
        conflicts.put(connection, SLUG, record, "phone", conflicts.UNDO, None, "a", "b", None, AT)
    hold(memory, record)
    assert [question.kind for question in memory.questions()] == [conflicts.UNDO]
    with memory.database.read() as connection:
        assert conflicts.held_fields(connection, SLUG, [record]) == {}


def test_an_answer_makes_theirs_the_base(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="mine 1")
    hold(memory, record, phone=("mine 1", "theirs"))
    (question,) = memory.questions()
    with memory.database.write() as connection:
        conflicts.answer(connection, question)
    assert memory.questions() == []
    assert memory.state(record).base["phone"] == "theirs"
    assert memory.state(record).touched
    memory.sync()
    assert memory.seen(record)["phone"] == "mine 1"


@pytest.mark.parametrize(("agreed", "kind", "base"), [("theirs", conflicts.MERGE, "base"), ("sent", conflicts.UNDO, "sent")])
def test_an_answer_taken_back_asks_again(memory: MemoryBase, agreed: str, kind: str, base: str) -> None:
    (record,) = memory.made(phone="mine 1")
    hold(memory, record, phone=("mine 1", "theirs"))
    (question,) = memory.questions()
    with memory.database.write() as connection:
        conflicts.answer(connection, question)
        set_base_field(connection, SLUG, record, "phone", agreed)
        conflicts.ask_again(connection, question)
    (again,) = memory.questions()
    assert (again.kind, memory.state(record).base["phone"]) == (kind, base)
    assert (again.mine, again.theirs) == (("mine 1", "theirs") if kind == conflicts.MERGE else ("theirs", "sent"))


def test_questions_of_a_record_fall_with_it(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    for record in (first, second):
        hold(memory, record, phone=("mine 1", "theirs"))
    with memory.database.write() as connection:
        conflicts.drop_of(connection, SLUG, first)
    assert [question.record for question in memory.questions()] == [second]


def add(memory: MemoryBase, kind: str, text: str, record: RecordId | None = None, slug: str = SLUG) -> bool:
    with memory.database.write() as connection:
        return sync_notes.add(connection, kind, slug, record, text, AT)


def test_the_same_note_is_told_once_until_it_is_done(memory: MemoryBase) -> None:
    assert [add(memory, sync_notes.DUPLICATE, "double"), add(memory, sync_notes.DUPLICATE, "double")] == [True, False]
    with memory.database.write() as connection:
        (note,) = sync_notes.open_notes(connection)
        sync_notes.done(connection, note.id, AT)
        assert sync_notes.open_notes(connection) == []
    assert add(memory, sync_notes.DUPLICATE, "double")


@pytest.mark.parametrize("kind", [sync_notes.MASS_LOCAL_DELETE, sync_notes.MASS_REMOTE_DELETE])
def test_a_question_about_a_table_is_brought_up_to_date(memory: MemoryBase, kind: str) -> None:
    assert add(memory, kind, "11 of 12")
    assert not add(memory, kind, "12 of 12")
    assert add(memory, kind, "9 of 9", slug="tasks")
    assert sorted(memory.notes(kind)) == ["12 of 12", "9 of 9"]
    with memory.database.read() as connection:
        assert sync_notes.asking(connection) == 2


def test_notes_that_only_tell_ask_nobody(memory: MemoryBase) -> None:
    add(memory, sync_notes.RETURNED, "back", RecordId(1))
    add(memory, sync_notes.DRIFT, "a field is gone")
    with memory.database.read() as connection:
        assert {note.kind: note.asks for note in sync_notes.open_notes(connection)} == {
            sync_notes.RETURNED: False,
            sync_notes.DRIFT: True,
        }
        assert sync_notes.asking(connection) == 1


def test_settled_notes_go_except_those_that_still_hold(memory: MemoryBase) -> None:
    for text in ("phone is gone", "score is gone"):
        add(memory, sync_notes.DRIFT, text)
    add(memory, sync_notes.DRIFT, "elsewhere", slug="tasks")
    with memory.database.write() as connection:
        sync_notes.settle(connection, sync_notes.DRIFT, SLUG, AT, ("score is gone",))
    assert sorted(memory.notes(sync_notes.DRIFT)) == ["elsewhere", "score is gone"]


def test_a_watermark_never_goes_back(memory: MemoryBase) -> None:
    late, later = "2027-01-01T00:00:00.000Z", "2027-02-01T00:00:00.000Z"
    with memory.database.write() as connection:
        set_watermark(connection, "alerts", later, late)
        set_watermark(connection, "alerts", late, None)
        assert watermark(connection, "alerts") == (later, late)
        set_watermark(connection, "alerts", None, later)
        assert watermark(connection, "alerts") == (later, later)
        walk_again(connection)
        assert watermark(connection, "alerts") == (later, None)
        assert watermark(connection, "nothing") == (None, None)


def test_calls_are_counted_by_day_and_month(memory: MemoryBase) -> None:
    with memory.database.write() as connection:
        for day, calls in (("2026-06-01", 3), ("2026-06-01", 4), ("2026-06-30", 5), ("2026-07-01", 100)):
            add_calls(connection, "sheets", day, calls)
        assert [calls_of(connection, "sheets", period) for period in ("2026-06-01", "2026-06", "2026-08")] == [7, 12, 0]
        assert calls_of(connection, "other", "2026-06") == 0


def test_the_newest_checks_come_first(memory: MemoryBase) -> None:
    with memory.database.write() as connection:
        for day, ok in (("01", True), ("03", False), ("02", True)):
            note_check(connection, "Sheets", f"2026-06-{day}T00:00:00.000Z", ok, f"day {day}", 0.5)
        checks = last_checks(connection, "Sheets", 2)
    assert [(check.text, check.ok, check.seconds) for check in checks] == [("day 03", 0, 0.5), ("day 02", 1, 0.5)]


def test_a_fact_is_replaced_and_removed(memory: MemoryBase) -> None:
    with memory.database.write() as connection:
        for value in ("a", "b", None):
            set_meta(connection, "fact", value)
            assert get_meta(connection, "fact") == value
