"""Set-up and the watch on the schema: what is matched, what is missing, what drifted, and what is said of it."""

from dataclasses import replace

import pytest

from journeydesk.domain.catalogue import BY_SLUG, PROSPECTS, TABLES
from journeydesk.domain.errors import UserError
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import set_meta
from journeydesk.storage.sync.table_maps import MappedField, mapped_fields
from journeydesk.sync.ports import RemoteField, RemoteTable
from journeydesk.sync.schema_watch import READ_AT, READ_EVERY, options, read_schema, schema_is_due
from journeydesk.sync.setup import Known, create_missing, match_schema, set_up, store_matches
from tests.fakes.memory_remote import MemoryRemote
from tests.integration.sync.memory_base import MemoryBase


def table(name: str, *fields: RemoteField, identifier: str = "tbl1") -> RemoteTable:
    return RemoteTable(identifier, name, fields[0].id if fields else "fld0", fields)


def whole(identifier: str = "tbl1", **renamed: str) -> RemoteTable:
    """The prospects' table as it should be, some fields under other names."""
    fields = [RemoteField(f"fld{s.slug}", renamed.get(s.slug, s.name), s.type.value) for s in PROSPECTS.fields]
    return table(PROSPECTS.name, *fields, identifier=identifier)


def states(schema: list[RemoteTable], known: Known | None = None) -> dict[str, str]:
    match = next(match for match in match_schema(schema, known or {}) if match.spec is PROSPECTS)
    return {field.spec.slug: field.state for field in match.fields}


def test_an_empty_base_has_nothing_of_ours() -> None:
    matches = match_schema([], {})
    assert [match.spec for match in matches] == list(TABLES)
    assert all(match.remote is None for match in matches)
    assert all(len(match.missing) == len(match.spec.fields) for match in matches)


@pytest.mark.parametrize("name", [PROSPECTS.name, PROSPECTS.name.upper(), PROSPECTS.name.lower()])
def test_a_table_is_matched_by_name_whatever_its_case(name: str) -> None:
    (match, *_) = match_schema([replace(whole(), name=name)], {})
    assert match.remote is not None
    assert match.missing == ()


def test_a_field_is_matched_by_name_whatever_its_case() -> None:
    assert states([whole(phone=PROSPECTS.by_slug["phone"].name.upper())])["phone"] == "found"
    assert states([whole(phone="Telephone 1")])["phone"] == "missing"


def test_what_was_matched_before_is_known_by_its_id() -> None:
    known: Known = {"prospects": ("tblOLD", [MappedField("phone", "fldphone", "Phone", "phoneNumber", "found", {})])}
    schema = [replace(whole("tblOLD", phone="Telephone 1"), name="Renamed"), whole("tblNEW")]
    (match, *_) = match_schema(schema, known)
    assert match.remote is not None
    assert match.remote.id == "tblOLD"
    assert states(schema, known)["phone"] == "found"


def test_a_known_table_that_is_gone_is_matched_by_name() -> None:
    (match, *_) = match_schema([whole("tblNEW")], {"prospects": ("tblOLD", [])})
    assert match.remote is not None
    assert match.remote.id == "tblNEW"


def test_a_field_of_another_type_is_no_match() -> None:
    fields = [replace(each, type="checkbox") if each.id == "fldphone" else each for each in whole().fields]
    found = states([replace(whole(), fields=tuple(fields))])
    assert found["phone"] == "other type"
    assert set(found.values()) == {"found", "other type"}


def test_missing_tables_and_fields_are_created_with_their_links() -> None:
    remote = MemoryRemote(lambda: "2026-01-01T00:00:00.000Z")
    created = create_missing(remote, match_schema([], {}))
    assert created == [spec.name for spec in TABLES]
    ids = {each.name: each.id for each in remote.schema()}
    for spec in TABLES:
        shape = next(each for each in remote.schema() if each.name == spec.name)
        for each in spec.fields:
            field = next(one for one in shape.fields if one.name == each.name)
            assert field.links_to == (ids[BY_SLUG[each.links_to].name] if each.links_to else "")
    assert create_missing(remote, match_schema(remote.schema(), {})) == []


