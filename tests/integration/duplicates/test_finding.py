"""Pairs that look alike in a workspace, and what is remembered of them."""

from pathlib import Path

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.duplicates import decide_pair
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.duplicates.finding import find_duplicates
from journeydesk.storage.engine import sql
from tests.workspaces import workspace


def _two(context: Context) -> tuple[RecordId, RecordId]:
    one = create_prospect(
        context, {"company": "Brisalta Logística", "contact_name": "Iker Zubiaga", "phone": "+34 944 123 456"}
    )
    other = create_prospect(context, {"company": "Brisalta Logistica SL", "contact_name": "I. Zubiaga", "phone": "944123456"})
    create_prospect(context, {"company": "Quillon Freight", "contact_name": "Adaeze Nwokorie"})
    return one, other


def test_a_pair_is_found_with_its_reasons(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        one, other = _two(context)
        (pair,) = find_duplicates(context)
        assert (pair.left.record, pair.right.record) == (one, other)
        assert "same phone" in pair.likeness.reasons


def test_what_was_said_of_a_pair_is_shared_and_can_be_undone(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        one, other = _two(context)
        decide_pair(context, other, one, "different")
        assert [pair.said for pair in find_duplicates(context)] == ["different"]
        with context.database.read() as connection:
            assert sql.scalar(connection, "SELECT count(*) FROM settings WHERE key LIKE 'pair %' AND NOT deleted") == 1
        assert undo(context) == "Brisalta Logistica SL and Brisalta Logística are different"
        assert [pair.said for pair in find_duplicates(context)] == [""]
        decide_pair(context, one, other, "same")
        decide_pair(context, one, other, "different")
        assert [pair.said for pair in find_duplicates(context)] == ["different"]
        decide_pair(context, one, other, None)
        assert [pair.said for pair in find_duplicates(context)] == [""]


def test_a_pair_that_people_named_is_listed_however_unlike(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        one = create_prospect(context, {"company": "Halcyon Labs"})
        other = create_prospect(context, {"company": "Quillon Freight"})
        assert find_duplicates(context) == []
        decide_pair(context, one, other, "same")
        assert [(pair.left.record, pair.said) for pair in find_duplicates(context)] == [(one, "same")]


def test_one_prospect_named_twice_is_refused(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        one = create_prospect(context, {"company": "Halcyon Labs"})
        with pytest.raises(UserError, match="named twice"):
            decide_pair(context, one, one, "same")
