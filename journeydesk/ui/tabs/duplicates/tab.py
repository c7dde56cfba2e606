"""The page of possible duplicates put together: the pairs, the two side by side, and what a person says of them."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.duplicates import decide_pair, merge, unmerge
from journeydesk.services.context import Context
from journeydesk.services.duplicates.candidates import DIFFERENT, SAME, Candidate
from journeydesk.services.duplicates.merging import Take
from journeydesk.services.queries.lists.duplicates import KEPT_DAYS, PairView, merged_lately, pair_view
from journeydesk.services.queries.names import name_of
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.models.lines import LINE_ROLE
from journeydesk.ui.tabs.duplicates import words
from journeydesk.ui.tabs.duplicates.looking import find_while_wanted
from journeydesk.ui.tabs.duplicates.page import DuplicatesPage
from journeydesk.ui.tabs.duplicates.pair_list import PairLine
from journeydesk.ui.targets import DuplicatesTarget, Target
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.days import day_words
from journeydesk.ui.work import Background

_AGAIN_MS = 1_500
_READ_FOR = frozenset({"prospects", "settings"})


class DuplicatesTab(DuplicatesPage):
    """Pairs are looked for beside the window; what is decided here leaves its list at once."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self.shown = ""
        self._found: list[Candidate] = []
        self._view: PairView | None = None
        self._pair: tuple[int, int] | None = None
        self._stale = True
        self._wanted: RecordId | None = None
        self._work = Background(self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.look)
        self._keys = KeyMap(
            Scope.DUPLICATES,
            {
                Action.PAIR_NEXT: partial(self.step, 1),
                Action.PAIR_PREVIOUS: partial(self.step, -1),
                Action.PAIR_SAME: self.same,
                Action.PAIR_DIFFERENT: self.different,
                Action.PAIR_MERGE: self.merge,
                Action.TAKE_LEFT: partial(self.grid.take, Take.LEFT),
                Action.TAKE_RIGHT: partial(self.grid.take, Take.RIGHT),
                Action.PAIR_FIELD_DOWN: partial(self._field, 1),
                Action.PAIR_FIELD_UP: partial(self._field, -1),
                Action.ALL_LEFT: partial(self.grid.take_all, Take.LEFT),
                Action.ALL_RIGHT: partial(self.grid.take_all, Take.RIGHT),
                Action.PAIRS_LEAVE: self.leave,
            },
        )
        self.list.keys = self.grid.keys = self._keys
        self._connect()

    def _connect(self) -> None:
        for said, chip in self.chips.items():
            chip.clicked.connect(partial(self.show_list, said))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.up.clicked.connect(partial(self.step, -1))
        self.down.clicked.connect(partial(self.step, 1))
        self.all_left.clicked.connect(partial(self.grid.take_all, Take.LEFT))
        self.all_right.clicked.connect(partial(self.grid.take_all, Take.RIGHT))
        self.no.clicked.connect(self.different)
        self.yes.clicked.connect(self.same)
        self.one.clicked.connect(self.merge)
        self.apart.clicked.connect(self.take_apart)

    # The pairs

    def look(self) -> None:
        """Looks for pairs beside the window."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        if not self._found:
            self.empty.setText(tr("Looking for prospects that are there twice…"))
        self._work.run_while_wanted("look", partial(find_while_wanted, self.context), self._on_found, self._fail)

    @property
    def is_looking(self) -> bool:
        """Whether pairs are looked for at this moment."""
        return self._work.busy("look")

    def _on_found(self, found: list[Candidate]) -> None:
        kept, row = self.current, max(0, self.list.currentIndex().row())
        self._found = found
        self.show_list(self.shown, kept, row)
        if kept is not None and kept.pair is not None and not any(_ids(PairLine(each)) == _ids(kept) for each in found):
            # The next stands in its place: no key is to do unseen to that what was meant for the one.
            one, other = kept.pair.left.name, kept.pair.right.name
            self.said_also.emit(tr("{one} and {other} are no longer a pair", one=one, other=other))
        self._go_to_wanted()
        if self.isVisible() and (self.list.hasFocus() or not self._has_focus()):
            self.take_focus()

    def _has_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _lines(self, said: str) -> list[PairLine]:
        if said == "merged":
            return [PairLine(merged=merged) for merged in merged_lately(self.context)]
        return [PairLine(pair) for pair in self._found if pair.said == said]

    def show_list(self, said: str, keep: PairLine | None = None, row: int = 0) -> None:
        """Shows the pairs of which this was said, at one of them or at a place."""
        self.shown = said
        for each, chip in self.chips.items():
            chip.setChecked(each == said)
            chip.show_count(len(self._lines(each)))
        lines = self._lines(said)
        self.model.show_lines(lines)
        at = next(
            (n for n, line in enumerate(lines) if keep is not None and _ids(line) == _ids(keep)), min(row, len(lines) - 1)
        )
        self.empty.setText(words.EMPTY[said])
        if lines:
            self.list.setCurrentIndex(self.model.index(at, 0))
        self._show_current()

    def show_target(self, target: Target) -> None:
        """Goes to the first pair of a prospect, once the pairs are known."""
        if isinstance(target, DuplicatesTarget):
            self._wanted = target.prospect
            if not self._stale and not self.is_looking:
                self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        for said in ("", SAME):
            if any(wanted in _ids(line) for line in self._lines(said)):
                self.show_list(said)
                self.show_pair_of(wanted)
                return
        name = name_of(self.context, wanted)
        if name is not None:
            self.said.emit(tr("Nobody looks like {name}", name=name), False)

    def shows(self, prospect: RecordId) -> bool:
        """Whether a prospect is in the list that is shown."""
        return any(prospect in _ids(line) for line in self.model.lines)

    def show_pair_of(self, prospect: RecordId) -> None:
        """Goes to the first pair of a prospect in the list that is shown."""
        for row, line in enumerate(self.model.lines):
            if prospect in _ids(line):
                self.list.setCurrentIndex(self.model.index(row, 0))
                return

    @property
    def current(self) -> PairLine | None:
        """The line that is current."""
        line = self.list.currentIndex().data(LINE_ROLE) if self.list.currentIndex().isValid() else None
        return line if isinstance(line, PairLine) else None

    def _on_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current()

    def _show_current(self) -> None:
        line = self.current
        pair = line.pair if line is not None else None
        before, self._pair = self._pair, _ids(line) if line is not None and pair is not None else None
        self._view = pair_view(self.context, pair.left.record, pair.right.record) if pair is not None else None
        self.grid.show_pair(self._view, again=before is not None and before == self._pair)
        shown = self._view is not None
        for part in (self.area, self.all_left, self.all_right, self.no, self.yes, self.one, self.reasons):
            part.setVisible(shown)
        self.apart.setVisible(line is not None and line.merged is not None)
        for widget in (self.place, self.up, self.down):
            widget.setVisible(line is not None)
        self.empty.setVisible(not shown)
        self.yes.setVisible(shown and self.shown != SAME)
        self.no.setText(tr("Different") if self.shown != DIFFERENT else tr("Ask again"))
        self.title.show_text("")
        self.promise.show_text("")
        if line is None:
            return
        self.place.setText(
            tr("{row} of {count}", row=figure(self.list.currentIndex().row() + 1), count=figure(len(self.model.lines)))
        )
        (one, _), (other, _) = line.names
        self.title.show_text(tr("{one} and {other}", one=one, other=other))
        zone, today = self.context.settings.time_zone, self.context.today()
        if pair is not None:
            self.reasons.show_reasons(pair.likeness)
            until = (self.context.clock() + timedelta(days=KEPT_DAYS)).astimezone(zone).date()
            self.promise.show_text(tr("Both records can be taken apart again until {day}.", day=day_words(until, today)))
        elif line.merged is not None:
            until = line.merged.until.astimezone(zone).date()
            self.title.show_text(tr("{other} was merged into {one}", other=other, one=one))
            self.empty.setText(
                tr(
                    "Both can be had back as they were until {day}. What was done since stays with {one}; what "
                    "Airtable has changed since asks.",
                    day=day_words(until, today),
                    one=one,
                )
            )
        self.area.ensureVisible(0, 0)

    def step(self, step: int) -> bool:
        """Goes to the next pair, or the one before."""
        row = self.list.currentIndex().row() + step
        if not 0 <= row < len(self.model.lines):
            return False
        self.list.setCurrentIndex(self.model.index(row, 0))
        return True

    def _field(self, step: int) -> bool:
        moved = self.grid.step(step)
        rect = self.grid.current_rect()
        self.area.ensureVisible(0, rect.center().y(), 0, rect.height())
        return moved

    # What is said of them

    def _say(self, said: str | None) -> bool:
        line = self.current
        if line is None or line.pair is None:
            return False
        pair, row = line.pair, self.list.currentIndex().row()
        if not self._try(partial(decide_pair, self.context, pair.left.record, pair.right.record, said)):
            return True
        self._found = [
            Candidate(each.left, each.right, each.likeness, said or "") if each is pair else each for each in self._found
        ]
        self.show_list(self.shown, row=row)
        tail = {SAME: tr("wait to be merged"), DIFFERENT: tr("are different"), None: tr("are asked about again")}[said]
        self.said.emit(tr("{name} and {name_2} {tail}", name=pair.left.name, name_2=pair.right.name, tail=tail), True)
        return True

    def same(self) -> bool:
        """They are the same, to be merged later."""
        return self.shown != SAME and self._say(SAME)

    def different(self) -> bool:
        """They are different, and nobody is asked again; those that are so already are asked about again."""
        return self._say(None if self.shown == DIFFERENT else DIFFERENT)

    def merge(self) -> bool:
        """Makes them one as the right column shows it, and goes to the next pair."""
        line = self.current
        if line is None or line.pair is None or self._view is None:
            return False
        pair, row = line.pair, self.list.currentIndex().row()
        if not self._try(partial(merge, self.context, pair.left.record, pair.right.record, dict(self.grid.taken))):
            return True
        gone = pair.right.record
        self._found = [each for each in self._found if gone not in (each.left.record, each.right.record)]
        self.show_list(self.shown, row=row)
        self._again.start()
        self.said.emit(tr("Merged {name} into {name_2}", name=pair.right.name, name_2=pair.left.name), True)
        return True

    def take_apart(self) -> bool:
        """Takes apart what was merged."""
        line = self.current
        if line is None or line.merged is None:
            return False
        if self._try(partial(unmerge, self.context, line.merged.merge.loser)):
            self.show_list(self.shown, row=self.list.currentIndex().row())
            self._again.start()
            self.said.emit(
                tr(
                    "{name} and {survivor_name} are two again",
                    name=line.merged.merge.name,
                    survivor_name=line.merged.survivor_name,
                ),
                True,
            )
        return True

    def _try(self, work: partial[None]) -> bool:
        try:
            work()
        except JourneydeskError as problem:
            self._fail(problem)
            self.look()
            return False
        return True

    def _fail(self, problem: JourneydeskError) -> None:
        self.failed.emit(str(problem))

    # The window

    def leave(self) -> bool:
        """Back to where the page was opened."""
        self.finished_here.emit()
        return True

    def refresh(self, change: Change) -> None:
        if change.kinds & _READ_FOR:
            self._stale = True
            if self.isVisible():
                self._again.start()

    def hints(self) -> Sequence[Hint]:
        return (
            hint(tr("pair"), Action.PAIR_NEXT, Action.PAIR_PREVIOUS),
            hint(tr("field"), Action.PAIR_FIELD_UP, Action.PAIR_FIELD_DOWN),
            hint(tr("left, right"), Action.TAKE_LEFT, Action.TAKE_RIGHT),
            hint(tr("same"), Action.PAIR_SAME),
            hint(tr("different"), Action.PAIR_DIFFERENT),
            hint(tr("merge"), Action.PAIR_MERGE),
            hint(tr("undo"), Action.UNDO),
        )

    def take_focus(self) -> None:
        (self.grid if self._view is not None else self.list).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.show_list(self.shown, self.current)
            QTimer.singleShot(0, self.look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)


def _ids(line: PairLine) -> tuple[int, int]:
    if line.pair is not None:
        return line.pair.left.record, line.pair.right.record
    assert line.merged is not None
    return line.merged.merge.survivor, line.merged.merge.loser
