"""The folder of a workspace before its database is opened: real, writable, on this computer (docs/storage.md, "Connections")."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from journeydesk.domain.errors import DatabaseGone, UserError, WorldError
from journeydesk.domain.words import tr
from journeydesk.storage.engine.files import make_empty
from journeydesk.storage.engine.place import Place, place_of

FILE_NAME = "journeydesk.db"
LOG_NAME = f"{FILE_NAME}-wal"
STARTS = "starts"
"""Where later starts of the workspace ask the window that is open."""

FOLDERS = ("backups", "reports", "logs", STARTS)
"""The folders of a workspace."""


def prepare_folder(folder: Path) -> None:
    """Makes what is missing of the folder, and a file for a new database; raises where nothing can be kept whole there."""
    with making(folder):
        for own in (folder, *(folder / name for name in FOLDERS)):
            if own.is_symlink():
                raise UserError(
                    tr(
                        "{own} is a link. Journeydesk writes only into real folders; name another with JOURNEYDESK_HOME.",
                        own=own,
                    )
                )
            own.mkdir(parents=True, exist_ok=True, mode=0o700)
            with contextlib.suppress(OSError):
                # One that was made by hand may be open to others.
                own.chmod(0o700)
        path = folder / FILE_NAME
        if path.is_symlink():
            raise UserError(tr("{path} is a link. Journeydesk opens only a real file; move the database there.", path=path))
        if not path.exists():
            if any((folder / "backups").glob("*.db")):
                raise DatabaseGone(
                    tr(
                        "The database is gone from {folder}, but copies of it stand in its folder “backups”. Put it "
                        "back, or restore the newest copy with: journeydesk doctor --mend",
                        folder=folder,
                    )
                )
            if place_of(folder) is Place.NETWORK:
                raise WorldError(
                    tr(
                        "{folder} lies on a network drive, where a database cannot be kept whole. Choose a folder of "
                        "this computer with JOURNEYDESK_HOME.",
                        folder=folder,
                    )
                )
            make_empty(path)


@contextlib.contextmanager
def making(folder: Path) -> Iterator[None]:
    """While something is made in the folder of a workspace. Raises WorldError where that cannot be."""
    try:
        yield
    except OSError as problem:
        raise WorldError(
            tr(
                "The folder {folder} cannot be used: {why}. Choose another or mend its rights.",
                folder=folder,
                why=problem.strerror,
            )
        ) from problem


def identity_of(path: Path) -> tuple[int, int] | None:
    """Which file this is, wherever it is moved: another that takes its name is not the same. None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
