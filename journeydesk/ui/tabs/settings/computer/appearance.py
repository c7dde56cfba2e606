"""Appearance: theme, contrast, motion and rows, each at once, and text size with the next start."""

from typing import TYPE_CHECKING

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.program.zoom import SIZES
from journeydesk.ui.tabs.settings.form import FormPage
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.segments import Segments

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

THEMES = {tr("System"): "system", tr("Light"): "light", tr("Dark"): "dark"}
CONTRASTS = {tr("System"): "system", tr("Normal", meaning="contrast"): "normal", tr("High", meaning="contrast"): "high"}
MOTIONS = {tr("System"): "system", tr("Full", meaning="motion"): "full", tr("Reduced", meaning="motion"): "reduced"}
TWO, ONE = tr("Two lines"), tr("One line")


class AppearancePage(FormPage):
    """All of it is of this computer alone."""

    kinds = frozenset()

    def __init__(self, context: Context, theme: Theme, window: "Host") -> None:
        super().__init__(
            context,
            theme,
            "Appearance",
            tr("How the window looks on this computer. The text size changes with the next start, all else at once."),
        )
        looks = self._looks = window.looks
        card = self.card()
        self.themes = Segments(theme, tr("Theme"), tuple(THEMES))
        self.themes.chosen.connect(lambda name: looks.choose_theme(THEMES[name]))
        card.row(tr("Theme"), tr("Light, dark, or as the system has it"), self.themes)
        self.contrasts = Segments(theme, tr("Contrast"), tuple(CONTRASTS))
        self.contrasts.chosen.connect(lambda name: looks.choose_contrast(CONTRASTS[name]))
        card.row(tr("Contrast"), tr("High has darker text, stronger borders and thicker focus rings"), self.contrasts)
        self.motions = Segments(theme, tr("Motion"), tuple(MOTIONS))
        self.motions.chosen.connect(lambda name: looks.choose_motion(MOTIONS[name]))
        card.row(tr("Motion"), tr("Reduced has menus and tooltips come without fading or sliding"), self.motions)
        self.rows = Segments(theme, tr("Rows of the prospect list"), (TWO, ONE))
        self.rows.chosen.connect(self._choose_rows)
        card.row(tr("Rows"), tr("Of the prospect list"), self.rows)
        sizes = {f"{size} %": size for size in SIZES}
        self.sizes = Segments(theme, tr("Text size"), tuple(sizes))
        self.sizes.chosen.connect(lambda words: looks.choose_text_size(sizes[words]))
        card.row(tr("Text size"), tr("Of everything in the window"), self.sizes)
        self.read()

    def read(self) -> None:
        """What is chosen now, here or in the menu."""
        self.themes.choose(next(name for name, choice in THEMES.items() if choice == self.theme.choice))
        self.contrasts.choose(next(name for name, choice in CONTRASTS.items() if choice == self.theme.contrast))
        self.motions.choose(next(name for name, choice in MOTIONS.items() if choice == self.theme.motion.choice))
        self.rows.choose(ONE if self._looks.compact else TWO)
        self.sizes.choose(f"{self._looks.text_size} %")

    def _choose_rows(self, words: str) -> None:
        if self._looks.compact != (words == ONE):
            self._looks.change_density()