def test_a_missing_field_is_created_where_it_belongs() -> None:
    remote = MemoryRemote(lambda: "2026-01-01T00:00:00.000Z")
    create_missing(remote, match_schema([], {}))
    prospects = next(each for each in remote.schema() if each.name == PROSPECTS.name)
    phone = PROSPECTS.by_slug["phone"].name
    remote.reshape(prospects.id, [each for each in prospects.fields if each.name != phone])
    assert create_missing(remote, match_schema(remote.schema(), {})) == [f"{PROSPECTS.name}, {phone}"]


@pytest.mark.parametrize("kept", [(), ("fldcompany",), ("fldcontact_name",)])
def test_prospects_need_a_name_and_nothing_else(memory: MemoryBase, kept: tuple[str, ...]) -> None:
    fields = tuple(each for each in whole().fields if each.id in kept or each.id == "fldphone")
    matches = match_schema([replace(whole(), fields=fields)], {})
    if kept:
        store_matches(memory.database, matches, memory.context.now())
        assert set(memory.map().fields) == {*(each.removeprefix("fld") for each in kept), "phone"}
    else:
        with pytest.raises(UserError, match=r"Company or Contact Name.*--show-map"):
            store_matches(memory.database, matches, memory.context.now())


def test_set_up_twice_creates_nothing_more(memory: MemoryBase) -> None:
    before = memory.map()
    _, created = set_up(memory.database, memory.remote, True, memory.context.now())
    assert created == []
    assert memory.map() == before


def test_without_the_wish_nothing_is_created(memory: MemoryBase) -> None:
    empty = MemoryRemote(lambda: "2026-01-01T00:00:00.000Z")
    with pytest.raises(UserError, match="--create-missing"):
        set_up(memory.database, empty, False, memory.context.now())
    assert empty.schema() == ()


def due(memory: MemoryBase, told: bool = False) -> bool:
    return schema_is_due(memory.work(), told)


@pytest.mark.parametrize(
    ("seconds", "told", "expected"), [(-1, False, False), (0, False, True), (0, True, False), (9e6, True, False)]
)
def test_the_schema_is_read_hourly_unless_a_feed_tells(memory: MemoryBase, seconds: float, told: bool, expected: bool) -> None:
    with memory.database.write() as connection:
        set_meta(connection, READ_AT, memory.context.now())
    memory.clock.sleep(READ_EVERY.total_seconds() + seconds)
    assert due(memory, told) is expected


def test_a_schema_never_read_or_read_in_the_future_is_due(memory: MemoryBase) -> None:
    with memory.database.write() as connection:
        set_meta(connection, READ_AT, "2030-01-01T00:00:00.000Z")
    assert due(memory)
    with memory.database.write() as connection:
        set_meta(connection, READ_AT, None)
    assert due(memory, told=True)


def reshaped(memory: MemoryBase, slug: str, **changes: object) -> bool:
    """A person changes one field of the prospects, or removes it (no changes); whether the schema is another then."""
    identifier = memory.map().fields[slug]
    shape = next(each for each in memory.remote.schema() if each.id == memory.map().table_id)
    fields = [replace(each, **changes) if each.id == identifier else each for each in shape.fields]  # type: ignore[arg-type]
    memory.remote.reshape(shape.id, [each for each in fields if changes or each.id != identifier])
    return read_schema(memory.work())


def test_a_schema_as_it_was_changes_nothing(memory: MemoryBase) -> None:
    assert not read_schema(memory.work())
    assert memory.notes(sync_notes.DRIFT) == []


def test_a_renamed_field_goes_on_syncing(memory: MemoryBase) -> None:
    (record,) = memory.made()
    assert not reshaped(memory, "phone", name="Telephone 1")
    memory.edit(record, phone="1")
    memory.sync()
    assert memory.seen(record)["phone"] == "1"


@pytest.mark.parametrize(
    ("changes", "state", "words"),
    [
        ({}, "removed", "is no longer in Memory Base"),
        ({"type": "checkbox"}, "other type", "is of another type in Memory Base now (checkbox)"),
    ],
)
def test_a_field_that_drifted_is_paused_and_told(
    memory: MemoryBase, changes: dict[str, object], state: str, words: str
) -> None:
    (record,) = memory.made(phone="1")
    assert reshaped(memory, "phone", **changes)
    with memory.database.read() as connection:
        _, fields = mapped_fields(connection, "prospects")
    assert next(field.state for field in fields if field.slug == "phone") == state
    (text,) = memory.notes(sync_notes.DRIFT)
    assert words in text
    memory.edit(record, phone="2", job_title="CEO")
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert row["phone"] == "2"
    assert memory.seen(record)["job_title"] == "CEO"
    assert len(memory.notes(sync_notes.DRIFT)) == 1


