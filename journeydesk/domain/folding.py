"""How text is folded for searching and sorting: accents and case forgiven, scripts without spaces cut into pairs."""

import re
import unicodedata

_SPECIAL = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)
# Letters and digits, and the vowel signs that Indic and South-East Asian scripts write inside a word.
_WORD = re.compile(
    r"(?:[^\W_]|[\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u0e30-\u0ecd\u0f71-\u0fbc\u102b-\u109d\u17b4-\u17dd])+"
)
_BETWEEN_WORDS = {number: " " for number in range(128) if not _WORD.match(chr(number))}
"""Of ASCII what is in no word: a plain text, which most are, is parted by it many times as fast."""

# Han, kana, hangul and Thai are written without spaces, so a word there is found by its pairs of characters.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0002fa1f]+")


def fold(text: str) -> str:
    """Case folded, accents removed, letters that only look accented replaced (`Łąkowisko` → `lakowisko`)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain).translate(_SPECIAL)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def _terms(text: str) -> str:
    if text.isascii():
        return " ".join(text.translate(_BETWEEN_WORDS).split())
    words = _WORD.findall(text)
    return _UNSPACED.sub(lambda match: f" {' '.join([*match[0], *_pairs(match[0])])} ", " ".join(words))


def index_text(*parts: str | None) -> str:
    """What the search index is given for these texts: folded words, and every character and pair of unspaced runs."""
    return _terms(fold(" ".join(part for part in parts if part)))


def name_text(*parts: str | None) -> str:
    """What it is given for names: each word once plain and once marked as a name's."""
    plain = index_text(*parts)
    return f"{plain} {' '.join(NAME_MARK + word for word in plain.split())}" if plain else ""


NAME_MARK = "\u00b7"
"""Stands before a name's word in the search index; no word of a text can hold it."""

_SHORT = 2
_MOST_TERMS = 16


def query_terms(typed: str, short: str = '"{0}"') -> list[str]:
    """What a person typed as FTS5 terms, every one of which must be found: quoted word beginnings, pairs of unspaced runs.

    Quoted, and made of letters and digits only, so that no operator of the query language can be typed by accident. A word of
    one or two letters becomes what `short` says of it, for as the beginning of any word it would find nearly everything.
    """
    terms: list[str] = []
    for word in _WORD.findall(fold(typed)):
        pieces = _UNSPACED.sub(" ", word).split()
        terms += [short.format(piece) if len(piece) <= _SHORT else f'"{piece}"*' for piece in pieces]
        for run in _UNSPACED.findall(word):
            terms += [f'"{pair}"' for pair in _pairs(run)]
    return list(dict.fromkeys(terms))[:_MOST_TERMS]


def query_text(typed: str) -> str | None:
    """An FTS5 query for words anywhere; None for a text without words."""
    return " AND ".join(query_terms(typed)) or None


def name_query_text(typed: str) -> str | None:
    """The same with one or two letters as the beginning of a name, as somebody types who means one."""
    return " AND ".join(query_terms(typed, f'"{NAME_MARK}{{0}}"*')) or None
