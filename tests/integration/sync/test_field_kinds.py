"""Fields of other types than ours, synced both ways: nothing is lost, nothing goes to and fro."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.fields.reading import field_values
from journeydesk.services.queries.outbox import pending_of, waiting_records
from journeydesk.storage.records import records, unsent_fields
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.sync_records import by_remote_id
from journeydesk.storage.sync.table_maps import table_map_of
from journeydesk.sync.schema_watch import read_schema
from journeydesk.sync.setup import set_up
from tests.integration.sync.memory_base import MemoryBase

ZONE = ZoneInfo("Europe/Berlin")


def retyped(memory: MemoryBase, slug: str, table: str = "prospects", **changes: object) -> None:
    """The base's field is of another type, as its own team made it."""
    identifier = memory.map(table).fields[slug]
    shape = next(each for each in memory.remote.schema() if each.id == memory.map(table).table_id)
    fields = [replace(each, **changes) if each.id == identifier else each for each in shape.fields]  # type: ignore[arg-type]
    memory.remote.reshape(shape.id, fields)
    read_schema(memory.work())


def sync(memory: MemoryBase) -> list[str]:
    """Two passes; the second finds nothing to send. Returns what the first could not do."""
    outcome = memory.sync(zone=ZONE, reps={"amaia@team.example": "Amaia Etxarri"})
    memory.remote.log.clear()
    memory.sync(zone=ZONE, reps={"amaia@team.example": "Amaia Etxarri"})
    assert memory.asked("patch") == []
    return list(outcome.problems)


def value(memory: MemoryBase, record: RecordId, slug: str) -> object:
    row = memory.row(record)
    assert row is not None
    return row[slug]


@pytest.fixture
def record(memory: MemoryBase) -> RecordId:
    """One prospect that both sides know."""
    return memory.made()[0]


def test_row_66_a_day_there_is_its_first_moment_here(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "applied_on", type="date")
    memory.theirs(memory.remote_id(record), applied_on="2026-05-22")
    sync(memory)
    assert value(memory, record, "applied_on") == "2026-05-21T22:00:00.000Z"
    assert memory.seen(record)["applied_on"] == "2026-05-22"


def test_row_66_the_time_of_a_day_stays_here(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "applied_on", type="date")
    memory.edit(record, applied_on="2026-05-22T14:30:00.000Z")
    sync(memory)
    assert memory.seen(record)["applied_on"] == "2026-05-22"
    assert value(memory, record, "applied_on") == "2026-05-22T14:30:00.000Z"
    memory.theirs(memory.remote_id(record), phone="1")
    sync(memory)
    assert value(memory, record, "applied_on") == "2026-05-22T14:30:00.000Z"
    memory.edit(record, applied_on="2026-05-22T16:00:00.000Z")
    sync(memory)
    assert (value(memory, record, "applied_on"), memory.seen(record)["applied_on"]) == (
        "2026-05-22T16:00:00.000Z",
        "2026-05-22",
    )
    memory.theirs(memory.remote_id(record), applied_on="2026-05-23")
    sync(memory)
    assert value(memory, record, "applied_on") == "2026-05-22T22:00:00.000Z"


def test_row_66_a_reply_lost_after_a_day_was_written(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "applied_on", type="date")
    memory.edit(record, applied_on="2026-05-22T14:30:00.000Z")
    memory.remote.after["patch"] = [OSError("gone")]
    with pytest.raises(OSError, match="gone"):
        memory.sync(zone=ZONE)
    sync(memory)
    assert value(memory, record, "applied_on") == "2026-05-22T14:30:00.000Z"
    assert memory.seen(record)["applied_on"] == "2026-05-22"


