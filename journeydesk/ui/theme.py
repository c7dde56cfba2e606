"""The look: colours, fonts, icons and the one small style sheet, light or dark, switched live."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from journeydesk.domain.words import tr
from journeydesk.ui import tokens
from journeydesk.ui.kept_pictures import KeptPictures, without_its_painter
from journeydesk.ui.kept_texts import KeptTexts
from journeydesk.ui.mirror import TURNED, is_mirrored, turn, turned_back
from journeydesk.ui.motion import Motion
from journeydesk.ui.style import style_sheet

_MOST_MARKS = 800
_MOST_TEXTS = 1500
_MOST_CARDS = 96
"""More than a screen has room for: each is some 60 KB."""

_STYLED = "journeydesk styled"
_WEIGHTS = {400: QFont.Weight.Normal, 500: QFont.Weight.Medium, 600: QFont.Weight.DemiBold}


class StageColors(NamedTuple):
    """A stage's badge, its chip, and the text on the chip."""

    fill: QColor
    chip: QColor
    ink: QColor


class Theme(QObject):
    """What every painter asks. `changed` is emitted after a switch; painters ask again, nothing keeps a colour."""

    changed = Signal()

    def __init__(self, icons: Path, choice: str = "system", contrast: str = "system", motion: str = "system") -> None:
        super().__init__()
        self._icons = icons
        self._choice = choice
        self._contrast = contrast
        self.motion = Motion(motion)
        self.motion.changed.connect(self._follow)
        self._fonts: dict[tuple[int, int, bool], QFont] = {}
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, str, float], QSvgRenderer] = {}
        self.marks = KeptPictures(_MOST_MARKS)
        self.cards = KeptPictures(_MOST_CARDS)
        self.texts = KeptTexts(_MOST_TEXTS)
        self._colors: dict[str, QColor] = {}
        self._stages: dict[int, StageColors] = {}
        self._family, self._size = _system_font()
        self.dark = self._wants_dark()
        self.high = self._wants_high()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def choice(self) -> str:
        """`system`, `light` or `dark`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Switches to `system`, `light` or `dark`, live."""
        self._choice = choice
        self._follow()

    def _wants_dark(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def contrast(self) -> str:
        """`system`, `normal` or `high`."""
        return self._contrast

    def choose_contrast(self, contrast: str) -> None:
        """Switches to `system`, `normal` or `high`, live."""
        self._contrast = contrast
        self._follow()

    def _wants_high(self) -> bool:
        if self._contrast != "system":
            return self._contrast == "high"
        # What it is asked of has to stay for as long as it is asked.
        hints = QGuiApplication.styleHints()
        return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast

    def _follow(self) -> None:
        self.dark = self._wants_dark()
        self.high = self._wants_high()
        self._colors.clear()
        self._stages.clear()
        self._renderers.clear()
        self.marks.clear()
        self.cards.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.apply(application)
        self.changed.emit()

    def apply(self, application: QApplication) -> None:
        """Gives the application its style, font, palette and style sheet. What it has already is not given again: every widget
        that there is would be styled anew, which takes seconds once many screens were seen."""
        if application.property(_STYLED) is None:
            # Kept apart, for under a style sheet the style does not say its name.
            application.setStyle("Fusion")
            application.setProperty(_STYLED, True)
        font, palette = self.font(), self._palette()
        sheet = style_sheet(self.hex, self.ring, self.motion.milliseconds)
        if application.font() != font:
            application.setFont(font)
        if application.palette() != palette:
            application.setPalette(palette)
        if application.styleSheet() != sheet:
            application.setStyleSheet(sheet)
        self.motion.apply()

    @property
    def _looks(self) -> ModuleType:
        if not self.high:
            return tokens
        # Few ask for it, and no start has to wait for it.
        from journeydesk.ui import high_contrast

        return high_contrast

    def hex(self, token: str) -> str:
        """A token's colour as text."""
        looks = self._looks
        if token.capitalize() in looks.PRIORITY:
            pair: tuple[str, str] = looks.PRIORITY[token.capitalize()]
            return pair[self.dark]
        colors: Mapping[str, str] = looks.DARK if self.dark else looks.LIGHT
        return colors[token]

    def color(self, token: str) -> QColor:
        """A token's colour; the priorities `urgent`, `high` and `normal` are tokens too."""
        color = self._colors.get(token)
        if color is None:
            color = self._colors[token] = QColor(self.hex(token))
        return color

    def stage(self, number: int) -> StageColors:
        """The colours of a stage."""
        colors = self._stages.get(number)
        if colors is None:
            looks = self._looks
            stages = looks.STAGES_DARK if self.dark else looks.STAGES_LIGHT
            fill, chip, ink = stages[(number - 1) % len(stages)]
            colors = self._stages[number] = StageColors(QColor(fill), QColor(chip), QColor(ink))
        return colors

    @property
    def on_stage(self) -> QColor:
        """The text on a stage's fill."""
        return QColor(tokens.ON_STAGE[self.dark])

    @property
    def ring(self) -> int:
        """How thick the ring around what has the keyboard is, in pixels."""
        return tokens.HIGH_RING if self.high else tokens.RING

    @property
    def focus_pen(self) -> QPen:
        """What that ring is painted with."""
        return QPen(self.color("accent"), self.ring)

    def font(self, step: int = 0, weight: int = 400, tabular: bool = False) -> QFont:
        """The system's font, `step` pixels larger than body, in weight 400, 500 or 600; figures of one width if asked."""
        key = step, weight, tabular
        font = self._fonts.get(key)
        if font is None:
            font = QFont(self._family)
            font.setPixelSize(self._size + step)
            font.setWeight(_WEIGHTS[weight])
            if tabular:
                font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = font
        return font

    def _renderer(self, name: str, color: str, size: float) -> QSvgRenderer:
        if name not in self._sources:
            self._sources[name] = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
        # QtSvg does not know the palette, so the colour is written into the picture.
        source = self._sources[name].replace("currentColor", color)
        if size < tokens.ICON:
            # A smaller icon has the lines of a usual one: thinner ones are too pale.
            source = source.replace('stroke-width="1.5"', f'stroke-width="{1.5 * tokens.ICON / max(size, 1):.2f}"')
        return QSvgRenderer(QByteArray(source.encode()))

    def paint_icon(self, painter: QPainter, rect: QRect | QRectF, name: str, token: str) -> None:
        """Paints an icon in a token's colour: in whole pixels from a copy rendered once for each size and screen. What renders it goes
        once there is a copy; between pixels it is painted each time, and kept."""
        color, size = self.hex(token), rect.width()
        if isinstance(rect, QRect):
            self.marks.paint(
                painter, rect, (name, color), lambda brush, at: _render(brush, at, name, self._renderer(name, color, size))
            )
            return
        renderer = self._renderers.get((name, color, size))
        if renderer is None:
            renderer = self._renderers[name, color, size] = self._renderer(name, color, size)
        _render(painter, rect, name, renderer)

    def pixmap(self, name: str, token: str, size: int = 16) -> QPixmap:
        """An icon as a pixmap for the sharpest present screen."""
        ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = QRectF(0, 0, size, size)
            if is_mirrored():
                turn(painter, place)
            _render(painter, place, name, self._renderer(name, self.hex(token), size))
        return without_its_painter(pixmap)

    def icon(self, name: str, token: str = "text", size: int = 16) -> QIcon:
        """An icon for buttons and menus."""
        icon = QIcon(self.pixmap(name, token, size))
        icon.addPixmap(self.pixmap(name, "disabled", size), QIcon.Mode.Disabled)
        return icon

    def _palette(self) -> QPalette:
        role, group = QPalette.ColorRole, QPalette.ColorGroup
        palette = QPalette()
        pairs = {
            role.Window: "win",
            role.Base: "base",
            role.AlternateBase: "panel",
            role.Button: "base",
            role.Text: "text",
            role.WindowText: "text",
            role.ButtonText: "text",
            role.PlaceholderText: "text3",
            role.Highlight: "sel",
            role.HighlightedText: "text",
            role.Accent: "accent-fill",
            role.Link: "accent",
            role.Mid: "line",
            role.Dark: "line2",
            role.Shadow: "ctl",
            role.ToolTipBase: "tip",
            role.ToolTipText: "on-tip",
        }
        for part, token in pairs.items():
            palette.setColor(part, self.color(token))
        for part in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(group.Disabled, part, self.color("disabled"))
        palette.setColor(group.Inactive, role.Highlight, self.color("sel-off"))
        return palette


def _system_font() -> tuple[str, int]:
    """The system's own interface font, and Inter where the platform names none; body size in pixels."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    known = set(QFontDatabase.families())
    if QGuiApplication.platformName() in ("offscreen", "minimal") or family not in known:
        family = next(
            (name for name in ("Inter", tr("Inter Variable"), tr("Noto Sans"), tr("DejaVu Sans")) if name in known), family
        )
    return family, tokens.BODY


def _render(painter: QPainter, place: QRect | QRectF, name: str, renderer: QSvgRenderer) -> None:
    if name in TURNED or not is_mirrored():
        renderer.render(painter, QRectF(place))
        return
    with turned_back(painter, place):
        renderer.render(painter, QRectF(place))
