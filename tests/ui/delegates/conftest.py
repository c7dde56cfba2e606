"""Rows to paint, and a delegate's painting of one row of a model, read back."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.domain.ids import Key, RecordId
from journeydesk.services.rows.common import Amount, StageMark
from journeydesk.services.rows.prospects import ProspectRow
from journeydesk.ui.theme import Theme
from tests.ui.painted import Painted

TODAY = date(2026, 5, 19)
NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
MADRID = ZoneInfo("Europe/Madrid")
NONE = QStyle.StateFlag.State_None
SELECTED = QStyle.StateFlag.State_Selected

PROSPECT = ProspectRow(
    id=RecordId(1),
    key=Key("BETA-1"),
    company="Quillon Freight",
    contact="Adaeze Nwokorie",
    stage=StageMark(3, "Evaluate", "Engagement", 6),
    score=34,
    status="Reviewing",
    at_risk=False,
    follow_up=date(2026, 5, 21),
    owner="Amaia Etxarri",
    revenue=Amount(4_800_000, "EUR"),
    last_touch="Call, no answer",
    last_touch_at=datetime(2026, 5, 19, 7, 12, tzinfo=UTC),
    others={"source": "LinkedIn"},
)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qtbot: QtBot) -> Theme:
    """The look, once light and once dark."""
    application = make_application()
    look = Theme(resources() / "icons", request.param)
    look.apply(application)
    return look


def painted(delegate: QStyledItemDelegate, index: QModelIndex, width: int, state: QStyle.StateFlag = NONE) -> Painted:
    """What a delegate paints of one row that is as high as it wants."""
    option = QStyleOptionViewItem()
    option.state = state
    height = delegate.sizeHint(option, index).height()
    option.rect = QRect(0, 0, width, height)
    return Painted(lambda painter: delegate.paint(painter, option, index), width, height)