def test_row_66_a_person_there_is_a_name_here(memory: MemoryBase, record: RecordId) -> None:
    (other,) = memory.made()
    retyped(memory, "owner", type="singleCollaborator")
    amaia = {"id": "usrA", "email": "Amaia@team.example", "name": "amaia.e"}
    tomasz = {"id": "usrT", "email": "tomasz@team.example", "name": "Tomasz Wilk"}
    memory.theirs(memory.remote_id(record), owner=amaia)
    memory.theirs(memory.remote_id(other), owner=tomasz)
    sync(memory)
    assert (value(memory, record, "owner"), value(memory, other, "owner")) == ("Amaia Etxarri", "Tomasz Wilk")
    memory.edit(record, owner="tomasz wilk")
    sync(memory)
    assert memory.seen(record)["owner"] == {"id": "usrT"}


def test_row_66_who_created_it_is_named_as_the_team_does(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "owner", type="createdBy")
    amaia = {"id": "usrA", "email": "Amaia@team.example", "name": "amaia.e"}
    memory.theirs(memory.remote_id(record), owner=amaia)
    sync(memory)
    assert value(memory, record, "owner") == "Amaia Etxarri"
    with memory.database.read() as connection:
        learned = table_map_of(connection, "prospects")
    assert learned is not None
    assert learned.choices["owner"] == {"usrA": "Amaia Etxarri"}
    assert learned.forms["owner"].choices == ()


def test_row_66_a_person_never_seen_there_waits(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "owner", type="singleCollaborator")
    memory.edit(record, owner="Priya Raghunath", phone="1")
    (problem,) = sync(memory)
    assert "“Priya Raghunath” was not seen as a person there yet" in problem
    assert memory.seen(record)["phone"] == "1"
    (row,) = pending_of(memory.context, waiting_records(memory.context))
    assert (row.what, row.state) == ("Owner", "refused")
    memory.add(owner={"id": "usrP", "name": "Priya Raghunath", "email": "p@team.example"})
    with memory.database.write() as connection:
        unsent_fields.clear_rejections(connection, "prospects", {record: ["owner"]})
    sync(memory)
    assert memory.seen(record)["owner"] == {"id": "usrP"}


def test_row_66_of_several_values_the_others_stay(memory: MemoryBase, record: RecordId) -> None:
    options = tuple((f"sel{name}", name) for name in ("Hot lead", "Active", "New", "Rope"))
    retyped(memory, "status", type="multipleSelects", choices=options)
    memory.theirs(memory.remote_id(record), status=["Hot lead", "Active", "Rope"])
    sync(memory)
    assert value(memory, record, "status") == "Active"
    memory.edit(record, status="New")
    sync(memory)
    assert memory.seen(record)["status"] == ["New", "Hot lead", "Rope"]
    memory.theirs(memory.remote_id(record), status=["New", "Rope"])
    sync(memory)
    assert value(memory, record, "status") == "New"
    memory.edit(record, status="Active")
    sync(memory)
    assert memory.seen(record)["status"] == ["Active", "Rope"]


def test_row_66_a_cell_without_our_options_is_empty_everywhere(memory: MemoryBase, record: RecordId) -> None:
    options = tuple((f"sel{name}", name) for name in ("Hot lead", "Active", "New", "Rope"))
    retyped(memory, "status", type="multipleSelects", choices=options)
    memory.theirs(memory.remote_id(record), status=["Active", "Rope"])
    sync(memory)
    memory.theirs(memory.remote_id(record), status=["Rope"])
    sync(memory)
    # As a computer that comes later reads it; what stood here is in the history.
    assert value(memory, record, "status") is None
    old = "SELECT count(*) FROM field_history WHERE field = 'status' AND old = '\"Active\"' AND new IS NULL AND source = 'sync'"
    assert memory.count(old) == 1
    assert memory.sync(zone=ZONE).pending == 0
    memory.edit(record, status="New")
    sync(memory)
    assert memory.seen(record)["status"] == ["New", "Rope"]


