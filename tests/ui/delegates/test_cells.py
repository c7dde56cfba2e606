"""Every column of the list as it is painted and said."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QRect

from journeydesk.domain.lists.columns import COLUMNS, SHOWN, Column, Kind, column_named
from journeydesk.services.rows.common import Amount, Since, StageMark
from journeydesk.services.rows.prospects import Cell, ProspectRow
from journeydesk.ui.cells import CellPainter, LineState, cell_words
from journeydesk.ui.theme import Theme
from tests.ui.delegates.conftest import MADRID, PROSPECT, TODAY
from tests.ui.painted import Painted

WIDTH, HEIGHT = 160, 37
NORMAL = LineState()
COMPACT = LineState(compact=True)


def column(key: str) -> Column:
    found = column_named(key)
    assert found is not None
    return found


def cell(theme: Theme, key: str, row: ProspectRow = PROSPECT, state: LineState = NORMAL, width: int = WIDTH) -> Painted:
    painter = CellPainter(theme, lambda: TODAY, MADRID)
    return Painted(lambda p: painter.paint(p, QRect(0, 0, width, HEIGHT), row, column(key), state), width, HEIGHT)


def holding(key: str, value: Cell) -> ProspectRow:
    """A row of which a column holds this value."""
    return replace(PROSPECT, others={**PROSPECT.others, key: value})


def test_the_company_stands_above_its_contact(theme: Theme) -> None:
    painting = cell(theme, "company")
    company, contact = painting.words
    assert (company.text, contact.text) == ("Quillon Freight", "Adaeze Nwokorie")
    assert (company.color, contact.color) == (theme.color("text").name(), theme.color("text2").name())
    assert company.left == contact.left == 6
    assert 0 < company.baseline < contact.baseline < HEIGHT
    assert company.size > contact.size
    assert (company.weight, contact.weight) == (400, 400)
    assert painting.shapes == []


def test_the_current_line_names_its_company_stronger(theme: Theme) -> None:
    company, contact = cell(theme, "company", state=LineState(current=True)).words
    assert (company.weight, contact.weight) == (500, 400)


def test_a_compact_line_has_the_company_alone_in_its_middle(theme: Theme) -> None:
    (company,) = cell(theme, "company", state=COMPACT).words
    assert company.text == "Quillon Freight"
    assert HEIGHT / 2 < company.baseline < HEIGHT / 2 + 8


def test_who_has_no_company_is_named_once(theme: Theme) -> None:
    assert cell(theme, "company", replace(PROSPECT, company="")).texts == ["Adaeze Nwokorie"]


def test_a_deleted_prospect_is_named_in_grey(theme: Theme) -> None:
    colors = {words.color for words in cell(theme, "company", replace(PROSPECT, deleting=True)).words}
    assert colors == {theme.color("disabled").name()}


def test_what_waits_has_a_ring_behind_its_name(theme: Theme) -> None:
    painting = cell(theme, "company", replace(PROSPECT, pending=True))
    (ring,) = painting.of_color(theme.color("warn-mark").name())
    assert ring.kind == "circle"
    assert 60 < ring.left < 140
    assert abs(ring.top + 3 - 11) < 2


def test_a_conflict_has_its_own_mark_instead_of_the_ring(theme: Theme) -> None:
    row = replace(PROSPECT, pending=True, conflict=True)
    painting = cell(theme, "company", row)
    assert painting.of_color(theme.color("warn-mark").name()) == []
    marks = painting.of_color(theme.color("warn").name())
    place = CellPainter(theme, lambda: TODAY, MADRID).conflict_mark(QRect(0, 0, WIDTH, HEIGHT), row, NORMAL)
    assert marks
    assert all(place.contains(round(mark.left), round(mark.top)) for mark in marks)
    assert place.width() == place.height() == 24


def test_a_long_name_leaves_room_for_its_mark(theme: Theme) -> None:
    row = replace(PROSPECT, company="The Depot of Quillon Freight and Sons", pending=True)
    painting = cell(theme, "company", row)
    assert painting.texts[0].endswith("…")
    (ring,) = painting.of_color(theme.color("warn-mark").name())
    assert ring.left + ring.width <= WIDTH
    place = CellPainter(theme, lambda: TODAY, MADRID).conflict_mark(
        QRect(0, 0, WIDTH, HEIGHT), replace(row, conflict=True), NORMAL
    )
    assert place.right() <= WIDTH


def test_without_a_conflict_there_is_no_mark_to_press(theme: Theme) -> None:
    assert CellPainter(theme, lambda: TODAY, MADRID).conflict_mark(QRect(0, 0, WIDTH, HEIGHT), PROSPECT, NORMAL).isEmpty()


def test_the_stage_is_a_chip_of_number_and_name(theme: Theme) -> None:
    painting = cell(theme, "stage")
    assert painting.texts == ["3", "Evaluate"]
    assert painting.of_color(theme.stage(3).chip.name())[0].left == pytest.approx(6, abs=1)
    assert cell(theme, "stage", replace(PROSPECT, stage=None)).words == []


def test_the_score_is_a_number_and_a_bar_of_its_share(theme: Theme) -> None:
    painting = cell(theme, "score")
    assert painting.only("34").weight == 500
    (whole,) = painting.of_color(theme.color("line2").name())
    (part,) = painting.of_color(theme.color("text2").name())
    assert (whole.left, whole.width) == (35, 34)
    assert part.left == 35
    assert part.width == pytest.approx(34 * 34 / 50, abs=0.5)
    nothing = cell(theme, "score", replace(PROSPECT, score=None))
    assert (nothing.words, nothing.shapes) == ([], [])


def test_a_score_of_nothing_is_shown_as_nought(theme: Theme) -> None:
    assert cell(theme, "score", replace(PROSPECT, score=0)).texts == ["0"]


def test_the_status_is_quiet_and_the_risk_is_not(theme: Theme) -> None:
    quiet = cell(theme, "status")
    assert quiet.only("Reviewing").color == theme.color("text2").name()
    assert quiet.shapes == []
    risk = cell(theme, "status", replace(PROSPECT, at_risk=True, status="At risk"))
    assert risk.only("At risk").color == theme.color("warn").name()
    assert risk.only("At risk").left == 25
    assert risk.of_color(theme.color("warn").name())[0].left < 21


@pytest.mark.parametrize(
    ("day", "first", "second", "tone", "tone_below", "weight"),
    [
        (date(2026, 5, 18), "18 May", "1 d late", "danger", "danger", 400),
        (date(2026, 5, 19), "19 May", "today", "text", "text", 500),
        (date(2026, 5, 20), "20 May", "tomorrow", "text", "text3", 400),
        (date(2027, 1, 4), "4 Jan 2027", "", "text", "text3", 400),
    ],
)
def test_a_follow_up_says_how_near_it_is(
    theme: Theme, day: date, first: str, second: str, tone: str, tone_below: str, weight: int
) -> None:
    painting = cell(theme, "follow_up", replace(PROSPECT, follow_up=day))
    assert painting.texts == [text for text in (first, second) if text]
    assert (painting.words[0].color, painting.words[0].weight) == (theme.color(tone).name(), weight)
    if second:
        below = painting.words[1]
        assert below.color == theme.color(tone_below).name()
        assert below.weight == weight
        assert below.baseline > painting.words[0].baseline


def test_a_compact_line_keeps_the_day_alone(theme: Theme) -> None:
    assert cell(theme, "follow_up", state=COMPACT).texts == ["21 May"]
    assert cell(theme, "follow_up", replace(PROSPECT, follow_up=None)).words == []


def test_the_owner_is_a_round_mark_of_initials(theme: Theme) -> None:
    painting = cell(theme, "owner")
    assert painting.texts == ["AE"]
    (mark,) = painting.of_color(theme.color("sunk").name())
    assert (round(mark.left), round(mark.width)) == (6, 21)
    assert cell(theme, "owner", state=LineState(chosen=True)).of_color(theme.color("sunk").name()) == []
    assert cell(theme, "owner", replace(PROSPECT, owner="")).words == []


def test_money_ends_at_the_right_of_its_column(theme: Theme) -> None:
    short = cell(theme, "revenue", replace(PROSPECT, revenue=Amount(100, "EUR"))).words[0]
    long = cell(theme, "revenue").words[0]
    assert (short.text, long.text) == ("€1", "€48,000")
    assert long.left < short.left < WIDTH - 8
    assert cell(theme, "revenue", replace(PROSPECT, revenue=None)).words == []


def test_the_last_touchpoint_stands_above_its_day(theme: Theme) -> None:
    assert cell(theme, "last_touch").texts == ["Call, no answer", "today 09:12"]
    assert cell(theme, "last_touch", replace(PROSPECT, last_touch_at=None)).words == []


def test_the_source_is_painted_as_it_is_said(theme: Theme) -> None:
    words = cell(theme, "source").only("LinkedIn")
    assert (words.color, words.left, words.weight) == (theme.color("text2").name(), 6, 400)


@pytest.mark.parametrize(
    ("key", "value", "shown", "said"),
    [
        ("job_title", "Head of depots", "Head of depots", "Head of depots"),
        ("deal_probability", 0.35, "35%", "35%"),
        ("journey_points", 120, "120", "120"),
        ("ltv", Amount(640_000, "EUR"), "€6,400", "€6,400.00"),
        ("expected_close", date(2026, 5, 22), "22 May", "22 May 2026"),
        ("applied_on", datetime(2026, 5, 18, 22, 30, tzinfo=UTC), "today 00:30", "18 May 2026 22:30"),
        ("at_risk", 1, "yes", "yes"),
        ("notes", None, "", ""),
        ("ltv", None, "", ""),
    ],
)
def test_a_column_without_a_painter_of_its_own_is_painted(theme: Theme, key: str, value: Cell, shown: str, said: str) -> None:
    row = holding(key, value)
    assert "".join(cell(theme, key, row).texts[:1]) == shown
    assert cell_words(row, column(key)) == said


def test_numbers_end_at_the_right_and_words_begin_at_the_left(theme: Theme) -> None:
    assert cell(theme, "journey_points", holding("journey_points", 7)).words[0].left > WIDTH / 2
    assert cell(theme, "tier", holding("tier", "Explorer")).words[0].left == 6


def test_every_column_can_be_painted_in_both_densities(theme: Theme) -> None:
    values: dict[Kind, Cell] = {
        Kind.STAGE: StageMark(2, "Sign", "Engagement", 6),
        Kind.SCORE: 3,
        Kind.NUMBER: 3,
        Kind.PERCENT: 0.5,
        Kind.MONEY: Amount(5_000, "EUR"),
        Kind.FLAG: 1,
        Kind.DAY: TODAY,
        Kind.MOMENT: datetime(2026, 5, 1, tzinfo=UTC),
    }
    for each in COLUMNS:
        value = Since(datetime(2026, 5, 1, tzinfo=UTC), 9) if each.key == "stage_since" else values.get(each.kind, "words")
        row = holding(each.key, value)
        for state in (NORMAL, COMPACT):
            painting = cell(theme, each.key, row, state)
            assert painting.words, each.key
            assert all(0 <= words.baseline <= HEIGHT and 0 <= words.left < WIDTH for words in painting.words), each.key


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (PROSPECT, "Quillon Freight, Adaeze Nwokorie"),
        (replace(PROSPECT, pending=True), "Quillon Freight, Adaeze Nwokorie, saved here, not sent yet"),
        (replace(PROSPECT, conflict=True, pending=True), "Quillon Freight, Adaeze Nwokorie, changed here and in Airtable"),
    ],
)
def test_a_screen_reader_hears_what_waits(row: ProspectRow, said: str) -> None:
    assert cell_words(row, column("company")) == said


def test_a_screen_reader_hears_every_column_that_is_shown() -> None:
    assert [cell_words(PROSPECT, each) for each in SHOWN[1:]] == [
        "3 Evaluate",
        "34",
        "Reviewing",
        "21 May 2026",
        "Amaia Etxarri",
        "€48,000.00",
        "Call, no answer",
        "LinkedIn",
    ]


def test_since_when_in_a_stage_has_its_day_and_the_working_days(theme: Theme) -> None:
    row = holding("stage_since", Since(datetime(2026, 5, 1, 10, tzinfo=UTC), 9))
    assert cell(theme, "stage_since", row, NORMAL).texts == ["1 May", "9 working days"]
    assert cell(theme, "stage_since", row, COMPACT).texts == ["1 May · 9 working days"]
    column = column_named("stage_since")
    assert column is not None
    assert cell_words(row, column).endswith(", 9 working days")
