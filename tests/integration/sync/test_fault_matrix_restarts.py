"""The fault matrix of sync, rows 33, 45, 47, 55, 56, 61: time away, old copies, clocks, feeds, undo."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.outbox import pending_of, waiting_records
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.sync.feed import stored_feed
from journeydesk.sync.ports import RemoteUnreachable
from tests.integration.sync.base import Base, Killed, control


def test_row_33_sixty_days_offline_end_in_a_walk_of_every_table(base: Base) -> None:
    records = [base.one(place) for place in range(12)]
    for record, _ in records:
        edit(base.context, record, {"phone": "offline 1"})
    base.theirs(records[0][1], job_title="while we were away")
    control(base.box, "clock", {"advance_s": 60 * 86_400})
    base.clock.sleep(60 * 86_400)
    outcome = base.sync()
    assert outcome.pending == 0
    assert base.field(records[0][0], "job_title") == "while we were away"
    assert all(base.seen(remote, "phone") == "offline 1" for _, remote in records)


@pytest.mark.parametrize("days", [8, 60])
def test_row_33_what_a_feed_forgot_is_walked_before_a_walk_is_due(base: Base, days: int) -> None:
    record, remote = base.one()
    base.theirs(remote, job_title="told by nobody 1")
    # Our clock stands still: no walk is due by time, so the gap alone must bring it.
    control(base.box, "clock", {"advance_s": days * 86_400})
    base.sync()
    assert base.field(record, "job_title") == "told by nobody 1"


def test_row_45_an_old_copy_of_the_database_sends_nothing_twice(base: Base, tmp_path: Path) -> None:
    record, remote = base.one()
    prospect = create_prospect(base.context, {"company": "Once only"})
    edit(base.context, record, {"phone": "then 1"})

    def kill(place: str) -> None:
        if place == "after call":
            raise Killed

    with pytest.raises(Killed):
        base.sync(kill)
    base.context.database.close()
    shutil.copy(base.folder / FILE_NAME, tmp_path / "copy.db")
    base.restart()
    base.sync()
    edit(base.context, record, {"job_title": "now"})
    base.sync()
    base.context.database.close()
    for leftover in base.folder.glob(f"{FILE_NAME}-*"):
        leftover.unlink()
    shutil.copy(tmp_path / "copy.db", base.folder / FILE_NAME)
    base.restart()
    base.sync()
    outcome = base.sync()
    assert (outcome.pending, outcome.conflicts) == (0, 0)
    assert len(base.there(base.field(prospect, "key"))) == 1
    assert (base.field(record, "job_title"), base.seen(remote, "job_title")) == ("now", "now")
    assert (base.field(record, "phone"), base.seen(remote, "phone")) == ("then 1", "then 1")


@pytest.mark.parametrize("days", [-365, 365])
def test_row_47_a_wrong_clock_misses_and_doubles_nothing(base: Base, days: int) -> None:
    record, remote = base.one()
    base.clock.at += timedelta(days=days)
    edit(base.context, record, {"phone": "ours 1"})
    base.theirs(remote, job_title="theirs 1")
    base.fault("drop-after", method="PATCH")
    with pytest.raises(RemoteUnreachable):
        base.sync()
    base.clock.at -= timedelta(days=2 * days)
    base.sync()
    base.clock.at += timedelta(days=days)
    outcome = base.sync()
    assert (outcome.pending, outcome.conflicts) == (0, 0)
    assert (base.seen(remote, "phone"), base.field(record, "job_title")) == ("ours 1", "theirs 1")


@pytest.mark.parametrize("trouble", ["disabled", "gone", "gap"])
def test_row_55_a_lost_feed_begins_anew_with_a_walk(base: Base, trouble: str) -> None:
    record, remote = base.one()
    _, named = base.one(1)
    with base.context.database.read() as connection:
        feed = stored_feed(connection)
    assert feed is not None
    base.theirs(remote, phone="told by nobody 1")
    hooks = base.box.workspace.hooks[base.box.base_id]
    if trouble == "disabled":
        control(base.box, "hooks", {"hook": feed.id})
    elif trouble == "gone":
        del hooks.by_id[feed.id]
    else:
        hooks.by_id[feed.id].payloads.clear()
        # The payload that is left names another record.
        base.theirs(named, job_title="told 1")
    base.sync()
    assert base.field(record, "phone") == "told by nobody 1"
    with base.context.database.read() as connection:
        again = stored_feed(connection)
    assert again is not None
    assert base.sync().calls == 1


def test_row_56_what_the_feed_tells_twice_changes_nothing(base: Base) -> None:
    record, remote = base.one()
    with base.context.database.read() as connection:
        before = get_meta(connection, "feed")
    base.theirs(remote, phone="told 1")
    base.sync()
    with base.context.database.write() as connection:
        set_meta(connection, "feed", before)
    edit(base.context, record, {"phone": "ours since 1"})
    outcome = base.sync()
    assert (outcome.conflicts, base.seen(remote, "phone")) == (0, "ours since 1")


def test_a_change_undone_remotely_three_times_is_rejected(base: Base) -> None:
    from journeydesk.storage.records.records import Author, update

    record, remote = base.one()
    for _ in range(5):
        with base.context.database.write() as connection:
            update(connection, "prospects", record, {"phone": "ours 1"}, Author("Journeydesk", base.context.now(), "rule"))
        base.sync()
        base.theirs(remote, phone="theirs 1")
        base.sync()
    assert base.field(record, "phone") in ("ours 1", "theirs 1")
    with base.context.database.write() as connection:
        update(connection, "prospects", record, {"phone": "ours 1"}, Author("Journeydesk", base.context.now(), "rule"))
    base.sync()
    assert base.seen(remote, "phone") == "theirs 1"
    (row,) = pending_of(base.context, waiting_records(base.context))
    assert "changes it back" in row.reason
    edit(base.context, record, {"phone": "a person's 1"})
    base.sync()
    assert base.seen(remote, "phone") == "a person's 1"


@pytest.mark.fault(61)
def test_an_undo_of_what_was_changed_since_asks(base: Base) -> None:
    record, remote = base.one()
    before = base.field(record, "phone")
    edit(base.context, record, {"phone": "mine 1"})
    base.sync()
    base.theirs(remote, phone="theirs since 1")
    base.sync()
    undo(base.context)
    assert base.field(record, "phone") == "theirs since 1"
    (question,) = base.questions()
    assert (question.kind, question.mine, question.theirs) == ("undo", before, "theirs since 1")
