"""What others wrote is shown letter by letter, and only some addresses leave the window."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from pytestqt.qtbot import QtBot

from journeydesk.ui.keys.actions import Action
from journeydesk.ui.outside import open_address
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import ElidedLabel, plain_label, tip

UI = Path(__file__).resolve().parents[3] / "journeydesk" / "ui"
HOSTILE = 'AAA <img src="file:///pictures/red.png"> & <b>bold</b>\n  two'


def calls(name: str) -> list[tuple[Path, ast.Call]]:
    """Every call of a function or method of this name in the window's code."""
    return [
        (path, node)
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (getattr(node.func, "attr", "") == name or getattr(node.func, "id", "") == name)
    ]


def test_a_tooltip_shows_tags_as_they_are(qapp: object) -> None:
    document = QTextDocument()
    document.setHtml(tip(HOSTILE))
    assert document.toPlainText().replace("\u2028", "\n") == HOSTILE
    assert tip("Acme & Co") == "Acme & Co"


def test_a_label_shows_tags_as_they_are(qtbot: QtBot) -> None:
    words = plain_label(HOSTILE)
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_a_cut_label_tells_the_whole_without_drawing_it(qtbot: QtBot, theme: Theme) -> None:
    words = ElidedLabel(theme, HOSTILE)
    qtbot.addWidget(words)
    words.resize(40, 20)
    words.show()
    assert words.toolTip() == tip(HOSTILE)
    assert "<img" not in words.toolTip()


def test_every_label_of_the_window_is_plain() -> None:
    assert [f"{path}:{node.lineno}" for path, node in calls("QLabel") if path.name != "labels.py"] == []


def test_every_tooltip_that_is_made_of_values_is_plain() -> None:
    raw = [
        f"{path}:{node.lineno}"
        for path, node in calls("setToolTip")
        if not _says_the_same_always(node.args[0]) and getattr(getattr(node.args[0], "func", None), "id", "") != "tip"
    ]
    assert raw == []


def _says_the_same_always(words: ast.expr) -> bool:
    """Whether it is a constant, or one in the reader's language, without values."""
    if isinstance(words, ast.IfExp):
        return _says_the_same_always(words.body) and _says_the_same_always(words.orelse)
    is_tr = isinstance(words, ast.Call) and getattr(words.func, "id", "") == "tr" and not words.keywords
    return isinstance(words, ast.Constant) or is_tr


def test_addresses_leave_the_window_in_one_place() -> None:
    assert {path.name for path, _ in calls("openUrl")} == {"outside.py"}


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://acme.example/a?b=c", "https://acme.example/a?b=c"),
        ("tel:+43123", "tel:+43123"),
        ("mailto:a@acme.example?bcc=x@evil.example&body=hi&attach=/etc/passwd", "mailto:a@acme.example"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("smb://host/share", None),
        ("acme.example", None),
        ("", None),
    ],
)
def test_only_some_addresses_are_opened(
    qapp: object, monkeypatch: pytest.MonkeyPatch, address: str, opened: str | None
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert open_address(address) is (opened is not None)
    assert asked == ([] if opened is None else [opened])


def test_qts_own_questions_are_asked_only_before_a_window_is_there() -> None:
    names = ("QInputDialog", "QMessageBox", "QErrorMessage")
    used = {
        (path.name, node.id)
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id in names
    }
    assert used == {("repair_offer.py", "QMessageBox")}


def test_actions_are_named_in_sentence_case() -> None:
    names = {"Airtable", "Make", "PDF", "Stripe", "Journeydesk"}
    raised = {word for action in Action for word in action.words.split()[1:] if word[:1].isupper()}
    assert raised <= names
