"""What is decided beside a message: how the draft was changed, how good it was, customer status and lifetime value."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.catalogue import CUSTOMER_STATUSES, PROSPECTS
from journeydesk.domain.errors import JourneydeskError, ValueRefused
from journeydesk.domain.mail.suggestions import StatusSuggestion
from journeydesk.domain.money import sign
from journeydesk.domain.statuses import CUSTOMER
from journeydesk.domain.words import named, tr
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import choice_words
from journeydesk.services.fields.typed import understand
from journeydesk.services.messages.deciding import EDIT_TAGS, Decision
from journeydesk.services.messages.showing import MessageDetail, ltv_after
from journeydesk.ui.editing.words import decimal_mark, value_words
from journeydesk.ui.tabs.messages.mark_button import MarkButton
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.form_field import IconLine
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.words.figures import exact_amount


class DecisionForm(QWidget):
    """`changed` tells that something was entered."""

    changed = Signal()

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context, self._theme = context, theme
        self._detail: MessageDetail | None = None
        self._suggested: StatusSuggestion | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(6)
        self._lay_tags()
        self._part()
        self._lay_quality()
        self._part()
        self._lay_status()
        self._lay_ltv()
        self._part()
        self.note = label(theme, step=-1, kind="secondary", wrap=True)
        self._column.addWidget(self.note)
        self._column.addStretch(1)

    def _lay_tags(self) -> None:
        self._title(tr("What did you change?"), tr("any number"))
        self.tags = [MarkButton(self._theme, named(tag), ticked=True) for tag in EDIT_TAGS]
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, tag in enumerate(self.tags):
            tag.toggled.connect(lambda _on, changed=tag: self._on_tag(changed))
            grid.addWidget(tag, place // 2, place % 2)
        self._column.addLayout(grid)

    def _lay_quality(self) -> None:
        self._title(tr("How good was the draft?"), "1 – 5")
        marks = QHBoxLayout()
        marks.setSpacing(0)
        self._quality = QButtonGroup(self)
        for number in range(1, 6):
            button = MarkButton(self._theme, str(number), ticked=False)
            button.setAccessibleName(tr("Quality {number} of 5", number=number))
            self._quality.addButton(button, number)
            marks.addWidget(button, 1)
        self._quality.idClicked.connect(lambda _number: self.changed.emit())
        self._column.addLayout(marks)
        ends = QHBoxLayout()
        ends.addWidget(label(self._theme, tr("useless"), step=-1, kind="secondary"))
        ends.addStretch(1)
        ends.addWidget(label(self._theme, tr("nothing to change"), step=-1, kind="secondary"))
        self._column.addLayout(ends)

    def _lay_status(self) -> None:
        self._title(tr("Customer status"), tr("optional"))
        self.status = Combo(self._theme)
        self.status.setAccessibleName(tr("Customer status"))
        self.status.addItem(tr("No change"), "")
        for name in CUSTOMER_STATUSES:
            self.status.addItem(choice_words(self._context, "customer_status", name), name)
        self.status.currentIndexChanged.connect(lambda _place: self._explain())
        self.status.activated.connect(lambda _place: self.changed.emit())
        self._column.addWidget(self.status)
        self.suggestion = label(self._theme, step=-1, wrap=True)
        self.suggestion.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._column.addWidget(self.suggestion)
        self.take = KeyButton(self._theme, tr("Take the suggestion"), icon="check", kind="flat")
        self.take.clicked.connect(self._take_suggestion)
        self._column.addWidget(self.take)

    def _lay_ltv(self) -> None:
        self._title(tr("Lifetime value"), tr("optional, 0.00 to 10,000.00"))
        self.ltv = IconLine(self._theme, lead=sign(self._context.settings.currency))
        self.ltv.setAccessibleName(tr("Lifetime value"))
        self.ltv.setPlaceholderText(tr("No change"))
        self.ltv.setMaximumWidth(160)
        self.ltv.textChanged.connect(lambda _text: self._explain())
        self.ltv.textEdited.connect(lambda _text: self.changed.emit())
        self._column.addWidget(self.ltv)
        self.words = label(self._theme, step=-1, kind="secondary", wrap=True)
        self._column.addWidget(self.words)
        self.wrong = label(self._theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        self._column.addWidget(self.wrong)

    def show_message(self, detail: MessageDetail, note: str) -> None:
        """Shows what was entered for a message so far; where it is the same one, what somebody is entering stays."""
        same = self._detail is not None and self._detail.row.id == detail.row.id and self._detail.waits and detail.waits
        self._detail = detail
        self.note.setText(note)
        if same:
            self._suggest(detail.suggestion)
            return
        row, editable = detail.row, detail.waits
        for tag, name in zip(self.tags, EDIT_TAGS, strict=True):
            tag.blockSignals(True)
            tag.setChecked(name in row.tag_names())
            tag.blockSignals(False)
            tag.setEnabled(editable)
            tag.updateGeometry()
        self._quality.setExclusive(False)
        for button in self._quality.buttons():
            button.setChecked(self._quality.id(button) == row.quality)
            button.setEnabled(editable)
        self._quality.setExclusive(True)
        place = self.status.findData(row.customer_status or "")
        self.status.setCurrentIndex(max(0, place))
        self.status.setEnabled(editable)
        self.ltv.setText(value_words(self._context, "ltv", row.ltv_minor) if row.ltv_minor is not None else "")
        self.ltv.setEnabled(editable)
        self.wrong.hide()
        self._suggest(detail.suggestion if editable else None)
        self._explain()

    def rate(self, number: int) -> None:
        """Quality by a key."""
        button = self._quality.button(number)
        if button is not None and button.isEnabled():
            button.setChecked(True)
            self.changed.emit()

    def decision(self) -> Decision:
        """What is entered now. Raises ValueRefused where the lifetime value is none."""
        return self._decided(self._amount())

    def decision_so_far(self) -> Decision:
        """What is entered now; a lifetime value that is still being typed is left out."""
        try:
            return self.decision()
        except ValueRefused:
            return self._decided(None)

    def _decided(self, ltv: int | None) -> Decision:
        checked = self._quality.checkedId()
        tags = tuple(name for tag, name in zip(self.tags, EDIT_TAGS, strict=True) if tag.isChecked())
        return Decision(tags, checked if checked > 0 else None, str(self.status.currentData() or ""), ltv)

    def _amount(self) -> int | None:
        """The lifetime value in cents. Raises ValueRefused where what is typed is none."""
        minor = understand(self._context, "ltv", self.ltv.text(), decimal_mark())
        return None if minor is None else int(minor)

    def refuse(self, problem: JourneydeskError) -> None:
        """Says what is wrong, where it was entered."""
        self._say_wrong(str(problem))
        if isinstance(problem, ValueRefused) and problem.field == PROSPECTS.by_slug["ltv"].name:
            self.ltv.setFocus()
            self.ltv.selectAll()

    def _on_tag(self, changed: MarkButton) -> None:
        changed.updateGeometry()
        # As written says that nothing was changed; it does not stand beside what was.
        if changed.isChecked():
            for tag in self.tags:
                if tag is not changed and (tag is self.tags[0] or changed is self.tags[0]):
                    tag.setChecked(False)
        self.changed.emit()

    def _suggest(self, suggestion: StatusSuggestion | None) -> None:
        self._suggested = suggestion
        self.suggestion.setVisible(suggestion is not None)
        self.take.setVisible(suggestion is not None)
        if suggestion is not None:
            called = choice_words(self._context, "customer_status", suggestion.status)
            self.suggestion.setText(tr("Suggested: {status}. They wrote “{words}”", status=called, words=suggestion.words))

    def _take_suggestion(self) -> None:
        if self._suggested is not None:
            self.status.setCurrentIndex(self.status.findData(self._suggested.status))

    def _explain(self) -> None:
        self.wrong.hide()
        detail = self._detail
        if detail is None:
            return
        before = self._before(detail)
        try:
            minor = self._amount()
        except ValueRefused as problem:
            # No keyboard is taken: somebody is typing.
            self._say_wrong(str(problem))
            return
        if minor is None:
            self.words.setText(before)
            return
        status = str(self.status.currentData() or "") or None
        after = value_words(self._context, "ltv", ltv_after(detail.prospect, status, minor))
        words = (
            tr("As Customer it is added to what was typed before: it becomes {after}.", after=after)
            if status == CUSTOMER
            else tr("It takes the place of what was typed before and becomes {after}.", after=after)
        )
        self.words.setText(f"{words} {before}".strip())

    def _say_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()

    def _before(self, detail: MessageDetail) -> str:
        prospect = detail.prospect
        held = value_words(self._context, "ltv", prospect.ltv_by_hand.minor) if prospect.ltv_by_hand is not None else ""
        words = tr("By hand it is {held}.", held=held) if held else tr("There is none by hand yet.")
        if prospect.ltv_from_stripe is not None:
            words += " " + tr("Stripe's {paid} stands beside it.", paid=exact_amount(prospect.ltv_from_stripe))
        return words

    def _title(self, words: str, beside: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label(self._theme, words, step=-1, weight=500))
        row.addWidget(label(self._theme, beside, step=-1, kind="secondary", wrap=True), 1)
        self._column.addLayout(row)

    def _part(self) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(rule())
        self._column.addSpacing(4)
