"""How much a text reads like words that somebody wrote, for choosing between two ways to read the same bytes.

A library that looks at byte frequencies needs pages of text; a list of contacts has a few accented names. What gives a wrong
reading away there is within single words: two scripts in one, a sign or a capital in the middle, letters that no language near
has, words without a vowel.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[^\s,;|^\"\t\x00-\x1f]+")
_AT_EDGES = "„“”‘’‚«»‹›…–—¿¡•.:!?()[]{}'/\\-+*&%#=<>@_`~"
_WITH_NUMBERS = frozenset("€£¥°§№ªº½¼¾±×²³™©®·")
_COMMON_LATIN = frozenset(
    "éèêëàâáäãåæçñíìîïóòôöõøœúùûüýÿßšžčćđřěůőűąęłńśźżşğıİāēīōūțșăâîŕľĺťďňĽŠŽČĆŘŁŚŻŹÖÄÜÉÁÓÍÚÑÇØÅÆÀÈŞĞÂÊÎÔÛËÏ"
)
_RARE_LATIN = frozenset("ðþÐÞŢţƒŸŒĀĒĪŪŅņĻļĶķĢģŖŗ")
_VOWELS = {
    "CYRILLIC": frozenset("аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ"),
    "GREEK": frozenset("αεηιουωάέήίόύώϊϋΐΰΑΕΗΙΟΥΩΆΈΉΊΌΎΏ"),
}
_EAST = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC", "FULLWIDTH")


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0].split("-")[0]


def plausibility(text: str) -> float:
    """From about −2 (no one wrote this) to 1 (names as people write them); 1 for a text that is all ASCII.

    Only words with a character beyond ASCII count, each by how many of those it has.
    """
    total = weight = 0.0
    for match in _WORD.finditer(text):
        word = match.group()
        foreign = sum(not letter.isascii() for letter in word)
        if foreign:
            total += foreign * _word(word)
            weight += foreign
    return total / weight if weight else 1.0


def _word(word: str) -> float:
    core = word.strip(_AT_EDGES)
    if not core or all(letter in _WITH_NUMBERS or (not letter.isalpha() and letter.isascii()) for letter in core):
        return 0.8 if len(core) < 4 or any(letter.isdigit() and letter.isascii() for letter in core) else -0.5
    score = 1.0
    if any(unicodedata.category(letter) in ("Cc", "Cn", "Co", "Cs") for letter in core):
        return -2.0
    letters = [letter for letter in core if letter.isalpha()]
    strange = sum(not letter.isascii() and not letter.isalnum() and letter not in "’–-·'" for letter in core)
    strange -= sum(unicodedata.combining(letter) > 0 or letter == "\u200d" for letter in core)
    if strange > 0:
        score -= 1.0
    if not letters:
        return score - 0.3
    if len(letters) == 1 and not letters[0].isascii() and _script(letters[0]) not in _EAST:
        score -= 0.5
    scripts = {"EAST" if _script(letter) in _EAST else _script(letter) for letter in letters}
    if len(scripts) > 1:
        score -= 1.2
    if any(a.islower() and b.isupper() and not b.isascii() for a, b in pairwise(core)):
        score -= 0.8
    return score - _unlikely(letters, scripts)


def _unlikely(letters: list[str], scripts: set[str]) -> float:
    """What the letters of a word take from its plausibility."""
    if "LATIN" in scripts:
        foreign = [letter for letter in letters if not letter.isascii()]
        rare = sum(1.0 if letter in _RARE_LATIN else 0.0 if letter in _COMMON_LATIN else 0.6 for letter in foreign)
        dense = 1.0 if len(letters) > 1 and len(foreign) > 0.6 * len(letters) else 0.0
        return dense + 0.8 * rare / max(1, len(foreign))
    for script, vowels in _VOWELS.items():
        if script in scripts and len(letters) > 2:
            share = sum(letter in vowels for letter in letters) / len(letters)
            return 0.05 if 0.3 <= share <= 0.6 else 0.2 if 0.2 <= share <= 0.75 else 0.7
    if "EAST" in scripts:
        narrow = sum("HALFWIDTH" in unicodedata.name(letter, "") for letter in letters)
        uncommon = sum(not _is_common_han(letter) for letter in letters)
        korean = sum(_script(letter) == "HANGUL" for letter in letters)
        mixed = 0.4 if 0 < korean < len(letters) else 0.05 if korean else 0.1
        return mixed + 0.9 * max(narrow, uncommon) / len(letters)
    return 0.1


def _is_common_han(letter: str) -> bool:
    """Whether a letter of the east is one of everyday use: kana, Hangul, or a character that GB 2312 or Shift JIS gave a place
    among its common ones."""
    if not _script(letter).startswith(("CJK", "IDEOGRAPHIC")):
        return True
    for encoding, first, last in (("gb2312", 0xB0, 0xD7), ("shift_jis", 0x88, 0x98), ("big5", 0xA4, 0xC6)):
        try:
            lead = letter.encode(encoding)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last:
            return True
    return False
