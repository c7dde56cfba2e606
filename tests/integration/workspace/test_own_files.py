"""What a person writes is for them only, and never lands on a file of the workspace."""

import os
from pathlib import Path

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.services.queries.reports import export_pdf
from journeydesk.services.workspace.copies import back_up
from tests.integration.office import Office


def test_a_report_is_for_its_owner_only(office: Office, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        report = export_pdf(office.context, "acquisition", "2026-W20", tmp_path / "week.pdf")
    finally:
        os.umask(before)
    assert report.stat().st_mode & 0o777 == 0o600
    assert report.read_bytes().startswith(b"%PDF")


def test_a_report_follows_no_link(office: Office, tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"untouched")
    for name in ("week.pdf", "other.pdf.part"):
        (tmp_path / name).symlink_to(tmp_path / "victim")
    with pytest.raises(UserError, match="is a link"):
        export_pdf(office.context, "acquisition", "2026-W20", tmp_path / "week.pdf")
    export_pdf(office.context, "acquisition", "2026-W20", tmp_path / "other.pdf")
    assert (tmp_path / "victim").read_bytes() == b"untouched"


def test_a_report_takes_the_place_of_no_device_and_no_pipe(office: Office, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "week.pdf")
    with pytest.raises(UserError, match="not a file"):
        export_pdf(office.context, "acquisition", "2026-W20", tmp_path / "week.pdf")
    assert (tmp_path / "week.pdf").is_fifo()


@pytest.mark.parametrize("name", ["journeydesk.db", "journeydesk.db-journal", "key.salt", "logs/journeydesk.log"])
def test_neither_report_nor_copy_lands_on_our_own_files(office: Office, name: str) -> None:
    target = office.context.database.folder / name
    with pytest.raises(UserError, match="own files"):
        export_pdf(office.context, "acquisition", "2026-W20", target)
    with pytest.raises(UserError, match="own files"):
        back_up(office.context, target)


def test_a_copy_may_lie_beside_the_daily_ones(office: Office) -> None:
    copy = back_up(office.context, office.context.database.folder / "backups" / "before the fair.db")
    assert copy.stat().st_mode & 0o777 == 0o600
