"""How the file is read: a chip each for characters, columns, the first row, dates, decimals, money and the sheet; choosing reads the file
again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.domain.written.currencies import FileMoney
from journeydesk.services.files.rehearsal import Choices, Rehearsal
from journeydesk.ui.restyling import restyle
from journeydesk.ui.tabs.importing import words
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import FittedLabel, label

_GAP = 6
_BESIDE = 110
"""What stands beside the chips: the words before them and the mark behind."""


class ReadingChips(QWidget):
    """Emits the name of the choice and its value; None finds it out again."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(label(theme, tr("Read as"), kind="secondary"))
        self.chips: dict[str, ChoiceButton] = {}
        for name, lead in (
            ("encoding", tr("Characters ")),
            ("delimiter", tr("Columns by ")),
            ("sheet", tr("Sheet ")),
            ("named", tr("First row ")),
            ("dates", tr("Dates ")),
            ("decimal", tr("Decimals ")),
            ("currency", tr("Money in ")),
        ):
            chip = ChoiceButton(theme, lead.strip(), lead, parent=self, small=True)
            chip.chosen.connect(lambda value, which=name: self.chosen.emit(which, value))
            self.chips[name] = chip
            row.addWidget(chip)
        self._icon = IconLabel(theme, "ok-circle", "ok")
        self.state = FittedLabel(theme, step=-1, weight=500, kind="ok")
        row.addSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self.state, 1)

    def show_reading(self, rehearsal: Rehearsal, choices: Choices, money: FileMoney, taken_from: str = "") -> None:
        """Shows how the file was read; `taken_from` names the file of the same columns whose mapping was taken."""
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
        self.chips["named"].offer([(name, named) for named, name in words.FIRST_ROW], bool(rehearsal.table.header_line))
        codes = dict.fromkeys([money.team, *sorted(money.rates), rehearsal.currency])
        self.chips["currency"].offer([(words.currency(code, money), code) for code in codes if code], rehearsal.currency)
        self.chips["currency"].setVisible(bool(rehearsal.currency))
        self.chips["encoding"].setVisible(not workbook)
        self.chips["delimiter"].setVisible(not workbook)
        self.chips["sheet"].setVisible(workbook)
        self.chips["dates"].setVisible(bool(rehearsal.reading.orders))
        self.chips["decimal"].setVisible(bool(rehearsal.reading.marks))
        open_ = bool(rehearsal.questions)
        found = tr("as {name} was read", name=taken_from) if taken_from else tr("all found; click to change")
        asked = (tr("can be read in two ways: look at these"), tr("look at these"))
        self.state.show_wordings(*(asked if open_ else (found, tr("found"))))
        restyle(self.state, "kind", "warn" if open_ else "ok")
        self._icon.show_icon("warn" if open_ else "ok-circle", "warn" if open_ else "ok")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A choice is worth more than its title: where room is short the titles go, and the tooltips say them.
        shown = [chip for chip in self.chips.values() if not chip.isHidden()]
        room = self.width() - _BESIDE - len(shown) * _GAP
        has_room = sum(chip.full_width for chip in shown) <= room
        for chip in shown:
            chip.show_lead(has_room)
