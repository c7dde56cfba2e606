"""The one way in which a file is written: whole or not at all, for its owner only, through no link, never over our own files."""

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO

from journeydesk import config
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

_MODE = stat.S_IRUSR | stat.S_IWUSR
_NEW = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)


def write_file(
    path: Path, data: bytes, workspace: Path | None = None, check: Callable[[bytes], None] = lambda _written: None
) -> None:
    """Writes a file, replacing one of that name only when the new one is on disk.

    `workspace` is the folder whose database and copies are never written over; `check` is given what stands on the disk before that
    takes the old file's place. Raises UserError where the file cannot be written, and what `check` raises; an old one is then as it was.
    """
    try:
        if path.is_symlink():
            raise UserError(tr("{path} is a link. Name the file that it leads to, or another one.", path=path))
        if path.exists() and not path.is_file() and not path.is_dir():
            raise UserError(tr("{path} is a device or a pipe, not a file. Name a file to write to.", path=path))
        if workspace is not None:
            refuse_ours(path, workspace)
        part = part_of(path)
        with contextlib.ExitStack() as until_kept:
            until_kept.callback(part.unlink, missing_ok=True)
            _fill(part, lambda file: file.write(data))
            written = part.read_bytes()
            if written != data:
                raise OSError(
                    errno.EIO, f"of {len(data):,} bytes {len(written):,} stand on the disk, or others than were written"
                )
            check(written)
            part.replace(path)
    except OSError as problem:
        raise UserError(
            tr(
                "{path} cannot be written: {why}. The old file, if any, is as it was.",
                path=path,
                why=problem.strerror,
            )
        ) from problem


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that is not there yet, with its folder; where another program was first, its file stays. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = part_of(path)
    try:
        _fill(part, lambda file: file.write(data))
        publish(part, path)
    finally:
        part.unlink(missing_ok=True)


def append_line(path: Path, line: str) -> None:
    """A line at the end of a file, which is made where it is not there: one write, so that two programs lose neither line. Raises
    UserError where it cannot be written."""
    try:
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), _MODE)
        with os.fdopen(file, "ab", buffering=0) as opened:
            opened.write(f"{line}\n".encode())
            os.fsync(opened.fileno())
    except OSError as problem:
        raise UserError(tr("{path} cannot be written: {strerror}.", path=path, strerror=problem.strerror)) from problem


def copy_file(source: Path, target: Path) -> None:
    """Copies a file that nobody writes, piece by piece; on disk when it returns. `target` must be new. Raises OSError."""
    with source.open("rb") as read:
        _fill(target, lambda file: shutil.copyfileobj(read, file))


def new_file(path: Path) -> IO[bytes]:
    """A file that grows while it is open; it must be new. Raises OSError."""
    return os.fdopen(os.open(path, _NEW, _MODE), "wb", buffering=0)


def sync_file(path: Path) -> None:
    """Brings what was written of a file to disk; where it cannot be done it stays with the system. Never for a file that the database
    library holds a lock on: closing it would let that go."""
    with contextlib.suppress(OSError):
        bring_to_disk(path)


def bring_to_disk(path: Path) -> None:
    """`sync_file` that raises OSError where it cannot be done."""
    opened = os.open(path, os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def make_empty(path: Path) -> None:
    """Makes an empty file; it must be new. Raises OSError."""
    os.close(os.open(path, _NEW, _MODE))


def refuse_ours(path: Path, workspace: Path) -> None:
    """Raises UserError for a file of the workspace that is neither a report nor a copy that somebody wants beside ours, and for this
    computer's own settings."""
    folder, target = workspace.resolve(), path.resolve()
    free = target.parent == folder / "reports" and target.suffix != ".db"
    mine = target.is_relative_to(folder) or target == (config.paths().config / "installation").resolve()
    if mine and not free:
        raise UserError(tr("{path} is one of Journeydesk's own files. Choose another name; nothing was written.", path=path))


def part_of(path: Path) -> Path:
    """Where a file is written before it gets its name: one that nobody can guess and lay a link under."""
    return path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.part")


def publish(part: Path, path: Path) -> bool:
    """Gives a finished file its name, unless somebody has taken that meanwhile; whether it was given. `part` may be left. Raises
    OSError."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:
        # A disk without hard links: nothing takes a name only where it is free.
        if path.exists() or path.is_symlink():
            return False
        part.replace(path)
    return True


def _fill(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    with os.fdopen(os.open(path, _NEW, _MODE), "wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