def test_row_66_our_option_out_there_and_changed_here_is_a_question(memory: MemoryBase, record: RecordId) -> None:
    options = tuple((f"sel{name}", name) for name in ("Hot lead", "Active", "New", "Rope"))
    retyped(memory, "status", type="multipleSelects", choices=options)
    memory.theirs(memory.remote_id(record), status=["Active", "Rope"])
    sync(memory)
    memory.edit(record, status="New")
    memory.theirs(memory.remote_id(record), status=["Rope"])
    memory.sync(zone=ZONE)
    ((question),) = memory.questions()
    assert (question.field, question.mine, question.theirs) == ("status", "New", None)
    assert memory.seen(record)["status"] == ["Rope"]


def test_row_66_our_option_taken_out_here_leaves_the_others(memory: MemoryBase, record: RecordId) -> None:
    options = tuple((f"sel{name}", name) for name in ("Hot lead", "Active", "New", "Rope"))
    retyped(memory, "status", type="multipleSelects", choices=options)
    memory.theirs(memory.remote_id(record), status=["Active", "Hot lead"])
    sync(memory)
    with memory.database.write() as connection:
        records.update(connection, "prospects", record, {"status": None}, Author("Amaia", memory.context.now(), "user"))
    assert memory.sync(zone=ZONE).pushed == 1
    assert memory.seen(record)["status"] == ["Hot lead"]
    last = memory.sync(zone=ZONE)
    assert (last.pushed, last.pending, last.conflicts) == (0, 0, 0)


@pytest.mark.parametrize(("stars", "share"), [(2, 0.4), (5, 1), (None, None)])
def test_row_66_stars_there_are_a_share_here(
    memory: MemoryBase, record: RecordId, stars: int | None, share: float | None
) -> None:
    retyped(memory, "deal_probability", type="rating", maximum=5)
    memory.theirs(memory.remote_id(record), deal_probability=stars)
    sync(memory)
    assert value(memory, record, "deal_probability") == share


def test_row_66_a_share_is_the_nearest_star_there_and_stays_fine(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "deal_probability", type="rating", maximum=5)
    memory.edit(record, deal_probability=0.37)
    sync(memory)
    assert (memory.seen(record)["deal_probability"], value(memory, record, "deal_probability")) == (2, 0.37)
    memory.theirs(memory.remote_id(record), phone="1")
    sync(memory)
    assert value(memory, record, "deal_probability") == 0.37
    memory.edit(record, deal_probability=0.02, phone="2")
    (problem,) = sync(memory)
    assert "A rating there has 1 to 5 stars, each 20 %; 2 % is none" in problem
    assert (memory.seen(record)["deal_probability"], memory.seen(record)["phone"]) == (2, "2")


def test_row_66_a_check_box_is_a_yes_in_a_text(memory: MemoryBase, record: RecordId) -> None:
    survey = memory.insert("surveys", key="SUR-1", prospect=record, case_study=1)
    memory.sync()
    retyped(memory, "case_study", "surveys", type="singleLineText")
    memory.theirs(memory.remote_id(survey, "surveys"), "surveys", case_study="no")
    sync(memory)
    assert memory.row(survey, "surveys")["case_study"] is None  # type: ignore[index]
    with memory.database.write() as connection:
        records.update(connection, "surveys", survey, {"case_study": 1}, Author("Amaia", memory.context.now(), "user"))
    sync(memory)
    assert memory.seen(survey, "surveys")["case_study"] == "Yes"


def test_row_66_an_option_fits_whatever_its_case_and_blanks(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "status", choices=(("sel1", "ACTIVE "), ("sel2", "Parked")))
    memory.theirs(memory.remote_id(record), status="ACTIVE ")
    sync(memory)
    assert value(memory, record, "status") == "Active"
    memory.edit(record, status="Active", phone="1")
    sync(memory)
    assert memory.seen(record)["status"] == "ACTIVE "


