"""Every text that a window really paints: where it stands, how large it is and what cuts it.

A paint device that draws nothing and writes down each text with the clip that is set when it is drawn. A widget of any kind,
a painted list as well as a button, can be asked, and what does not fit is found by measuring.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintDevice, QPaintEngine, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QWidget

from journeydesk.ui.theme import Theme

_CLIP = QPaintEngine.DirtyFlag.DirtyClipRegion | QPaintEngine.DirtyFlag.DirtyClipPath | QPaintEngine.DirtyFlag.DirtyClipEnabled
_PLACE = QPaintEngine.DirtyFlag.DirtyTransform
_INK = QPaintEngine.DirtyFlag.DirtyPen | QPaintEngine.DirtyFlag.DirtyOpacity
_LARGEST_ICON = 32
_METRICS = {
    QPaintDevice.PaintDeviceMetric.PdmDepth: 32,
    QPaintDevice.PaintDeviceMetric.PdmNumColors: 2**24,
    QPaintDevice.PaintDeviceMetric.PdmDpiX: 96,
    QPaintDevice.PaintDeviceMetric.PdmDpiY: 96,
    QPaintDevice.PaintDeviceMetric.PdmPhysicalDpiX: 96,
    QPaintDevice.PaintDeviceMetric.PdmPhysicalDpiY: 96,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatio: 1,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatioScaled: 0x10000,
}


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of text on a widget, in its coordinates: `box` is the letters' own, `clip` what of it is let through,
    `ink` the colour, with its opacity, that they are painted in."""

    words: str
    box: QRectF
    clip: QRectF
    ink: QColor
    font: QFont


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon on a widget, in its coordinates; `token` its colour, empty where a picture of it was painted."""

    box: QRectF
    token: str


class _Engine(QPaintEngine):
    def __init__(self, bounds: QRectF) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[Text] = []
        self.marks: list[Mark] = []
        self._bounds = bounds
        self._clip = bounds
        self._transform = QTransform()
        self._ink = QColor()

    def begin(self, device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: Any) -> None:
        changed = state.state()
        if changed & _PLACE:
            self._transform = state.transform()
        if changed & _INK:
            self._ink = QColor(state.pen().color())
            self._ink.setAlphaF(self._ink.alphaF() * state.opacity())
        if changed & _CLIP:
            self._clip = self._bounds
            if state.isClipEnabled():
                box = QRectF(state.clipRegion().boundingRect())
                path = state.clipPath().boundingRect()
                for found in (box, path):
                    if not found.isEmpty():
                        self._clip = self._clip.intersected(self._transform.mapRect(found))

    def drawTextItem(self, point: Any, item: Any) -> None:
        words = item.text()
        if not words.strip():
            return
        # The letters' own box: what ascent and descent hold beyond it may be cut without harm.
        metrics = QFontMetricsF(item.font())
        tight = metrics.tightBoundingRect(words)
        # A blank at the end of a line that breaks hangs over its edge.
        width = item.width() - metrics.horizontalAdvance(words[len(words.rstrip()) :])
        box = QRectF(point.x(), point.y() + tight.top(), width, tight.height())
        self.texts.append(Text(words, self._transform.mapRect(box), QRectF(self._clip), QColor(self._ink), QFont(item.font())))

    def drawPixmap(self, rect: Any, pixmap: Any, _: Any) -> None:
        if max(rect.width(), rect.height()) <= _LARGEST_ICON:
            self.marks.append(Mark(self._transform.mapRect(QRectF(rect)), ""))

    def drawImage(self, *_: Any) -> None: ...

    def drawTiledPixmap(self, *_: Any) -> None: ...

    def drawRects(self, *_: Any) -> None: ...

    def drawLines(self, *_: Any) -> None: ...

    def drawPath(self, *_: Any) -> None: ...

    def drawPolygon(self, *_: Any) -> None: ...

    def drawPoints(self, *_: Any) -> None: ...

    def drawEllipse(self, *_: Any) -> None: ...


class _Device(QPaintDevice):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = (width, height)
        self.engine = _Engine(QRectF(0, 0, width, height))

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        asked = QPaintDevice.PaintDeviceMetric
        if metric == asked.PdmWidth:
            return self._size[0]
        if metric == asked.PdmHeight:
            return self._size[1]
        if metric == asked.PdmWidthMM:
            return round(self._size[0] / 96 * 25.4)
        if metric == asked.PdmHeightMM:
            return round(self._size[1] / 96 * 25.4)
        return _METRICS.get(metric, 1)


def painted_by(widget: QWidget) -> tuple[list[Text], list[Mark]]:
    """What this widget itself paints, without its children: texts, and icons."""
    device = _Device(widget.width(), widget.height())
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    return device.engine.texts, device.engine.marks


def texts_of(widget: QWidget) -> list[Text]:
    """The texts that this widget itself paints."""
    return painted_by(widget)[0]


@contextmanager
def icons_noted() -> Iterator[None]:
    """Icons that are painted by the theme are noted with their colour while this lasts, and not drawn where only texts are recorded."""
    paint = Theme.paint_icon

    def noting(theme: Theme, painter: QPainter, rect: QRect | QRectF, name: str, token: str) -> None:
        engine = painter.paintEngine()
        if isinstance(engine, _Engine):
            # What the painter was told since is not with the engine yet.
            engine.marks.append(Mark(painter.deviceTransform().mapRect(QRectF(rect)), token))
        else:
            paint(theme, painter, rect, name, token)

    Theme.paint_icon = noting  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        Theme.paint_icon = paint  # type: ignore[method-assign]
