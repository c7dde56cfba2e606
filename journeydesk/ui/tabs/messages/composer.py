"""The draft: a subject and bubbles that are edited where they stand; what differs from what was made is underlined."""

import difflib
import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from journeydesk.domain.words import tr, tr_count
from journeydesk.services.messages.deciding import MOST_BUBBLES
from journeydesk.services.messages.showing import words_changed
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, is_key_of
from journeydesk.ui.tabs.settings.page import clear
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, tip

_WORD = re.compile(r"\w+|[^\w\s]")
_OF_THE_VIEW = (Action.MESSAGE_APPROVE, Action.MESSAGE_SAVE, Action.ALERT_BACK)
_LEAST_LINES, _MOST_LINES = 1, 9


class BubbleEdit(QPlainTextEdit):
    """One bubble, as high as its text; asks to be moved."""

    moved = Signal(int)

    def __init__(self, theme: Theme, text: str, number: int) -> None:
        super().__init__(text)
        self._theme = theme
        self._made = ""
        self._keys = KeyMap(
            Scope.MESSAGES,
            {Action.MESSAGE_UP: lambda: self.moved.emit(-1), Action.MESSAGE_DOWN: lambda: self.moved.emit(1)},
        )
        self.setObjectName(f"bubble {number}")
        self.setAccessibleName(tr("Bubble {number}", number=number))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def compare(self, made: str) -> None:
        """Underlines the words that are not as they were made."""
        self._made = made
        self._mark()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(is_key_of(action, event) for action in _OF_THE_VIEW):
            event.ignore()
        elif not (event.modifiers() & Qt.KeyboardModifier.AltModifier and self._keys.press(event)):
            super().keyPressEvent(event)

    def _fit(self) -> None:
        lines = max(_LEAST_LINES, min(_MOST_LINES, int(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + 20
        if height != self.height():
            self.setFixedHeight(height)
        self._mark()

    def _mark(self) -> None:
        text = self.toPlainText()
        before = [match[0] for match in _WORD.finditer(self._made)]
        places = list(_WORD.finditer(text))
        marks: list[QTextEdit.ExtraSelection] = []
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(self._theme.color("accent"))
        matcher = difflib.SequenceMatcher(None, before, [match[0] for match in places], autojunk=False)
        for tag, _i1, _i2, j1, j2 in matcher.get_opcodes():
            if tag in ("replace", "insert") and self._made:
                cursor = QTextCursor(self.document())
                cursor.setPosition(places[j1].start())
                cursor.setPosition(places[j2 - 1].end(), QTextCursor.MoveMode.KeepAnchor)
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format = look
                marks.append(mark)
        self.setExtraSelections(marks)


class Composer(QWidget):
    """`edited` tells that subject or bubbles changed; `again_requested` asks for another draft."""

    edited = Signal()
    again_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._made: tuple[str, ...] = ()
        self._showing = False
        self._kept: list[str] = []
        self._narrow = False
        self.edits: list[BubbleEdit] = []
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(theme, tr("Message"), weight=600))
        self._spark = IconLabel(theme, "spark", "accent-ink", 14)
        head.addWidget(self._spark)
        self.origin = ElidedLabel(theme, step=-1)
        head.addWidget(self.origin, 1)
        self.changed = label(theme, step=-1, kind="secondary")
        head.addWidget(self.changed)
        self.by = label(theme, step=-1, kind="secondary")
        head.addWidget(self.by)
        self.subject = QLineEdit()
        self.subject.setAccessibleName(tr("Subject"))
        self.subject.setPlaceholderText(tr("Subject"))
        self.subject.textEdited.connect(lambda _text: self._on_edited())
        self._bubbles = QVBoxLayout()
        self._bubbles.setSpacing(8)
        self._add = KeyButton(theme, tr("Bubble"), icon="plus", kind="flat")
        self._add.clicked.connect(self.add_bubble)
        self._again = KeyButton(theme, tr("Write again"), icon="refresh", kind="flat")
        self._again.clicked.connect(self.again_requested)
        self._as_made = KeyButton(theme, tr("Show as generated"), icon="eye", kind="flat")
        self._as_made.clicked.connect(self.toggle_made)
        self.facts = label(theme, step=-1, kind="secondary")
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for button in (self._add, self._again, self._as_made):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.subject)
        column.addLayout(self._bubbles)
        column.addLayout(foot)

    def fold(self, narrow: bool) -> None:
        """Buttons without words, and fewer facts, where there is no room for them."""
        self._narrow = narrow
        for button, words in ((self._add, tr("Bubble")), (self._again, tr("Write again")), (self._as_made, self._made_words())):
            button.setText("" if narrow else words)
            button.setAccessibleName(words)
            button.setToolTip(tip(words if narrow else ""))
            button.updateGeometry()
        self.by.setVisible(not narrow)

    def _made_words(self) -> str:
        return tr("Show as it stands") if self._showing else tr("Show as generated")

    def show_draft(
        self, subject: str, bubbles: Sequence[str], made: Sequence[str], origin: str, generated: bool, editable: bool
    ) -> None:
        """Shows a draft."""
        self._made = tuple(made)
        self._showing = False
        self.origin.show_text(origin)
        self._spark.setVisible(generated)
        self.subject.setText(subject)
        self.subject.setReadOnly(not editable)
        for button in (self._add, self._again):
            button.setEnabled(editable)
        self._lay(bubbles, editable)

    def _lay(self, bubbles: Sequence[str], editable: bool = True) -> None:
        clear(self._bubbles)
        self.edits = []
        for number, text in enumerate(bubbles or [""], 1):
            edit = BubbleEdit(self._theme, text, number)
            edit.setReadOnly(not editable)
            edit.compare(self._made[number - 1] if number <= len(self._made) else " ".join(self._made[-1:]))
            edit.textChanged.connect(self._on_edited)
            edit.moved.connect(lambda by, moved=edit: self._move(moved, by))
            away = IconButton(self._theme, "x", tr("Take the bubble {number} out", number=number))
            away.setEnabled(editable and len(bubbles) > 1)
            away.clicked.connect(lambda _checked=False, gone=edit: self._drop(gone))
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(edit, 1)
            row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
            self._bubbles.addLayout(row)
            self.edits.append(edit)
        self._count()

    def bubbles(self) -> list[str]:
        """The bubbles as they stand."""
        return [edit.toPlainText() for edit in self.edits]

    def holds(self, subject: str, bubbles: Sequence[str]) -> bool:
        """Whether this is what is being edited: then the fields stay, with the keyboard and what undo knows."""
        return not self._showing and self.subject.text() == subject and self.bubbles() == list(bubbles)

    def add_bubble(self) -> None:
        """One more, ready to be written."""
        if not self._showing and len(self.edits) < MOST_BUBBLES:
            self._lay([*self.bubbles(), ""])
            self.edits[-1].setFocus()
            self._on_edited()

    def take_focus(self) -> None:
        """The first bubble, at its end."""
        self.edits[0].setFocus()
        self.edits[0].moveCursor(QTextCursor.MoveOperation.End)

    def toggle_made(self) -> None:
        """Shows the text as it was made, or again as it stands; what stands is kept meanwhile."""
        if self._showing:
            self._showing = False
            self._lay(self._kept)
        else:
            self._kept = self.bubbles()
            self._showing = True
            self._lay(self._made, editable=False)
        self.fold(self._narrow)

    @property
    def shows_made(self) -> bool:
        """Whether the text is shown as it was made: then it is not what would be sent."""
        return self._showing

    def _drop(self, gone: BubbleEdit) -> None:
        self._lay([edit.toPlainText() for edit in self.edits if edit is not gone])
        self._on_edited()

    def _move(self, moved: BubbleEdit, by: int) -> None:
        place, texts = self.edits.index(moved), self.bubbles()
        there = place + by
        if 0 <= there < len(texts) and not self._showing:
            texts[place], texts[there] = texts[there], texts[place]
            self._lay(texts)
            self.edits[there].setFocus()
            self._on_edited()

    def _on_edited(self) -> None:
        self._count()
        if not self._showing:
            self.edited.emit()

    def _count(self) -> None:
        texts = self.bubbles()
        words = sum(len(text.split()) for text in texts)
        bubbles = tr_count("{count} bubble", "{count} bubbles", len(texts))
        self.facts.setText(f"{bubbles} · {tr_count('{count} word', '{count} words', words)}")
        count = words_changed(self._made, texts)
        self.changed.setText(tr_count("you changed {count} word", "you changed {count} words", count) if count else "")
