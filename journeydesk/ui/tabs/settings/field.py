"""One setting: its name, its value to be changed in place, its default, and beside it what was wrong with what was typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.queries.settings import SettingValue
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.named_row import NAME_WIDTH, named_row_words
from journeydesk.ui.tabs.settings.shapes import Shape
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label, tip
from journeydesk.ui.widgets.link import link_button


class SettingField(QWidget):
    """Emits `given` with the value typed; `reset` asks for the default."""

    given = Signal(object)
    reset = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        shape: Shape,
        caption: str | None = None,
        *,
        width: int = 84,
        name_width: int = NAME_WIDTH,
    ) -> None:
        super().__init__()
        self._shape = shape
        self.edit = InPlaceEdit(f"{name}, {shape.unit}" if shape.unit else name, width, right=not shape.is_text)
        self.edit.given.connect(lambda text: self.given.emit(shape.read(text)))
        words = named_row_words(theme, name, self.edit, caption, name_width)
        self._note = label(theme, step=-1, kind="caption")
        self.back = link_button(theme, tr("Back to default"))
        self.back.clicked.connect(self.reset)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        self.edit.restored.connect(self.wrong.hide)
        beside = QHBoxLayout()
        beside.setSpacing(6)
        if shape.unit:
            beside.addWidget(label(theme, shape.unit, kind="secondary"))
        beside.addSpacing(6)
        beside.addWidget(self._note)
        beside.addWidget(self.back)
        beside.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.addWidget(words, 0, 0)
        grid.addWidget(self.edit, 0, 1)
        grid.addLayout(beside, 0, 2)
        grid.addWidget(self.wrong, 1, 1, 1, 2)
        grid.setColumnStretch(2, 1)

    def show_value(self, setting: SettingValue) -> None:
        """Shows a value; what somebody is typing stays."""
        self.edit.show_text(self._shape.text(setting.value))
        self.wrong.setVisible(bool(self.edit.property("wrong")))
        default = self._shape.text(setting.shipped)
        unit = f" {self._shape.unit}" if self._shape.unit and default else ""
        words = tr("default {default}{unit}", default=default, unit=unit) if default else tr("not the default")
        # A text may be long; the button says it where it is pointed at.
        self._note.setText(words if setting.differs and not self._shape.is_text else "")
        self.back.setVisible(setting.differs)
        self.back.setToolTip(tip(words))
        self.back.setAccessibleName(
            tr("Back to default: {accessiblename}, {default}", accessiblename=self.edit.accessibleName(), default=default)
        )

    def refuse(self, problem: JourneydeskError) -> None:
        """Says beside the field what is allowed; what was typed stays."""
        sentence = self._shape.sentence(problem)
        self.wrong.setText(sentence)
        self.wrong.show()
        self.edit.mark_wrong(sentence)
