"""Wrong and hostile words on the command line: one sentence on standard error that says what and where, and nothing half done."""

import io
import sys
from pathlib import Path

import pytest

from journeydesk.__main__ import main
from tests.integration.cli.conftest import CommandLine

NO_UTF8 = "\udcff"
LONG = "x" * 300
BETA = "Beta Applications"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that all of these leave as it was."""
    folder = tmp_path_factory.mktemp("wrong-words")
    (folder / "home" / "workspace").mkdir(parents=True)
    (folder / "home" / "workspace" / "unencrypted").touch()
    (folder / "file").write_text("Not a folder", encoding="utf-8")
    return folder


@pytest.fixture
def line(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Commands on it."""
    monkeypatch.setenv("JOURNEYDESK_HOME", str(home / "home"))
    monkeypatch.setenv("JOURNEYDESK_ACTOR", "Amaia Etxarri")
    monkeypatch.chdir(home)
    return CommandLine(capsys, home)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "--prospect", "BETA-NOBODY1"), "There is no prospect with the Application ID “BETA-NOBODY1”."),
        (("log", "--prospect", NO_UTF8, "--type", "Call", "--summary", "Hi"), "holds characters that cannot be stored."),
        (("delete", "--table", BETA, NO_UTF8), "holds characters that cannot be stored."),
        (("import", "--table", BETA, "--encoding", NO_UTF8, "file"), "holds characters that cannot be stored."),
        (("import", "--table", BETA, "home"), "home cannot be read: Is a directory."),
        (("import", "--table", BETA, LONG), "cannot be read: File name too long."),
        (("import", "--table", "a/b", "file"), "a/b"),
        (("export", "--table", BETA, "--format", "csv", "--output", LONG), "cannot be written: File name too long."),
        (("export", "--table", BETA, "--format", "csv", "--output", "home"), "home"),
        (("backup", ""), "“.” is a folder. Name the file of the copy, such as ./copy.db."),
        (("backup", "file/below.db"), "No copy could be written to file/below.db"),
        (("backup", LONG), "File name too long."),
        (("restore", LONG), "cannot be used: File name too long."),
        (("restore", "home"), "There is no file home."),
        (("workspaces", "--add", "a/b"), "A name begins with a letter or digit"),
        (("workspaces", "--add", LONG), "A name has 40 characters at most."),
        (("hooks", "add", "http://10.0.0.1/hook"), "10.0.0.1"),
        (("hooks", "add", "ftp://example.com"), "is not an address to post to."),
        (("calendar", "add", "~nobody_there/x.ics"), "~nobody_there/x.ics"),
        (("report", "weekly", "--every-friday", LONG), "is not a folder."),
        (("report", "weekly", "--every-friday", "~nobody_there/x"), "~nobody_there/x is not a folder."),
        (("event", "-"), "is no JSON"),
        (("report", "weekly", "--period", "2027-W60", "--output", "week.pdf"), "2027-W60"),
        (("mail", "stop", "nobody"), "“nobody” is not an e-mail address."),
        (("task", "add", "--title", "Write", "--due", "2026-02-30"), "“2026-02-30” is not a date"),
        (("settings", "set", "alerts.no_answer_days", "-5"), "alerts.no_answer_days"),
        (("spend", "set", "2026-05", "Web", "-5"), "-5"),
    ],
    ids=lambda value: "-".join(value)[:40].encode("ascii", "replace").decode() if isinstance(value, tuple) else "",
)
def test_it_is_one_sentence_and_nothing_is_done(
    line: CommandLine, words: tuple[str, ...], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    shown, errors = line.outputs(*words, status=1)
    assert shown == ""
    assert sentence in errors
    assert len(errors.splitlines()) == 1
    assert sorted(each.name for each in line.folder.iterdir()) == ["file", "home"]


@pytest.mark.parametrize(
    "words",
    [
        ("resolve", "9" * 40, "mine"),
        ("resolve", "9" * 5_000, "mine"),
        ("log", "--prospect", "X", "--type", "Call", "--summary", "Hi", "--duration", "NaN"),
        ("check-onboarding", "--wait", "nan"),
        ("proposals", "approve", "1.5"),
    ],
    ids=lambda words: words[0],
)
def test_a_number_that_nothing_has_is_wrong_usage(line: CommandLine, words: tuple[str, ...]) -> None:
    shown, errors = line.outputs(*words, status=2)
    assert shown == ""
    assert "is no whole number from 0 to " in errors


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/journeydesk"])
@pytest.mark.parametrize("words", [("task", "list"), ("setup", "--unencrypted")])
def test_a_home_that_cannot_be_made_is_named(
    line: CommandLine, place: str, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYDESK_HOME", str(line.folder / place))
    monkeypatch.setenv("JOURNEYDESK_PASSPHRASE", "correct horse battery")
    _, errors = line.outputs(*words, status=1)
    assert errors.startswith(f"The folder {line.folder / place}/workspace cannot be used: ")
    assert len(errors.splitlines()) == 1


def test_what_the_terminal_cannot_show_ends_nothing(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(("task", "add", "--title", "Angebot über 5 € schicken", "--due", "tomorrow")) == 0
    assert main(("task", "list")) == 0
    assert main(("undo",)) == 0
    terminal.flush()
    assert rb"Angebot \xfcber 5 \u20ac schicken" in terminal.buffer.getvalue()
