"""How what there is to do is painted and said: today's list, and a prospect's own tasks."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from journeydesk.domain.ids import RecordId
from journeydesk.services.queries.tasks import MOST
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.ui.tasks.delegate import AgendaDelegate
from journeydesk.ui.tasks.line_words import due_of, how_many, near_of, spoken
from journeydesk.ui.tasks.model import HEAD, ROW, AgendaModel, Head
from journeydesk.ui.theme import Theme
from tests.ui.delegates.conftest import MADRID, NONE, SELECTED, TODAY, painted
from tests.ui.painted import Painted

WIDTH = 640
TASK = AgendaLine(
    kind="task",
    id=RecordId(1),
    title="Send the offer",
    detail="Email",
    day=date(2026, 5, 21),
    at=datetime(2026, 5, 21, 12, 30, tzinfo=UTC),
    done=False,
    late=False,
    owner="Amaia Etxarri",
    prospect=RecordId(7),
    company="Kern & Co",
    contact="Ada Kern",
)
FOLLOW_UP = replace(TASK, kind="follow_up", id=RecordId(7), title="Follow up", detail="Follow-up", at=None)
HOVERED = QStyle.StateFlag.State_MouseOver


def model_of(*lines: AgendaLine, head: Head | None = None) -> AgendaModel:
    model = AgendaModel(lambda line: spoken(line, MADRID, TODAY))
    model.show_groups([(head, lines)])
    return model


def line(
    theme: Theme, row: AgendaLine = TASK, *, wide: bool = True, state: QStyle.StateFlag = NONE, ticked: bool = False
) -> Painted:
    """One line as it is painted."""
    model = model_of(row)
    if ticked:
        model.tick(row.name, True)
    return painted(AgendaDelegate(theme, MADRID, lambda: TODAY, wide), model.index(0), WIDTH, state)


def test_today_names_who_before_what(theme: Theme) -> None:
    painting = line(theme)
    who, what = painting.only("Kern & Co"), painting.only("Send the offer · Ada Kern · Email")
    assert (who.left, what.left) == (70, 70)
    assert (who.weight, what.weight) == (600, 400)
    assert who.baseline < what.baseline < ROW
    assert who.color == theme.color("text").name()


def test_a_prospects_own_task_names_what_before_whose(theme: Theme) -> None:
    painting = line(theme, wide=False)
    what, whose = painting.only("Send the offer"), painting.only("Email · Amaia Etxarri")
    assert (what.left, whose.left, what.weight) == (42, 42, 500)
    assert "Kern & Co" not in painting.texts


def test_the_hour_is_that_of_the_teams_zone(theme: Theme) -> None:
    painting = line(theme)
    when, near = painting.only("21 May 14:30"), painting.only("in 2 d")
    assert when.left > WIDTH / 2
    assert when.baseline < near.baseline
    assert (when.color, when.weight) == (theme.color("text").name(), 400)


def test_when_and_how_near_end_at_one_edge(theme: Theme) -> None:
    for wide, edge in ((True, WIDTH - 1 - 16 - 36), (False, WIDTH - 1 - 16)):
        painting = line(theme, wide=wide)
        when, near = painting.only("21 May 14:30"), painting.only("in 2 d")
        for words, step in ((when, 0), (near, -1)):
            width = QFontMetricsF(theme.font(step, 400, tabular=True)).horizontalAdvance(words.text)
            assert words.left + width == pytest.approx(edge + 1, abs=1.6)


def test_what_stands_first_is_larger_than_what_stands_below(theme: Theme) -> None:
    painting = line(theme)
    sizes = [painting.only(text).size for text in ("Kern & Co", "21 May 14:30", "in 2 d", "Send the offer · Ada Kern · Email")]
    large, small = (QFontInfo(theme.font(step)).pixelSize() for step in (0, -1))
    assert sizes[0] == sizes[1] > sizes[2] == sizes[3]
    assert sizes[0] / sizes[2] == pytest.approx(large / small, abs=0.02)


def test_a_line_of_today_has_its_time_alone_in_the_middle(theme: Theme) -> None:
    near = line(theme).only("21 May 14:30")
    today = line(theme, replace(TASK, day=TODAY, at=datetime(2026, 5, 19, 12, 30, tzinfo=UTC))).only("Today 14:30")
    assert today.baseline - near.baseline == 8


def test_what_is_late_is_red_and_strong(theme: Theme) -> None:
    late = line(theme, replace(FOLLOW_UP, day=TODAY - timedelta(days=4), late=True))
    when, near = late.only("15 May"), late.only("4 d late")
    assert {when.color, near.color} == {theme.color("danger").name()}
    assert when.weight == 600


def test_a_missing_step_is_never_painted_late(theme: Theme) -> None:
    step = line(theme, replace(FOLLOW_UP, kind="step", day=TODAY - timedelta(days=4), late=True))
    assert step.only("15 May").color == theme.color("text").name()


def test_what_is_done_is_quiet_and_has_its_tick(theme: Theme) -> None:
    done = line(theme, replace(TASK, done=True))
    assert done.only("Kern & Co").color == theme.color("text3").name()
    assert done.only("Kern & Co").weight == 400
    assert done.of_color(theme.color("ok").name())
    assert "in 2 d" not in done.texts
    assert line(theme).of_color(theme.color("ok").name()) == []


def test_only_a_task_has_a_ring_to_finish(theme: Theme) -> None:
    (ring,) = [shape for shape in line(theme).shapes if shape.kind in ("circle", "ellipse") and shape.width == 14]
    assert (ring.left, ring.top, ring.stroke) == (43, 16, theme.color("ctl").name())
    (narrow,) = [s for s in line(theme, wide=False).shapes if s.kind in ("circle", "ellipse") and s.width == 14]
    assert narrow.left == 15
    assert [s for s in line(theme, FOLLOW_UP).shapes if s.stroke == theme.color("ctl").name() and s.left > 40] == []


@pytest.mark.parametrize("kind", ["follow_up", "step", "draft"])
def test_what_is_no_task_has_an_icon_of_its_kind(theme: Theme, kind: str) -> None:
    icons = line(theme, replace(FOLLOW_UP, kind=kind)).of_color(theme.color("text2").name())  # type: ignore[arg-type]
    assert [icon for icon in icons if 40 <= icon.left <= 60]


def test_a_follow_up_is_not_named_twice(theme: Theme) -> None:
    assert "Follow up · Ada Kern" in line(theme, FOLLOW_UP).texts
    other = replace(FOLLOW_UP, detail="Call them back")
    assert "Follow up · Ada Kern · Call them back" in line(theme, other).texts


def test_a_task_of_nobody_is_named_by_its_title(theme: Theme) -> None:
    painting = line(theme, replace(TASK, prospect=None, company="", contact=""))
    assert painting.only("Send the offer").weight == 600
    assert "Email" in painting.texts


def test_what_waits_to_be_sent_has_a_ring_behind_it(theme: Theme) -> None:
    mark = theme.color("warn-mark").name()
    (ring,) = line(theme, replace(TASK, pending=True)).of_color(mark)
    assert 100 < ring.left < 180
    assert line(theme).of_color(mark) == []


def test_a_long_title_ends_before_the_time(theme: Theme) -> None:
    painting = line(theme, replace(TASK, company="The international depot of Kern and Company " * 3, pending=True))
    (ring,) = painting.of_color(theme.color("warn-mark").name())
    assert ring.left + ring.width < painting.only("21 May 14:30").left


def test_the_current_line_has_a_bar_and_a_ticked_one_none(theme: Theme) -> None:
    def bars(painting: Painted) -> list[float]:
        return [s.height for s in painting.of_color(theme.color("accent").name()) if s.width == 3]

    def grounds(painting: Painted, token: str) -> int:
        return len([s for s in painting.of_color(theme.color(token).name()) if s.width == WIDTH and s.height == ROW])

    chosen, ticked, plain = line(theme, state=SELECTED), line(theme, ticked=True), line(theme)
    assert (bars(chosen), bars(ticked), bars(plain)) == ([ROW - 1], [], [])
    assert [grounds(painting, "sel") for painting in (chosen, ticked, plain)] == [1, 1, 0]
    assert grounds(line(theme, state=HOVERED), "hover") == 1
    assert grounds(line(theme, state=HOVERED | SELECTED), "hover") == 0


def test_only_todays_list_has_boxes_and_owners(theme: Theme) -> None:
    def left_of(painting: Painted) -> float:
        return min(shape.left for shape in painting.shapes if shape.width < 60)

    assert left_of(line(theme)) < 20
    assert "AE" in line(theme).texts
    assert "AE" not in line(theme, wide=False).texts
    assert "AE" not in line(theme, replace(TASK, owner="")).texts
    assert line(theme, ticked=True).shapes != line(theme).shapes


@pytest.mark.parametrize(("late", "token"), [(True, "danger"), (False, "text")])
def test_a_heading_counts_and_is_red_where_late(theme: Theme, late: bool, token: str) -> None:
    model = model_of(TASK, head=Head("Overdue", 1204, late))
    painting = painted(AgendaDelegate(theme, MADRID, lambda: TODAY, True), model.index(0), WIDTH)
    words, count = painting.words
    assert (words.text, words.color, words.left) == ("Overdue", theme.color(token).name(), 16)
    assert count.text == how_many(1204)
    assert count.left > words.left + 30
    hairline = painting.of_color(theme.color("line").name())[-1]
    assert (hairline.top, hairline.height) == (HEAD - 1, 1)


def test_headings_are_lower_than_lines(theme: Theme) -> None:
    delegate, model = AgendaDelegate(theme, MADRID, lambda: TODAY, True), model_of(TASK, head=Head("Today", 1))
    heights = [delegate.sizeHint(QStyleOptionViewItem(), model.index(row)).height() for row in range(2)]
    assert heights == [30, 46]
    assert (delegate.ring_left, AgendaDelegate(theme, MADRID, lambda: TODAY, False).ring_left) == (42, 14)


def test_a_count_that_was_cut_off_says_so() -> None:
    assert (how_many(MOST - 1), how_many(MOST)) == (f"{MOST - 1:,}", f"{MOST:,}+")


@pytest.mark.parametrize(
    ("row", "due", "near"),
    [
        (TASK, "21 May 14:30", "in 2 d"),
        (FOLLOW_UP, "21 May", "in 2 d"),
        (replace(FOLLOW_UP, day=TODAY), "today", ""),
        (replace(FOLLOW_UP, day=None), "", ""),
        (replace(FOLLOW_UP, day=TODAY - timedelta(days=1)), "18 May", "1 d late"),
        (replace(FOLLOW_UP, done=True), "21 May", ""),
    ],
)
def test_a_line_says_when_and_how_near(row: AgendaLine, due: str, near: str) -> None:
    assert (due_of(row, MADRID, TODAY), near_of(row, TODAY)) == (due, near)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (TASK, "Send the offer, Kern & Co, 21 May 14:30, Amaia Etxarri"),
        (
            replace(TASK, company="", pending=True),
            "Send the offer, Ada Kern, 21 May 14:30, Amaia Etxarri, saved here, not sent yet",
        ),
        (replace(TASK, done=True), "Send the offer, Kern & Co, done, Amaia Etxarri"),
        (replace(FOLLOW_UP, day=None, owner=""), "Follow up, Kern & Co, no date"),
        (replace(FOLLOW_UP, late=True), "Follow up, Kern & Co, 21 May, late, Amaia Etxarri"),
        (replace(FOLLOW_UP, late=True, kind="step"), "Follow up, Kern & Co, 21 May, Amaia Etxarri"),
    ],
)
def test_a_screen_reader_hears_the_whole_line(row: AgendaLine, words: str) -> None:
    model = model_of(row)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == words
    model.tick(row.name)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"ticked, {words}"


def test_the_lines_keep_qts_rules_while_they_change() -> None:
    model = model_of(TASK, FOLLOW_UP, head=Head("Today", 2))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.tick(TASK.name)
    model.show_groups([(Head("Overdue", 0, True), ()), (Head("Today", 1), (FOLLOW_UP,))])
    assert (model.rowCount(), model.ticked) == (2, set())
    model.show_groups([])
    assert model.rowCount() == 0


def test_a_tick_stays_with_its_line_and_goes_with_it() -> None:
    model = model_of(TASK, FOLLOW_UP)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    model.tick(FOLLOW_UP.name)
    model.tick(TASK.name)
    model.tick(TASK.name)
    assert (model.ticked, changed) == ({FOLLOW_UP.name}, [1, 0, 0])
    model.show_groups([(None, (FOLLOW_UP,))])
    assert model.ticked == {FOLLOW_UP.name}
    model.clear_ticks()
    assert (model.ticked, changed[-1]) == (set(), 0)


def test_headings_are_passed_over_and_cannot_be_chosen() -> None:
    model = model_of(TASK, head=Head("Today", 1))
    assert (model.line(0), model.line(1), model.line(2), model.line(-1)) == (None, TASK, None, None)
    assert (model.neighbour(0, 1), model.neighbour(1, 1), model.neighbour(1, -1)) == (1, None, None)
    assert (model.row_of(TASK.name), model.row_of("task9")) == (1, None)
    assert not model.flags(model.index(0)) & (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(0).data() == "Today, 1"
    assert model.index(1).data() == "Send the offer"


class _Told:
    """What a model tells its views."""

    def __init__(self, model: AgendaModel) -> None:
        self.resets = 0
        self.changed: list[tuple[int, int]] = []
        model.modelReset.connect(self._reset)
        model.dataChanged.connect(lambda first, last, *_: self.changed.append((first.row(), last.row())))

    def _reset(self) -> None:
        self.resets += 1


def test_lines_that_stay_as_they_are_are_not_shown_anew() -> None:
    model = model_of(TASK, FOLLOW_UP, head=Head("Overdue", 2, True))
    told = _Told(model)
    model.show_groups([(Head("Overdue", 2, True), (replace(TASK), replace(FOLLOW_UP, company="Kern")))])
    assert (told.resets, told.changed) == (0, [(2, 2)])
    assert [each.company for each in model.lines()] == ["Kern & Co", "Kern"]


@pytest.mark.parametrize("lines", [(TASK,), (FOLLOW_UP, TASK), (TASK, FOLLOW_UP, replace(TASK, id=RecordId(2)))])
def test_other_lines_or_another_order_are_a_new_list(lines: tuple[AgendaLine, ...]) -> None:
    model = model_of(TASK, FOLLOW_UP)
    told = _Told(model)
    model.show_groups([(None, lines)])
    assert (told.resets, told.changed) == (1, [])
    assert tuple(model.lines()) == lines


def test_all_are_ticked_at_once_and_none_again() -> None:
    model = model_of(TASK, FOLLOW_UP, head=Head("Overdue", 2, True))
    told = _Told(model)
    model.tick_all()
    assert model.ticked == {TASK.name, FOLLOW_UP.name}
    model.clear_ticks()
    model.clear_ticks()
    assert (model.ticked, told.changed) == (set(), [(0, 2), (0, 2)])
