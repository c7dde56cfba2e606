"""`python -m journeydesk` and the `journeydesk` command: the window and the demonstration join the other commands here."""

import argparse
import sys
from collections.abc import Sequence

_WITH_WINDOW = frozenset({"open", "demo"})
"""The commands that take up the language with Qt."""


def _speak() -> None:
    """The window's language, before anything with texts in constants is imported."""
    import journeydesk.ui.program.plain_imports  # noqa: F401 - before what it is to spare
    from journeydesk.ui.program.language import speak_at_start

    speak_at_start()


def _open_window(arguments: argparse.Namespace) -> int:
    from journeydesk.config import go_on_with_last

    go_on_with_last()
    _speak()
    from journeydesk.app import open_window

    return open_window(arguments)


def _run_demo(arguments: argparse.Namespace) -> int:
    _speak()
    from journeydesk.demo import run

    return run(arguments)


def _run_sandbox(arguments: argparse.Namespace) -> int:
    from journeydesk.sandbox.command import main as run

    options = ["--port", str(arguments.port), "--prospects", str(arguments.prospects), "--base", arguments.base]
    chosen = {"--json": arguments.json, "--lift-limits": arguments.lift_limits, "--with-parent": arguments.with_parent}
    return run([*options, *(name for name, given in chosen.items() if given)])


def _run_serve(arguments: argparse.Namespace) -> int:
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
    if words[:1] == ["prepare-import"]:
        from journeydesk.services.files.preparing import main as prepare_import

        return prepare_import()
    if not words or words[0] not in _WITH_WINDOW:
        from journeydesk.services.workspace.speaking import speak_without_window

        speak_without_window(for_programs="--json" in words)
    from journeydesk.cli.run import run

    return run(words, open_window=_open_window, run_demo=_run_demo, run_sandbox=_run_sandbox, run_serve=_run_serve)


if __name__ == "__main__":
    raise SystemExit(main())
