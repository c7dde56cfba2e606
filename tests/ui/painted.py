"""What a painter was told to paint, read back as words and shapes with their places and colours."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

_NAMESPACE = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Words:
    """One text: where it begins, its baseline, its colour, weight and size in px."""

    text: str
    left: float
    baseline: float
    color: str
    weight: int
    size: float


@dataclass(frozen=True, slots=True)
class Shape:
    """One rectangle, circle or path: its kind, its colours (empty where it has none) and its outline's box."""

    kind: str
    fill: str
    stroke: str
    left: float
    top: float
    width: float
    height: float


class Painted:
    """Everything that `paint` paints on a ground of this size."""

    def __init__(self, paint: Callable[[QPainter], None], width: int, height: int) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(width, height))
        generator.setViewBox(QRect(0, 0, width, height))
        with QPainter(generator) as painter:
            paint(painter)
        buffer.close()
        self.words: list[Words] = []
        self.shapes: list[Shape] = []
        self._read(ET.fromstring(bytes(buffer.data().data()).decode()))

    def _read(self, root: ET.Element) -> None:
        for group in root.iter(f"{_NAMESPACE}g"):
            matrix = [float(n) for n in re.findall(r"-?[\d.e-]+", group.get("transform", "matrix(1,0,0,1,0,0)"))]
            for child in group:
                kind = child.tag.removeprefix(_NAMESPACE)
                if kind == "text":
                    self.words.append(_words(child, matrix))
                elif kind != "g":
                    self.shapes.append(_shape(child, kind, group, matrix))

    @property
    def texts(self) -> list[str]:
        """The words alone, in the order painted."""
        return [words.text for words in self.words]

    def only(self, text: str) -> Words:
        """The one text that reads so."""
        (words,) = [words for words in self.words if words.text == text]
        return words

    def of_color(self, color: str) -> list[Shape]:
        """The shapes filled or outlined with a colour."""
        return [shape for shape in self.shapes if color in (shape.fill, shape.stroke)]


def _words(element: ET.Element, matrix: list[float]) -> Words:
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    return Words(
        (element.text or "").strip("\n"),
        matrix[0] * x + matrix[4],
        matrix[3] * y + matrix[5],
        element.get("fill", ""),
        int(element.get("font-weight", "0")),
        float(element.get("font-size", "0")),
    )


def _shape(element: ET.Element, kind: str, group: ET.Element, matrix: list[float]) -> Shape:
    if kind == "circle":
        x, y, radius = (float(element.get(name, "0")) for name in ("cx", "cy", "r"))
        points = [(x - radius, y - radius), (x + radius, y + radius)]
    elif kind == "ellipse":
        x, y, across, along = (float(element.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
        points = [(x - across, y - along), (x + across, y + along)]
    elif kind == "rect":
        x, y, width, height = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
        points = [(x, y), (x + width, y + height)]
    else:
        numbers = [float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", element.get("d", "") + element.get("points", ""))]
        points = list(zip(numbers[::2], numbers[1::2], strict=False)) or [(0.0, 0.0)]
    placed = [(matrix[0] * x + matrix[4], matrix[3] * y + matrix[5]) for x, y in points]
    left, top = min(x for x, _ in placed), min(y for _, y in placed)
    width, height = max(x for x, _ in placed) - left, max(y for _, y in placed) - top
    fill, stroke = (group.get(name, "none").replace("none", "") for name in ("fill", "stroke"))
    return Shape(kind, fill, stroke, left, top, width, height)
