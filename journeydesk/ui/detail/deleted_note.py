"""Who was deleted, by whom and when, and what is kept with their name."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.rows.detail import DeletedProspect
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.days import moment_day


class DeletedNote(QWidget):
    """Three sentences about one deleted prospect."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.title = label(theme, step=2, weight=600, wrap=True)
        self.how = label(theme, wrap=True)
        self.kept = label(theme, kind="secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for words in (self.title, self.how, self.kept):
            column.addWidget(words)

    def show_deleted(self, deleted: DeletedProspect) -> None:
        """Says it of somebody else."""
        self.title.setText(tr("{name} was deleted", name=deleted.name))
        where = (
            tr("Deleted in {remote}", remote=deleted.remote)
            if deleted.remote
            else tr("Deleted by {by}", by=deleted.by)
            if deleted.by
            else tr("Deleted")
        )
        zone = self._context.settings.time_zone
        when = f" {moment_day(deleted.at, zone, self._context.today())}" if deleted.at else ""
        self.how.setText(f"{where}{when}.")
        self.kept.setText(_kept(deleted))
        self.setAccessibleName(" ".join(words.text() for words in (self.title, self.how, self.kept)))


def _kept(deleted: DeletedProspect) -> str:
    counts = ((deleted.tasks, tr("open task"), tr("open tasks")), (deleted.logs, tr("log"), tr("logs")))
    work = tr(" and ").join(f"{figure(count)} {(one if count == 1 else many)}" for count, one, many in counts if count)
    if not work:
        return tr("Restoring brings all fields back; it can be undone.")
    stands = tr("stands") if deleted.tasks + deleted.logs == 1 else tr("stand")
    comes = tr("comes") if deleted.tasks + deleted.logs == 1 else tr("come")
    return tr(
        "{work} still {stands} here with the name and {comes} back with it. Restoring can be undone.",
        work=work[:1].upper() + work[1:],
        stands=stands,
        comes=comes,
    )
