"""Changes that wait: held, let go, dropped, tried again; answers to what sync asks."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.remote.opening import REMOTE_SLUG
from journeydesk.services.commands import outbox
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.queries.outbox import pending_of, sync_details
from journeydesk.services.rows.sync import SyncNoteRow
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.sync.push_deletes import ASKED_LOCAL_DELETES, CONFIRMED_LOCAL_DELETES
from journeydesk.sync.remote_deletes import CONFIRMED_REMOTE_DELETES
from tests.integration.office import Office


@pytest.fixture
def prospect(office: Office) -> RecordId:
    """A prospect that the remote has, with two fields that wait."""
    record = office.pulled(company="Quillon", phone="1", notes="Wants a depot", status="Accepted")
    edit(office.context, record, {"phone": "2", "notes": "Wants two depots"})
    office.heard.clear()
    return record


def states(office: Office, record: RecordId) -> dict[str | None, str]:
    """What waits by field; the score that the rules gave meanwhile is left out."""
    rows = pending_of(office.context, [("prospects", record)])
    return {row.field_slug: row.state for row in rows if row.field_slug != "score"}


def meta(office: Office, key: str) -> str | None:
    with office.context.database.read() as connection:
        return get_meta(connection, key)


def note(office: Office, kind: str, text: str = "So it is") -> SyncNoteRow:
    with office.context.database.write() as connection:
        sync_notes.add(connection, kind, "prospects", None, text, office.ago())
    return sync_details(office.context).notes[0]


def test_a_held_field_stays_and_the_others_go(office: Office, prospect: RecordId) -> None:
    outbox.hold_change(office.context, "prospects", prospect, "phone")
    assert states(office, prospect) == {"phone": "held", "notes": "waiting"}
    outbox.release_change(office.context, "prospects", prospect, "phone")
    assert states(office, prospect) == {"phone": "waiting", "notes": "waiting"}


def test_a_held_record_keeps_all_its_fields(office: Office, prospect: RecordId) -> None:
    outbox.hold_change(office.context, "prospects", prospect, None)
    assert states(office, prospect) == {"phone": "held", "notes": "held"}
    outbox.release_change(office.context, "prospects", prospect, "phone")
    assert states(office, prospect)["phone"] == "held"
    outbox.release_change(office.context, "prospects", prospect, None)
    assert set(states(office, prospect).values()) == {"waiting"}


def test_holding_twice_is_holding_once(office: Office, prospect: RecordId) -> None:
    for _ in range(2):
        outbox.hold_change(office.context, "prospects", prospect, "phone")
    outbox.release_change(office.context, "prospects", prospect, "phone")
    assert states(office, prospect)["phone"] == "waiting"


@pytest.mark.parametrize("act", [outbox.hold_change, outbox.release_change])
def test_holding_is_no_step_to_undo_and_renews_the_pill(office: Office, prospect: RecordId, act: object) -> None:
    act(office.context, "prospects", prospect, "phone")  # type: ignore[operator]
    assert office.last().kinds == {"sync"}
    assert undo(office.context) == "Edited Quillon"


def test_a_refused_field_is_tried_again_as_it_is(office: Office, prospect: RecordId) -> None:
    with office.context.database.write() as connection:
        unsent_fields.reject(connection, "prospects", prospect, {"phone": ("2", "Cannot parse")})
    assert states(office, prospect)["phone"] == "refused"
    outbox.retry_change(office.context, "prospects", prospect)
    assert states(office, prospect)["phone"] == "waiting"
    assert office.values("prospects", prospect)["phone"] == "2"
    assert office.last().kinds == {"sync"}


def test_a_dropped_field_has_again_what_the_remote_has(office: Office, prospect: RecordId) -> None:
    outbox.drop_change(office.context, "prospects", prospect, "phone")
    row = office.values("prospects", prospect)
    assert (row["phone"], row["notes"]) == ("1", "Wants two depots")
    assert states(office, prospect) == {"notes": "waiting"}
    undo(office.context)
    assert states(office, prospect) == {"phone": "waiting", "notes": "waiting"}
    redo(office.context)
    assert states(office, prospect) == {"notes": "waiting"}


def test_dropping_all_changes_leaves_nothing_waiting(office: Office, prospect: RecordId) -> None:
    for field in ("phone", "notes"):
        outbox.drop_change(office.context, "prospects", prospect, field)
    assert states(office, prospect) == {}


def test_dropping_lets_go_of_what_held_or_refused_it(office: Office, prospect: RecordId) -> None:
    with office.context.database.write() as connection:
        unsent_fields.reject(connection, "prospects", prospect, {"phone": ("2", "Cannot parse")})
    outbox.hold_change(office.context, "prospects", prospect, "phone")
    outbox.drop_change(office.context, "prospects", prospect, "phone")
    edit(office.context, prospect, {"phone": "2"})
    assert states(office, prospect)["phone"] == "waiting"


def test_a_new_record_that_is_dropped_goes(office: Office) -> None:
    record = office.prospect(company="New")
    outbox.drop_change(office.context, "prospects", record, None)
    assert office.values("prospects", record)["deleted"] == 1
    undo(office.context)
    assert office.values("prospects", record)["deleted"] == 0


def test_a_deleted_record_whose_delete_is_dropped_is_back(office: Office, prospect: RecordId) -> None:
    delete_prospects(office.context, [prospect])
    assert states(office, prospect) == {None: "waiting"}
    outbox.drop_change(office.context, "prospects", prospect, None)
    assert office.values("prospects", prospect)["deleted"] == 0
    assert office.last().prospects == frozenset({prospect})
    assert {"prospects", "positions", "sync"} <= office.last().kinds


def test_a_change_that_is_gone_cannot_be_dropped(office: Office) -> None:
    with pytest.raises(UserError, match=r"The change is no longer there; it was sent or dropped"):
        outbox.drop_change(office.context, "prospects", RecordId(99), "phone")
    assert undo(office.context) is None


def test_a_dropped_touchpoint_names_its_prospect(office: Office, prospect: RecordId) -> None:
    call = office.add("interactions", prospect=prospect, type="Call", date=office.ago())
    outbox.drop_change(office.context, "interactions", call, None)
    assert office.last().prospects == frozenset({prospect})
    assert office.values("prospects", prospect)["last_touch_at"] is None


def test_a_dropped_task_of_nobody_touches_any(office: Office) -> None:
    task = office.add("tasks", title="Call")
    outbox.drop_change(office.context, "tasks", task, None)
    assert office.last().prospects is None
    assert "tasks" in office.last().kinds


def test_confirming_remote_deletes_allows_as_many_as_were_missing(office: Office) -> None:
    with office.context.database.write() as connection:
        set_meta(connection, "missing there:prospects", "412")
    outbox.confirm_deletes(office.context, note(office, sync_notes.MASS_REMOTE_DELETE))
    assert meta(office, f"{CONFIRMED_REMOTE_DELETES}prospects") == "412"
    assert sync_details(office.context).notes == ()


def test_confirming_local_deletes_allows_as_many_as_were_asked(office: Office) -> None:
    with office.context.database.write() as connection:
        set_meta(connection, f"{ASKED_LOCAL_DELETES}prospects", "13")
    office.delete(office.pulled(remote="rec1", company="Deleted since"))
    outbox.confirm_deletes(office.context, note(office, sync_notes.MASS_LOCAL_DELETE))
    assert meta(office, f"{CONFIRMED_LOCAL_DELETES}prospects") == "13"
    assert meta(office, f"{CONFIRMED_REMOTE_DELETES}prospects") is None


def test_an_answered_question_is_not_answered_again(office: Office) -> None:
    asked = note(office, sync_notes.MASS_LOCAL_DELETE)
    outbox.confirm_deletes(office.context, asked)
    with pytest.raises(UserError, match="answered meanwhile"):
        outbox.confirm_deletes(office.context, asked)


@pytest.mark.parametrize("kind", [sync_notes.DRIFT, sync_notes.MOVED, sync_notes.RESTORED])
def test_a_note_that_asks_about_no_delete_confirms_none(office: Office, kind: str) -> None:
    with pytest.raises(UserError, match="nothing to confirm in this note"):
        outbox.confirm_deletes(office.context, note(office, kind))
    assert len(sync_details(office.context).notes) == 1


def test_read_notes_go_and_questions_stay(office: Office) -> None:
    for kind in (sync_notes.MOVED, sync_notes.DRIFT, sync_notes.RETURNED, sync_notes.MASS_LOCAL_DELETE):
        note(office, kind)
    outbox.dismiss_notes(office.context, sync_details(office.context).notes)
    assert [row.question for row in sync_details(office.context).notes] == ["deleted here", "schema"]
    assert office.last().kinds == {"sync"}


@pytest.mark.parametrize(("plan", "quota"), [("Free", 1000), ("Team", 100_000), ("Business", None)])
def test_the_plan_decides_how_many_calls_there_are(office: Office, plan: str, quota: int | None) -> None:
    outbox.set_plan(office.context, plan)
    details = sync_details(office.context)
    assert (details.plan, details.quota) == (plan, quota)
    assert meta(office, f"{REMOTE_SLUG}_plan") == plan


def test_a_plan_that_is_none_is_refused_with_all_of_them(office: Office) -> None:
    with pytest.raises(UserError, match=r"“Gold” is no plan of Airtable. Choose one of Free, Team, Business, Enterprise Scale"):
        outbox.set_plan(office.context, "Gold")
    assert sync_details(office.context).plan == "Team"


@pytest.mark.parametrize("kind", [sync_notes.MASS_REMOTE_DELETE, sync_notes.MASS_LOCAL_DELETE])
def test_a_confirmed_delete_renews_the_pill(office: Office, kind: str) -> None:
    asked = note(office, kind)
    office.heard.clear()
    outbox.confirm_deletes(office.context, asked)
    assert [change.kinds for change in office.heard] == [{"sync"}]


def test_a_plan_that_was_named_renews_the_pill(office: Office) -> None:
    outbox.set_plan(office.context, "Free")
    assert [change.kinds for change in office.heard] == [{"sync"}]


def test_dropping_one_field_lets_go_of_that_field_alone(office: Office, prospect: RecordId) -> None:
    outbox.hold_change(office.context, "prospects", prospect, "phone")
    outbox.hold_change(office.context, "prospects", prospect, "notes")
    outbox.drop_change(office.context, "prospects", prospect, "phone")
    edit(office.context, prospect, {"phone": "9"})
    assert states(office, prospect) == {"phone": "waiting", "notes": "held"}
    with office.context.database.write() as connection:
        unsent_fields.reject(connection, "prospects", prospect, {"phone": ("9", "No"), "notes": ("Wants two depots", "No")})
    outbox.drop_change(office.context, "prospects", prospect, "phone")
    with office.context.database.read() as connection:
        assert unsent_fields.rejected_fields(connection, "prospects", prospect) == ["notes"]
