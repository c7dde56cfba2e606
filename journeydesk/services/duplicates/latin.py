"""Names of several alphabets in one: what was written in Cyrillic or Greek meets what was written in Latin letters."""

import re

from journeydesk.domain.folding import fold

_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфцыэіїєґўўқңөү", "abvgdeziiklmnoprstufcieiieguuknou", strict=True)),
        "ж": "zh",
        "х": "kh",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "iu",
        "я": "ia",
        "ё": "e",
        "ј": "j",
        "љ": "lj",
        "њ": "nj",
        "џ": "dz",
        "ђ": "dj",
        "ћ": "c",
        **dict(zip("αβγδεζηικλμνοπρσςτυφω", "avgdeziiklmnoprsstifo", strict=True)),
        "θ": "th",
        "ξ": "x",
        "χ": "ch",
        "ψ": "ps",
    }
)
_DIGRAPHS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("μπ", "b"), ("ντ", "nt"), ("γγ", "ng"), ("γκ", "gk"))
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")

_SOUNDS = (
    (re.compile("shch|sch|sh"), "s"),
    (re.compile("tch|ch|cz|tsch|ts|tz"), "c"),
    (re.compile("kh|ck|q"), "k"),
    (re.compile("zh|dj"), "j"),
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("x"), "ks"),
    (re.compile("w"), "v"),
    (re.compile("[yj](?=[aeou])|[yj]$|y|ij|iy|ii"), "i"),
    (re.compile("ae|oe|ue"), lambda match: match[0][0]),
    (re.compile("ou|oi$"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def latin(text: str) -> str:
    """Folded, and Cyrillic and Greek letter by letter in Latin ones; other scripts stay as they are."""
    folded = fold(text)
    if folded.isascii() or not _OTHER_SCRIPT.search(folded):
        return folded
    for written, sound in _DIGRAPHS:
        folded = folded.replace(written, sound)
    return folded.translate(_LETTERS)


def sound(word: str) -> str:
    """A word of `latin` without what the ways of writing one name in Latin letters differ by: Yuliya and Julia, Müller and Mueller."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word
