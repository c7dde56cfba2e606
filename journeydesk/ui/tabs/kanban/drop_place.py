"""A place of the board on which a carried card can land."""

from PySide6.QtWidgets import QWidget


class DropPlace(QWidget):
    """Painted anew when it becomes the place where a carried card would land, and when it is that no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = False

    @property
    def target(self) -> bool:
        """Whether a carried card would land here."""
        return self._target

    @target.setter
    def target(self, value: bool) -> None:
        if value != self._target:
            self._target = value
            self.target_changed()
            self.update()

    def target_changed(self) -> None:
        """For places that make room for the card."""
