"""From a prospect to other programs: a call and a chat with their form waiting, a card, a code; by hand."""

from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import edit
from journeydesk.services.rows.prospects import ListView
from journeydesk.ui import reaching
from journeydesk.ui.detail import links
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.dialogs.code_sheet import CodeSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DetailPanel:
    """The panel of the first prospect, who has a number; every program is there."""
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.show_view(ListView())
    record = RecordId(next(iter(tab.model.all_ids())))
    edit(window.context, record, {"phone": "+44 20 7946 0132", "email": "a@quillon.example"})
    tab.open_prospect(record)
    qtbot.waitUntil(lambda: tab.detail.phone != "")
    monkeypatch.setattr(reaching, "has_program", lambda _scheme: True)
    return tab.detail


def opening(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


def test_a_call_leaves_its_form_waiting(panel: DetailPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = opening(monkeypatch)
    qtbot.mouseClick(panel.reach.call, LEFT)
    assert opened == ["tel:+442079460132"]
    assert panel.composer.note.hasFocus()


def test_a_chat_opens_with_the_country_and_its_form(panel: DetailPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = opening(monkeypatch)
    links.chat(panel)
    assert opened == ["https://wa.me/442079460132"]
    assert panel.composer.note.hasFocus()


def test_a_number_without_a_country_opens_no_chat(panel: DetailPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = opening(monkeypatch)
    assert panel.prospect is not None
    edit(panel._context, panel.prospect, {"phone": "020 7946 0132"})
    qtbot.waitUntil(lambda: panel.phone == "020 7946 0132")
    with qtbot.waitSignal(panel.failed) as said:
        links.chat(panel)
    assert said.args is not None and "says no country" in said.args[0]
    assert opened == []


def test_the_code_is_dark_on_white_in_both_themes(panel: DetailPanel, window: MainWindow) -> None:
    window.theme.choose("dark")
    links.show_code(panel, window.context, window.theme, window)
    sheet = next(sheet for sheet in window.findChildren(CodeSheet) if sheet.isVisible())
    picture = sheet.code.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert colors == {"#000000", "#ffffff"}
    sheet.done()


def test_a_card_is_saved_where_it_was_chosen(
    panel: DetailPanel, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "card.vcf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "vCard 3.0, for older programs (*.vcf)"))
    links.save_card(panel, window.context, window)
    card = vobject.readOne(path.read_text(encoding="utf-8"))
    assert (card.version.value, card.tel.value) == ("3.0", "+44 20 7946 0132")
