"""What a person reads goes through `tr`, so that a translator gets it (CONTRIBUTING.md, "A text")."""

from pathlib import Path

import pytest

from tests.texts.extraction import texts_of
from tests.texts.kept_english import KEPT
from tests.texts.unwrapped import Literal, unwrapped

PACKAGE = Path(__file__).resolve().parents[2] / "journeydesk"


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    return frozenset(text.source for text in texts_of(PACKAGE))


def test_no_english_reaches_a_person_untranslated(known: frozenset[str]) -> None:
    found = [f"{literal.place}:{literal.line}: {literal.words!r}" for literal in unwrapped(PACKAGE, known, KEPT)]
    assert not found, "Put it into tr(…), or say in kept_english.py why it stays English:\n" + "\n".join(found)


def test_what_is_kept_in_english_is_there(known: frozenset[str]) -> None:
    found = unwrapped(PACKAGE, known, {})
    places = {literal.place for literal in found}
    words = {f"{literal.place}#{literal.words}" for literal in found}
    gone = [way for way in KEPT if not (way in words if "#" in way else any(place.startswith(way) for place in places))]
    assert not gone


@pytest.mark.parametrize(
    "code",
    [
        'button.setText("Log")',
        'raise UserError("The file is empty.")',
        'sentence = f"{count} calls were logged"',
        'label = name or "nobody"\nuse(tr("empty") if wrong else "deleted")',
        'def say(up):\n    verb = "grew" if up else "fell"\n    return tr("It {verb}", verb=verb)',
        'KINDS = {"call": tr("Call"), "note": "Note"}',
        'field.setPlaceholderText(value or "none")',
    ],
)
def test_words_are_found_in(tmp_path: Path, code: str) -> None:
    assert _found(tmp_path, code)


@pytest.mark.parametrize(
    "code",
    [
        'button.setText(tr("Log"))',
        '"""Says what is there."""',
        '_log.warning("The file %s is empty", file)',
        'raise ValueError("a share is from 0 to 1")',
        'sql.run(connection, "SELECT lid FROM alerts WHERE status = ?")',
        'done = kind == "was logged there"',
        'note = noted("the rule is off")',
        'button.setObjectName("add target")',
    ],
)
def test_no_words_are_found_in(tmp_path: Path, code: str) -> None:
    assert not _found(tmp_path, code)


def _found(folder: Path, code: str) -> list[Literal]:
    (folder / "module.py").write_text(code, encoding="utf-8")
    return unwrapped(folder, frozenset(), {})