def test_a_field_that_is_computed_by_now_is_only_read(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    assert reshaped(memory, "phone", type="formula", result="singleLineText")
    (text,) = memory.notes(sync_notes.DRIFT)
    assert "is computed in Memory Base now (formula). It is read and no longer written" in text
    memory.theirs(memory.remote_id(record), phone="2")
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert row["phone"] == "2"


def test_a_field_that_is_back_is_walked_and_the_note_goes(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    identifier = memory.map().fields["phone"]
    assert reshaped(memory, "phone", type="checkbox")
    shape = next(each for each in memory.remote.schema() if each.id == memory.map().table_id)
    back = [replace(each, type="phoneNumber") if each.id == identifier else each for each in shape.fields]
    memory.remote.reshape(shape.id, back)
    memory.remote._write(shape.id, memory.remote_id(record), {identifier: "7"})
    assert read_schema(memory.work())
    assert memory.notes(sync_notes.DRIFT) == []
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert row["phone"] == "7"


def test_a_key_that_is_gone_keeps_new_records_waiting(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    assert reshaped(memory, "key")
    (text,) = memory.notes(sync_notes.DRIFT)
    assert f"New records of {PROSPECTS.name} wait." in text
    memory.new()
    memory.edit(record, phone="2")
    memory.sync()
    assert len(memory.held()) == 1
    assert memory.seen(record)["phone"] == "2"


def test_a_table_that_is_gone_deletes_nothing(memory: MemoryBase) -> None:
    memory.made(2)
    memory.remote.remove_table(memory.map().table_id)
    assert read_schema(memory.work())
    (text,) = memory.notes(sync_notes.DRIFT)
    assert "Nothing was deleted here" in text
    memory.sync()
    assert memory.count("SELECT count(*) FROM prospects") == 2


def test_a_changed_schema_gives_what_was_rejected_another_try(memory: MemoryBase) -> None:
    (record,) = memory.made()
    with memory.database.write() as connection:
        unsent_fields.reject(connection, "prospects", record, {"status": ("Won", "no such option")})
    assert not read_schema(memory.work())
    assert memory.state(record).unsent.rejected
    assert reshaped(memory, "phone", type="checkbox")
    assert not memory.state(record).unsent.rejected


def test_a_renamed_option_keeps_our_name(memory: MemoryBase) -> None:
    (record,) = memory.made(status="Active")
    shape = next(each for each in memory.remote.schema() if each.id == memory.map().table_id)
    status = next(each for each in shape.fields if each.id == memory.map().fields["status"])
    choices = tuple((identifier, "Busy" if name == "Active" else name) for identifier, name in status.choices)
    assert reshaped(memory, "status", choices=choices)
    memory.theirs(memory.remote_id(record), status="Busy", phone="1")
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert (row["status"], row["phone"]) == ("Active", "1")
    (other,) = memory.new(status="Active")
    memory.sync()
    assert memory.seen(other)["status"] == "Busy"


def test_options_keep_the_name_under_which_they_were_met() -> None:
    field = RemoteField("fld1", "Status", "singleSelect", (("sel1", "Busy"), ("sel2", "New")))
    assert options(PROSPECTS, "status", field, {"sel1": ("Active", "Active"), "sel9": ("Gone", "Gone")}) == {
        "sel1": ("Active", "Busy"),
        "sel2": ("New", "New"),
    }
    assert options(PROSPECTS, "phone", field, {}) == {"sel1": ("Busy", "Busy"), "sel2": ("New", "New")}


def test_an_option_is_ours_whatever_its_case_and_blanks() -> None:
    field = RemoteField("fld1", "Status", "singleSelect", (("sel1", "ACTIVE "), ("sel2", "Parked")))
    assert options(PROSPECTS, "status", field, {}) == {"sel1": ("Active", "ACTIVE "), "sel2": ("Parked", "Parked")}


def test_an_option_of_theirs_keeps_the_word_it_was_met_by() -> None:
    field = RemoteField("fld1", "Status", "singleSelect", (("sel1", "On ice"),))
    assert options(PROSPECTS, "status", field, {"sel1": ("Parked", "Parked")}) == {"sel1": ("Parked", "On ice")}
    assert options(PROSPECTS, "status", field, {"sel1": ("Stage 2", "Parked")}) == {"sel1": ("Stage 2", "On ice")}
