"""The pane of one filter: a column, how it is compared, and with what. The list follows at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.filters.filter import Filter, Value
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.lists.columns import Column, Kind, Operator
from journeydesk.domain.words import figure, tr, within
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.filter_values import Offered, offered
from journeydesk.services.rows.prospects import ListView
from journeydesk.ui.tabs.prospects.filter_parts import Part, Ticks, Typed
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.widgets.popovers.popover import Popover
from journeydesk.ui.work import Background

_WIDTH = 314
_TICKED = (Kind.CHOICE, Kind.PERSON, Kind.STAGE)
_SEVERAL = (Operator.ANY_OF, Operator.NONE_OF)
_ICONS = {
    Kind.PERSON: "user",
    Kind.CHOICE: "tag",
    Kind.STAGE: "steps",
    Kind.DAY: "calendar",
    Kind.MOMENT: "calendar",
    Kind.DAYS: "calendar",
    Kind.MONEY: "card",
    Kind.SCORE: "target",
    Kind.FLAG: "flag",
}


def offered_operators(column: Column) -> list[Operator]:
    """How a column can be compared in the pane: where values are ticked one and several are the same."""
    if column.kind is Kind.FLAG:
        return [Operator.IS, Operator.IS_NOT]
    operators = [
        each for each in column.kind.operators if column.kind not in _TICKED or each not in (Operator.IS, Operator.IS_NOT)
    ]
    if column.kind not in _TICKED:
        operators = [each for each in operators if each not in _SEVERAL]
    first = [each for each in _SEVERAL if each in operators]
    return [*first, *(each for each in operators if each not in first)]


def _started(column: Column, asked: Filter | None) -> Operator:
    if asked is None:
        return offered_operators(column)[0]
    operator = Operator(asked.operator)
    several = {Operator.IS: Operator.ANY_OF, Operator.IS_NOT: Operator.NONE_OF}
    return several.get(operator, operator) if column.kind in _TICKED else operator


class FilterPane(Popover):
    """`changed` carries the filter as it is by now, None where it asks for nothing."""

    changed = Signal(object)

    def __init__(
        self,
        context: Context,
        theme: Theme,
        window: QWidget,
        others: ListView,
        columns: list[Column],
        column: Column,
        asked: Filter | None,
        vocabulary: Vocabulary,
    ) -> None:
        super().__init__(theme, window, tr("Filter by {title}", title=within(column.title)), _WIDTH)
        self._context, self._others = context, others
        self._columns = [*columns, column] if column.kind is Kind.REPORT else columns
        self._column, self._asked = column, asked
        self._vocabulary = vocabulary
        self._work = Background(self)
        self._values: tuple[Value, ...] = asked.values if asked is not None else ()
        self._part: Part | None = None
        self._head()
        self._body = QWidget(self)
        self._body_row = QHBoxLayout(self._body)
        self._body_row.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._body)
        self._foot()
        self._operator = _started(column, asked)
        self._offer_operators()
        self._show_part()

    def _head(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 8, 8)
        head.setSpacing(6)
        self.columns_box = Combo(self.theme, self)
        self.columns_box.setAccessibleName(tr("Column"))
        for each in self._columns:
            icon = _ICONS.get(each.kind, "text")
            self.columns_box.addItem(self.theme.icon(icon, "text2"), each.title, each.key)
        self.columns_box.setCurrentIndex(max(0, self.columns_box.findData(self._column.key)))
        self.columns_box.activated.connect(self._choose_column)
        self.operators_box = Combo(self.theme, self)
        self.operators_box.setAccessibleName(tr("Comparison"))
        self.operators_box.activated.connect(self._choose_operator)
        # Long titles must not decide how wide the pane is, but for the one that is chosen.
        self.columns_box.setMinimumContentsLength(max(8, min(18, len(self._column.title))))
        self.operators_box.setMinimumContentsLength(8)
        for box in (self.columns_box, self.operators_box):
            box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            head.addWidget(box, 1)
        self.cross = IconButton(self.theme, "x", tr("Remove this filter"), parent=self)
        self.cross.clicked.connect(self._remove)
        head.addWidget(self.cross)
        self.column.addLayout(head)

    def _foot(self) -> None:
        self.column.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 10, 6)
        foot.setSpacing(4)
        self._left_out = label(self.theme, step=-1, kind="secondary")
        self._share = label(self.theme, step=-1, weight=600)
        foot.addWidget(self._left_out)
        foot.addWidget(self._share)
        foot.addStretch(1)
        self.clear = KeyButton(self.theme, tr("Clear"), kind="flat", parent=self)
        self.clear.clicked.connect(self._clear)
        foot.addWidget(self.clear)
        self.done = KeyButton(self.theme, tr("Done"), key="Enter", parent=self)
        self.done.clicked.connect(self.leave)
        foot.addWidget(self.done)
        self.column.addLayout(foot)

    def take_focus(self) -> None:
        """The values have the keyboard, or, where none are asked for, the comparison."""
        (self._part or self.operators_box).setFocus()

    def _offer_operators(self) -> None:
        self.operators_box.clear()
        operators = offered_operators(self._column)
        if self._operator not in operators:
            operators.append(self._operator)
        for operator in operators:
            self.operators_box.addItem(operator.words, operator)
        self.operators_box.setCurrentIndex(operators.index(self._operator))

    def _show_part(self) -> None:
        if self._part is not None:
            if self._part.isAncestorOf(self.focusWidget() or self):
                # What is hidden must not hand the keyboard to the list.
                self.operators_box.setFocus()
            self._part.hide()
            self._body_row.removeWidget(self._part)
            self._part.deleteLater()
        column, operator = self._column, self._operator
        if column.kind in (Kind.FLAG, Kind.REPORT) or operator.takes == 0:
            self._part = None
        elif column.kind in _TICKED and operator in _SEVERAL:
            self._part = Ticks(self.theme, column, self._values, self._vocabulary, self)
        else:
            self._part = Typed(self.theme, column, operator, self._values, self._vocabulary, self)
        if self._part is not None:
            self._body_row.addWidget(self._part)
            self._part.show()
            self._part.changed.connect(self._take_values)
            self._part.taken.connect(self.leave)
            self._part.resized.connect(self._fit_again)
        self._body.setVisible(self._part is not None)
        self._count()
        self._fit_again()

    def _fit_again(self) -> None:
        self._body_row.activate()
        self.column.activate()
        self.adjustSize()
        self.fit()

    def _filter(self) -> Filter | None:
        column, operator, values = self._column, self._operator, self._values
        if column.kind is Kind.FLAG:
            return Filter(column.key, operator, (1,))
        if operator.takes == 0:
            return Filter(column.key, operator)
        if not values or (operator.takes == 2 and len(values) != 2):
            return None
        if operator in _SEVERAL and len(values) == 1 and values != ("",):
            return Filter(column.key, Operator.IS if operator is Operator.ANY_OF else Operator.IS_NOT, values)
        if operator in _SEVERAL and values == ("",):
            return Filter(column.key, Operator.EMPTY if operator is Operator.ANY_OF else Operator.NOT_EMPTY)
        return Filter(column.key, operator, values if operator in _SEVERAL else values[: operator.takes])

    def _tell(self) -> None:
        asked = self._filter()
        if asked != self._asked:
            self._asked = asked
            self.changed.emit(asked)
        self._count()

    def _take_values(self, values: tuple[Value, ...]) -> None:
        self._values = values
        self._tell()
        self._fit_again()

    def _choose_column(self, place: int) -> None:
        column = self._columns[place]
        if column != self._column:
            self._column, self._values = column, ()
            self._operator = offered_operators(column)[0]
            self._offer_operators()
            self._show_part()
            self._tell()
        self.take_focus()

    def _choose_operator(self, place: int) -> None:
        operator = Operator(self.operators_box.itemData(place))
        before, self._operator = self._operator, operator
        if (before in _SEVERAL) is not (operator in _SEVERAL) or (before.takes, before.is_length) != (
            operator.takes,
            operator.is_length,
        ):
            self._values = self._values if before.takes == operator.takes and not before.is_length else ()
        self._show_part()
        self._tell()
        self.take_focus()

    def _clear(self) -> None:
        self._values = ()
        if self._part is not None:
            self._part.clear_values()
        else:
            self._asked = None
            self.changed.emit(None)
            self._count()

    def _remove(self) -> None:
        self._asked = None
        self.changed.emit(None)
        self.leave()

    def _count(self) -> None:
        with_counts = isinstance(self._part, Ticks)
        self._work.run(
            "counts",
            partial(offered, self._context, self._others, self._column, self._asked, with_counts),
            self._show_counts,
            lambda _problem: None,
        )

    @property
    def counted(self) -> bool:
        """Whether the counts have come."""
        return not self._work.busy("counts")

    def _show_counts(self, found: Offered) -> None:
        if self._part is not None and found.counts:
            self._part.show_counts(found.counts)
        many = len(self._values)
        chosen = tr("left out") if self._operator is Operator.NONE_OF else tr("chosen")
        self._left_out.setText(f"{many} {chosen} ·" if isinstance(self._part, Ticks) and many else "")
        self._left_out.setVisible(bool(self._left_out.text()))
        self._share.setText(tr("{after} of {before}", after=figure(found.after), before=figure(found.before)))
        self._fit_again()
