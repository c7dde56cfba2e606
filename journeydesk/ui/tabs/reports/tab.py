"""The Reports tab: choose, read, step through periods, click through to prospects, export, print."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.periods import Period
from journeydesk.domain.words import tr
from journeydesk.reports.catalogue import catalogue
from journeydesk.reports.pdf import page_images, write_files
from journeydesk.reports.report import AnySpec, Report, period_words
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import owners, sources
from journeydesk.services.queries.reports import compute_for_pages
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import under
from journeydesk.ui.outside import open_file
from journeydesk.ui.tabs.reports.ahead import ReadingAhead, Shown, period_for
from journeydesk.ui.tabs.reports.answering import answer
from journeydesk.ui.tabs.reports.exported import exported_files, folder_of
from journeydesk.ui.tabs.reports.head import ReportHead
from journeydesk.ui.tabs.reports.hints import report_hints
from journeydesk.ui.tabs.reports.opening import Opening
from journeydesk.ui.tabs.reports.options_bar import OptionsBar
from journeydesk.ui.tabs.reports.page import ReportPage
from journeydesk.ui.tabs.reports.paper import usual_paper
from journeydesk.ui.tabs.reports.period_menu import period_menu, period_title
from journeydesk.ui.tabs.reports.period_words import PERIOD_WORDS
from journeydesk.ui.tabs.reports.picker import Picker
from journeydesk.ui.tabs.reports.preview import Preview
from journeydesk.ui.tabs.reports.side import ReportSide
from journeydesk.ui.tabs.reports.siding import Siding
from journeydesk.ui.tabs.reports.written import Written
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.file_message import FileMessage
from journeydesk.ui.work import Background

_PREVIEW_FROM = 1300
"""The tab's width from which pages stand beside the figures; below it the preview is behind a button."""
_PREVIEW_PPI = 130.0


