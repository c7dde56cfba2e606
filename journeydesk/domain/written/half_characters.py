"""Halves of characters, which JSON may hold and no database keeps.

Programs that cut a text by UTF-16 leave half of what is beyond the first plane, such as an emoji, and JSON writes it as an escape alone:
`"\\ud83d"`. It stands for a character that is lost, so it is read as U+FFFD, the replacement character.
"""

import re

_BYTES = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
_IN_TEXT = re.compile("[\ud800-\udfff]")


def mended(json: bytes) -> bytes:
    """JSON in which the escape of each half is that of U+FFFD; whole characters, and what else there is, stay as they are."""
    if b"\\ud" not in json and b"\\uD" not in json:
        return json
    return _BYTES.sub(lambda escape: rb"\ufffd" if escape[1] else escape[0], json)


def whole(text: str) -> str:
    """A text in which halves that belong together are one character, and each of the others is U+FFFD."""
    if not _IN_TEXT.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
