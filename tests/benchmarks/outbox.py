"""The sync details while many changes wait: opened from the pill, again and again, and read to their end."""

from PySide6.QtCore import QCoreApplication, QEvent

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import bulk_edit
from journeydesk.services.commands.undoing import undo
from journeydesk.ui.dialogs.outbox.drawer import SyncDrawer
from journeydesk.ui.main_window import MainWindow
from tests.benchmarks.frames import figure, frame
from tests.benchmarks.real_window import list_of, real_window
from tests.benchmarks.table import Figure
from tests.benchmarks.workspaces import Workspaces

_WAITING = (1_000, 12_500)


def outbox_figures(workspaces: Workspaces) -> list[Figure]:
    """With a thousand records that wait, and with as many as a large change leaves."""
    figures = []
    with real_window(workspaces.run_folder("big")) as running:
        everybody = list_of(running).model.all_ids()
        for waiting in _WAITING:
            samples = sync_details(running.window, everybody[:waiting])
            figures.append(figure(f"sync details with {waiting:,} changed records, p95", samples, 80))
    return figures


def sync_details(window: MainWindow, changed: list[RecordId]) -> list[float]:
    """Opening the details from the pill while these wait, to painted."""
    bulk_edit(window.context, changed, {"job_title": "Head of depots"}, "Edited many")
    samples = []
    for _ in range(15):
        samples.append(frame(window.sync.show_details))
        for drawer in window.findChildren(SyncDrawer):
            drawer.done()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    undo(window.context)
    return samples
