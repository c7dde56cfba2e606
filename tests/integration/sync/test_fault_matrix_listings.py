"""The fault matrix of sync, rows 12–14: listings that break off, lack rows, or show much gone. Real requests."""

from pathlib import Path

import pytest

from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.sync.ports import (
    WalkExpired,
)
from tests.integration.sync.base import Base, based, control


def test_row_12_an_interrupted_listing_concludes_nothing(tmp_path: Path) -> None:
    with based(tmp_path / "w", prospects=350, feed=False) as base:
        base.walk_due()
        interrupted: list[int] = []

        def seam(place: str) -> None:
            if place == "after page" and not interrupted:
                interrupted.append(control(base.box, "iterators", {})["expired"])

        outcome = base.sync(seam)
        assert interrupted[0] > 0
        assert (outcome.deleted, outcome.conflicts) == (0, 0)
        assert base.count("SELECT count(*) FROM prospects") == 350


def test_row_12_a_listing_interrupted_three_times_is_given_up(tmp_path: Path) -> None:
    with based(tmp_path / "w", prospects=350, feed=False) as base:
        base.walk_due()

        def seam(place: str) -> None:
            if place == "after page":
                control(base.box, "iterators", {})

        with pytest.raises(WalkExpired):
            base.sync(seam)
        assert base.count("SELECT count(*) FROM prospects WHERE deleted = 0") == 350


def test_row_13_a_row_that_a_listing_lacks_is_asked_for_and_stays(base: Base) -> None:
    record, remote = base.one()
    table = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id]
    whole = dict(table.records)
    base.walk_due()

    def seam(place: str) -> None:
        # The listing of prospects is over when the first page of another table is stored.
        table.records.update(whole)

    del table.records[remote]
    outcome = base.sync(seam)
    assert outcome.deleted == 0
    assert base.field(record, "key") is not None


@pytest.mark.parametrize("gone", [12, 30])
def test_row_14_when_much_of_a_table_is_gone_a_person_is_asked(base: Base, gone: int) -> None:
    records = [base.one(place) for place in range(gone)]
    mine = records[0][0]
    edit(base.context, mine, {"contact_name": "kept"})
    companies = [base.field(record, "company") for record, _ in records]
    base.delete_there(*(remote for _, remote in records))
    outcome = base.sync()
    (question,) = base.notes(sync_notes.MASS_REMOTE_DELETE)
    assert sum(company in question for company in companies) == 3
    assert outcome.deleted == 0
    assert base.count("SELECT count(*) FROM prospects WHERE deleted = 0") == 30
    assert base.field(mine, "contact_name") == "kept"


def test_row_14_what_is_confirmed_goes_except_local_edits(base: Base) -> None:
    from journeydesk.services.commands.outbox import confirm_deletes
    from journeydesk.services.queries.outbox import sync_details

    records = [base.one(place) for place in range(12)]
    edit(base.context, records[0][0], {"contact_name": "kept"})
    base.delete_there(*(remote for _, remote in records))
    base.sync()
    (note,) = [one for one in sync_details(base.context).notes if one.question]
    confirm_deletes(base.context, note)
    assert base.sync().deleted == 11
    assert [one.kind for one in base.questions()] == ["gone"]
    assert base.notes(sync_notes.MASS_REMOTE_DELETE) == []


def test_row_14_many_local_deletes_need_a_persons_word(base: Base) -> None:
    from journeydesk.services.commands.outbox import confirm_deletes
    from journeydesk.services.queries.outbox import sync_details

    records = [base.one(place) for place in range(12)]
    delete_prospects(base.context, [record for record, _ in records])
    base.sync()
    assert base.remote.get(base.map.table_id, records[0][1]) is not None
    (note,) = [one for one in sync_details(base.context).notes if one.question]
    confirm_deletes(base.context, note)
    base.sync()
    assert all(base.remote.get(base.map.table_id, remote) is None for _, remote in records)
