"""Copies of the workspace and its health: what is kept, put back, found, and said to a person."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.services.commands.prospects import edit
from journeydesk.services.workspace import health
from journeydesk.services.workspace.copies import back_up, restore, take_daily_copy
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.place import Place
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import get_meta
from tests.integration.office import Office


def copies(office: Office) -> list[str]:
    return sorted(path.name for path in (office.context.database.folder / "backups").glob("*.db"))


def meta(office: Office, key: str) -> str | None:
    with office.context.database.read() as connection:
        return get_meta(connection, key)


def test_a_workspace_without_anything_is_not_copied(office: Office) -> None:
    take_daily_copy(office.context)
    assert copies(office) == []


def test_a_day_has_one_copy(office: Office) -> None:
    office.prospect(company="Quillon")
    take_daily_copy(office.context)
    first = copies(office)
    office.pass_time(hours=2)
    take_daily_copy(office.context)
    assert copies(office) == first
    assert len(first) == 1
    office.pass_time(days=1)
    take_daily_copy(office.context)
    assert len(copies(office)) == 2


def test_a_copy_put_back_is_the_workspace_of_then(office: Office, tmp_path: Path) -> None:
    prospect = office.prospect(company="Quillon")
    before = office.contents()
    copy = back_up(office.context, tmp_path / "copy.db")
    assert copy.exists()
    office.prospect(company="Later")
    edit(office.context, prospect, {"company": "Changed"})
    restored = restore(office.context, copy)
    assert office.contents() == before
    assert restored.aside.exists()
    assert ("Beta Applications", 2, 1) in restored.tables
    assert all(earlier != later for _, earlier, later in restored.tables)


def test_what_was_put_aside_can_be_put_back_in_turn(office: Office, tmp_path: Path) -> None:
    copy = back_up(office.context, tmp_path / "copy.db")
    office.prospect(company="Later")
    later = office.contents()
    aside = restore(office.context, copy).aside
    assert aside.name == "before-restore-20260519T090500.db"
    office.pass_time(minutes=1)
    restore(office.context, aside)
    assert office.contents() == later


@pytest.mark.parametrize("content", [b"", b"not a database", b"x" * 100_000])
def test_a_file_that_is_no_copy_changes_nothing(office: Office, tmp_path: Path, content: bytes) -> None:
    office.prospect(company="Quillon")
    before = office.contents()
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(content)
    with pytest.raises(JourneydeskError):
        restore(office.context, wrong)
    assert office.contents() == before


def test_a_file_that_is_not_there_changes_nothing(office: Office, tmp_path: Path) -> None:
    with pytest.raises(JourneydeskError):
        restore(office.context, tmp_path / "nowhere.db")


def test_a_sound_workspace_says_nothing(office: Office, tmp_path: Path) -> None:
    assert health.check_health(office.context, tmp_path / "config") == []
    soundness = health.examine(office.context)
    assert soundness.problems == ()
    assert soundness.sqlite_version.startswith("3.")


def test_an_index_that_lacks_a_record_is_made_anew(office: Office, tmp_path: Path) -> None:
    prospect = office.prospect(company="Quillon")
    with office.context.database.write() as connection:
        sql.run(connection, "DELETE FROM prospect_search")
    assert health.examine(office.context).problems != ()
    assert health.check_health(office.context, tmp_path / "config") == []
    assert office.rows("SELECT rowid FROM prospect_search") == [(prospect,)]
    assert health.examine(office.context).problems == ()


@pytest.mark.parametrize(
    ("between", "again"),
    [(timedelta(days=6), False), (timedelta(days=7), False), (timedelta(days=7, seconds=1), True)],
)
def test_a_thorough_look_is_taken_once_a_week(office: Office, tmp_path: Path, between: timedelta, again: bool) -> None:
    health.check_health(office.context, tmp_path / "config")
    first = meta(office, "examined_at")
    assert first == office.ago()
    health.closed_well(office.context)
    office.moment += between
    health.check_health(office.context, tmp_path / "config")
    assert (meta(office, "examined_at") != first) is again


def test_after_a_kill_the_next_look_is_thorough(office: Office, tmp_path: Path) -> None:
    health.check_health(office.context, tmp_path / "config")
    office.pass_time(hours=1)
    health.check_health(office.context, tmp_path / "config")
    assert meta(office, "examined_at") == office.ago()


def notes(office: Office) -> list[str]:
    with office.context.database.read() as connection:
        return [note.kind for note in sync_notes.open_notes(connection)]


def test_a_workspace_from_another_computer_is_recognised_once(office: Office, tmp_path: Path) -> None:
    health.check_health(office.context, tmp_path / "one")
    health.check_health(office.context, tmp_path / "one")
    assert notes(office) == []
    health.check_health(office.context, tmp_path / "two")
    assert notes(office) == [sync_notes.MOVED]
    health.check_health(office.context, tmp_path / "two")
    assert notes(office) == [sync_notes.MOVED]


def test_each_computer_keeps_one_name_for_itself(office: Office, tmp_path: Path) -> None:
    health.check_health(office.context, tmp_path / "one")
    name = (tmp_path / "one" / "installation").read_text(encoding="ascii").strip()
    health.check_health(office.context, tmp_path / "one")
    assert (tmp_path / "one" / "installation").read_text(encoding="ascii").strip() == name == meta(office, "installation")


@pytest.mark.parametrize(("place", "words"), [("CLOUD", "a cloud service seems to copy"), ("NETWORK", "on a network drive")])
def test_a_bad_place_is_said_once_a_folder(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, words: str
) -> None:
    where: Callable[[Path], Place] = lambda _folder: Place[place]  # noqa: E731
    monkeypatch.setattr(health, "place_of", where)
    (sentence,) = health.check_health(office.context, tmp_path / "one")
    assert words in sentence
    assert str(office.context.database.folder) in sentence
    assert health.check_health(office.context, tmp_path / "one") == []


def test_a_user_error_is_a_sentence(office: Office, tmp_path: Path) -> None:
    other = tmp_path / "empty.db"
    other.write_bytes(b"SQLite format 3\x00" + b"\x00" * 4000)
    with pytest.raises((UserError, JourneydeskError)) as refusal:
        restore(office.context, other)
    assert str(refusal.value).endswith(".")
