"""A row of joined buttons of which one is chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.words import named
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, painter_on, put
from journeydesk.ui.painting import key_width, paint_key
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.button_steps import step_to
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton

_HEIGHT = 28
_PAD = 11
_MENU = 42
"""What a button with a menu has beside its words."""


class _Segment(QAbstractButton):
    """One choice; `first` and `last` round its corners. An icon stands before its words, a key cap behind them."""

    def __init__(self, theme: Theme, text: str, first: bool, last: bool, icon: str = "", key: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._first, self._last = first, last
        self._icon, self._key = icon, key
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # As wide as the words in the weight of the chosen one, so that choosing moves nothing.
        return QSize(self._words() + self._beside() + 2 * _PAD, _HEIGHT)

    def _words(self) -> int:
        return QFontMetrics(self._theme.font(0, 600)).horizontalAdvance(self.text())

    def _beside(self) -> int:
        return (22 if self._icon else 0) + (key_width(self._theme, self._key) + 6 if self._key else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent-soft" if chosen else "hover" if self.underMouse() else "base"))
            painter.drawPath(self._outline(0))
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._outline(0.5))
            token = "accent-ink" if chosen else "text2" if self.isEnabled() else "disabled"
            painter.setFont(theme.font(0, 600 if chosen else 400))
            painter.setPen(theme.color(token))
            if self._icon or self._key:
                self._paint_beside(painter, token)
            else:
                draw_text(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            if self.hasFocus():
                painter.setPen(theme.focus_pen)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 3, 3)

    def minimumSizeHint(self) -> QSize:
        # With a mark the words alone will do.
        return QSize(self._words() + 12 if self._beside() else self.sizeHint().width(), _HEIGHT)

    def _paint_beside(self, painter: QPainter, token: str) -> None:
        words = painter.fontMetrics().horizontalAdvance(self.text())
        if words + self._beside() > self.width() - 8:
            draw_text(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            return
        x = (self.width() - words - self._beside()) // 2
        if self._icon:
            self._theme.paint_icon(painter, QRect(x, (self.height() - 16) // 2, 16, 16), self._icon, token)
            x += 22
        draw_text(painter, QRect(x, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            width = key_width(self._theme, self._key)
            paint_key(painter, QRect(x + words + 6, (self.height() - 18) // 2, width, 18), self._theme, self._key)

    def _outline(self, inset: float) -> QPainterPath:
        """The part's own edge: round only at the ends of the row; neighbours share the line between them."""
        right = self.width() - (inset if self._last else -inset)
        rect = QRectF(inset, inset, right - inset, self.height() - 2 * inset)
        left_round, right_round = 4.0 * self._first, 4.0 * self._last
        path = QPainterPath()
        path.moveTo(rect.left() + left_round, rect.top())
        path.lineTo(rect.right() - right_round, rect.top())
        path.arcTo(rect.right() - 2 * right_round, rect.top(), 2 * right_round, 2 * right_round, 90, -90)
        path.lineTo(rect.right(), rect.bottom() - right_round)
        path.arcTo(rect.right() - 2 * right_round, rect.bottom() - 2 * right_round, 2 * right_round, 2 * right_round, 0, -90)
        path.lineTo(rect.left() + left_round, rect.bottom())
        path.arcTo(rect.left(), rect.bottom() - 2 * left_round, 2 * left_round, 2 * left_round, 270, -90)
        path.lineTo(rect.left(), rect.top() + left_round)
        path.arcTo(rect.left(), rect.top(), 2 * left_round, 2 * left_round, 180, -90)
        return path


class Segments(QWidget):
    """Emits the text that was chosen; arrows move the choice while it has the keyboard. With `marks`, an icon and a key for each
    choice, the row takes the whole width."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[str],
        parent: QWidget | None = None,
        marks: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent)
        self._whole = not marks
        self._keys = KeyMap(Scope.FIELDS, {Action.LEFT: partial(self._step, -1), Action.RIGHT: partial(self._step, 1)})
        self.setAccessibleName(name)
        across = QSizePolicy.Policy.Expanding if marks else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across if marks else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for place, choice in enumerate(choices):
            icon, key = marks[place] if marks else ("", "")
            button = _Segment(theme, named(choice), place == 0, place == len(choices) - 1, icon, key)
            button.setSizePolicy(across, QSizePolicy.Policy.Fixed)
            button.setAccessibleDescription(name)
            self._group.addButton(button, place)
            layout.addWidget(button)
        self._group.idClicked.connect(lambda place: self._chosen(choices[place]))
        self._theme, self._name, self._choices = theme, name, tuple(choices)
        self._folded: ChoiceButton | None = None
        self.fills = False
        """Whether the menu is as wide as the room, not as its words: where it has others at its right."""
        if self._whole:
            layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        theme.changed.connect(self.update)

    def choose(self, text: str) -> None:
        """Marks a choice without telling."""
        if text in self._choices:
            self._group.button(self._choices.index(text)).setChecked(True)
            self._show_folded(text)

    def _chosen(self, text: str) -> None:
        self._show_folded(text)
        self.chosen.emit(text)

    def _show_folded(self, text: str) -> None:
        if self._folded is not None:
            self._folded.choose(text)

    def _choose_folded(self, text: str) -> None:
        self.choose(text)
        self.chosen.emit(text)

    def sizeHint(self) -> QSize:
        if not self._whole:
            return super().sizeHint()
        return QSize(sum(button.sizeHint().width() for button in self._group.buttons()), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        if not self._whole:
            return super().minimumSizeHint()
        longest = max(
            (QFontMetrics(self._theme.font()).horizontalAdvance(named(choice)) for choice in self._choices), default=0
        )
        return QSize(min(self.sizeHint().width(), longest + _MENU), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Where the row has no room its choices are a menu: words that overpaint each other choose nothing.
        super().resizeEvent(event)
        if not self._whole:
            return
        folded = self.width() < self.sizeHint().width()
        if self._folded is None:
            if not folded:
                return
            self._folded = self._make_folded()
        if folded == self._folded.isHidden():
            held = any(button.hasFocus() for button in (*self._group.buttons(), self._folded))
            for button in self._group.buttons():
                button.setVisible(not folded)
            self._folded.setVisible(folded)
            if held:
                (self._folded if folded else self._group.checkedButton() or self).setFocus()
        wide = self.width() if self.fills else min(self.width(), self.minimumSizeHint().width())
        self._folded.resize(wide, _HEIGHT)
        put(self._folded, 0, 0)

    def _make_folded(self) -> ChoiceButton:
        button = ChoiceButton(self._theme, self._name, parent=self)
        button.offer([(choice, choice) for choice in self._choices], self.choice)
        button.chosen.connect(self._choose_folded)
        button.hide()
        return button

    @property
    def choices(self) -> tuple[str, ...]:
        """All of them."""
        return self._choices

    @property
    def choice(self) -> str:
        """The text of the chosen one."""
        place = self._group.checkedId()
        return self._choices[place] if place >= 0 else ""

    def _step(self, by: int) -> bool:
        return step_to(self._group, by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)


def segment_rect(segments: Segments, text: str) -> QRect:
    """Where a choice is, in the control's own coordinates."""
    button = next((b for b in segments.findChildren(_Segment) if b.text() == named(text)), None)
    return button.geometry() if button is not None else QRect()
