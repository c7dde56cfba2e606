"""The large workspaces that are measured: made once and kept in the user's cache folder, measured in copies.

A run changes what it measures; each begins with the same bytes. The folder's name holds what the maker is, so that none is measured
that another maker left; an older shape is brought up to date as any workspace is.
"""

import hashlib
import os
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.storage.schema.upgrade import DatabaseNewer
from tests.benchmarks import big_database as maker
from tests.benchmarks import report_data

_KEPT = ".kept"
REPORTS = "-reports"
"""What the names of workspaces end with that have everything of which reports are made."""


def cache_folder() -> Path:
    """Where they are kept unless the command says otherwise."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "journeydesk-benchmarks"


def evict(folder: Path) -> None:
    """Takes the database out of the system's file cache, as after a start of the computer; what it cannot do it leaves."""
    if hasattr(os, "posix_fadvise"):
        descriptor = os.open(folder / FILE_NAME, os.O_RDONLY)
        try:
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


@dataclass(frozen=True, slots=True)
class Workspaces:
    """Those of one run: `big` and `events` of `size` prospects, `growth-<N>` for a tenth, as many, and ten times as many, and each of
    these but `events` with `-reports`: with what reports are made of beside applications and touches."""

    cache: Path
    size: int = 100_000

    @property
    def growth_sizes(self) -> tuple[int, int, int]:
        """Three sizes, each ten times the one before."""
        return self.size // 10, self.size, self.size * 10

    def run_folder(self, name: str) -> Path:
        """Where this run's copy of a workspace is."""
        return self.cache / "run" / name

    def copy(self, name: str) -> Path:
        """A fresh copy of a workspace, which is made first where it was never made."""
        kept = self._kept(name)
        folder = self.run_folder(name)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, mode=0o700)
        shutil.copyfile(kept / FILE_NAME, folder / FILE_NAME)
        (folder / FILE_NAME).chmod(0o600)
        # On disk before anything is measured: the copy's own writing would be measured too.
        with (folder / FILE_NAME).open("rb") as file:
            os.fsync(file.fileno())
        return folder

    def let_go(self) -> None:
        """Takes this run's copies away."""
        shutil.rmtree(self.cache / "run", ignore_errors=True)

    def _kept(self, name: str) -> Path:
        digest = hashlib.sha256(Path(maker.__file__).read_bytes()).hexdigest()[:10]
        home = self.cache / f"made-{digest}"
        for other in self.cache.glob("made-*"):
            if other != home:
                shutil.rmtree(other)
        if name.endswith(REPORTS):
            return self._enriched(home, name.removesuffix(REPORTS))
        folder = home / f"{name}-{self.size}"
        if not _is_of_today(folder):
            shutil.rmtree(folder, ignore_errors=True)
            prospects, interactions, events = self._counts(name)
            counts = f"{prospects:,} prospects, {interactions:,} interactions and {events:,} events"
            print(f"Making {counts} in {folder}, this once.", file=sys.stderr, flush=True)
            began = time.monotonic()
            maker.make(folder, prospects, interactions, events)
            (folder / _KEPT).touch()
            print(f"  made in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        return folder

    def _enriched(self, home: Path, name: str) -> Path:
        """A workspace that is there once with all that reports read; made anew where its maker is another."""
        digest = hashlib.sha256(Path(report_data.__file__).read_bytes()).hexdigest()[:10]
        folder = home / f"{name}-{self.size}-told-{digest}"
        for other in home.glob(f"{name}-{self.size}-told-*"):
            if other != folder:
                shutil.rmtree(other)
        if not _is_of_today(folder):
            plain = self._kept(name)
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
            print(f"Adding deals, money and use in {folder}, this once.", file=sys.stderr, flush=True)
            shutil.copyfile(plain / FILE_NAME, folder / FILE_NAME)
            (folder / FILE_NAME).chmod(0o600)
            report_data.enrich(folder)
            (folder / _KEPT).touch()
        return folder

    def _counts(self, name: str) -> tuple[int, int, int]:
        if name == "big":
            return self.size, self.size * 5, self.size * 5
        if name == "events":
            return self.size, 0, self.size * 10
        many = int(name.removeprefix("growth-"))
        return many, many, many


def _is_of_today(folder: Path) -> bool:
    """Whether a workspace was made there whole; one of an older shape is brought up to date."""
    if not (folder / _KEPT).exists():
        return False
    try:
        open_database(folder, maker.KEY).close()
    except DatabaseNewer:
        return False
    for copy in (folder / "backups").glob("before-upgrade-*"):
        copy.unlink()
    return True
