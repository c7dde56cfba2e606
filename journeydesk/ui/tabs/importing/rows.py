"""The rows of an import by where they end: which tab is shown, what is put right, what is said of possible duplicates."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.files.importing import save_failed_rows
from journeydesk.services.files.planning import Bucket, Said
from journeydesk.services.files.rehearsing import Rehearsing
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.importing import words
from journeydesk.ui.tabs.importing.page import ImportPage
from journeydesk.ui.tabs.prospects.copying import as_mime


class ImportRows(ImportPage):
    """What is done with the rows; `ImportTab` has the file and writes."""

    draft: Rehearsing | None = None
    """Events come while the page is still being made, so that it is there from the beginning."""

    def show_bucket(self, bucket: Bucket) -> None:
        """Shows the rows that end in a bucket; those that were put right move to theirs."""
        if self.draft is None or self.draft.rehearsal is None:
            return
        self.tabs.choose(bucket)
        self.model.show_bucket(self.draft, bucket)
        self.table.size_columns()
        self.under.setText(words.what_to_do(bucket))
        self.under.setVisible(bool(self.under.text()))
        if self.model.rows:
            line = self.model.wrong_places(0)
            self.table.setCurrentIndex(self.model.index(0, min(line) if line else 1))
        self._show_result()
        self._make_offer()

    def _show_result(self) -> None:
        rehearsal = self.draft.rehearsal if self.draft is not None else None
        if rehearsal is None:
            return
        counts = rehearsal.counts
        self.tabs.show_counts(counts, len(rehearsal.rows))
        self.go.setText(words.result(counts))
        self.go.setAccessibleName(words.result(counts))
        self.go.setEnabled(bool(counts[Bucket.CREATED] + counts[Bucket.UPDATED]))
        left = counts[Bucket.INVALID] + counts[Bucket.DUPLICATE]
        self.failed_rows.setText(tr("Save failed rows ({left})…", left=figure(left)))
        for button in (self.go, self.failed_rows):
            button.updateGeometry()
        self.failed_rows.setVisible(left > 0)
        open_ = counts[Bucket.DUPLICATE]
        for button in (self.same_all, self.new_all):
            button.setVisible(self.model.can_decide and bool(open_))
        self.undecided.setText(tr_count("{count} possible duplicate", "{count} possible duplicates", open_))
        for part in (self.undecided, self.afterwards):
            part.setVisible(bool(open_) and not self.model.can_decide)
        cleared = ", ".join(f"{figure(count)} {name}" for name, count in rehearsal.clears.items())
        promised = tr("Nothing is written before Import. {label} takes all of it back.", label=Action.UNDO.label)
        self.promise.show_text(tr("Would clear {cleared}.", cleared=cleared) if cleared else promised)

    def _alike(self) -> tuple[list[int], int, str]:
        """The lines that say the same wrong thing as the current cell, or else as most do; its column, and what they say."""
        here = self.table.currentIndex()
        line, column = here.row(), here.column()
        if not here.isValid() or column not in self.model.wrong_places(line) or len(self.model.alike(line, column)) < 2:
            line, column = self.model.most_alike()
        if line < 0:
            return [], 0, ""
        return list(self.model.alike(line, column)), column, self.model.text(line, column)

    def _make_offer(self) -> None:
        lines, column, text = self._alike()
        field = str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")
        self.offer.offer(len(lines) if text.strip() else 0, text, field)

    def _read_as_empty(self) -> None:
        lines, column, _ = self._alike()
        self.read_as_empty(lines, column)

    def read_as_empty(self, lines: Sequence[int], column: int) -> None:
        """What is wrong in a column is left out of these rows."""
        place = self.model.place(column)
        wrong = [line for line in lines if column in self.model.wrong_places(line)]
        if self.draft is not None and place is not None and wrong:
            self.draft.fix([(self.model.rows[line], place, "") for line in wrong])
            self.model.renew()
            self._make_offer()

    def copy_rows(self) -> None:
        """Copies the selected rows as they are listed, with the titles."""
        lines, columns = self.table.chosen(), range(self.model.columnCount())
        if not lines:
            return
        titles = [str(self.model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns]
        QGuiApplication.clipboard().setMimeData(as_mime((titles, [[self.model.text(n, c) for c in columns] for n in lines])))
        self.said.emit(tr_count("Copied {count} row", "Copied {count} rows", len(lines)), False)

    def take_back(self) -> bool:
        """The last cells that were put right are as they were."""
        if self.draft is None or not self.draft.take_back():
            return False
        self.model.renew()
        self._make_offer()
        return True

    def _decide(self, lines: Sequence[int], same: bool) -> None:
        if self.draft is not None:
            self.draft.say([self.model.rows[line] for line in lines], Said.SAME if same else Said.NEW)
            self.model.renew()
            following = max(lines) + 1
            if following < len(self.model.rows):
                self.table.setCurrentIndex(self.model.index(following, 1))

    def _decide_all(self, said: Said) -> None:
        if self.draft is not None:
            self.draft.say(self.model.rows, said)
            self.model.renew()

    def _save_failed(self) -> None:
        if self.draft is None or self.draft.rehearsal is None:
            return
        start = str(Path.home() / f"{Path(self.draft.name).stem}-failed.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save failed rows"), start, tr("CSV (*.csv)"))
        if chosen:
            self.save_failed_to(Path(chosen))

    def save_failed_to(self, path: Path) -> None:
        """Writes the rows that are left out, each with what is wrong with it."""
        assert self.draft is not None
        assert self.draft.rehearsal is not None
        try:
            save_failed_rows(self.context, self.draft.rehearsal, path)
        except JourneydeskError as problem:
            self.failed.emit(str(problem))
            return
        self.said.emit(words.saved(len(self.draft.rehearsal.left_out), path.name), False)
