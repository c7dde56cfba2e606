"""Whether anything on the screen may move by itself: the one place that says so.

The window moves nothing itself: a list, a sheet and a message are where they belong at once. What Qt fades and slides (menus,
lists of a field, tooltips, a bar that runs) is off where a person wants stillness, here or in the system's settings.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

CHOICES = ("system", "full", "reduced")

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
_LONGEST_MS = 120
_FOUND: dict[Qt.UIEffect, bool] = {}
"""Which of them were on before anybody switched them."""


class Motion(QObject):
    """`changed` is emitted when `reduced` is another than before."""

    changed = Signal()

    def __init__(self, choice: str = "system") -> None:
        super().__init__()
        self._choice = choice if choice in CHOICES else "system"
        self._system_wants_stillness = False

    @property
    def choice(self) -> str:
        """`system`, `full` or `reduced`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Switches, live."""
        before, self._choice = self.reduced, choice
        self._tell(before)

    def hear(self, stillness: bool) -> None:
        """What the system's own setting says; it counts where nobody chose."""
        before, self._system_wants_stillness = self.reduced, stillness
        self._tell(before)

    @property
    def reduced(self) -> bool:
        """Whether all stands still."""
        return self._choice == "reduced" or (self._choice == "system" and self._system_wants_stillness)

    @property
    def milliseconds(self) -> int:
        """How long anything that moves may do so; 0 is at once."""
        return 0 if self.reduced else _LONGEST_MS

    def apply(self) -> None:
        """Tells Qt; what the system had on comes back with the motion."""
        for effect in _EFFECTS:
            found = _FOUND.setdefault(effect, QApplication.isEffectEnabled(effect))
            QApplication.setEffectEnabled(effect, found and not self.reduced)

    def _tell(self, before: bool) -> None:
        if self.reduced != before:
            self.changed.emit()
