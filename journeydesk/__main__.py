"""`python -m journeydesk` and the `journeydesk` command: the window and the demonstration join the other commands here."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

_WITH_WINDOW = frozenset({"open", "demo"})
"""The commands that take up the language with Qt."""


def _speak() -> None:
    """The window's language, before anything with texts in constants is imported."""
    import journeydesk.ui.program.plain_imports  # noqa: F401 - before what it is to spare
    from journeydesk.ui.program.language import speak_at_start

    speak_at_start()


def _read_keyring_beside() -> None:
    """Has the keyring looked for while the window is made, where the key of the workspace is in it."""
    from journeydesk.config import connections, is_unencrypted, paths
    from journeydesk.keyrings.beside import read_beside
    from journeydesk.keyrings.names import DATABASE, name_if_known

    folder = paths().workspace
    if not connections().passphrase and not is_unencrypted(folder):
        read_beside(name_if_known(folder, DATABASE))


def _open_window(arguments: "argparse.Namespace | None" = None) -> int:
    # Nothing is let go of while a window is made; its own collector takes over (`journeydesk/ui/program/garbage.py`).
    gc.disable()
    from journeydesk.config import go_on_with_last

    go_on_with_last()
    _read_keyring_beside()
    _speak()
    from journeydesk.app import open_window

    return open_window(getattr(arguments, "what", None) or "")


def _is_plain_start(words: Sequence[str]) -> bool:
    """Whether the window is all that is asked for: then nothing is to be parsed, and no workspace to be looked for by its name."""
    from journeydesk.config import WORKSPACE_VARIABLE

    return list(words) in ([], ["open"]) and not os.environ.get(WORKSPACE_VARIABLE)


def _run_demo(arguments: "argparse.Namespace") -> int:
    _speak()
    from journeydesk.demo import run

    return run(arguments)


def _run_sandbox(arguments: "argparse.Namespace") -> int:
    from journeydesk.sandbox.command import main as run

    options = ["--port", str(arguments.port), "--prospects", str(arguments.prospects), "--base", arguments.base]
    chosen = {"--json": arguments.json, "--lift-limits": arguments.lift_limits, "--with-parent": arguments.with_parent}
    return run([*options, *(name for name, given in chosen.items() if given)])


def _run_serve(arguments: "argparse.Namespace") -> int:
    from journeydesk.receiver.command import main as run

    return run(arguments)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["convert-file"]:
        from journeydesk.services.files.reading.conversion import main as convert

        return convert(words[1:])
    if words[:1] == ["typeset"]:
        from journeydesk.reports.typesetting import main as typeset

        return typeset()
    if words[:1] == ["find-evaluation"]:
        from journeydesk.services.evaluation.beside import main as find_evaluation

        return find_evaluation()
    if words[:1] == ["ask-airtable"]:
        from journeydesk.remote.airtable.asking_beside import main as ask_airtable

        return ask_airtable()
    if words[:1] == ["read-keyring"]:
        from journeydesk.keyrings.beside import main as read_keyring

        return read_keyring()
    if words[:1] == ["find-duplicates"]:
        from journeydesk.services.duplicates.beside import main as find_duplicates

        return find_duplicates()
    if words[:1] == ["prepare-import"]:
        from journeydesk.services.files.preparing import main as prepare_import

        return prepare_import()
    if _is_plain_start(words):
        from journeydesk.cli.output import exit_status

        return exit_status(_open_window)
    if not words or words[0] not in _WITH_WINDOW:
        from journeydesk.services.workspace.speaking import speak_without_window

        speak_without_window(for_programs="--json" in words)
    from journeydesk.cli.run import run

    return run(words, open_window=_open_window, run_demo=_run_demo, run_sandbox=_run_sandbox, run_serve=_run_serve)


if __name__ == "__main__":
    raise SystemExit(main())
