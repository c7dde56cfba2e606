"""The pages of `docs/` as tests read them: their sections by title, and the tables in those."""

import functools
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_HEADING = re.compile(r"^#{1,3} (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)

Row = tuple[str, ...]


@functools.cache
def text_of(page: str) -> str:
    """A page's text by its name without ending."""
    return (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")


def titles(page: str) -> list[str]:
    """The titles of a page's sections, the page's own first."""
    return _HEADING.findall(_FENCE.sub("", text_of(page)))


def section(page: str, title: str) -> str:
    """What stands below a title, up to the next one. Raises ValueError where there is no such title."""
    text = text_of(page)
    start = text.index(f"## {title}\n")
    following = _HEADING.search(text, start + 4)
    return text[start : following.start() if following else len(text)]


def tables(page: str, title: str) -> list[list[Row]]:
    """The tables of a section, each as its rows of cells without the head; code marks stay."""
    found: list[list[Row]] = []
    lines = section(page, title).splitlines()
    for number, line in enumerate(lines):
        if re.fullmatch(r"\|(?: -+ \|)+", line):
            found.append([])
            for below in lines[number + 1 :]:
                if not below.startswith("|"):
                    break
                found[-1].append(tuple(cell.strip() for cell in below.strip()[1:-1].split("|")))
    return found


def table(page: str, title: str) -> list[Row]:
    """The only table of a section."""
    (rows,) = tables(page, title)
    return rows


def code(cell: str) -> str:
    """A cell's text without its code marks."""
    return cell.strip("`")
