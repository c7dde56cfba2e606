"""Widgets shown alone in light or dark, and what is painted of them."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.services.context import Context
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.theme import Theme

LOOKS = ("light", "dark")
Show = Callable[[QWidget], None]


class Picture:
    """What a widget paints, pixel by pixel."""

    def __init__(self, widget: QWidget, theme: Theme, part: QRect | None = None) -> None:
        image = widget.grab(part or widget.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
        self.theme = theme
        self.width = image.width()
        self.colors = memoryview(image.constBits()).cast("B").cast("I").tolist()

    def pixels(self) -> Counter[int]:
        """How often each colour is painted."""
        return Counter(self.colors)

    def count(self, token: str) -> int:
        """How many pixels have exactly a token's colour: for grounds and lines."""
        return self.colors.count(self.theme.color(token).rgb())

    def ink(self, token: str) -> int:
        """How many pixels are nearer to a token's colour than to the ground: for icons and letters, which have soft edges."""
        pixels = self.pixels()
        ground, ink = QColor(pixels.most_common(1)[0][0]), self.theme.color(token)
        return sum(times for color, times in pixels.items() if 2 * _distance(QColor(color), ink) < _distance(ground, ink))

    def box(self, token: str) -> QRect:
        """The smallest rectangle around all pixels of a token's colour."""
        color = self.theme.color(token).rgb()
        places = [place for place, painted in enumerate(self.colors) if painted == color]
        if not places:
            return QRect()
        columns = [place % self.width for place in places]
        top, bottom = places[0] // self.width, places[-1] // self.width
        return QRect(min(columns), top, max(columns) - min(columns) + 1, bottom - top + 1)

    def contrast(self) -> float:
        """The ratio between the ground, which is most of the picture, and the colour that stands out most."""
        pixels = self.pixels()
        ground = QColor(pixels.most_common(1)[0][0])
        return max(ratio(ground, QColor(color)) for color in pixels)


def _distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.2 has it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    """The contrast between two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=LOOKS)
def theme(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Theme]:
    """Light, then dark, applied to the application."""
    chosen = Theme(resources() / "icons", request.param)
    chosen.apply(make_application())
    yield chosen
    Theme(resources() / "icons", "light").apply(make_application())


@pytest.fixture
def light(qtbot: QtBot) -> Theme:
    """The light theme, where looks do not matter."""
    chosen = Theme(resources() / "icons", "light")
    chosen.apply(make_application())
    return chosen


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows a widget in its own size, on a window."""
    windows: list[QWidget] = []

    def shown(widget: QWidget) -> None:
        window = QWidget()
        window.setProperty("kind", "base")
        window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(900, 320)
        widget.setParent(window)
        widget.move(20, 20)
        widget.resize(widget.sizeHint())
        widget.show()
        window.show()
        qtbot.waitExposed(window)

    yield shown
    windows.clear()


@pytest.fixture
def workspace(context: tuple[Context, Bridge]) -> Context:
    """The workspace alone."""
    return context[0]
