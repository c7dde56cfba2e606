"""Who is looked at beside a prospect that is being typed."""

from pathlib import Path

from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from journeydesk.storage.records.bulk import insert_many
from journeydesk.storage.records.look_alikes import candidates
from tests.workspaces import workspace

_BY_TWO_NAMES = (
    ("Quillon Freighter", "Zoe Moana"),
    ("Quillons Freight", "Zoe Moana"),
    ("Quibble", "Adam Moana"),
)
_BY_ONE = ("Quillon", "Ottilie Karabey")


def _companies(context: Context, names: tuple[tuple[str, str], ...]) -> set[str]:
    """The companies of those that, of fifty of each of these, may be Adaeze Nxele of Quillon Freight."""
    rows = [
        {"key": f"BETA-{kind}{number:04}", "company": company, "contact_name": contact}
        for kind, (company, contact) in enumerate(names)
        for number in range(50)
    ]
    with context.database.write() as connection:
        insert_many(connection, "prospects", rows, context.author("import"))
    with context.database.read() as connection:
        found = candidates(connection, ["quillon", "freight"], ["adaeze", "nxele"], "", "", "")
        known = sql.rows(connection, "SELECT lid, company FROM prospects")
    return {company for lid, company in known if lid in found}


def test_who_shares_a_single_word_is_looked_at(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        assert _companies(context, (_BY_ONE,)) == {"Quillon"}


def test_single_words_are_not_asked_where_two_find_enough(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        assert _companies(context, (_BY_ONE, *_BY_TWO_NAMES)) == {company for company, _ in _BY_TWO_NAMES}
