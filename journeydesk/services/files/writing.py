"""The one way in which a file is written for a person: whole or not at all, for its owner only, never over our own files."""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from journeydesk.domain.errors import UserError


def write_file(path: Path, data: bytes, workspace: Path | None = None) -> None:
    """Writes a file, replacing one of that name only when the new one is on disk.

    `workspace` is the folder whose database and copies are never written over. Raises UserError where the file cannot be written;
    an old one is then as it was.
    """
    if path.is_symlink():
        raise UserError(f"{path} is a link. Name the file that it leads to, or another one.")
    if workspace is not None and _is_ours(path, workspace):
        raise UserError(f"{path} is one of Journeydesk's own files. Choose another name; nothing was written.")
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.part")
    try:
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), stat.S_IRUSR | stat.S_IWUSR)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(f"{path} cannot be written: {problem.strerror}. The old file, if any, is as it was.") from problem


def _is_ours(path: Path, workspace: Path) -> bool:
    folder, target = workspace.resolve(), path.resolve()
    return target.is_relative_to(folder) and (target.parent != folder / "reports" or target.suffix == ".db")
