"""Row 14 of the fault matrix: a person's yes to many deletes is for as many as were shown, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.outbox import confirm_deletes
from journeydesk.services.queries.outbox import sync_details
from journeydesk.services.rows.sync import SyncNoteRow
from tests.integration.sync.base import Base, based

pytestmark = pytest.mark.fault(14)


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with based(tmp_path / "w", prospects=60) as opened:
        yield opened


def question(base: Base) -> SyncNoteRow:
    (asked,) = [note for note in sync_details(base.context).notes if note.question]
    return asked


Known = list[tuple[RecordId, RemoteId]]


@pytest.fixture
def known(base: Base) -> Known:
    """Every prospect as it stood in the beginning."""
    return [base.one(place) for place in range(60)]


def delete_here(base: Base, known: Known) -> None:
    delete_prospects(base.context, [record for record, _ in known])


def delete_there(base: Base, known: Known) -> None:
    base.delete_there(*(remote for _, remote in known))


def alive_there(base: Base) -> int:
    return len(base.box.workspace.bases[base.box.base_id].tables[base.map.table_id].records)


def living_here(base: Base) -> int:
    return base.count("SELECT count(*) FROM prospects WHERE deleted = 0")


def test_a_yes_for_fewer_local_deletes_sends_no_more(base: Base, known: Known) -> None:
    delete_here(base, known[0:15])
    base.sync()
    confirm_deletes(base.context, question(base))
    delete_here(base, known[15:40])
    base.sync()
    assert alive_there(base) == 60
    assert question(base).text.startswith("40 of 60")


def test_a_yes_for_fewer_remote_deletes_drops_no_more(base: Base, known: Known) -> None:
    delete_there(base, known[0:15])
    base.sync()
    confirm_deletes(base.context, question(base))
    delete_there(base, known[15:40])
    base.sync()
    assert living_here(base) == 60
    assert question(base).text.startswith("40 of 60")


@pytest.mark.parametrize("side", ["here", "there"])
def test_a_yes_to_what_was_read_before_it_grew_is_refused(base: Base, known: Known, side: str) -> None:
    def delete(first: int, last: int) -> None:
        if side == "here":
            delete_here(base, known[first:last])
        else:
            delete_there(base, known[first:last])
            base.walk_due()

    delete(0, 15)
    base.sync()
    read = question(base)
    delete(15, 40)
    base.sync()
    with pytest.raises(UserError, match="no longer what you read: 40 of 60"):
        confirm_deletes(base.context, read)
    base.sync()
    assert (alive_there(base), living_here(base)) == ((60, 20) if side == "here" else (20, 60))
    confirm_deletes(base.context, question(base))
    base.sync()
    assert (alive_there(base), living_here(base)) == (20, 20)


def test_a_yes_is_used_up_by_the_deletes_it_was_for(base: Base, known: Known) -> None:
    delete_here(base, known[0:15])
    base.sync()
    confirm_deletes(base.context, question(base))
    base.sync()
    assert alive_there(base) == 45
    delete_here(base, known[15:30])
    base.sync()
    assert alive_there(base) == 45
    assert question(base).text.startswith("15 of 45")
