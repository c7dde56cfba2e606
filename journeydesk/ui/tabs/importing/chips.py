"""How the file is read: a chip each for characters, columns, dates, decimals and the sheet; choosing reads the file again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.files.rehearsal import Choices, Rehearsal
from journeydesk.ui.tabs.importing import words
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label


class ReadingChips(QWidget):
    """Emits the name of the choice and its value; None finds it out again."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(theme, tr("Read as"), kind="secondary"))
        self.chips: dict[str, ChoiceButton] = {}
        for name, lead in (
            ("encoding", tr("Characters ")),
            ("delimiter", tr("Columns by ")),
            ("sheet", tr("Sheet ")),
            ("dates", tr("Dates ")),
            ("decimal", tr("Decimals ")),
        ):
            chip = ChoiceButton(theme, lead.strip(), lead, parent=self)
            chip.chosen.connect(lambda value, which=name: self.chosen.emit(which, value))
            self.chips[name] = chip
            row.addWidget(chip)
        self._icon = IconLabel(theme, "ok-circle", "ok")
        self.state = ElidedLabel(theme, step=-1, weight=500, kind="ok")
        row.addSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self.state, 1)

    def show_reading(self, rehearsal: Rehearsal, choices: Choices) -> None:
        """Shows how the file was read."""
        workbook = bool(rehearsal.sheet)
        encoding, delimiter = rehearsal.decoded.encoding.removesuffix("-sig"), rehearsal.table.delimiter
        encodings = dict(words.ENCODINGS)
        self.chips["encoding"].offer(
            [(name, code) for code, name in ({encoding: rehearsal.decoded.name} | encodings).items()], encoding
        )
        delimiters = (
            {delimiter: repr(delimiter)} | dict(words.DELIMITERS)
            if delimiter
            else {"": tr("one column"), **dict(words.DELIMITERS)}
        )
        self.chips["delimiter"].offer([(name, sign) for sign, name in delimiters.items()], delimiter)
        self.chips["sheet"].offer([(name, name) for name in rehearsal.sheets or (rehearsal.sheet,)], rehearsal.sheet)
        order = choices.dates or next(iter(rehearsal.reading.orders.values()), "dmy")
        self.chips["dates"].offer([(name, code) for code, name in words.DATES], order)
        mark = choices.decimal or next(iter(rehearsal.reading.marks.values()), ".")
        self.chips["decimal"].offer([(name, code) for code, name in words.DECIMALS], mark)
        self.chips["encoding"].setVisible(not workbook)
        self.chips["delimiter"].setVisible(not workbook)
        self.chips["sheet"].setVisible(workbook)
        self.chips["dates"].setVisible(bool(rehearsal.reading.orders))
        self.chips["decimal"].setVisible(bool(rehearsal.reading.marks))
        open_ = bool(rehearsal.questions)
        self.state.show_text(tr("can be read in two ways: look at these") if open_ else tr("all found; click to change"))
        self.state.setProperty("kind", "warn" if open_ else "ok")
        self.state.style().polish(self.state)
        self._icon.show_icon("warn" if open_ else "ok-circle", "warn" if open_ else "ok")
