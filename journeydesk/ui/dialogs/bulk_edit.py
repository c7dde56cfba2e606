"""Changing fields of many prospects: which fields, to what, where; and below what that would do with each of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.by_hand import GROUPS, title_of
from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.fields.bulk import BulkPreview, Fate, FieldChange, Only, preview
from journeydesk.services.fields.reading import not_by_hand
from journeydesk.services.queries.names import counted
from journeydesk.ui.acted_on import ActedOn
from journeydesk.ui.dialogs.bulk_list import ROW, BulkHeads, BulkList
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.chips import ViewChip
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.form_field import FormField
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule, tip
from journeydesk.ui.work import Background

_PREVIEW_MS = 120
_FIRST = 7
_MOST_FIELDS = 4
_FORMS = frozenset({"customer_status", "ltv"})
"""Changed one by one, in their own form."""

_TABS = ((Fate.CHANGES, tr("Will change")), (Fate.SAME, tr("Already so")), (Fate.LOCKED, tr("Can’t change")))

_ONLY = ((tr("In all of them"), Only.ALWAYS), (tr("Only where empty"), Only.EMPTY), (tr("Only where late or empty"), Only.LATE))
"""Where a value is written; the last of days alone."""


def offered_fields(context: Context) -> list[str]:
    """The fields that can be changed for many, by slug: the owner and the follow-up first."""
    locked = {*not_by_hand(context), *_FORMS}
    slugs = [slug for group in GROUPS for slug in group.slugs if slug not in locked]
    first = [slug for slug in ("owner", "next_follow_up", "status", "source", "priority_level") if slug in slugs]
    return list(dict.fromkeys([*first, *slugs]))


class FieldRow(QWidget):
    """A field, its new value, and where it is written. `changed` says that it means something else now."""

    changed = Signal()
    removed = Signal()

    def __init__(self, context: Context, theme: Theme, slugs: Sequence[str], slug: str) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self.which = Combo(theme, self)
        self.which.setAccessibleName(tr("Field"))
        for each in slugs:
            self.which.addItem(title_of(each), each)
        self.which.setCurrentIndex(self.which.findData(slug))
        self.which.setFixedWidth(156)
        self.only = Combo(theme, self)
        self.only.setAccessibleName(tr("Where"))
        for words, only in _ONLY:
            self.only.addItem(words, only)
        self.only.hold(204)
        self.remove = IconButton(theme, "x", tr("Leave this field out"), parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self.value = FormField(context, theme, slug, bare=True)
        for part in (self.which, IconLabel(theme, "arrow-right", "text2", 14), self.value, self.only, self.remove):
            self._row.addWidget(part, 1 if part is self.value else 0)
        self._offer()
        self.which.currentIndexChanged.connect(lambda _at: self._change_field())
        self.only.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.value.changed.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    @property
    def slug(self) -> str:
        """The field chosen."""
        return str(self.which.currentData())

    def _change_field(self) -> None:
        before, self.value = self.value, FormField(self._context, self._theme, self.slug, bare=True)
        self._row.replaceWidget(before, self.value)
        self._row.setStretchFactor(self.value, 1)
        before.hide()
        before.deleteLater()
        self.value.changed.connect(self.changed)
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        self.only.blockSignals(True)
        self.only.clear()
        is_day = PROSPECTS.by_slug[self.slug].type is FieldType.DATE
        for words, only in _ONLY if is_day else _ONLY[:-1]:
            self.only.addItem(words, only)
        self.only.blockSignals(False)

    def change(self) -> FieldChange | None:
        """What it asks for; None while nothing was written or chosen. Raises UserError for a wrong value, and says it."""
        if not self.value.text.strip():
            self.value.say("")
            return None
        return FieldChange(self.slug, self.value.value(), self.only.currentData())


class BulkEdit(FramedSheet):
    """`given` carries the FieldChanges, and how many prospects they change."""

    given = Signal(object, int)

    def __init__(self, context: Context, theme: Theme, window: QWidget, whom: ActedOn, where: str) -> None:
        super().__init__(theme, window, 858, tr("Change {name}", name=whom.name), icon="pencil", about=where)
        self._context = context
        self._whom = whom
        self._slugs = offered_fields(context)
        self.rows: list[FieldRow] = []
        self._work = Background(self)
        self._previewing = QTimer(self)
        self._previewing.setSingleShot(True)
        self._previewing.setInterval(_PREVIEW_MS)
        self._previewing.timeout.connect(self._preview)
        self._changes: tuple[FieldChange, ...] = ()
        self.preview = BulkPreview()
        self._fate = Fate.CHANGES
        self._all = False
        self._fields = QVBoxLayout()
        self.another = KeyButton(theme, tr("Another field"), icon="plus", kind="flat", parent=self.sheet)
        self.tabs = {fate: ViewChip(theme, words, self.sheet) for fate, words in _TABS}
        self.total = label(theme, step=-1, kind="secondary")
        self.heads = BulkHeads(theme)
        self.list = BulkList(context, theme)
        self.rest = ElidedLabel(theme, kind="secondary")
        self.show_all = KeyButton(theme, tr("Show all"), kind="flat", parent=self.sheet)
        self.go = KeyButton(theme, tr("Change"), key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self._lay_out()
        self.another.clicked.connect(lambda: self.add_row())
        self.show_all.clicked.connect(self._show_every)
        self.go.clicked.connect(self.give)
        self.accepted.connect(self.give)
        for fate, chip in self.tabs.items():
            chip.clicked.connect(partial(self.show_fate, fate))
        self.add_row()
        self._preview()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 14, 0, 0)
        self.body.setSpacing(10)
        above = QVBoxLayout()
        above.setContentsMargins(18, 0, 14, 0)
        above.setSpacing(8)
        self._fields.setSpacing(8)
        above.addLayout(self._fields)
        more = QHBoxLayout()
        more.addWidget(self.another)
        more.addStretch(1)
        above.addLayout(more)
        self.body.addLayout(above)
        self.body.addWidget(rule())
        tabs = QHBoxLayout()
        tabs.setContentsMargins(18, 2, 18, 2)
        tabs.setSpacing(7)
        for chip in self.tabs.values():
            tabs.addWidget(chip)
        tabs.addStretch(1)
        tabs.addWidget(self.total)
        self.body.addLayout(tabs)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.heads)
        lines.addWidget(self.list)
        self.body.addLayout(lines)
        below = QHBoxLayout()
        below.setContentsMargins(18, 2, 12, 10)
        below.addWidget(self.rest, 1)
        below.addWidget(self.show_all)
        self.body.addLayout(below)
        words = label(self.theme, tr("One undo takes all of it back, also after it was sent."), step=-1, kind="secondary")
        self.offer(self.go, beside=words)

    def add_row(self, slug: str = "") -> FieldRow:
        """Another field, the first that is not there yet."""
        taken = {row.slug for row in self.rows}
        chosen = slug or next((each for each in self._slugs if each not in taken), self._slugs[0])
        row = FieldRow(self._context, self.theme, self._slugs, chosen)
        row.changed.connect(self._previewing.start)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._fields.addWidget(row)
        self._show_rows()
        row.value.input.setFocus()
        return row

    def _remove(self, row: FieldRow) -> None:
        self.rows.remove(row)
        self._fields.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._show_rows()
        self.rows[-1].value.input.setFocus()
        self._previewing.start()

    def _show_rows(self) -> None:
        self.another.setVisible(len(self.rows) < min(_MOST_FIELDS, len(self._slugs)))
        for row in self.rows:
            row.remove.setVisible(len(self.rows) > 1)
        self.fit()

    def take_focus(self) -> None:
        """The first value."""
        self.rows[0].value.input.setFocus()

    def _read(self) -> tuple[FieldChange, ...] | None:
        """What is asked for; None where something is wrong, which is said."""
        changes: list[FieldChange] = []
        wrong = False
        for row in self.rows:
            try:
                change = row.change()
            except UserError:
                wrong = True
                continue
            if change is not None and all(change.slug != other.slug for other in changes):
                changes.append(change)
        return None if wrong else tuple(changes)

    def _preview(self) -> None:
        changes = self._read()
        if changes is None:
            self._changes = ()
            self.go.setEnabled(False)
            self.go.setToolTip(tr("Mend the value that is wrong first"))
            self.fit()
            return
        if not changes:
            self._changes = ()
            self._show(BulkPreview())
            return
        self._work.run(
            "preview",
            partial(preview, self._context, self._whom.prospects, changes),
            partial(self._take, changes),
            lambda problem: self.rest.show_text(str(problem)),
        )

    def _take(self, changes: tuple[FieldChange, ...], found: BulkPreview) -> None:
        self._changes = changes
        self._show(found)

    def _show(self, found: BulkPreview) -> None:
        self.preview = found
        for fate, words in _TABS:
            chip, count = self.tabs[fate], found.counts[fate]
            chip.show_count(count)
            chip.setVisible(fate is not Fate.LOCKED or count > 0)
            chip.setAccessibleName(f"{words}, {count}")
        reasons = list(dict.fromkeys(line.reason for line in found.lines[Fate.LOCKED]))
        self.tabs[Fate.LOCKED].setToolTip(tip("\n".join(reasons)))
        parts = [found.counts[fate] for fate, _ in _TABS if found.counts[fate] or fate is not Fate.LOCKED]
        whole = len(self._whom)
        self.total.setText(
            tr("{parts} = {whole} selected", parts=" + ".join(figure(part) for part in parts), whole=figure(whole))
            if self._changes
            else counted(whole)
        )
        if not found.counts[self._fate]:
            self._fate = next((fate for fate, _ in _TABS if found.counts[fate]), Fate.CHANGES)
        many = found.counts[Fate.CHANGES]
        self.go.setText(tr("Change {prospects}", prospects=counted(many)) if many else tr("Change"))
        self.go.setEnabled(many > 0)
        self.go.setToolTip(tip("" if many else tr("Nothing would change") if self._changes else tr("Choose a value first")))
        self.go.updateGeometry()
        self._show_lines()

    def show_fate(self, fate: Fate) -> None:
        """The lines of another kind."""
        self._fate = fate
        self._show_lines()

    def _show_every(self) -> None:
        self._all = True
        self._show_lines()

    def _show_lines(self) -> None:
        for fate, chip in self.tabs.items():
            chip.setChecked(fate is self._fate)
        lines, count = self.preview.lines[self._fate], self.preview.counts[self._fate]
        shown = len(lines) if self._all else min(_FIRST, len(lines))
        self.list.show_lines(lines, self._changes, shown)
        self.heads.show_changes(self._changes, self.list.lines.needed)
        room = max(1, min(shown, max(3, (self.height() - 420) // ROW)))
        self.list.setFixedHeight(room * ROW if self._changes else 0)
        self.heads.setVisible(bool(self._changes))
        self.list.setVisible(bool(self._changes))
        left = count - shown
        words = [tr("{left} more", left=figure(left))] if left else []
        if self.preview.load is not None and self._fate is Fate.CHANGES:
            now, then = self.preview.load
            owner = next(str(change.value) for change in self._changes if change.slug == "owner")
            words.append(
                tr("{owner} goes from {now} to {then} open prospects", owner=owner, now=figure(now), then=figure(then))
            )
        self.rest.show_text(" · ".join(words) if self._changes else tr("What is chosen above is shown here for each of them."))
        self.show_all.setVisible(len(lines) > shown)
        self.fit()

    def give(self) -> None:
        """Hands the changes over, as they stand now."""
        if self._previewing.isActive() or self._work.busy("preview"):
            # What was typed last is not in the preview yet: nobody changes what was not shown.
            self._previewing.stop()
            self._work.drop("preview")
            changes = self._read()
            if not changes:
                return
            self._take(changes, preview(self._context, self._whom.prospects, changes))
            return
        many = self.preview.counts[Fate.CHANGES]
        if self._changes and many:
            self.done()
            self.given.emit(self._changes, many)
