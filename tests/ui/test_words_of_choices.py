"""An option that the team renames in its base is called so everywhere in an open window, and goes by our word below it."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import column_named
from journeydesk.services.commands.prospects import create_prospect, log_interaction, move
from journeydesk.services.context import Context
from journeydesk.services.rows.prospects import Filter, ListView
from journeydesk.services.workspace.settings import follow_words
from journeydesk.storage.sync.table_maps import FOUND, MappedField, store_mapped
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.cells import cell_words
from journeydesk.ui.dialogs.new_prospect import NewProspect
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.kanban.tab import KanbanTab
from journeydesk.ui.tabs.prospects.filter_parts import Ticks
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.widgets.chips import FilterToken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_NAMES = {
    "status": {"New": "New", "Accepted": "Accepted", "Rejected": "Rejected"},
    "source": {"Email": "Email", "Referral": "Referral"},
    "deal_stage": {"New Application": "New Application", "Technical Review": "Technical Review"},
    "outcome": {"No answer": "No answer", "Reached": "Reached"},
}


def called(context: Context, **renamed: dict[str, str]) -> None:
    """The base's options as they are called now."""
    fields = {
        slug: MappedField(
            slug,
            f"fld{slug}",
            slug,
            "singleSelect",
            FOUND,
            {f"sel{ours}": (ours, renamed.get(slug, {}).get(ours, name)) for ours, name in names.items()},
        )
        for slug, names in _NAMES.items()
    }
    outcome = fields.pop("outcome")
    with context.database.write() as connection:
        store_mapped(connection, "prospects", "tblP", list(fields.values()))
        store_mapped(connection, "interactions", "tblI", [outcome])
    follow_words(context)


@pytest.fixture
def prospect(context: tuple[Context, Bridge]) -> RecordId:
    """Who was accepted, came by referral, did not answer and stands at the first stage of the deal."""
    opened, _ = context
    called(opened)
    made = create_prospect(
        opened, {"company": "Aardvark", "status": "Accepted", "source": "Referral", "next_follow_up": "2026-01-01"}
    )
    log_interaction(opened, made, "Call", "rang", outcome="No answer")
    move(opened, made, "Deal", "Technical Review")
    return made


def listed(tab: ProspectsTab, key: str) -> str:
    """A cell of the first line."""
    row, column = tab.model.row_at(0), column_named(key)
    assert row is not None
    assert column is not None
    return cell_words(row, column)


def test_a_renamed_option_is_called_so_everywhere_at_once(
    window: MainWindow, context: tuple[Context, Bridge], prospect: RecordId, qtbot: QtBot
) -> None:
    opened, _ = context
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.show_view(ListView(filters=(Filter("source", "is", ("Referral",)),)))
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    assert (listed(tab, "status"), listed(tab, "source"), listed(tab, "last_touch")) == (
        "Accepted",
        "Referral",
        "Call, no answer",
    )
    called(
        opened,
        status={"Accepted": "Qualified ✅"},
        source={"Referral": "Word of mouth"},
        deal_stage={"Technical Review": "Deep dive"},
        outcome={"No answer": "Rang out"},
    )
    qtbot.waitUntil(lambda: listed(tab, "status") == "Qualified ✅")
    assert (listed(tab, "source"), listed(tab, "last_touch")) == ("Word of mouth", "Call, rang out")
    qtbot.waitUntil(
        lambda: (
            [t.accessibleName() for t in tab.filters.findChildren(FilterToken) if t.isVisible()]
            == ["Filter: Source is Word of mouth"]
        )
    )
    source = column_named("source")
    assert source is not None
    pane = tab.filters.filter_by(source)
    qtbot.waitUntil(lambda: pane.counted)
    offered = {line.words: line.value for line in pane.findChildren(Ticks)[0].list.lines.lines}
    assert offered["Word of mouth"] == "Referral"
    assert "Referral" not in offered
    pane.leave()
    tab.table.setCurrentIndex(tab.model.index(0, 0))
    qtbot.waitUntil(lambda: tab._pane.panel is not None and tab._pane.panel.prospect == prospect)
    panel = tab._pane.panel
    assert panel is not None
    qtbot.waitUntil(lambda: "Qualified ✅" in panel._money.accessibleName())
    assert "Rang out" in [panel.composer.outcome.itemText(n) for n in range(panel.composer.outcome.count())]
    window.show_place("Kanban")
    board = window.tab("Kanban")
    assert isinstance(board, KanbanTab)
    board.show_journey("Deal")
    qtbot.waitUntil(lambda: "Deep dive" in [pane.header.column.mark.name for pane in board.board.panes])


def test_who_is_chosen_by_the_teams_word_is_kept_by_ours(
    window: MainWindow, context: tuple[Context, Bridge], prospect: RecordId
) -> None:
    opened, _ = context
    called(opened, source={"Referral": "Word of mouth"})
    sheet = NewProspect(opened, window.theme, window)
    box = sheet.fields["source"].input
    assert isinstance(box, QComboBox)
    assert "Word of mouth" in [box.itemText(place) for place in range(box.count())]
    sheet.fields["company"].put("Zebra")
    box.setCurrentText("Word of mouth")
    made: list[int] = []
    sheet.created.connect(made.append)
    sheet.add()
    with opened.database.read() as connection:
        from journeydesk.storage.records import records

        row = records.get(connection, "prospects", RecordId(made[0]))
    assert row is not None
    assert row["source"] == "Referral"
