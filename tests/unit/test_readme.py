"""What README says can be typed and pressed: each command line is one that the program takes, each key is one of the registry."""

import re
import shlex

import pytest

from journeydesk.cli.run import build_parser
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.caps import in_words
from tests.documentation import ROOT

_TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
_PARSER = build_parser(*[lambda _: 0] * 4)
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9?,]|F\d+|Enter|Esc|Tab|Space|Del|Home|End|[↑↓←→])")
_NO_KEYS = frozenset({"≡", "…", "x", "Alt"})
"""Buttons, what is typed into a line, and a key that opens the menu when it is let go alone."""


def _command_lines() -> list[str]:
    """The lines of its examples, without what a shell does with them."""
    lines = [line.strip() for line in _TEXT.splitlines() if line.startswith("    journeydesk ")]
    return [re.split(r"\s+#|\s>", line)[0] for line in lines]


def _keys() -> set[str]:
    found = {part.strip() for bold in re.findall(r"\*\*([^*\n]+)\*\*", _TEXT) for part in re.split(r" and | (?=[↑↓←→])", bold)}
    return {part for part in found if _KEY.fullmatch(part)} - _NO_KEYS


@pytest.mark.parametrize("line", _command_lines())
def test_each_command_line_is_one_that_is_taken(line: str) -> None:
    _PARSER.parse_args(shlex.split(line)[1:])


def test_each_key_does_something() -> None:
    known = {in_words(key) for action in Action for key in action.keys}
    assert len(_keys()) > 40
    assert _keys() - known == set()


def test_the_commands_without_json_are_named() -> None:
    names = re.findall(r"^    ([a-z-]+)", _PARSER.format_help(), re.MULTILINE)
    (commands,) = [each for each in _PARSER._actions if isinstance(each.choices, dict)]
    without = [name for name in names if "--json" not in commands.choices[name].format_help()]  # type: ignore[index]
    (said,) = re.findall(r"Every command but (.*?) takes `--json`", " ".join(_TEXT.split()))
    assert re.findall("`([a-z-]+)`", said) == without
