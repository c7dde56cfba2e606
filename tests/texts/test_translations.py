"""The translations hold what the code says: the same names in braces, finished where a language is offered, and in the `.qm` too."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeydesk.config import resources
from journeydesk.services.workspace.speaking import OFFERED
from journeydesk.ui.program.language import read_language
from tests.texts.extraction import CODES, places, read, texts_of

ROOT = Path(__file__).resolve().parents[2]
FOLDER = resources() / "translations"
COMPLETE = [code for code in CODES if code in OFFERED.values()]


def _ts(code: str) -> dict[tuple[str, str], str]:
    return read(FOLDER / f"journeydesk_{code}.ts")


def test_every_text_of_the_code_is_written_out() -> None:
    assert len(texts_of(ROOT / "journeydesk")) > 3_000


def test_what_is_not_sent_yet_is_called_waiting_everywhere() -> None:
    other = re.compile(r"\b(?:to push|unpushed|pushes|dirty|outbox)\b", re.IGNORECASE)
    assert [text.source for text in texts_of(ROOT / "journeydesk") if other.search(text.source)] == []


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_names_of_its_text(code: str) -> None:
    wrong = {text: words for (text, _), words in _ts(code).items() if not places(words) <= places(text)}
    assert wrong == {}
    lost = {text for (text, _), words in _ts(code).items() if places(text) - places(words) - {"count"}}
    assert lost == set()


@pytest.mark.parametrize("code", CODES)
def test_what_the_program_reads_is_what_is_translated(code: str) -> None:
    language = read_language(code, FOLDER)
    assert {key: language.text(*key) for key in _ts(code)} == _ts(code)


def test_a_language_that_is_offered_has_every_text() -> None:
    texts = {text.key for text in texts_of(ROOT / "journeydesk")}
    missing = {code: sorted(texts - _ts(code).keys())[:20] for code in COMPLETE if texts - _ts(code).keys()}
    assert missing == {}


def test_what_is_kept_in_english_is_known_where_it_is_offered() -> None:
    noted = {text.source for text in texts_of(ROOT / "journeydesk") if text.is_noted}
    kept = set(json.loads((FOLDER / "noted.json").read_text(encoding="utf-8")))
    assert not COMPLETE or noted == kept
    assert kept


_EARLY = """
import json, sys
import journeydesk.__main__, journeydesk.cli.run
import journeydesk.ui.program.plain_imports
import journeydesk.ui.program.language
print(json.dumps([getattr(m, "__file__", "") for n, m in sys.modules.items() if n.startswith("journeydesk")]))
"""


def test_nothing_with_words_is_read_before_the_language_is_known() -> None:
    done = subprocess.run([sys.executable, "-c", _EARLY], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    early = [Path(file) for file in json.loads(done.stdout) if file]
    assert {str(file) for file in early if _says_at_import(file)} == set()


def _says_at_import(module: Path) -> bool:
    """Whether `tr` is called outside of every function."""
    left: list[ast.AST] = [ast.parse(module.read_text(encoding="utf-8"))]
    while left:
        node = left.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "tr_count"):
            return True
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        left += [] if inside else ast.iter_child_nodes(node)
    return False


def test_the_window_speaks_the_language_that_it_is_started_in() -> None:
    start = (
        "from journeydesk.ui.program.language import speak_at_start; speak_at_start();"
        "from journeydesk.domain.words import figure, tr, tr_count;"
        "from journeydesk.domain.lists.columns import column_named;"
        "from journeydesk.ui.words.figures import exact_amount; from journeydesk.services.rows.common import Amount;"
        "print(column_named('owner').title, tr_count('{count} application', '{count} applications', 1234),"
        "exact_amount(Amount(123450, 'EUR')), figure(1.5, 1), sep='|')"
    )
    environment = {"JOURNEYDESK_LANGUAGE": "de", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    said = subprocess.run(
        [sys.executable, "-c", start], capture_output=True, text=True, check=True, env=environment, cwd=ROOT, timeout=60
    )
    assert said.stdout.strip().startswith("Zuständig|1.234 Bewerbungen|")
    assert said.stdout.strip().endswith("|1,5")
