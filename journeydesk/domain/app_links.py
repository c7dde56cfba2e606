"""Links into the program: `journeydesk://prospect/BETA-7Q2K9M4X`."""

from urllib.parse import quote, unquote, urlsplit

SCHEME = "journeydesk"
_PROSPECT = "prospect"


def is_link(text: str) -> bool:
    """Whether a text is meant as a link into the program."""
    return text.casefold().startswith(f"{SCHEME}:")


def prospect_key(link: str) -> str | None:
    """The key of the prospect that a link leads to; None where it leads nowhere."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return None
    path = [unquote(part) for part in parts.path.split("/") if part]
    if parts.scheme.casefold() != SCHEME or parts.netloc.casefold() != _PROSPECT or len(path) != 1:
        return None
    return path[0]


def link_to_prospect(key: str) -> str:
    """The link to a prospect."""
    return f"{SCHEME}://{_PROSPECT}/{quote(key, safe='')}"
