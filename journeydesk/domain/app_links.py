"""Links: the parts of any that somebody wrote, and those into the program, `journeydesk://prospect/BETA-7Q2K9M4X`."""

from urllib.parse import SplitResult, quote, unquote, urlsplit

SCHEME = "journeydesk"
_PROSPECT = "prospect"

_NONE = SplitResult("", "", "", "", "")


def address_parts(text: str) -> SplitResult:
    """The parts of a web address that somebody wrote, typed or sent, whose host and port can be asked for; all of them empty where the
    text cannot be read as one. Never raises: the standard library does for a bracket too many and a port that is none."""
    try:
        parts = urlsplit(text)
        _ = parts.hostname, parts.port
    except ValueError:
        return _NONE
    return parts


def is_link(text: str) -> bool:
    """Whether a text is meant as a link into the program."""
    return text.casefold().startswith(f"{SCHEME}:")


def prospect_key(link: str) -> str | None:
    """The key of the prospect that a link leads to; None where it leads nowhere."""
    parts = address_parts(link.strip())
    path = [unquote(part) for part in parts.path.split("/") if part]
    if parts.scheme.casefold() != SCHEME or parts.netloc.casefold() != _PROSPECT or len(path) != 1:
        return None
    return path[0]


def link_to_prospect(key: str) -> str:
    """The link to a prospect."""
    return f"{SCHEME}://{_PROSPECT}/{quote(key, safe='')}"
