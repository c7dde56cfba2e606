"""An assistant's line with half a character in it is read like any other."""

import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.cli.agent.lines import mended, mended_input

CHARACTERS = st.one_of(st.characters(), st.sampled_from(["\ud83d", "\ude00", "\\", '"', "u", "d83d", "\U0001f600"]))
TEXTS = st.lists(CHARACTERS).map("".join)


def whole(text: str) -> str:
    """The text with each half of a character replaced, its pairs put together."""
    together = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") if _pairs(text) else text
    return re.sub("[\ud800-\udfff]", "\ufffd", together)


def _pairs(text: str) -> bool:
    return re.search("[\ud800-\udbff][\udc00-\udfff]", text) is not None


@given(TEXTS)
def test_only_halves_of_characters_are_replaced(text: str) -> None:
    line = json.dumps({text: [text]}).encode()
    assert json.loads(mended(line)) == {whole(text): [whole(text)]}


@given(st.binary())
def test_what_is_no_json_stays_bytes_of_some_kind(line: bytes) -> None:
    if b"\\" not in line:
        assert mended(line) == line
    mended(line)


@given(st.lists(TEXTS.map(lambda text: json.dumps(text) + "\n")))
def test_lines_stay_lines(lines: list[str]) -> None:
    read = list(mended_input(io.BytesIO("".join(lines).encode())))
    assert [json.loads(line) for line in read] == [whole(json.loads(line)) for line in lines]
