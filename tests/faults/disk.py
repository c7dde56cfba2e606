"""A disk that can be full, and one that loses its power: what was not synced may be there, in part, or not at all."""

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

SECTOR = 512
_HEAD = struct.Struct("<qqq")
_SOURCE = Path(__file__).with_name("disk.c")


def shim(folder: Path) -> Path:
    """The library that stands between a program and the disk, built in `folder`."""
    compiler = next((found for name in ("cc", "gcc", "tcc", "clang") if (found := shutil.which(name))), None)
    if compiler is None:
        pytest.skip("No C compiler is here to build the disk that fails; on Debian: apt install tcc libc6-dev")
    made = folder / "disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(made), str(_SOURCE), "-lpthread"], check=True, capture_output=True)
    return made


def on_that_disk(library: Path, below: Path, *, log: Path | None = None, full: Path | None = None) -> dict[str, str]:
    """The environment in which a program's files below that folder go through the library."""
    found = dict(os.environ) | {"LD_PRELOAD": str(library), "DISK_BELOW": str(below)}
    return found | ({"DISK_LOG": str(log)} if log else {}) | ({"DISK_FULL": str(full)} if full else {})


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the disk: `w` a write at `offset`, `t` cut to `offset` bytes, `s` synced, `u` unlinked."""

    kind: str
    path: Path
    offset: int
    data: bytes


def calls(log: Path) -> list[Call]:
    """The calls in the order in which they were made."""
    raw = log.read_bytes()
    found, at = [], 0
    while at < len(raw):
        kind = chr(raw[at])
        offset, name, length = _HEAD.unpack_from(raw, at + 1)
        at += 1 + _HEAD.size
        path = Path(os.fsdecode(raw[at : at + name]))
        at += name
        data = raw[at : at + length] if kind == "w" else b""
        at += len(data)
        found.append(Call(kind, path, offset, data))
    return found


@dataclass
class _File:
    """What the plates hold, and what still stands in a cache. `known` says that its name in the folder was synced too."""

    held: bytearray
    known: bool
    cached: list[Call] = field(default_factory=list)


def _carry_out(held: bytearray, call: Call, data: bytes) -> None:
    if call.kind == "t":
        del held[call.offset :]
        held.extend(bytes(call.offset - len(held)))
        return
    held.extend(bytes(max(0, call.offset + len(data) - len(held))))
    held[call.offset : call.offset + len(data)] = data


class Plates:
    """The disk itself, led through the calls one by one."""

    def __init__(self, before: Mapping[Path, bytes]) -> None:
        self._files = {path: _File(bytearray(content), True) for path, content in before.items()}

    def take(self, call: Call) -> None:
        """One call more."""
        if call.kind == "s" and call.path not in self._files:
            for path, file in self._files.items():
                file.known = file.known or path.parent == call.path
            return
        if call.kind == "u":
            self._files.pop(call.path, None)
            return
        file = self._files.setdefault(call.path, _File(bytearray(), False))
        if call.kind == "s":
            for waiting in file.cached:
                _carry_out(file.held, waiting, waiting.data)
            file.cached.clear()
        else:
            file.cached.append(call)

    def after_power_loss(self, random: Random) -> Iterator[tuple[Path, bytes]]:
        """What is there when the power comes back: of what was cached any part, sector by sector."""
        for path, file in self._files.items():
            if not file.known and random.random() < 0.5:
                continue
            held = bytearray(file.held)
            for call in file.cached:
                fate = random.random()
                if fate < 0.4:
                    _carry_out(held, call, call.data)
                elif fate < 0.6 and call.kind == "w":
                    _carry_out(held, call, call.data[: random.randrange(0, len(call.data) + SECTOR, SECTOR)])
            yield path, bytes(held)
