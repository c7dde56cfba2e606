"""Exit statuses, wrong usage, help, and the words of a world that does not answer."""

import argparse

import pytest

from journeydesk import __version__
from journeydesk.cli.lazy import Command
from journeydesk.cli.output import complain, say
from journeydesk.cli.run import build_parser, run
from journeydesk.domain.errors import NotNow, UserError, WorldError
from tests.integration.cli.conftest import CommandLine


def _nothing(_: argparse.Namespace) -> int:
    return 0


def _commands(parser: argparse.ArgumentParser, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command and action of the command line."""
    names: list[tuple[str, ...]] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                names += [(*before, name), *_commands(below, (*before, name))]
    return names


_WHOLE = build_parser(_nothing, _nothing, _nothing, _nothing)
EVERY = _commands(_WHOLE)


def _below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    return next(action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction))


@pytest.mark.parametrize("name", sorted({words[0] for words in EVERY}))
def test_a_command_alone_is_described_as_among_all(name: str) -> None:
    alone = _below(build_parser(_nothing, _nothing, _nothing, _nothing, only=name))
    assert list(alone) == [name]
    assert alone[name].format_help() == _below(_WHOLE)[name].format_help()
    assert _commands(alone[name]) == _commands(_below(_WHOLE)[name])


def test_there_are_commands_for_everything_a_person_does() -> None:
    first = {words[0] for words in EVERY}
    assert first >= {"open", "demo", "sandbox", "setup", "sync", "doctor", "import", "export", "delete", "backup", "restore"}
    assert first >= {"log", "move", "status", "event", "undo", "task", "conflicts", "resolve", "settings", "rates", "rules"}
    assert first >= {"automation", "journeys", "alerts", "show", "score", "unmatched", "report"}


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_explains_itself(line: CommandLine, words: tuple[str, ...]) -> None:
    shown = line.outputs(*words, "--help")[0]
    assert f"journeydesk {' '.join(words)}" in " ".join(shown.split())


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_refuses_an_option_it_does_not_have(line: CommandLine, words: tuple[str, ...]) -> None:
    shown, errors = line.outputs(*words, "--horoscope", "--x", "y", status=2)
    assert shown == ""
    assert "usage:" in errors


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (("log",), "--prospect"),
        (("log", "--prospect", "x"), "--type"),
        (("move", "--prospect", "x"), "--journey"),
        (("status",), "--prospect"),
        (("event",), "FILE"),
        (("import", "x.csv"), "--table"),
        (("export", "--table", "x"), "--format"),
        (("delete", "--table", "x"), "KEY"),
        (("backup",), "FILE"),
        (("restore",), "FILE"),
        (("report", "acquisition"), "--period"),
        (("resolve", "1"), "choice"),
        (("task", "add", "--title", "x"), "--due"),
        (("task", "done"), "KEY"),
        (("settings", "set", "x"), "VALUE"),
        (("alerts", "snooze", "x"), "--until"),
        (("journeys", "remove-stage", "a", "b"), "--into"),
        (("unmatched", "assign", "x"), "--prospect"),
    ],
)
def test_what_is_missing_is_named(line: CommandLine, words: tuple[str, ...], missing: str) -> None:
    assert missing in line.outputs(*words, status=2)[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("sandbox", "--prospects", "-3"), "“-3” is no whole number from 0 to 1,000,000"),
        (("sandbox", "--port", "99999"), "“99999” is no whole number from 0 to 65,535"),
        (("sandbox", "--port", "²"), "“²” is no whole number"),
        (("sandbox", "--base", "nonsense"), "invalid choice: 'nonsense' (choose from 'team',"),
        (("demo", "--prospects", "many"), "“many” is no whole number"),
    ],
)
def test_a_sandbox_that_cannot_be_is_refused(line: CommandLine, words: tuple[str, ...], sentence: str) -> None:
    assert sentence in line.outputs(*words, status=2)[1]


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("task", "fly"),
        ("log", "--prospect", "x", "--type", "Call", "--summary", "x", "--duration", "long"),
        ("export", "--table", "x", "--format", "xml"),
        ("resolve", "one", "mine"),
        ("resolve", "1", "neither"),
        ("alerts", "list", "--status", "lost"),
        ("score", "--prospect", "x", "--set", "high"),
        ("automation", "undo", "x"),
    ],
)
def test_a_value_of_the_wrong_form_is_wrong_usage(line: CommandLine, words: tuple[str, ...]) -> None:
    assert "usage:" in line.outputs(*words, status=2)[1]


def test_the_version_is_said(line: CommandLine) -> None:
    assert line.run("--version") == f"Journeydesk {__version__}\n"


class _WrongUsage(UserError):
    is_usage = True


@pytest.mark.parametrize(
    ("problem", "status", "words"),
    [
        (UserError("Not like that."), 1, "Not like that.\n"),
        (_WrongUsage("Not like this."), 2, "Not like this.\n"),
        (WorldError("No network."), 1, "No network.\n"),
        (NotNow("Another sync runs."), 3, "Another sync runs.\n"),
        (KeyboardInterrupt(), 1, "Stopped. What was done is kept.\n"),
        (BrokenPipeError(), 1, ""),
    ],
)
def test_each_kind_of_error_has_its_status(
    capsys: pytest.CaptureFixture[str], problem: BaseException, status: int, words: str
) -> None:
    def failing(_: argparse.Namespace) -> int:
        raise problem

    assert run(["open"], open_window=failing, run_demo=_nothing, run_sandbox=_nothing, run_serve=_nothing) == status
    assert capsys.readouterr() == ("", words)


def test_a_bug_is_not_hidden_behind_a_status() -> None:
    def failing(_: argparse.Namespace) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run([], open_window=failing, run_demo=_nothing, run_sandbox=_nothing, run_serve=_nothing)


@pytest.mark.parametrize(
    ("words", "called"), [([], "window"), (["open"], "window"), (["demo"], "demo"), (["sandbox"], "sandbox")]
)
def test_the_three_that_stay_open_are_started(words: list[str], called: str) -> None:
    calls: list[str] = []

    def starting(name: str) -> Command:
        def start(_: argparse.Namespace) -> int:
            calls.append(name)
            return 0

        return start

    commands = {
        key: starting(name)
        for key, name in (
            ("open_window", "window"),
            ("run_demo", "demo"),
            ("run_sandbox", "sandbox"),
            ("run_serve", "serve"),
        )
    }
    assert run(words, **commands) == 0
    assert calls == [called]


@pytest.mark.parametrize(
    ("namespace", "printed"),
    [
        (argparse.Namespace(json=False), "words\n"),
        (argparse.Namespace(), "words\n"),
        (argparse.Namespace(json=True), '{"ü": 1}\n'),
    ],
)
def test_a_result_is_words_or_one_json_object(
    capsys: pytest.CaptureFixture[str], namespace: argparse.Namespace, printed: str
) -> None:
    say(namespace, "words", {"ü": 1})
    complain("A sentence.")
    assert capsys.readouterr() == (printed, "A sentence.\n")


def test_nothing_to_say_prints_no_empty_line(capsys: pytest.CaptureFixture[str]) -> None:
    say(argparse.Namespace(json=False), "", [])
    assert capsys.readouterr().out == ""
