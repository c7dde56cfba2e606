"""One field of a form: its title above it, what is wrong below it, and its value by its kind: a line, a choice, a day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.by_hand import title_of
from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.errors import UserError
from journeydesk.domain.money import sign
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.fields.typed import understand
from journeydesk.ui.editing.words import decimal_mark, offered
from journeydesk.ui.mirror import keep_free, painter_on, put
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.days import full_day

_ICONS = {"email": "mail", "phone": "phone", "next_follow_up": "calendar", "expected_close": "calendar", "website": "globe"}


class IconLine(QLineEdit):
    """A line with an icon, or a sign, at its left."""

    def __init__(self, theme: Theme, icon: str = "", lead: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._lead = label(theme, lead.strip(), kind="secondary")
        self._lead.setParent(self)
        self._lead.adjustSize()
        if icon or lead:
            # A currency without a sign has its code there.
            keep_free(self, max(20, self._lead.width() + 8 if lead else 0), 0)
        self._lead.setVisible(bool(lead))
        theme.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        put(self._lead, 11, 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            with painter_on(self) as painter:
                place = QRect(10, (self.height() - 15) // 2, 15, 15)
                self._theme.paint_icon(painter, place, self._icon, "text2" if self.isEnabled() else "disabled")


class FormField(QWidget):
    """Without its title where it is `bare`. `changed` says that something else stands there, `left` that the keyboard went elsewhere."""

    changed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, context: Context, theme: Theme, slug: str, parent: QWidget | None = None, *, bare: bool = False) -> None:
        super().__init__(parent)
        self._context = context
        self.slug = slug
        self._theme = theme
        spec = PROSPECTS.by_slug[slug]
        self.input: QLineEdit | QComboBox
        choices = offered(context, slug)
        if choices is not None:
            box = Combo(theme, self)
            box.addItem(tr("Choose…"), "")
            for choice in choices:
                if choice.value:
                    you = (
                        tr("{name} (you)", name=choice.name)
                        if slug == "owner" and choice.value == context.actor
                        else choice.name
                    )
                    box.addItem(you, choice.value)
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())
            self.input = box
        else:
            money = sign(context.settings.currency) if spec.type is FieldType.CURRENCY else ""
            line = IconLine(theme, _ICONS.get(slug, ""), money)
            line.textChanged.connect(lambda _text: self._typed())
            self.input = line
        self.input.setAccessibleName(title_of(slug))
        self.input.installEventFilter(self)
        self.hint = label(theme, step=-1, kind="secondary")
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        head = QHBoxLayout()
        head.setSpacing(6)
        if not bare:
            head.addWidget(label(theme, title_of(slug), step=-1))
            head.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if bare:
            column.addWidget(self.hint)
            self.hint.hide()
        else:
            column.addLayout(head)
        column.addWidget(self.input)
        column.addWidget(self.wrong)
        self.setFocusProxy(self.input)
        self._hint_words()

    @property
    def text(self) -> str:
        """What stands there: what was typed, or the value that was chosen."""
        if isinstance(self.input, QComboBox):
            return str(self.input.currentData() or "")
        return self.input.text()

    def put(self, text: str) -> None:
        """Puts something there; what is no choice is added to the choices."""
        if isinstance(self.input, QComboBox):
            at = self.input.findData(text)
            if at < 0:
                self.input.addItem(text, text)
                at = self.input.count() - 1
            self.input.setCurrentIndex(at)
        else:
            self.input.setText(text)

    def value(self) -> Stored:
        """What stands there, as it is stored. Raises UserError, and says it below."""
        try:
            if isinstance(self.input, QComboBox):
                return self.text or None
            return understand(self._context, self.slug, self.text, decimal_mark())
        except UserError as wrong:
            self.say(str(wrong))
            raise

    def say(self, sentence: str) -> None:
        """A red frame, and what is wrong below it; an empty one takes both away."""
        if bool(sentence) != self.wrong.isVisibleTo(self):
            self.wrong.setVisible(bool(sentence))
            restyle(self.input, "wrong", bool(sentence))
        self.wrong.setText(sentence)
        self.input.setAccessibleDescription(sentence)

    def _typed(self) -> None:
        self.say("")
        self._hint_words()
        self.changed.emit()

    def _hint_words(self) -> None:
        if PROSPECTS.by_slug[self.slug].type is not FieldType.DATE or isinstance(self.input, QComboBox):
            return
        if not self.text.strip():
            self.hint.setText(tr("or type 3d, fri"))
            return
        try:
            day = date.fromisoformat(str(understand(self._context, self.slug, self.text, decimal_mark())))
        except UserError:
            self.hint.setText("")
            return
        self.hint.setText(full_day(day, self._context.today()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            if event.type() == QEvent.Type.FocusIn:
                self.entered.emit()
            elif event.type() == QEvent.Type.FocusOut:
                self.left.emit()
        return super().eventFilter(watched, event)


def first_wrong(fields: Sequence[FormField]) -> FormField | None:
    """The first field with a sentence below it."""
    return next((field for field in fields if field.wrong.isVisibleTo(field)), None)
