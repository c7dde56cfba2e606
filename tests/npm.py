"""Packages of npm that tests talk to: installed once by a pinned manifest, and kept in the user's cache."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest


def npm_modules(manifest: Path, package: str) -> Path:
    """The folder `node_modules` with what this manifest names; `package` tells that it is whole. Skips the test where npm is not
    there, or cannot install."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("node and npm are not installed; on Debian: apt-get install nodejs npm")
    content = manifest.read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "journeydesk-tests" / f"npm-{hashlib.sha256(content).hexdigest()[:12]}"
    if not (folder / "node_modules" / package / "package.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_bytes(content)
        command = [npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240, check=False)
        if done.returncode != 0:
            pytest.skip(f"npm could not install {package}: {done.stderr.strip()[-300:]}")
    return folder / "node_modules"
