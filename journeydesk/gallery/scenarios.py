"""Make's scenarios in pictures: one chosen for a prospect, run, and the account; where Make is not set up there are none."""

from collections.abc import Callable, Iterator

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.scenarios.account import MakeAccountSheet
from journeydesk.ui.dialogs.scenarios.opening import has_make
from journeydesk.ui.dialogs.scenarios.sheet import ScenariosSheet
from journeydesk.ui.main_window import MainWindow

_SHOWN = "Welcome"


def scenarios(
    window: MainWindow,
    context: Context,
    prospect: RecordId | None,
    settle: Callable[[], None],
    wait_for: Callable[[Callable[[], bool]], None],
) -> Iterator[str]:
    """The sheet before a run and after it, then the account."""
    if prospect is None or not has_make(context):
        return
    sheet = ScenariosSheet(context, window.theme, window, prospect)
    sheet.open()
    wait_for(lambda: not sheet.work.busy("list"))
    sheet.list.search.setText(_SHOWN)
    wait_for(lambda: sheet.chosen.closer is not None and _SHOWN in sheet.chosen.closer.scenario.name)
    sheet.list.search.clear()
    row = next((n for n, each in enumerate(sheet.list.choices.lines) if _SHOWN in each.name), 0)
    sheet.list.list.setCurrentIndex(sheet.list.choices.index(row))
    wait_for(lambda: sheet.chosen.closer is not None and _SHOWN in sheet.chosen.closer.scenario.name)
    yield "dialog-scenario"
    sheet.run()
    wait_for(lambda: sheet.chosen.card.row is not None or bool(sheet.wrong.text()))
    settle()
    yield "dialog-scenario-running"
    sheet.done()
    account = MakeAccountSheet(context, window.theme, window)
    account.open()
    settle()
    yield "dialog-make"
    account.done()
    settle()
