"""Which texts the code has, and the `.ts` files that Qt's tools read: used by `.ci/texts`, and by the tests that hold them together.

Qt's own lupdate reads `tr` in Python, but neither `meaning` nor the other three functions.
"""

import ast
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

CODES = ("de", "es")
_CONTEXT = "Journeydesk"
_TEXTS = {"tr": 1, "tr_count": 2, "noted": 1, "noted_count": 2}
"""By function, how many of its first arguments are texts."""

_FUNCTIONS = ("domain", "words.py")
"""Where these functions are, which hand on what they are given."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text, what it means where that must be told, and where it stands first."""

    source: str
    meaning: str
    place: str
    is_noted: bool

    @property
    def key(self) -> tuple[str, str]:
        """What it is translated by."""
        return self.source, self.meaning


class Unreadable(Exception):
    """A call whose text is not written out."""


@lru_cache(maxsize=4)
def texts_of(package: Path) -> list[Text]:
    """Every text of the code once, in the order of the files. Raises Unreadable for one that is put together."""
    texts: dict[tuple[str, str], Text] = {}
    for module in sorted(package.rglob("*.py")):
        for text in texts_in(module, package.parent):
            before = texts.get(text.key)
            if before is None or (text.is_noted and not before.is_noted):
                texts[text.key] = text if before is None else Text(text.source, text.meaning, before.place, True)
    return list(texts.values())


def texts_in(module: Path, root: Path) -> Iterator[Text]:
    """The texts of one file."""
    for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _TEXTS:
            place = module.relative_to(root).as_posix()
            meaning = next((keyword.value for keyword in call.keywords if keyword.arg == "meaning"), ast.Constant(""))
            for argument in (*call.args[: _TEXTS[call.func.id]], meaning):
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    if module.parts[-2:] == _FUNCTIONS:
                        break
                    raise Unreadable(f"{place}:{call.lineno}: a text is written out, with names in braces for what is put in")
            else:
                for argument in call.args[: _TEXTS[call.func.id]]:
                    yield Text(argument.value, meaning.value, place, call.func.id.startswith("noted"))  # type: ignore[attr-defined]


def read(file: Path) -> dict[tuple[str, str], str]:
    """The translations of a `.ts`, those that are finished."""
    if not file.exists():
        return {}
    known = {}
    for message in ElementTree.parse(file).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            known[message.findtext("source", ""), message.findtext("comment", "")] = translation.text
    return known


def renew(file: Path, code: str, texts: Iterable[Text]) -> None:
    """The `.ts` with these texts, each with the translation that it had."""
    file.write_text(written(code, texts, read(file)), encoding="utf-8")


def take(file: Path, code: str, texts: Iterable[Text], translations: Iterable[list[str]]) -> None:
    """Adds translations, each after its text and, where it has one, its meaning."""
    known = read(file)
    known.update({(line[0], line[1] if len(line) > 2 else ""): line[-1] for line in translations})
    file.write_text(written(code, texts, known), encoding="utf-8")


def places(text: str) -> set[str]:
    """The names in braces."""
    return set(re.findall(r"\{(\w*)\}", text))


def written(code: str, texts: Iterable[Text], known: dict[tuple[str, str], str]) -> str:
    """A `.ts` as Qt's Linguist writes it."""
    root = ElementTree.Element("TS", {"version": "2.1", "language": code, "sourcelanguage": "en"})
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = _CONTEXT
    for text in texts:
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "location", {"filename": f"../../{text.place}"})
        ElementTree.SubElement(message, "source").text = text.source
        if text.meaning:
            ElementTree.SubElement(message, "comment").text = text.meaning
        translation = known.get(text.key, "")
        ElementTree.SubElement(message, "translation", {} if translation else {"type": "unfinished"}).text = translation
    ElementTree.indent(root, "    ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def noted_json(texts: Iterable[Text]) -> str:
    """The texts that are kept in English, for the program to know them again."""
    return json.dumps(sorted(text.source for text in texts if text.is_noted), ensure_ascii=False, indent=1) + "\n"
