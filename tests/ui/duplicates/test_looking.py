"""A look that nobody waits for any more ends."""

from pathlib import Path

from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.ui.tabs.duplicates.looking import find_while_wanted
from tests.workspaces import workspace


def _two(context: Context) -> None:
    for name in ("Iker Zubiaga", "I. Zubiaga"):
        create_prospect(context, {"company": "Brisalta Logística", "contact_name": name, "phone": "+34 944 123 456"})


def test_pairs_are_found_while_they_are_wanted(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        _two(context)
        found = find_while_wanted(context, lambda: False)
    assert found is not None
    assert len(found) == 1


def test_a_look_ends_once_another_is_wanted(tmp_path: Path) -> None:
    asked: list[bool] = []

    def is_stopped() -> bool:
        asked.append(len(asked) == 1)
        return asked[-1]

    with workspace(tmp_path) as context:
        _two(context)
        assert find_while_wanted(context, is_stopped) is None
    assert asked == [False, True]
