"""A peer in the same run: Anki's search over as many notes of the same text. Anki is installed once beside the workspaces."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists import first_page, prospect_lines, prospect_list
from journeydesk.storage.lists.prospect_list import Query
from journeydesk.storage.opening import open_database
from tests.benchmarks.big_database import KEY
from tests.benchmarks.table import Figure, percentile
from tests.benchmarks.workspaces import Workspaces

_WORDS = ("quillon", "webhook", "budget", "stonework", "amaia")
_TIMES = 15
_PAGE = 200
_TEXTS = "SELECT company, coalesce(use_case, '') || ' ' || coalesce(notes, '') FROM prospects WHERE deleted = 0"


def peer_figures(workspaces: Workspaces) -> list[Figure]:
    """Ours ÷ Anki's: a word to what is shown of it, and everybody in order. One line that says so where Anki cannot be had."""
    python = _environment(workspaces.cache / "peer")
    if python is None:
        return [Figure("peer: Anki could not be installed here, so nothing is compared", 0, "", None)]
    database = open_database(workspaces.run_folder("big"), KEY)
    try:
        with database.read() as connection:
            texts = sql.rows(connection, _TEXTS)
        theirs = _theirs(python, texts)
        ours = {word: [_milliseconds(lambda w=word: _search(database, w)) for _ in range(_TIMES)] for word in _WORDS}  # type: ignore[misc]
        everybody = [_milliseconds(lambda: _everybody(database)) for _ in range(_TIMES)]
    finally:
        database.close()
    words = [took for word in _WORDS for took in ours[word]]
    their_words = [took for word in _WORDS for took in theirs[word]]
    return [
        _against(f"a word among {len(texts):,}, ours ÷ Anki's", words, their_words),
        _against(f"all {len(texts):,} in order, ours ÷ Anki's", everybody, theirs[""]),
    ]


def _against(what: str, ours: list[float], theirs: list[float]) -> Figure:
    mine, other = statistics.median(ours), statistics.median(theirs)
    note = f"median {mine:.1f} ms ÷ {other:.1f} ms, p95 {percentile(ours, 0.95):.1f} ÷ {percentile(theirs, 0.95):.1f} ms"
    return Figure(what, mine / other, "", 1, note)


def _search(database: Database, word: str) -> None:
    with database.read() as connection:
        query = Query(search=word)
        page = first_page.first_page(connection, word, (), prospect_list.sort_keys(query), _PAGE)
        prospect_lines.lines(connection, page.ids[:60])


def _everybody(database: Database) -> None:
    with database.read() as connection:
        # What the list remembers is forgotten, so that each is a walk of its own.
        connection.memory.clear()
        prospect_list.ordered_ids(connection, Query(sort=(("company", False),)))


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _theirs(python: Path, texts: list[tuple[str, str]]) -> dict[str, list[float]]:
    script = Path(__file__).with_name("peer_search.py")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
        (place / "words.json").write_text(json.dumps(_WORDS), encoding="utf-8")
        command = [str(python), str(script), str(place / "texts.json"), str(place / "words.json"), folder]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    taken: dict[str, list[float]] = json.loads(done.stdout.strip().splitlines()[-1])
    return taken


def _environment(folder: Path) -> Path | None:
    """The interpreter of an environment that has Anki; None where it cannot be made."""
    python = folder / "bin" / "python"
    pins = Path(__file__).with_name("peer.txt")
    made = folder / "made-from"
    if made.exists() and made.read_bytes() == pins.read_bytes():
        return python
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(pins)],
    ):
        if subprocess.run(command, check=False).returncode:
            return None
    made.write_bytes(pins.read_bytes())
    return python