def test_row_66_an_option_that_is_none_there_is_not_sent(memory: MemoryBase, record: RecordId) -> None:
    memory.edit(record, status="Nirvana", phone="1")
    (problem,) = sync(memory)
    assert "“Nirvana” is none of the field's options there" in problem
    assert memory.seen(record)["phone"] == "1"
    assert memory.seen(record)["status"] == "New"


def test_row_66_minutes_are_seconds_there(memory: MemoryBase, record: RecordId) -> None:
    call = memory.insert("interactions", key="INT-1", prospect=record, duration=25)
    memory.sync()
    retyped(memory, "duration", "interactions", type="duration")
    memory.theirs(memory.remote_id(call, "interactions"), "interactions", duration=3600)
    memory.sync()
    assert memory.row(call, "interactions")["duration"] == 60  # type: ignore[index]


@pytest.mark.parametrize(("kind", "there"), [("number", 7.26), ("currency", 7.26), ("percent", 0.0726)])
def test_row_66_a_number_is_sent_with_all_its_decimals(memory: MemoryBase, record: RecordId, kind: str, there: float) -> None:
    retyped(memory, "score", type=kind, precision=0)
    with memory.database.write() as connection:
        records.update(connection, "prospects", record, {"score": 7.26}, Author("Amaia", memory.context.now(), "you"))
    sync(memory)
    assert (value(memory, record, "score"), memory.seen(record)["score"]) == (7.26, there)
    memory.theirs(memory.remote_id(record), score=round(there, 2))
    sync(memory)
    assert value(memory, record, "score") == (7 if kind == "percent" else 7.26)


def test_row_66_cents_that_do_not_fit_there_stay_here(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "estimated_revenue", type="currency", precision=0)
    memory.edit(record, estimated_revenue=12_34)
    sync(memory)
    assert (value(memory, record, "estimated_revenue"), memory.seen(record)["estimated_revenue"]) == (12_34, 12)
    memory.theirs(memory.remote_id(record), phone="1")
    sync(memory)
    assert (value(memory, record, "estimated_revenue"), memory.seen(record)["estimated_revenue"]) == (12_34, 12)


def test_row_66_cents_written_there_come_whatever_is_shown(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "estimated_revenue", type="currency", precision=0)
    memory.edit(record, estimated_revenue=12_00)
    sync(memory)
    memory.theirs(memory.remote_id(record), estimated_revenue=12.3)
    sync(memory)
    assert (value(memory, record, "estimated_revenue"), memory.seen(record)["estimated_revenue"]) == (12_30, 12.3)


def test_row_66_cents_that_stood_there_are_taken_off_there(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "estimated_revenue", type="currency", precision=0)
    remote = memory.remote_id(record)
    memory.theirs(remote, estimated_revenue=12.3)
    sync(memory)
    assert value(memory, record, "estimated_revenue") == 12_30
    shown = field_values(memory.context, record)
    assert shown is not None and shown.others == ()
    memory.theirs(remote, estimated_revenue=12)
    sync(memory)
    assert value(memory, record, "estimated_revenue") == 12_00


def test_row_66_cents_written_here_over_those_there_stay_here(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "estimated_revenue", type="currency", precision=0)
    remote = memory.remote_id(record)
    memory.theirs(remote, estimated_revenue=12.3)
    sync(memory)
    memory.edit(record, estimated_revenue=12_40)
    sync(memory)
    memory.theirs(remote, phone="1")
    sync(memory)
    assert (value(memory, record, "estimated_revenue"), memory.seen(record)["estimated_revenue"]) == (12_40, 12)


@pytest.mark.parametrize("text", ["Rope\n", "\n", "Two\n\nparagraphs\n\n"])
def test_row_66_line_ends_of_a_rich_text_are_sent_once(memory: MemoryBase, record: RecordId, text: str) -> None:
    retyped(memory, "notes", type="richText")
    with memory.database.write() as connection:
        records.update(connection, "prospects", record, {"notes": text}, Author("Amaia", memory.context.now(), "you"))
    sync(memory)
    assert memory.seen(record).get("notes") == (text.rstrip("\n") or None)
    assert (value(memory, record, "notes") or "").rstrip("\n") == text.rstrip("\n")  # type: ignore[attr-defined]
    assert memory.sync(zone=ZONE).pending == 0