class ReportsTab(Tab):
    """Figures and pages come from a pool thread; what is on screen stays until they are there."""

    def __init__(
        self, context: Context, theme: Theme, parent: QWidget | None = None, reports: Sequence[AnySpec] | None = None
    ) -> None:
        super().__init__(context, theme, parent)
        self._specs = {spec.name: spec for spec in (catalogue() if reports is None else reports)}
        self._spec = next(iter(self._specs.values()))
        self._period = self._spec.cadence.period_of(context.today()).previous()
        self._owner: str | None = None
        self._report: Report | None = None
        self._stale = True
        self._written = Written(context)
        self._paper = usual_paper()
        self.work = Background(self)
        self.ahead = ReadingAhead(context, tuple(self._specs.values()), self)
        self.picker = Picker(theme, tuple(self._specs.values()))
        self.picker.choose(self._spec.name)
        self.head = ReportHead(theme, self._spec.heading)
        self.options = OptionsBar(theme, [journey.name for journey in context.settings.journeys])
        self.page = ReportPage(theme)
        self.preview = Preview(theme, self._paper)
        self.side = ReportSide(theme)
        self.siding = Siding(context, self.page, self.side, lambda: (self._owner, self.options.options.source))
        self.opening = Opening(self, self, lambda: (self._spec.owner_of(self._owner), self.options.options.source))
        self._lay_out()
        self.message = FileMessage(theme, self)
        self._connect()
        self._offer_options()
        self._show_period()
        self._list_files()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.head)
        middle.addWidget(self.options)
        middle.addWidget(self.page, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.picker)
        layout.addLayout(middle, 1)
        layout.addWidget(self.side)
        layout.addWidget(self.preview)

    def _connect(self) -> None:
        self.picker.chosen.connect(self.show_report)
        self.picker.file_requested.connect(self._open_file)
        self.head.stepper.stepped.connect(self.step)
        self.head.stepper.asked.connect(self.choose_period)
        self.options.changed.connect(lambda _: self.reload())
        self.head.this_period.clicked.connect(self.show_this_period)
        self.head.owner.chosen.connect(self.show_owner)
        self.head.preview.toggled.connect(lambda _: self._arrange())
        self.page.behind_requested.connect(self.opening.open)
        self.side.behind_requested.connect(self.opening.open)
        self.siding.changed.connect(self._fit_side)
        self.siding.failed.connect(self.failed)
        self.page.asked.connect(partial(answer, self))
        self.preview.export_requested.connect(self.export)
        self.preview.print_requested.connect(self.print_pages)
        self.head.export.clicked.connect(self.export)
        self.head.printer.clicked.connect(self.print_pages)
        self._shortcuts = Bindings(self)
        self._shortcuts.bind(Action.EXPORT_REPORT, self.export, self)
        self._shortcuts.bind(Action.PRINT_REPORT, self.print_pages, self)
        self._shortcuts.bind(Action.PREVIEW_REPORT, self.head.preview.toggle, self)
        self._keys = KeyMap(
            Scope.REPORTS,
            {
                Action.PERIOD_PREVIOUS: partial(self.step, -1),
                Action.PERIOD_NEXT: partial(self.step, 1),
                Action.THIS_WEEK: self.show_this_period,
                Action.CHOOSE_PERIOD: self.choose_period,
                Action.COHORT_OR_PERIOD: self.options.switch_basis,
                Action.SIDE_CLOSE: self.siding.close,
            },
        )
        self._things = KeyMap(Scope.FIELDS, {Action.TAKE: self.page.do_the_thing})

    @property
    def period(self) -> Period:
        """The period shown."""
        return self._period

    @property
    def report(self) -> Report | None:
        """The figures on screen."""
        return self._report

    @property
    def ready(self) -> bool:
        """Whether figures and pages of what was chosen are on screen."""
        return self.preview.ready and not any(self.work.busy(kind) for kind in ("figures", "pages"))

    def show_report(self, name: str) -> None:
        """Shows another report."""
        before, self._spec = self._spec, self._specs[name]
        self.siding.close()
        self.page.has_side = "journey" in self._spec.offers
        self.head.title.setText(self._spec.heading)
        self.picker.choose(name)
        self._period = period_for(self._spec, before, self._period, self.context)
        self._offer_options()
        self._show_period()
        self._arrange()
        self.reload()

    def show_period(self, period: Period) -> None:
        """Shows another period; not one that has not begun."""
        if period.first > self.context.today():
            words = period_words(period)
            self.said.emit(tr("{words}{words_2} has not begun yet", words=words[:1].upper(), words_2=words[1:]), False)
            return
        self._period = period
        self._show_period()
        self.reload()

    def step(self, by: int) -> None:
        """A period back (-1) or forward (1)."""
        self.show_period(self._period.following() if by > 0 else self._period.previous())

    def show_this_period(self) -> None:
        """The week or month of today."""
        self.show_period(self._spec.cadence.period_of(self.context.today()))

    def show_owner(self, owner: str | None) -> None:
        """Only one rep's figures; None shows the team's."""
        self._owner = owner
        self.reload()

    def choose_period(self) -> None:
        """The menu of periods, below the one shown."""
        newest = self._spec.cadence.period_of(self.context.today())
        menu = period_menu(self, self._period, newest, lambda period: period_title(period), self.show_period)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.head.stepper.mapToGlobal(under(self.head.stepper.rect(), 0, 3)))

    def _offer_options(self) -> None:
        names = [journey.name for journey in self.context.settings.journeys]
        self.options.offer(self._spec, names, sources(self.context) if "source" in self._spec.offers else ())

    def _show_period(self) -> None:
        words = PERIOD_WORDS[self._spec.cadence.noun]
        self.head.stepper.name_steps(words.previous, words.next)
        self.head.this_period.setText(words.this)
        self.head.stepper.show_text(period_title(self._period, self._spec.cadence.first_day(self._period)))
        self.head.stepper.forward.setEnabled(self._period.following().first <= self.context.today())
        self._arrange()

    def refresh(self, change: Change) -> None:
        """Figures follow the local copy; what is not on screen waits until it is."""
        if not change.kinds - {"views", "alerts"} or change.kinds == {"sync"}:
            return
        self._stale = True
        # What is being computed is most likely of after the change already: it is shown, and only else computed again.
        if self.isVisible() and not self.work.busy("figures"):
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        # Reads what changed while another tab was shown.
        super().showEvent(event)
        if self._stale:
            self.reload()

    def reload(self) -> None:
        """Computes the figures anew, beside the window."""
        self._stale = False
        self._written.note()
        self.ahead.stop()
        self.head.offer_owners([owner for owner in owners(self.context) if owner], self._owner, there=not self._spec.of_team)
        self._arrange()
        ask = partial(compute_for_pages, self.context, self._spec, self._period.name, self._owner, self.options.options)
        self.work.run_while_wanted("figures", ask, self._show, self._fail)

    def _show(self, report: Report) -> None:
        self._report = report
        self.page.show_report(report)
        self.head.show_report(report)
        self.siding.again()
        self.preview.show_report(report)
        self.hints_changed.emit()
        self._stale = self._stale and self._written.since()
        if self._stale and self.isVisible():
            self.reload()
            return
        pages = partial(page_images, report, self._paper, _PREVIEW_PPI)
        self.work.run("pages", pages, self._show_pages, lambda problem: self.preview.show_problem(str(problem)))

    def _show_pages(self, pages: list[bytes]) -> None:
        self.preview.show_pages(pages)
        if self.isVisible():
            self.ahead.begin(self._shown)

    @property
    def _shown(self) -> Shown:
        return Shown(self._spec, self._period, self._owner, self.options.options)

    def make_ready(self) -> None:
        """Reads what the first opening will show."""
        if self._stale:
            self.ahead.begin_with(self._shown)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ahead.stop()

    def _fail(self, problem: JourneydeskError) -> None:
        self.failed.emit(str(problem))

    def export(self) -> None:
        """Writes the PDF into the workspace's folder of reports."""
        if (report := self._report) is None or self.work.busy("export"):
            return
        folder = folder_of(self.context)
        self._show_exporting(True)
        self.work.run(
            "export",
            partial(write_files, report, folder / report.file_name, self._paper, self.context.database.folder),
            self._exported,
            self._not_exported,
        )

    def _show_exporting(self, busy: bool) -> None:
        self.preview.show_exporting(busy)
        self.head.show_exporting(busy)

    def _exported(self, path: Path) -> None:
        self._show_exporting(False)
        self._list_files()
        self.message.say(tr("{name} saved", name=path.name), path)

    def _not_exported(self, problem: JourneydeskError) -> None:
        self._show_exporting(False)
        self._fail(problem)

    def print_pages(self) -> None:
        """Prints the pages that the preview shows, in print resolution."""
        if self._report is not None and not self.work.busy("print"):
            from journeydesk.ui.tabs.reports.printing import PRINT_PPI, print_with_dialog

            print_on = partial(print_with_dialog, self, self._report.head.title)
            self.work.run("print", partial(page_images, self._report, self._paper, PRINT_PPI), print_on, self._fail)

    def _list_files(self) -> None:
        self.picker.show_files(exported_files(self.context))

    def _open_file(self, path: Path) -> None:
        if not path.exists():
            self.failed.emit(tr("{name} is no longer in {parent}. Export it again.", name=path.name, parent=path.parent))
            self._list_files()
            return
        open_file(path)

    def _fit_side(self) -> None:
        self._arrange()
        self.hints_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event) and not self._things.press(event):
            super().keyPressEvent(event)

    def hints(self) -> Sequence[Hint]:
        """The keys of reports."""
        return report_hints(self._spec, side=not self.side.isHidden(), preview=self.head.preview.isVisible())

    def facts(self) -> str:
        """Where the numbers come from."""
        return tr("Computed from the local copy · works offline")

    def take_focus(self) -> None:
        """Gives the keyboard to the period, where [ ] and T work."""
        self.head.stepper.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a narrow window the preview is behind a button.
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= _PREVIEW_FROM and not self._spec.wide
        pages = wide or self.head.preview.isChecked()
        if pages and self._spec.wide:
            self.siding.close()
        if not pages:
            # First away, then the head's buttons come: both at once would ask for a wider window.
            self.preview.hide()
        beside = (self.picker.width(), self.preview.width() if pages else 0, 0 if self.side.isHidden() else self.side.width())
        self.head.fit(self.width() - sum(beside), with_preview=wide)
        if layout := self.head.layout():
            layout.activate()
        self.preview.head.setVisible(wide)
        self.preview.setVisible(pages)
        self.page.setVisible(wide or not self.head.preview.isChecked())
