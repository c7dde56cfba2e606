"""The guide as it ships: its chapters, and which of them a search finds."""

import re
from pathlib import Path

from journeydesk import config
from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

_HEADING = re.compile(r"^(#{2,3}) (.+)$", re.MULTILINE)
_PAGES = {"guide": "README.md", "news": "CHANGELOG.md"}
_FIRST = {"guide": tr("Your day with it"), "news": ""}
_LEFT_OUT = frozenset({"For engineers"})


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with what stands below it, as Markdown; `level` 2 holds those of level 3 that follow."""

    title: str
    level: int
    text: str

    def has(self, typed: str) -> bool:
        """Whether a search finds it."""
        return fold(typed).strip() in fold(f"{self.title}\n{self.text}")


def page_file(page: str) -> Path:
    """The file of a page, "guide" or "news": beside the code in a checkout, among the resources elsewhere."""
    resources = config.resources()
    shipped = resources / "guide" / _PAGES[page]
    return shipped if shipped.exists() else resources.parent / _PAGES[page]


def chapters(page: str) -> list[Chapter]:
    """The chapters of a page; of the guide, what is a user's. Raises OSError where the file is gone."""
    text = page_file(page).read_text(encoding="utf-8")
    found = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in found[1:]] + [len(text)]
    every = [
        Chapter(heading[2].strip(), len(heading[1]), text[heading.end() : end].strip("\n"))
        for heading, end in zip(found, ends, strict=True)
    ]
    first = next((place for place, chapter in enumerate(every) if chapter.title == _FIRST[page]), 0)
    return [chapter for chapter in every[first:] if chapter.title not in _LEFT_OUT]


def whole(page: str) -> str:
    """The page in one, for the window: the picture of the guide first."""
    picture = tr("![The prospect list](resources/pictures/prospects-light.png)\n\n") if page == "guide" else ""
    return picture + "\n\n".join(f"{'#' * chapter.level} {chapter.title}\n\n{chapter.text}" for chapter in chapters(page))