@pytest.fixture
def survey(memory: MemoryBase, record: RecordId) -> RecordId:
    """An answer whose check box is a select with a yes and a no there; both sides have it checked."""
    survey = memory.insert("surveys", key="SUR-1", prospect=record, case_study=1)
    memory.sync()
    choices = (("sel1", "Yes"), ("sel2", "No"), ("sel3", "Perhaps"))
    retyped(memory, "case_study", "surveys", type="singleSelect", choices=choices)
    memory.theirs(memory.remote_id(survey, "surveys"), "surveys", case_study="Yes")
    sync(memory)
    assert (memory.row(survey, "surveys") or {})["case_study"] == 1
    return survey


def test_row_66_a_cleared_box_is_a_no_there_and_sent_once(memory: MemoryBase, survey: RecordId) -> None:
    with memory.database.write() as connection:
        records.update(connection, "surveys", survey, {"case_study": None}, Author("Amaia", memory.context.now(), "you"))
    assert memory.sync(zone=ZONE).pushed == 1
    assert memory.seen(survey, "surveys")["case_study"] == "No"
    last = memory.sync(zone=ZONE)
    assert (last.pushed, last.pulled, last.pending, last.conflicts) == (0, 0, 0, 0)
    assert "case_study" not in memory.state(survey, "surveys").base


def test_row_66_a_no_there_clears_the_box_here(memory: MemoryBase, survey: RecordId) -> None:
    memory.theirs(memory.remote_id(survey, "surveys"), "surveys", case_study="no ")
    memory.sync(zone=ZONE)
    assert (memory.row(survey, "surveys") or {})["case_study"] is None
    last = memory.sync(zone=ZONE)
    assert (last.pushed, last.pulled, last.pending) == (0, 0, 0)


def test_row_66_neither_yes_nor_no_there_says_nothing(memory: MemoryBase, survey: RecordId) -> None:
    memory.theirs(memory.remote_id(survey, "surveys"), "surveys", case_study="Perhaps")
    memory.sync(zone=ZONE)
    assert (memory.row(survey, "surveys") or {})["case_study"] == 1
    assert memory.seen(survey, "surveys")["case_study"] == "Perhaps"


@pytest.mark.parametrize("kind", ["formula", "rollup"])
def test_row_66_what_is_computed_there_is_read_and_never_written(memory: MemoryBase, record: RecordId, kind: str) -> None:
    retyped(memory, "deal_probability", type=kind, result="percent")
    memory.theirs(memory.remote_id(record), deal_probability=0.4)
    sync(memory)
    assert value(memory, record, "deal_probability") == 0.4
    with pytest.raises(UserError, match="Deal Probability cannot be changed here: it is “Deal Probability” in Airtable"):
        memory.edit(record, deal_probability=0.5, phone="1")
    assert value(memory, record, "phone") is None
    memory.theirs(memory.remote_id(record), deal_probability=0.6)
    sync(memory)
    assert value(memory, record, "deal_probability") == 0.6


def test_row_66_an_edit_from_before_it_was_computed_is_kept_and_said(memory: MemoryBase, record: RecordId) -> None:
    memory.theirs(memory.remote_id(record), deal_probability=0.4)
    sync(memory)
    memory.edit(record, deal_probability=0.5, phone="1")
    retyped(memory, "deal_probability", type="formula", result="percent")
    assert any("Deal Probability: The field is computed there" in problem for problem in sync(memory))
    assert (memory.seen(record)["deal_probability"], memory.seen(record)["phone"]) == (0.4, "1")
    assert value(memory, record, "deal_probability") == 0.5


