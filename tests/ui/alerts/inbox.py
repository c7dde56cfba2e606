"""What an inbox of alerts shows, and what is open over it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.queries.alerts import alert_detail
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.models.alert_model import Group
from journeydesk.ui.tabs.alerts.line_sheet import LineSheet
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.alerts.task_sheet import TaskSheet


def lines(tab: AlertsTab) -> list[str]:
    """The list as it stands: headers with their count, alerts by their reason."""
    model = tab.model
    rows = [model.data(model.index(place), Qt.ItemDataRole.UserRole + 2) for place in range(model.rowCount())]
    found = []
    for place, group in enumerate(rows):
        alert = model.alert(place)
        found.append(f"{group.title} {group.count}" if isinstance(group, Group) else alert.reason if alert else "")
    return found


def state(tab: AlertsTab, alert: RecordId) -> str:
    detail = alert_detail(tab.context, alert)
    return detail.row.status if detail else "gone"


def current(tab: AlertsTab) -> str:
    alert = tab.list.alert()
    return alert.reason if alert else ""


def popup(tab: AlertsTab, qtbot: QtBot) -> QMenu:
    """The menu that is open."""
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in tab.findChildren(QMenu)))
    return next(menu for menu in tab.findChildren(QMenu) if menu.isVisible())


def sheet(window: MainWindow, kind: type[LineSheet] | type[TaskSheet]) -> LineSheet | TaskSheet:
    return next(found for found in window.findChildren(kind) if found.isVisible())


def choose(menu: QMenu, part: str) -> None:
    next(action for action in menu.actions() if part in action.text()).trigger()
    menu.close()
