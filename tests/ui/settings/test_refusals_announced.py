"""Why a setting is refused is said to a screen reader, once for each reason."""

from pytestqt.qtbot import QtBot

from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit


def test_a_refusal_is_announced_once(qtbot: QtBot) -> None:
    field = InPlaceEdit("Your name", 260)
    qtbot.addWidget(field)
    heard: list[str] = []
    field.announced.connect(heard.append)
    for sentence in ("Give a name.", "Give a name.", "", "Give a name of 1 to 60 letters."):
        field.mark_wrong(sentence)
    assert heard == ["Give a name.", "Give a name of 1 to 60 letters."]
    assert field.accessibleDescription() == "Give a name of 1 to 60 letters."
