"""The parts of a web address that somebody wrote, typed or sent: such texts are anything."""

from urllib.parse import SplitResult, urlsplit

_NONE = SplitResult("", "", "", "", "")


def address_parts(text: str) -> SplitResult:
    """The parts, whose host and port can be asked for; all of them empty where the text cannot be read as an address. Never raises:
    the standard library does for a bracket too many and a port that is none."""
    try:
        parts = urlsplit(text)
        _ = parts.hostname, parts.port
    except ValueError:
        return _NONE
    return parts
