"""What of an answer is kept: the parts of the schema as plain strings of bounded length, without links, addresses, markup or what was set
as a trap. Anything else is no answer (docs/rules.md, "Generated texts")."""

import json
import re
from collections.abc import Mapping
from typing import Any

from journeydesk.domain.generated.kinds import Kind
from journeydesk.domain.words import tr
from journeydesk.domain.written.half_characters import whole

_LINK = re.compile(
    r"(?:https?|ftp|mailto|javascript|data|tel|file):\S*|\bwww\.\S+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*|\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|ai|dev|app|co|de|es|eu|uk|info|biz|xyz|ru|cn)\b(?:/\S*)?",
    re.IGNORECASE,
)
_MARKDOWN_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,2000}>")
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"[ \t]{2,}")


class NoAnswer(ValueError):
    """What came is not an answer of this kind; str() says why."""


def read_answer(kind: Kind, text: str, canary: str) -> dict[str, str]:
    """The parts of an answer. Raises NoAnswer for cut or foreign JSON, a missing or empty part, and the canary: then the instructions
    leaked, for it stands nowhere else."""
    if canary and canary in text:
        raise NoAnswer(tr("it repeated the instructions"))
    try:
        answer = json.loads(whole(text))
    except (ValueError, RecursionError):
        raise NoAnswer(tr("it is cut or no JSON")) from None
    if not isinstance(answer, dict) or set(answer) != {part.name for part in kind.parts}:
        raise NoAnswer(tr("it has other parts than asked for"))
    parts: dict[str, str] = {}
    for part in kind.parts:
        value: Any = answer[part.name]
        if not isinstance(value, str):
            raise NoAnswer(tr("“{name}” is no text", name=part.name))
        parts[part.name] = clean(value)[: part.most].strip()
    if not any(parts.values()) or any(not value for name, value in parts.items() if name != "quote"):
        raise NoAnswer(tr("a part of it is empty"))
    return parts


def clean(text: str) -> str:
    """A text without links, addresses, tags and characters that nobody sees."""
    text = _HIDDEN.sub("", whole(text).replace("\r\n", "\n").replace("\r", "\n"))
    text = _TAG.sub("", _MARKDOWN_LINK.sub(r"\1", text))
    return _SPACES.sub(" ", _LINK.sub("", text))


def only_true_quote(parts: Mapping[str, str], data: str) -> dict[str, str]:
    """Without a quote that stands nowhere in the data: nobody is quoted with what they did not say."""
    quote = parts.get("quote", "").strip(" “”\"'«»„")
    known = " ".join(data.split())
    return dict(parts) | ({"quote": ""} if quote and " ".join(quote.split()) not in known else {})
