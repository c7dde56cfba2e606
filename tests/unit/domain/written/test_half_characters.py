"""Halves of characters are replaced and nothing else is, in texts and in JSON."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.written.half_characters import mended, whole

HIGH, LOW = "\ud83d", "\ude00"
TEXTS = st.lists(st.one_of(st.characters(), st.sampled_from([HIGH, LOW, "\\", '"', "u", "d83d", HIGH + LOW]))).map("".join)
_PAIR = re.compile("([\ud800-\udbff])([\udc00-\udfff])")


def expected(text: str) -> str:
    """By the definition of UTF-16, pair by pair."""
    together = _PAIR.sub(lambda pair: chr(0x10000 + ((ord(pair[1]) - 0xD800) << 10) + ord(pair[2]) - 0xDC00), text)
    return re.sub("[\ud800-\udfff]", "\ufffd", together)


@given(TEXTS)
def test_a_text_keeps_what_is_whole(text: str) -> None:
    assert whole(text) == expected(text)
    whole(text).encode()


@given(TEXTS)
def test_json_says_the_same_but_for_halves(text: str) -> None:
    line = json.dumps({text: [text]}).encode()
    assert json.loads(mended(line)) == {expected(text): [expected(text)]}


@given(st.binary())
def test_what_is_no_json_is_left_alone_without_escapes(line: bytes) -> None:
    assert mended(line) == line or b"\\u" in line
