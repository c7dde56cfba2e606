"""General: who works here, how dates and amounts are written, what closing the window does."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from journeydesk import config
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import figure, named, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_total
from journeydesk.services.reports.schedule import plan, plan_of
from journeydesk.services.rows.common import Amount
from journeydesk.services.workspace.person import is_given, rename
from journeydesk.services.workspace.speaking import OFFERED, SYSTEM, VARIABLE, language_is_given
from journeydesk.ui.notifications.tray import has_tray
from journeydesk.ui.outside import open_file
from journeydesk.ui.tabs.settings.form import FormPage
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.words.figures import exact_amount, locale, short_day

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

_CAPTION = tr("Who works at this computer, and how the window behaves. The team’s own values are on the pages below.")
QUIT, STAY = tr("Quit"), tr("Stay in the tray")
_SAMPLE = 123_450


class GeneralPage(FormPage):
    """What is typed is kept as it is left."""

    def __init__(self, context: Context, theme: Theme, window: "Host") -> None:
        super().__init__(context, theme, "General", _CAPTION)
        self._window = window
        self.heading(tr("You"))
        card = self.card()
        self.name = InPlaceEdit(tr("Your name"), 260)
        self.name.given.connect(self._rename)
        self._wrong = label(theme, step=-1, kind="danger", wrap=True)
        self._wrong.hide()
        self.name.restored.connect(self._wrong.hide)
        given = is_given(config.connections())
        self.name.setEnabled(not given)
        caption = tr("Set by JOURNEYDESK_ACTOR") if given else tr("Stands beside what you log and change")
        card.row(tr("Your name"), caption, self.name, self._wrong)
        self._team = label(theme)
        card.row("Team", tr("The same for everybody"), self._team, self._to("Team"))
        self._folder = ElidedLabel(theme)
        shown = KeyButton(theme, tr("Open folder"), icon="external", kind="flat")
        shown.clicked.connect(lambda: open_file(context.database.folder))
        card.row(tr("Workspace"), tr("On this computer"), self._folder, shown, stretch=True)
        self.heading(tr("Language and times"))
        card = self.card()
        languages = {tr("System"): SYSTEM, **OFFERED}
        self.language = Segments(theme, tr("Language"), tuple(languages))
        self.language.chosen.connect(lambda name: window.looks.choose_language(languages[name], name))
        self._language = label(theme, step=-1, kind="secondary")
        given = language_is_given()
        self.language.setEnabled(not given)
        caption = tr("Set by {variable}", variable=VARIABLE) if given else tr("Of the window, from its next start")
        card.row(tr("Language"), caption, self.language, below=self._language)
        self._languages = {code: name for name, code in languages.items()}
        self._zone = label(theme)
        card.row(tr("Time zone"), tr("Weeks and months follow the team’s"), self._zone, self._to("Team"))
        self._currency = label(theme)
        card.row(tr("Currency"), tr("Totals are shown in the team’s"), self._currency, self._to("Money"))
        self.heading(tr("Weekly report"))
        card = self.card()
        self._reports = ElidedLabel(theme)
        self.reports_folder = KeyButton(theme, tr("Choose folder…"), kind="flat")
        self.reports_folder.clicked.connect(self._choose_reports_folder)
        self.no_reports = KeyButton(theme, tr("Stop"), kind="flat")
        self.no_reports.clicked.connect(lambda: self.write_reports(None))
        caption = tr("PDF and CSV, Friday 17:00 of the team or when this computer wakes")
        card.row(tr("Written every week"), caption, self._reports, self.reports_folder, self.no_reports, stretch=True)
        self.heading(tr("Window"))
        card = self.card()
        self.closing = Segments(theme, tr("When the window is closed"), (QUIT, STAY))
        self.closing.chosen.connect(lambda choice: window.tray.choose(choice == STAY))
        self._tray = label(theme, step=-1, kind="secondary", wrap=True)
        card.row(
            tr("When the window is closed"),
            tr("In the tray it goes on to sync and to tell of alerts"),
            self.closing,
            self._tray,
        )
        self._look = label(theme)
        card.row(tr("Look"), tr("Theme, rows and text size"), self._look, self._to("Appearance"))
        self.read()

    def _to(self, page: str) -> QWidget:
        button = KeyButton(self.theme, tr("Change…"), kind="flat")
        button.setAccessibleName(tr("Change on the page {page}", page=named(page)))
        button.clicked.connect(lambda: self.page_requested.emit(page))
        return button

    def read(self) -> None:
        """Everything as it stands."""
        context, here = self.context, locale()
        settings = context.settings
        now = context.clock().astimezone(settings.time_zone)
        self.name.show_text(context.actor)
        self._team.setText(
            tr(
                "{team_name} · {prospect_total} prospects",
                team_name=settings.team_name,
                prospect_total=figure(prospect_total(context)),
            )
        )
        self._folder.show_text(str(context.database.folder))
        self.language.choose(self._languages[self._window.looks.language])
        sample = f"{here.toString(1234.5, 'f', 1)} · {short_day(now.date(), now.date())}"
        self._language.setText(tr("Numbers and days are written like {sample}", sample=sample))
        city = settings.time_zone.key.rpartition("/")[2].replace("_", " ")
        self._zone.setText(tr("{city}, now {now}", city=city, now=f"{now:%H:%M}"))
        self._currency.setText(exact_amount(Amount(_SAMPLE, settings.currency)))
        planned = plan_of(context)
        self._reports.show_text(tr("Nowhere") if planned is None else str(planned.folder))
        self.no_reports.setVisible(planned is not None)
        self.closing.choose(STAY if self._window.tray.is_wanted else QUIT)
        self.closing.setEnabled(has_tray())
        self._tray.setText("" if has_tray() else tr("This desktop has no tray"))
        looks = self._window.looks
        rows = tr("one line a row") if looks.compact else tr("two lines a row")
        theme = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}[self.theme.choice]
        self._look.setText(tr("{theme} · {rows} · text {text_size} %", theme=theme, rows=rows, text_size=looks.text_size))

    def _choose_reports_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of the weekly report"), str(Path.home()))
        if folder:
            self.write_reports(Path(folder))

    def write_reports(self, folder: Path | None) -> None:
        """Every Friday into this folder, or no more."""
        try:
            plan(self.context, folder)
        except UserError as problem:
            self.said.emit(str(problem), False)
            return
        self.read()
        words = (
            tr("Nothing is written by itself any more") if folder is None else tr("From Friday on the report is written there")
        )
        self.said.emit(words, False)

    def _rename(self, typed: str) -> None:
        try:
            name = rename(self.context, typed)
        except UserError as problem:
            self._wrong.setText(str(problem))
            self._wrong.show()
            self.name.mark_wrong(str(problem))
            return
        self._wrong.hide()
        self.name.show_text(name)
        self.name.put(name)
        self.said.emit(tr("From now on what you do is by {name}", name=name), False)
