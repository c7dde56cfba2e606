"""The fault matrix of sync, rows 1–5, 16 and 17: requests that are lost, late, or meet another. Real requests, a clock that waits for
nobody."""

import pytest

from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.storage.engine import sql
from journeydesk.storage.records.tombstones import of_record
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import get_meta
from journeydesk.sync.ports import (
    RemoteUnreachable,
)
from journeydesk.sync.recovery import StillSettling
from tests.integration.sync.base import Base


def test_row_1_an_edit_that_never_arrived_goes_with_the_next_pass(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"contact_name": "here"})
    base.fault("drop-before", method="PATCH")
    with pytest.raises(RemoteUnreachable, match="saved here"):
        base.sync()
    assert base.waiting() == 1
    base.sync()
    assert (base.waiting(), base.seen(remote, "contact_name")) == (0, "here")


def test_row_2_a_create_whose_answer_is_lost_is_found_by_its_key(base: Base) -> None:
    prospect = create_prospect(base.context, {"company": "Ostrava Glass"})
    base.fault("drop-after", method="PATCH")
    with pytest.raises(RemoteUnreachable):
        base.sync()
    assert base.sync().pending == 0
    assert len(base.there(base.field(prospect, "key"))) == 1


def test_row_3_a_lost_answer_makes_no_conflict_with_the_next_edit(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"contact_name": "first"})
    base.fault("drop-after", method="PATCH")
    with pytest.raises(RemoteUnreachable):
        base.sync()
    edit(base.context, record, {"contact_name": "second"})
    outcome = base.sync()
    assert (outcome.conflicts, outcome.pending, base.seen(remote, "contact_name")) == (0, 0, "second")


def test_row_4_a_delete_with_a_lost_answer_is_proven_by_looking(base: Base) -> None:
    record, remote = base.one()
    delete_prospects(base.context, [record])
    base.fault("drop-after", method="DELETE")
    with pytest.raises(RemoteUnreachable):
        base.sync()
    base.sync()
    assert base.remote.get(base.map.table_id, remote) is None
    with base.context.database.read() as connection:
        assert of_record(connection, "prospects", record) is not None
    assert base.waiting() == 0


def test_row_5_a_late_write_is_waited_for_and_the_newest_value_stands(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"contact_name": "old"})
    base.fault("drop-before", method="PATCH")
    with pytest.raises(RemoteUnreachable):
        base.sync(settle=60)
    edit(base.context, record, {"contact_name": "newest"})
    before = base.requests()
    with pytest.raises(StillSettling):
        base.sync(settle=60)
    assert base.requests() == before
    base.clock.sleep(50)
    # The request that nobody waits for any more is carried out now.
    base.theirs(remote, contact_name="old")
    base.clock.sleep(15)
    outcome = base.sync(settle=60)
    assert (outcome.conflicts, outcome.pending, base.seen(remote, "contact_name")) == (0, 0, "newest")


def test_row_16_another_field_edited_before_our_write_survives(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"contact_name": "ours"})

    def seam(place: str) -> None:
        if place == "before call":
            base.theirs(remote, job_title="theirs")

    base.sync(seam)
    assert (base.seen(remote, "contact_name"), base.seen(remote, "job_title")) == ("ours", "theirs")
    base.sync()
    assert base.field(record, "job_title") == "theirs"


def test_row_17_the_same_field_edited_then_is_kept_in_the_history(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"contact_name": "ours"})
    done: list[str] = []

    def seam(place: str) -> None:
        if place == "before call" and not done:
            done.append(place)
            base.theirs(remote, contact_name="written in that moment")

    base.sync(seam)
    base.sync()
    assert base.seen(remote, "contact_name") == "ours"
    (told,) = base.notes(sync_notes.OVERWRITTEN)
    assert "written in that moment" in told
    with base.context.database.read() as connection:
        kept = sql.scalars(connection, "SELECT old FROM field_history WHERE lid = ? AND field = 'contact_name'", (record,))
        assert '"written in that moment"' in kept
        assert get_meta(connection, "last_success") is not None
