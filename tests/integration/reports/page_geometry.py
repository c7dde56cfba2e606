"""Where the words of a PDF's page stand: each piece of text as a box in points from the page's upper left corner, by the widths that its
font says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader

_ASCENT, _DESCENT = 0.72, 0.18
"""What a line of Latin letters takes above and below its base line, of the size of its font."""

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of text: its edges, and its size in points."""

    left: float
    top: float
    right: float
    bottom: float
    size: float

    def overlap(self, other: "Box") -> float:
        """The share of the smaller of both that lies over the other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        least = min(self.area, other.area)
        return max(0.0, wide) * max(0.0, tall) / least if least else 0.0

    @property
    def area(self) -> float:
        """In square points."""
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size, its words as text, and where they stand."""

    width: float
    height: float
    text: str
    boxes: Sequence[Box]


def pages(path: Path) -> list[Page]:
    """All pages of a file that Typst wrote."""
    return [_page(page) for page in PdfReader(path).pages]


def _page(page: PageObject) -> Page:
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    return Page(width, height, page.extract_text(), tuple(_boxes(page, height)))


def _boxes(page: PageObject, height: float) -> Iterator[Box]:
    resources: Any = page["/Resources"]
    found = {name: font.get_object() for name, font in resources.get("/Font", {}).items()}
    fonts = {name: _widths(font) for name, font in found.items()}
    names = {name: str(font["/BaseFont"]) for name, font in found.items()}
    matrix, kept, text, font, size = _SAME, [], _SAME, "", 0.0
    content: Any = page.get_contents()
    for operands, operator in content.operations:
        if operator == b"q":
            kept.append(matrix)
        elif operator == b"Q":
            matrix = kept.pop()
        elif operator == b"cm":
            matrix = _times(_matrix(operands), matrix)
        elif operator == b"Tm":
            text = _matrix(operands)
        elif operator == b"Tf":
            font, size = str(operands[0]), float(operands[1])
        elif operator in (b"Tj", b"TJ"):
            if "Inter" not in names.get(font, ""):
                # Letters that join or stack have widths of their own kind.
                continue
            wide = _advance(operands[0] if operator == b"TJ" else operands, fonts[font]) * size
            box = _box(_times(text, matrix), wide, size, height)
            if box is not None:
                yield box


def _box(matrix: Matrix, wide: float, size: float, height: float) -> Box | None:
    across, slant, x, y = matrix[0], matrix[1], matrix[4], matrix[5]
    if slant:
        # What stands on its side is a drawing's.
        return None
    scaled = abs(matrix[3]) * size
    base = height - y
    return Box(x, base - _ASCENT * scaled, x + wide * across, base + _DESCENT * scaled, scaled)


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _advance(shown: Sequence[Any], widths: dict[int, float]) -> float:
    """How far a piece of text goes, in sizes of its font."""
    total = 0.0
    for each in shown:
        if isinstance(each, int | float):
            total -= float(each)
            continue
        codes = each.original_bytes if hasattr(each, "original_bytes") else bytes(each)
        total += sum(widths.get(int.from_bytes(codes[place : place + 2], "big"), 0.0) for place in range(0, len(codes), 2))
    return total / 1000


def _widths(font: Any) -> dict[int, float]:
    """The width of each glyph of a composite font, in thousandths of its size."""
    [below] = font["/DescendantFonts"]
    listed = [each.get_object() if hasattr(each, "get_object") else each for each in below.get_object().get("/W", [])]
    widths: dict[int, float] = {}
    place = 0
    while place < len(listed):
        first, following = int(listed[place]), listed[place + 1]
        if isinstance(following, list):
            widths |= {first + step: float(each) for step, each in enumerate(following)}
            place += 2
        else:
            widths |= dict.fromkeys(range(first, int(following) + 1), float(listed[place + 2]))
            place += 3
    return widths
