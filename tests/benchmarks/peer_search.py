"""Anki's search over the texts in a file, in Anki's own environment: prints one JSON line of milliseconds for each question.

Run as `python peer_search.py TEXTS QUESTIONS FOLDER`: both files are JSON lists, of pairs of texts and of words.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

_AT_ONCE = 5_000
_TIMES = 15


def main() -> int:
    from anki.collection import AddNoteRequest, Collection  # type: ignore[import-not-found]

    texts, words = (json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:3])
    collection = Collection(str(Path(sys.argv[3]) / "collection.anki2"))
    kind, deck = collection.models.by_name("Basic"), collection.decks.id("Default")
    for start in range(0, len(texts), _AT_ONCE):
        requests = []
        for front, back in texts[start : start + _AT_ONCE]:
            note = collection.new_note(kind)
            note["Front"], note["Back"] = front, back
            requests.append(AddNoteRequest(note, deck))
        collection.add_notes(requests)
    taken = {word: [_milliseconds(partial(collection.find_notes, word)) for _ in range(_TIMES)] for word in words}
    taken[""] = [_milliseconds(partial(collection.find_notes, "", order="n.sfld asc")) for _ in range(_TIMES)]
    collection.close()
    print(json.dumps(taken), flush=True)
    return 0


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