def test_row_66_a_score_computed_there_is_not_scored_here(memory: MemoryBase) -> None:
    shape = next(each for each in memory.remote.schema() if each.id == memory.map().table_id)
    identifier = memory.map().fields["score"]
    formula = [replace(each, type="formula", result="number") if each.id == identifier else each for each in shape.fields]
    memory.remote.reshape(shape.id, formula)
    set_up(memory.database, memory.remote, False, memory.context.now())
    (record,) = memory.new(industry="News")
    outcome = memory.sync(zone=ZONE)
    assert outcome.problems == ()
    memory.remote._write(shape.id, memory.remote_id(record), {identifier: 31})
    sync(memory)
    assert value(memory, record, "score") == 31
    memory.edit(record, industry="Research")
    sync(memory)
    assert value(memory, record, "score") == 31


def test_row_66_created_time_is_a_date_of_ours(memory: MemoryBase, record: RecordId) -> None:
    retyped(memory, "applied_on", type="createdTime")
    memory.theirs(memory.remote_id(record), applied_on="2026-10-12T08:14:00.000Z")
    sync(memory)
    assert value(memory, record, "applied_on") == "2026-10-12T08:14:00.000Z"


def test_a_record_made_there_without_a_key_gets_none(memory: MemoryBase) -> None:
    remote = memory.add(company="Made there")
    sync(memory)
    with memory.database.read() as connection:
        record = by_remote_id(connection, "prospects", [remote])[remote].record
    memory.edit(record, phone="1")
    sync(memory)
    assert memory.held()[remote] == {"company": "Made there", "phone": "1"}


def test_row_66_a_link_there_is_a_name_here_and_never_written(memory: MemoryBase, record: RecordId) -> None:
    linked = memory.map("usage")
    rope = memory.remote.add(linked.table_id, {linked.fields["key"]: "Rope & Sons"})
    coil = memory.remote.add(linked.table_id, {})
    retyped(memory, "notes", type="multipleRecordLinks", links_to=linked.table_id)
    memory.theirs(memory.remote_id(record), notes=[rope, coil])
    sync(memory)
    assert value(memory, record, "notes") == "Rope & Sons, Unnamed record"
    read_schema(memory.work())
    memory.theirs(memory.remote_id(record), notes=[rope], phone="1")
    fetched = len(memory.asked("fetch"))
    sync(memory)
    assert (value(memory, record, "notes"), len(memory.asked("fetch"))) == ("Rope & Sons", fetched)
    with pytest.raises(UserError, match="Notes cannot be changed here"):
        memory.edit(record, notes="Rope")


@pytest.mark.parametrize(
    ("before", "after", "cell", "share"),
    [
        ({"type": "percent"}, {"type": "number"}, 20, 0.2),
        ({"type": "number"}, {"type": "percent"}, 20, 20.0),
        ({"type": "rating", "maximum": 5}, {"type": "rating", "maximum": 10}, 2, 0.2),
    ],
)
def test_row_66_values_of_a_changed_field_are_read_again(
    memory: MemoryBase, record: RecordId, before: dict[str, object], after: dict[str, object], cell: float, share: float
) -> None:
    retyped(memory, "deal_probability", **before)  # type: ignore[arg-type]
    identifier = memory.map().fields["deal_probability"]
    memory.theirs(memory.remote_id(record), deal_probability=cell)
    sync(memory)
    assert value(memory, record, "deal_probability") != share
    # The service tells that the field was changed, and of no record that its value means another now.
    shape = next(each for each in memory.remote.schema() if each.id == memory.map().table_id)
    changed = [replace(each, **after) if each.id == identifier else each for each in shape.fields]  # type: ignore[arg-type]
    memory.remote.reshape(shape.id, changed)
    outcome = memory.sync(zone=ZONE)
    assert value(memory, record, "deal_probability") == share
    assert (outcome.pushed, outcome.conflicts) == (0, 0)
    sync(memory)
