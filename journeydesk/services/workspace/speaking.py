"""Which language this computer's Journeydesk speaks, and taking it up without Qt: for the commands, and for the pages on a phone.

The window takes it up with Qt, which knows the system's own marks (`journeydesk/ui/program/language.py`).
"""

import json
import locale
import logging
import os
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from journeydesk import config
from journeydesk.domain.words import Language, speak
from journeydesk.services.workspace.preferences import FILE, Preferences

_log = logging.getLogger(__name__)

SYSTEM = "system"
OFFERED: Mapping[str, str] = {"English": "en", "Deutsch": "de", "Español": "es"}
"""What a person may choose, by its own name: the languages that have every text. Another can be looked at by the variable."""

VARIABLE = "JOURNEYDESK_LANGUAGE"

_MARKS = {"en": (",", "."), "de": (".", ","), "es": (".", ",")}
"""By language the mark between thousands and the one before decimals."""

_GROUPED_FROM = {"es": 10_000}
"""From where digits are grouped, where that is not from a thousand on."""

_HEAD, _MESSAGES = 16, 0x69
_END, _TRANSLATION, _SOURCE, _COMMENT = 1, 3, 6, 8
"""The parts of a `.qm` as Qt's lrelease writes it: a head, then sections of a tag, a length and their bytes; the one of the messages is
again made of tags, each but the end with a length and a text."""


def chosen_language(preferences: Preferences) -> str:
    """What was chosen on this computer: a code, or that it follows the system."""
    choice = preferences.text("language", SYSTEM)
    return choice if choice in OFFERED.values() else SYSTEM


def language_is_given(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the environment says it."""
    return environment.get(VARIABLE, "") in OFFERED.values()


def speak_without_window(*, for_programs: bool = False, environment: Mapping[str, str] = os.environ) -> None:
    """Takes up the language of this process: the variable, else the choice, else the system's. What programs read is English unless
    the variable says otherwise."""
    code = environment.get(VARIABLE, "")
    if code not in OFFERED.values():
        code = "en" if for_programs else chosen_language(Preferences(config.paths(environment).workspace / FILE))
    if code not in OFFERED.values():
        code = _system_language(environment)
    try:
        speak(None if code == "en" else _read(code, config.resources() / "translations"))
    except (OSError, ValueError, struct.error) as problem:
        _log.warning("The texts of the language are missing: %s", problem)
        speak(None)


def _system_language(environment: Mapping[str, str]) -> str:
    """The system's, where it is offered: POSIX names it in the environment, other systems to the C library."""
    name = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), None)
    word = (name or locale.getlocale()[0] or "").casefold()
    begins = {"de": ("de_", "german"), "es": ("es_", "spanish")}
    return next((code for code, starts in begins.items() if word == code or word.startswith(starts)), "en")


def _read(code: str, folder: Path) -> Language:
    texts = dict(_messages((folder / f"journeydesk_{code}.qm").read_bytes()))
    noted = json.loads((folder / "noted.json").read_text(encoding="utf-8"))

    def digits(number: float, decimals: int) -> str:
        return written(code, number, decimals)

    def text(words: str, meaning: str) -> str:
        # lrelease leaves a meaning out where no other text is written alike.
        return texts.get((words, meaning)) or texts.get((words, ""), "")

    return Language(code, text, digits, tuple(noted))


def written(code: str, number: float, decimals: int) -> str:
    """A number with the marks of a language: 1.234,5."""
    plain = f"{number:,.{decimals}f}" if abs(number) >= _GROUPED_FROM.get(code, 0) else f"{number:.{decimals}f}"
    thousands, point = _MARKS[code]
    return plain.replace(",", "\0").replace(".", point).replace("\0", thousands)


def _messages(file: bytes) -> Iterator[tuple[tuple[str, str], str]]:
    """Each text of a `.qm` with what tells it apart, and its translation."""
    section = _section(file)
    place, found = 0, dict[int, str]()
    while place < len(section):
        tag = section[place]
        place += 1
        if tag == _END:
            yield (found.get(_SOURCE, ""), found.get(_COMMENT, "")), found.get(_TRANSLATION, "")
            found = {}
            continue
        (length,) = struct.unpack_from(">I", section, place)
        words = section[place + 4 : place + 4 + length]
        found[tag] = words.decode("utf-16-be" if tag == _TRANSLATION else "utf-8")
        place += 4 + length


def _section(file: bytes) -> bytes:
    place = _HEAD
    while place < len(file):
        tag, length = struct.unpack_from(">BI", file, place)
        place += 5
        if tag == _MESSAGES:
            return file[place : place + length]
        place += length
    raise ValueError("no messages")
