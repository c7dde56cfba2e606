"""The import put together: what file, how it is read, its columns, its rows by where they end, and the button that says the result."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import figure, tr
from journeydesk.domain.written.currencies import FileMoney
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.planning import Bucket, Planner, Said
from journeydesk.services.files.rehearsal import Rehearsal, read_bytes
from journeydesk.services.files.rehearsing import Rehearsing
from journeydesk.services.files.saved_mappings import SavedMapping, keep_mapping
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap, is_key_of
from journeydesk.ui.tabs.importing import words
from journeydesk.ui.tabs.importing.leaving import ask_to_leave
from journeydesk.ui.tabs.importing.pause import Stopped
from journeydesk.ui.tabs.importing.row_menu import show_row_menu
from journeydesk.ui.tabs.importing.rows import ImportRows
from journeydesk.ui.tabs.importing.saved_menu import show_saved
from journeydesk.ui.targets import ImportTarget, Target
from journeydesk.ui.theme import Theme
from journeydesk.ui.work import Background

_DO_NOTHING = tr("Drop a CSV, XLSX, ODS or vCard file on the window, or choose one.")


class ImportTab(ImportRows):
    """A file is read, planned and brought in beside the window; nothing is written before the button."""

    _reviewing = False
    """Whether the file is read again for the possible duplicates that an import left."""
    _stale = False
    """Whether prospects changed since the file was planned against them."""
    _bringing = False
    """Whether the button was pressed and the import is not over."""
    _next: Path | None = None
    """What is opened once the import that runs is done."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self._work = Background(self)
        self._keys = KeyMap(
            Scope.IMPORT,
            {Action.IMPORT_NOW: self.bring_in, Action.IMPORT_LEAVE: self.leave, Action.IMPORT_UNDO: self.take_back},
        )
        self._connect()
        self._show_nothing(_DO_NOTHING)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.cancel.clicked.connect(self.leave)
        self.go.clicked.connect(self.bring_in)
        self.another.clicked.connect(self.choose_file)
        self.pause.choose_requested.connect(self.choose_file)
        self.failed_rows.clicked.connect(self._save_failed)
        self.chips.chosen.connect(self._choose)
        self.columns.chosen.connect(self._choose)
        self.columns.mapped.connect(self._map)
        self.columns.saved_requested.connect(self.show_saved)
        self.tabs.chosen.connect(self.show_bucket)
        self.model.dataChanged.connect(lambda *_: self._show_result())
        self.table.decided.connect(self._decide)
        self.table.copy_requested.connect(self.copy_rows)
        self.table.menu_requested.connect(partial(show_row_menu, self))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._make_offer())
        self.offer.taken.connect(self._read_as_empty)
        self.same_all.clicked.connect(partial(self._decide_all, Said.SAME))
        self.new_all.clicked.connect(partial(self._decide_all, Said.NEW))

    @property
    def is_working(self) -> bool:
        """Whether a file is being read or written."""
        return self.pause.is_working

    # The file

    def show_target(self, target: Target) -> None:
        if isinstance(target, ImportTarget):
            self.open(target.file)

    def open(self, file: Path) -> None:
        """Reads a file and shows what bringing it in would do: after the one that is being written, or once the one that was worked on may
        be left."""
        if self._bringing:
            self._next = file
            self.said.emit(tr("{name} is opened once this import is done.", name=file.name), False)
        else:
            ask_to_leave(self.theme, self.window(), self.draft, partial(self._open, file))

    def _open(self, file: Path) -> None:
        self.draft, self._stale = None, False
        self._wait(tr("Reading {name}…", name=file.name))
        self._work.run("read", partial(self._read, file), self._on_read, self._on_refused)

    def _read(self, file: Path) -> tuple[Rehearsing, tuple[Rehearsal, Planner]]:
        draft = Rehearsing(self.context, PROSPECTS, file.name, read_bytes(file))
        draft.choose(owner=self.context.actor)
        return draft, draft.rehearse(self.pause.report)

    def _on_read(self, done: tuple[Rehearsing, tuple[Rehearsal, Planner]]) -> None:
        self.draft, rehearsed = done
        self._settled(self.draft, rehearsed)

    def _settled(self, draft: Rehearsing, rehearsed: tuple[Rehearsal, Planner]) -> None:
        self.pause.end()
        rehearsal = draft.take(rehearsed)
        self.name.setText(draft.name)
        self.facts_of_file.setText(
            tr(
                "{count} rows · {count_2} columns · {size}",
                count=figure(len(rehearsal.rows)),
                count_2=len(rehearsal.columns),
                size=words.size(len(draft.data)),
            )
        )
        self._show_chips(draft, rehearsal)
        self.columns.show_columns(rehearsal, draft.choices, [rep.name for rep in self.context.settings.reps])
        self._stack.setCurrentWidget(self._page)
        wrong = [Bucket.INVALID, Bucket.DUPLICATE, Bucket.CREATED, Bucket.UPDATED, Bucket.SAME]
        if self._reviewing:
            wrong.insert(0, Bucket.DUPLICATE)
        self._reviewing = False
        first = next((bucket for bucket in wrong if rehearsal.counts[bucket]), Bucket.CREATED)
        self.show_bucket(first)
        self.table.setFocus()
        self.hints_changed.emit()

    def _on_refused(self, problem: JourneydeskError) -> None:
        self.pause.end()
        if isinstance(problem, Stopped):
            self._show_nothing(_DO_NOTHING)
        elif self.draft is not None and self.draft.rehearsal is not None:
            self._stack.setCurrentWidget(self._page)
            self._show_chips(self.draft, self.draft.rehearsal)
            self.failed.emit(str(problem))
        else:
            self._show_nothing(str(problem))

    def _show_chips(self, draft: Rehearsing, rehearsal: Rehearsal) -> None:
        settings, last = self.context.settings, draft.taken_from
        money = FileMoney(rehearsal.currency, settings.currency, settings.payments.rates)
        self.chips.show_reading(rehearsal, draft.choices, money, last.name if last is not None else "")

    def show_saved(self) -> None:
        """The mappings of other files, to be taken for this one."""
        draft = self.draft
        if draft is not None:
            show_saved(self.context, self.theme, self.columns.saved, draft.taken_from, self._take_saved)

    def _take_saved(self, mapping: SavedMapping) -> None:
        draft = self.draft
        if draft is not None and draft.rehearsal is not None:
            before = draft.choices
            draft.take_mapping(mapping, draft.rehearsal.table.header)
            self._read_again(before)

    def _choose(self, name: str, value: object) -> None:
        """Reads the file otherwise; what cannot be is said and taken back."""
        draft = self.draft
        if draft is None:
            return
        before = draft.choices
        draft.choose(**{name: value})
        self._read_again(before)

    def _map(self, title: str, field: str) -> None:
        draft = self.draft
        if draft is not None:
            before = draft.choices
            draft.map(title, field)
            self._read_again(before)

    def _read_again(self, before: object) -> None:
        draft = self.draft
        assert draft is not None
        self._wait(tr("Reading {name}…", name=draft.name), after_ms=150)
        self._stale = False

        def refused(problem: JourneydeskError) -> None:
            draft.choices = before  # type: ignore[assignment]
            self._on_refused(problem)

        self._work.run("read", partial(draft.rehearse, self.pause.report), partial(self._settled, draft), refused)

    def _wait(self, said: str, after_ms: int = 0) -> None:
        self.pause.begin(said)
        if after_ms:
            QTimer.singleShot(after_ms, self._show_pause)
        else:
            self._show_pause()

    def _show_pause(self) -> None:
        if self.pause.is_working:
            self._stack.setCurrentWidget(self.pause)
            self.pause.setFocus()

    def _show_nothing(self, why: str) -> None:
        self.model.clear()
        self.pause.say(why)
        self._stack.setCurrentWidget(self.pause)
        self.hints_changed.emit()

    def bring_in(self) -> bool:
        """Writes what the button says, beside the window; where prospects changed since the file was read, once that still holds."""
        if self.draft is None or self.draft.rehearsal is None or not self.go.isEnabled() or self.is_working:
            return False
        self._bringing = True
        if self._stale:
            self._plan_anew(self.draft)
        else:
            self._write(self.draft, self.draft.rehearsal)
        return True

    def _plan_anew(self, draft: Rehearsing) -> None:
        before, self._stale = draft.ends(), False
        self._wait(tr("Reading {name}…", name=draft.name), after_ms=150)

        def planned(rehearsed: tuple[Rehearsal, Planner]) -> None:
            self._settled(draft, rehearsed)
            if draft.ends() == before and draft.rehearsal is not None:
                self._write(draft, draft.rehearsal)
            else:
                self._bringing, self._next = False, None
                words = tr(
                    "Prospects changed since {name} was read. Nothing is written yet: look at the new counts.", name=draft.name
                )
                self.said.emit(words, False)

        def refused(problem: JourneydeskError) -> None:
            self._bringing, self._next = False, None
            self._on_refused(problem)

        self._work.run("read", partial(draft.rehearse, self.pause.report), planned, refused)

    def _write(self, draft: Rehearsing, rehearsal: Rehearsal) -> None:
        counts = dict(rehearsal.counts)
        self._wait(tr("Importing {name}…", name=draft.name))

        def work() -> None:
            carry_out(self.context, rehearsal, self.pause.report)
            keep_mapping(self.context, rehearsal, draft.choices)

        def done(_none: None) -> None:
            self._brought_in(draft, words.done(counts, draft.name), counts[Bucket.DUPLICATE])

        self._work.run("import", work, done, self._not_brought_in)

    def _brought_in(self, draft: Rehearsing, said: str, undecided: int) -> None:
        self.pause.end()
        self._bringing = False
        draft.written()
        if self._next is not None:
            file, self._next = self._next, None
            self._open(file)
            self.said.emit(said, True)
            return
        if undecided and self.afterwards.value and self.draft is draft:
            # What was written is the same now; who may be there twice stays to be decided.
            self._reviewing = True
            self._read_again(draft.choices)
            self.said.emit(f"{said}. {words.left_to_decide(undecided)}", True)
            return
        self._leave()
        self.said.emit(said, True)

    def _not_brought_in(self, problem: JourneydeskError) -> None:
        self.pause.end()
        self._stack.setCurrentWidget(self._page)
        self._bringing, self._next = False, None
        if isinstance(problem, Stopped):
            self.said.emit(tr("Stopped; nothing was brought in."), False)
        else:
            self.failed.emit(str(problem))

    def leave(self) -> bool:
        """Stops what runs; else goes back to the list, and nothing was written."""
        if self.pause.is_working:
            self.pause.stop()
        else:
            ask_to_leave(self.theme, self.window(), self.draft, self._leave)
        return True

    def _leave(self) -> None:
        self.draft = None
        self._show_nothing(_DO_NOTHING)
        self.finished_here.emit()

    def choose_file(self) -> None:
        """Asks for a file."""
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import a file"), str(Path.home()))
        if chosen:
            self.open(Path(chosen))

    def refresh(self, change: Change) -> None:
        """A file is planned against what was there when it was read: what came since is found before it is written."""
        self._stale = self._stale or "prospects" in change.kinds

    def hints(self) -> Sequence[Hint]:
        if self.draft is None:
            return (hint(tr("cancel"), Action.IMPORT_LEAVE),)
        return (
            hint(tr("next wrong cell"), Action.WRONG_NEXT),
            hint(tr("same, new"), Action.ROW_IS_SAME, Action.ROW_IS_NEW),
            hint(tr("undo a fix"), Action.IMPORT_UNDO),
            hint(tr("import"), Action.IMPORT_NOW),
            hint(tr("cancel"), Action.IMPORT_LEAVE),
        )

    def take_focus(self) -> None:
        (self.table if self.draft is not None else self.pause.choose if self.pause.choose.isVisible() else self).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.hints_changed.emit()

    def event(self, event: QEvent) -> bool:
        # The window's undo takes back what was written; here the last fix comes first.
        fixed = self.draft is not None and self.draft.can_take_back
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if fixed and pressed and is_key_of(Action.IMPORT_UNDO, event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
