"""What changed between two texts, word by word, as pieces to paint."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")
# Comparing is quadratic at worst; a stretch this long is shown as changed altogether.
_MOST_WORDS = 2_000
_LONG, _AROUND = 160, 60


class Piece(NamedTuple):
    """A stretch of text: the same as before, new, or gone (shown only where nothing new stands in its place)."""

    text: str
    kind: Literal["same", "new", "gone"]


def word_diff(before: str, after: str) -> list[Piece]:
    """`after` in pieces. Texts without a word in common are one piece that is the same, for then nothing stands out."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    if not any(word.strip() for word in new[:start] + new[len(new) - end :]) and not _alike(left, right):
        return [Piece(after, "same")] if after else []
    pieces = [Piece("".join(new[:start]), "same"), *_middle(left, right), Piece("".join(new[len(new) - end :]), "same")]
    return _joined(pieces)


def _common(old: list[str], new: list[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _alike(old: list[str], new: list[str]) -> bool:
    return bool({word for word in old if word.strip()} & {word for word in new if word.strip()})


def _middle(old: list[str], new: list[str]) -> list[Piece]:
    if len(old) > _MOST_WORDS or len(new) > _MOST_WORDS:
        return [Piece("".join(new), "new")]
    pieces = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "delete":
            pieces.append(Piece("".join(old[i:j]), "gone"))
        else:
            pieces.append(Piece("".join(new[k:m]), "same" if tag == "equal" else "new"))
    return pieces


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Empty pieces go; a space between two changes belongs to them, so that a line under them is not broken."""
    pieces_joined: list[Piece] = []
    for place, piece in enumerate(pieces):
        following = pieces[place + 1].kind if place + 1 < len(pieces) else "same"
        if piece.kind == "same" and not piece.text.strip() and pieces_joined and pieces_joined[-1].kind == following == "new":
            piece = Piece(piece.text, "new")
        if pieces_joined and pieces_joined[-1].kind == piece.kind:
            pieces_joined[-1] = Piece(pieces_joined[-1].text + piece.text, piece.kind)
        elif piece.text:
            pieces_joined.append(piece)
    return pieces_joined


def excerpt(pieces: list[Piece]) -> list[Piece]:
    """Long stretches without a change are cut to what stands beside a change, so that the changes are what is read."""
    if all(piece.kind == "same" for piece in pieces):
        return [Piece(_cut(piece.text, 4 * _LONG), "same") for piece in pieces]
    shown = []
    for place, piece in enumerate(pieces):
        if piece.kind != "same":
            shown.append(Piece(_cut(piece.text, 4 * _LONG), piece.kind))
        elif len(piece.text) <= _LONG:
            shown.append(piece)
        else:
            head = piece.text[:_AROUND] if place else ""
            tail = piece.text[-_AROUND:] if place + 1 < len(pieces) else ""
            shown.append(Piece(f"{head} … {tail}" if head else f"… {tail}", "same"))
    return shown


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
