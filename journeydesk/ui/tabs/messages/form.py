"""What is decided beside a message: how the draft was changed, how good it was, customer status and lifetime value."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journeydesk.domain.catalogue import CUSTOMER_STATUSES
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.mail.suggestions import StatusSuggestion
from journeydesk.domain.money import sign
from journeydesk.domain.payments.lifetime_value import parse_ltv
from journeydesk.domain.statuses import CUSTOMER
from journeydesk.domain.words import named, tr
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import choice_words
from journeydesk.services.messages.deciding import EDIT_TAGS, Decision
from journeydesk.services.messages.showing import MessageDetail, ltv_after
from journeydesk.ui.editing.words import decimal_mark, value_words
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.words.figures import exact_amount

_TAG_HEIGHT = 26


class _Choice(QAbstractButton):
    """A tag or a number in a frame, marked while it is chosen."""

    def __init__(self, theme: Theme, text: str, *, ticked: bool) -> None:
        super().__init__()
        self._theme, self._ticked = theme, ticked
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        mark = 18 if self._ticked and self.isChecked() else 0
        self.setFont(self._theme.font(-1 if self._ticked else 0, 500))
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 22 + mark, _TAG_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = "accent" if chosen or self.hasFocus() else "line2"
            painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
            painter.setBrush(theme.color("accent-soft" if chosen else "hover" if self.underMouse() else "base"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
            painter.setFont(theme.font(-1 if self._ticked else 0, 500))
            painter.setPen(theme.color("accent-ink" if chosen else "text" if self.isEnabled() else "disabled"))
            room = QRect(self.rect())
            if chosen and self._ticked:
                theme.paint_icon(painter, QRect(8, (self.height() - 14) // 2, 14, 14), "check", "accent-ink")
                room.setLeft(18)
            draw_text(painter, room, Qt.AlignmentFlag.AlignCenter, self.text())


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
        self._title(tr("What did you change?"), tr("any number"))
        self.tags = [_Choice(theme, named(tag), ticked=True) for tag in EDIT_TAGS]
        self._tag_grid = QGridLayout()
        self._tag_grid.setSpacing(6)
        for place, tag in enumerate(self.tags):
            tag.toggled.connect(lambda _on, changed=tag: self._on_tag(changed))
            self._tag_grid.addWidget(tag, place // 2, place % 2)
        self._column.addLayout(self._tag_grid)
        self._part()
        self._title(tr("How good was the draft?"), "1 – 5")
        quality = QHBoxLayout()
        quality.setSpacing(0)
        self._quality = QButtonGroup(self)
        self._quality.setExclusive(True)
        for number in range(1, 6):
            button = _Choice(theme, str(number), ticked=False)
            button.setAccessibleName(tr("Quality {number} of 5", number=number))
            self._quality.addButton(button, number)
            quality.addWidget(button, 1)
        self._quality.idClicked.connect(lambda _number: self.changed.emit())
        self._column.addLayout(quality)
        ends = QHBoxLayout()
        ends.addWidget(label(theme, tr("useless"), step=-1, kind="secondary"))
        ends.addStretch(1)
        ends.addWidget(label(theme, tr("nothing to change"), step=-1, kind="secondary"))
        self._column.addLayout(ends)
        self._part()
        self._title(tr("Customer status"), tr("optional"))
        self.status = Combo(theme)
        self.status.setAccessibleName(tr("Customer status"))
        self.status.addItem(tr("No change"), "")
        for name in CUSTOMER_STATUSES:
            self.status.addItem(choice_words(context, "customer_status", name), name)
        self.status.currentIndexChanged.connect(lambda _place: self._explain())
        self.status.activated.connect(lambda _place: self.changed.emit())
        self._column.addWidget(self.status)
        self.suggestion = label(theme, step=-1, wrap=True)
        self.suggestion.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._column.addWidget(self.suggestion)
        self.take = KeyButton(theme, tr("Take the suggestion"), icon="check", kind="flat")
        self.take.clicked.connect(self._take_suggestion)
        self._column.addWidget(self.take)
        self._title(tr("Lifetime value"), tr("optional, 0.00 to 10,000.00"))
        self.ltv = QLineEdit()
        self.ltv.setAccessibleName(tr("Lifetime value"))
        self.ltv.setPlaceholderText(tr("No change"))
        self.ltv.setMaximumWidth(160)
        self.ltv.textChanged.connect(lambda _text: self._explain())
        self.ltv.textEdited.connect(lambda _text: self.changed.emit())
        self._column.addWidget(self.ltv)
        self.words = label(theme, step=-1, kind="secondary", wrap=True)
        self._column.addWidget(self.words)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        self._column.addWidget(self.wrong)
        self._part()
        self.note = label(theme, step=-1, kind="secondary", wrap=True)
        self._column.addWidget(self.note)
        self._column.addStretch(1)

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
        """What is entered now."""
        checked = self._quality.checkedId()
        tags = tuple(name for tag, name in zip(self.tags, EDIT_TAGS, strict=True) if tag.isChecked())
        ltv = self.ltv.text().strip()
        return Decision(tags, checked if checked > 0 else None, str(self.status.currentData() or ""), self._plain(ltv))

    def refuse(self, sentence: str) -> None:
        """Says what is wrong, where it was entered."""
        self.wrong.setText(sentence)
        self.wrong.show()
        if sentence.startswith("LTV"):
            self.ltv.setFocus()
            self.ltv.selectAll()

    def _plain(self, text: str) -> str:
        """An amount as the rules read it, whatever mark stands before its decimals."""
        currency = self._context.settings.currency
        text = text.replace(currency, "").replace(sign(currency), "").replace("\u00a0", "").replace("\u202f", "").strip()
        mark = decimal_mark()
        other = "," if mark == "." else "."
        return text.replace(other, "").replace(mark, ".") if text else ""

    def _on_tag(self, changed: _Choice) -> None:
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
        detail, text = self._detail, self._plain(self.ltv.text())
        if detail is None:
            return
        status = str(self.status.currentData() or "") or None
        before = self._before(detail)
        if not text:
            self.words.setText(before)
            return
        try:
            minor = parse_ltv(text)
        except ValueRefused as problem:
            self.refuse_quietly(str(problem))
            return
        after = value_words(self._context, "ltv", ltv_after(detail.prospect, status, minor))
        words = (
            tr("As Customer it is added to what was typed before: it becomes {after}.", after=after)
            if status == CUSTOMER
            else tr("It takes the place of what was typed before and becomes {after}.", after=after)
        )
        self.words.setText(f"{words} {before}".strip())

    def _before(self, detail: MessageDetail) -> str:
        prospect = detail.prospect
        held = value_words(self._context, "ltv", prospect.ltv_by_hand.minor) if prospect.ltv_by_hand is not None else ""
        words = tr("By hand it is {held}.", held=held) if held else tr("There is none by hand yet.")
        if prospect.ltv_from_stripe is not None:
            words += " " + tr("Stripe's {paid} stands beside it.", paid=exact_amount(prospect.ltv_from_stripe))
        return words

    def refuse_quietly(self, sentence: str) -> None:
        """Says what is wrong without taking the keyboard: somebody is typing."""
        self.wrong.setText(sentence)
        self.wrong.show()

    def _title(self, words: str, beside: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label(self._theme, words, step=-1, weight=500))
        row.addWidget(label(self._theme, beside, step=-1, kind="secondary"))
        row.addStretch(1)
        self._column.addLayout(row)

    def _part(self) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(rule())
        self._column.addSpacing(4)
