"""What the palette offers for what is typed, in which order, how it is painted, and what a press on it does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import create_prospect, log_interaction
from journeydesk.services.rows.common import StageMark
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.palette import Line, LineDelegate, LineModel, Palette
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme
from tests.ui.painted import Painted

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
WIDTH = 640


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    """Opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    return window.findChildren(Palette)[-1]


def ids(window: MainWindow) -> list[RecordId]:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    return [RecordId(prospect) for prospect in tab.model.all_ids()]


def titles(palette: Palette) -> list[str]:
    return [line.title for line in palette.model.lines]


def chosen(palette: Palette) -> str:
    return palette.model.lines[palette.list.currentIndex().row()].title


def headings(palette: Palette) -> list[str]:
    return [line.title for line in palette.model.lines if line.run is None]


def test_before_anything_is_typed_twelve_actions_are_offered(palette: Palette) -> None:
    assert headings(palette) == ["Actions"]
    assert len(titles(palette)) == 13
    assert chosen(palette) == titles(palette)[1]
    assert [part.text() for part in palette.findChildren(QLabel) if "prospects, works" in part.text()] == [
        "4 prospects, works offline"
    ]


def test_people_stand_before_actions_and_notes(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    log_interaction(window.context, ids(window)[0], "Call", "Wants the shortcuts", outcome="Reached")
    create_prospect(window.context, {"company": "Shortcuts Mercado"})
    qtbot.keyClicks(palette.field, "shortcuts")
    assert headings(palette) == ["Prospects", "Actions", "Notes"]
    assert titles(palette)[1] == "Shortcuts Mercado"
    assert titles(palette)[-1].endswith(": Wants the shortcuts”")
    assert palette.model.lines[-1].subtitle == "19 May"


def test_notes_are_sought_from_the_third_letter_on(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    log_interaction(window.context, ids(window)[0], "Call", "zebra stripes", outcome="Reached")
    qtbot.keyClicks(palette.field, "ze")
    assert "Notes" not in headings(palette)
    qtbot.keyClicks(palette.field, "b")
    assert headings(palette) == ["Notes"]


def test_enter_on_a_note_goes_to_its_prospect(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    prospect = ids(window)[-1]
    log_interaction(window.context, prospect, "Call", "zebra stripes", outcome="Reached")
    qtbot.keyClicks(palette.field, "zebra")
    with qtbot.waitSignal(palette.prospect_requested) as requested:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert requested.args == [prospect]


def test_at_most_six_people_and_five_actions_are_shown(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    for number in range(9):
        create_prospect(window.context, {"company": f"So {number}"})
    qtbot.keyClicks(palette.field, "s")
    people = titles(palette)[1 : titles(palette).index("Actions")]
    actions = titles(palette)[titles(palette).index("Actions") + 1 :]
    assert len(people) == 6
    assert len(actions) == 5


@pytest.mark.parametrize(("typed", "headed"), [(">zz", "Nothing found"), ("@zz", "Nothing found"), ("zzqx", "Nothing found")])
def test_where_nothing_matches_a_prospect_can_be_added(palette: Palette, qtbot: QtBot, typed: str, headed: str) -> None:
    qtbot.keyClicks(palette.field, typed)
    assert titles(palette) == [headed, f"New prospect “{typed.lstrip('>@')}”"]
    with qtbot.waitSignal(palette.new_requested):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)


def test_accents_and_case_are_forgiven_and_the_match_is_marked(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "LAKOW")
    assert (palette.model.lines[1].title, palette.model.lines[1].spans) == ("Łąkowisko Meble", ((0, 5),))


def test_the_palette_has_a_name_and_actions_their_own_icons(palette: Palette, qtbot: QtBot) -> None:
    assert palette.sheet.accessibleName() == "Search and commands"
    qtbot.keyClicks(palette.field, ">sync now")
    line = next(line for line in palette.model.lines if line.title == "Sync now")
    assert line.icon == "refresh"


def test_a_key_is_shown_beside_its_action(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, ">shortcuts")
    line = palette.model.lines[1]
    assert (line.title, line.key, line.icon, line.spans) == ("Keyboard shortcuts", "?", "keyboard", ((9, 18),))


def test_a_click_runs_a_line_and_one_on_a_heading_nothing(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "@quill")
    qtbot.mouseClick(palette.list.viewport(), LEFT, pos=palette.list.visualRect(palette.model.index(0)).center())
    assert palette.isVisible()
    with qtbot.waitSignal(palette.prospect_requested):
        qtbot.mouseClick(palette.list.viewport(), LEFT, pos=palette.list.visualRect(palette.model.index(1)).center())


def test_a_letter_more_begins_at_the_best_match_again(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    create_prospect(window.context, {"company": "Quillaja"})
    qtbot.keyClicks(palette.field, "@quil")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    second = chosen(palette)
    assert second == titles(palette)[2]
    qtbot.keyClicks(palette.field, "l")
    assert chosen(palette) == titles(palette)[1]


def test_the_last_line_is_where_down_ends(palette: Palette, qtbot: QtBot) -> None:
    for _ in range(20):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert chosen(palette) == titles(palette)[-1]
    for _ in range(20):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert chosen(palette) == titles(palette)[1]


def test_ctrl_l_on_an_action_logs_nobody(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, ">shortcuts")
    qtbot.keyClick(palette.field, Qt.Key.Key_L, CONTROL)
    assert palette.isVisible()
    assert not [sheet for sheet in window.findChildren(LogSheet) if sheet.isVisible()]


def test_log_and_a_name_logs_that_prospect_on_enter(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "log quill")
    with qtbot.waitSignal(palette.log_requested) as requested:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert requested.args[1] == "Call"
    sheet = window.findChildren(LogSheet)[-1]
    assert sheet.form.prospect == requested.args[0]


def test_escape_closes_the_palette_and_runs_nothing(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    place = window.place
    qtbot.keyClicks(palette.field, "@quill")
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert window.place == place


def nothing() -> None:
    """What a line of these tests runs."""


PROSPECT = Line(
    "Kern & Co", nothing, "building", "Ada Kern · Amaia", StageMark(3, "Evaluate", "Engagement", 6), spans=((0, 4),)
)
ACTION = Line("All shortcuts", nothing, "keyboard", key="F1", spans=((4, 8), (6, 13)))


@pytest.fixture
def paint(window: MainWindow) -> Callable[..., Painted]:
    """Paints a line of the palette."""

    def painted(line: Line, state: QStyle.StateFlag = QStyle.StateFlag.State_None) -> Painted:
        model, delegate = LineModel(), LineDelegate(window.theme)
        model.show_lines([line])
        option = QStyleOptionViewItem()
        option.state = state
        height = delegate.sizeHint(option, model.index(0)).height()
        option.rect = QRect(0, 0, WIDTH, height)
        return Painted(lambda painter: delegate.paint(painter, option, model.index(0)), WIDTH, height)

    return painted


@pytest.fixture
def theme(window: MainWindow) -> Theme:
    """The window's."""
    return window.theme


def test_the_typed_part_of_a_title_is_strong(paint: Callable[..., Painted], theme: Theme) -> None:
    painted = paint(PROSPECT)
    typed, rest = painted.only("Kern"), painted.only(" & Co")
    assert (typed.weight, typed.color) == (600, theme.color("accent").name())
    assert (rest.weight, rest.color) == (400, theme.color("text").name())
    assert typed.left == 46
    assert rest.left > typed.left + 20
    assert painted.only("Ada Kern · Amaia").color == theme.color("text2").name()


def test_parts_that_overlap_are_painted_once(paint: Callable[..., Painted]) -> None:
    painted = paint(ACTION)
    assert "".join(words.text for words in painted.words if words.text != "F1") == "All shortcuts"


def test_stage_or_key_stands_at_the_right(paint: Callable[..., Painted]) -> None:
    stage, key = paint(PROSPECT).only("Evaluate"), paint(ACTION).only("F1")
    assert stage.left > WIDTH - 130
    assert WIDTH - 60 < key.left < WIDTH - 18


def test_the_chosen_line_has_its_ground(paint: Callable[..., Painted], theme: Theme) -> None:
    ground = theme.color("sel").name()
    (chosen_ground,) = paint(ACTION, QStyle.StateFlag.State_Selected).of_color(ground)
    assert (chosen_ground.left, chosen_ground.width, chosen_ground.height) == (6, WIDTH - 12, 36)
    assert paint(ACTION).of_color(ground) == []


def test_a_heading_is_lower_and_quiet(paint: Callable[..., Painted], theme: Theme) -> None:
    painted = paint(Line("Prospects"))
    (words,) = painted.words
    assert (words.text, words.left, words.weight, words.color) == ("Prospects", 18, 600, theme.color("text2").name())
    assert words.baseline < 32


def test_the_results_keep_qts_rules_and_are_heard(palette: Palette) -> None:
    model = LineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines([Line("Prospects"), PROSPECT])
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Kern & Co Ada Kern · Amaia"
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    model.show_lines([])
    assert model.rowCount() == 0
