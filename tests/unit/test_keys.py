"""The registry of keys: nothing twice, nothing that is offered nowhere, no key named outside of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import journeydesk.ui
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import hint

_UI = Path(journeydesk.ui.__file__).parent
_NAMED = re.compile(r"\bQt\.Key\.|\bQKeySequence\b|\bQShortcut\b|\bStandardKey\b")
_TYPED = re.compile(r"\b(?:Ctrl|Alt|Shift|Meta)\+")


def _modules() -> Iterator[tuple[str, str]]:
    for module in sorted(_UI.rglob("*.py")):
        if module.parent.name != "keys":
            yield module.relative_to(_UI).as_posix(), module.read_text(encoding="utf-8")


def _strings(source: str) -> Iterator[str]:
    """The literal texts of a module, but not its documentation."""
    tree = ast.parse(source)
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def test_no_key_does_two_things_in_one_scope() -> None:
    for scope in Scope:
        keys = [key for action in Action if scope in action.scopes for key in action.keys]
        assert sorted(keys) == sorted(set(keys)), scope


def test_no_key_is_named_outside_the_registry() -> None:
    named = [(module, match.group()) for module, source in _modules() for match in _NAMED.finditer(source)]
    assert named == []


def test_no_text_spells_a_key_that_the_registry_knows() -> None:
    typed = [(module, text) for module, source in _modules() for text in _strings(source) if _TYPED.search(text)]
    assert typed == []


def test_every_action_is_offered_by_some_screen() -> None:
    pages = (_UI / "keys" / "key_map.py").read_text(encoding="utf-8")
    sources = "\n".join([pages, *(source for _, source in _modules())])
    assert [action.name for action in Action if not re.search(rf"\bAction\.{action.name}\b", sources)] == []


def test_every_action_says_what_it_does_in_words_of_its_scope() -> None:
    for scope in Scope:
        words = [action.words for action in Action if action.scope is scope]
        assert all(words), scope
        assert len(words) == len(set(words)), scope


def test_keys_are_printed_as_they_stand_on_the_keyboard() -> None:
    assert (Action.ACCEPT.label, Action.ACCEPT.cap) == ("Ctrl+Enter", "Ctrl+↵")
    assert (Action.TAKE.label, Action.TAKE.cap) == ("Enter", "Enter")
    assert (Action.SKIP.label, Action.OUTCOME.label, Action.RECORD_NEXT.label) == ("Alt+→", "1 … 6", "PgDn")


def test_a_row_of_digits_is_printed_as_its_first_and_last() -> None:
    for action in Action:
        if action.is_many:
            first, _, last = str(action.label).partition(" … ")
            assert first == action.keys[0], action.name
            assert last in [key.rpartition("+")[2] for key in action.keys], action.name


def test_a_hint_shows_the_modifiers_of_a_pair_once() -> None:
    assert hint("lane", Action.LANE_UP, Action.LANE_DOWN) == (("Alt+↑", "↓"), "lane")
    assert hint("field", Action.QUESTION_PREVIOUS, Action.QUESTION_NEXT) == (("↑", "↓"), "field")
    assert hint("outcome", Action.OUTCOME) == (("1", "…", "6"), "outcome")
    assert hint("both", Action.SAVE_LOG, Action.DIAL) == (("Ctrl+Enter", "Alt+C"), "both")
