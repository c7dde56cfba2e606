"""A copy as a stranger could have made it: opened to read only, not a byte of it altered, nothing in its schema run."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.words import tr
from journeydesk.storage.engine.driver import damages, look_into, salt_in
from journeydesk.storage.engine.files import copy_file


class CopyLocked(UserError):
    """The copy is encrypted with a key that is not at hand."""


def passphrase_salt(copy: Path) -> bytes | None:
    """What the key of the copy is derived with where a passphrase made it; None where it is not encrypted. Raises UserError."""
    _check_is_file(copy)
    try:
        return salt_in(copy)
    except OSError as problem:
        raise UserError(tr("{copy} cannot be read: {why}. Nothing was changed.", copy=copy, why=problem.strerror)) from problem


@contextmanager
def opened(copy: Path, keys: Sequence[bytes | None]) -> Iterator[Any]:
    """A driver connection to a copy by the first of `keys` that opens it. Raises CopyLocked where none does, UserError for a file
    that cannot be read."""
    _check_is_file(copy)
    log = copy.with_name(copy.name + "-wal")
    if not log.exists() or not log.stat().st_size:
        with _unlocked(copy, keys, unaltered=True) as connection:
            yield connection
        return
    # Copied by hand with its log: what the log holds belongs to it, and reading it would write beside the file.
    with tempfile.TemporaryDirectory(prefix="journeydesk-copy-") as folder:
        for file in (copy, log):
            copy_file(file, Path(folder) / file.name)
        with _unlocked(Path(folder) / copy.name, keys, unaltered=False) as connection:
            yield connection


def _check_is_file(copy: Path) -> None:
    if not copy.is_file():
        raise UserError(tr("There is no file {copy}. Choose a copy from the folder “backups”.", copy=copy))


@contextmanager
def _unlocked(path: Path, keys: Sequence[bytes | None], *, unaltered: bool) -> Iterator[Any]:
    for key in keys:
        try:
            connection = look_into(path, key, unaltered=unaltered)
        except WorldError:
            continue
        with closing(connection):
            try:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except damages():
                continue
            yield connection
            return
    raise CopyLocked(
        tr(
            "{name} is no copy of this database: it is damaged, encrypted with another key, or something "
            "else. Nothing was changed. A copy of another workspace or computer needs its recovery key or "
            "passphrase: journeydesk restore --unlock.",
            name=path.name,
        )
    )
