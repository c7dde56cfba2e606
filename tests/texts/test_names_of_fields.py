"""Every field of a prospect, an interaction and a task has a name in each language."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS, TASKS
from journeydesk.domain.field_kinds.field_names import NAMES

_SAME = {"de": {"Status", "LTV", "Website", "Application ID"}, "es": {"LTV", "Application ID"}}
"""What is called alike."""

_SAID = """
from journeydesk.ui.program.language import speak_at_start
speak_at_start()
from journeydesk.domain.by_hand import title_of
from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.field_kinds.field_names import field_name
for spec in PROSPECTS.fields:
    print(spec.name, field_name(spec), title_of(spec.slug), sep="|")
"""


def test_each_is_among_the_names_that_are_translated() -> None:
    assert {spec.name for table in (PROSPECTS, INTERACTIONS, TASKS) for spec in table.fields} == set(NAMES)


@pytest.mark.parametrize("code", ["de", "es"])
def test_forms_lists_and_sentences_speak_the_readers_language(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SAID],
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
        env=os.environ | {"JOURNEYDESK_LANGUAGE": code},
        timeout=60,
    )
    lines = [line.split("|") for line in done.stdout.splitlines()]
    assert len(lines) == len(PROSPECTS.fields), done.stderr[-1000:]
    english = {name for name, *said in lines if any(words.casefold() == name.casefold() for words in said)}
    assert english <= _SAME[code]
