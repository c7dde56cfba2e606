"""How a card of the board is painted, and what a column of cards keeps while they come and go."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.board import CardRow
from journeydesk.services.rows.common import Amount
from journeydesk.ui.delegates.card_delegate import CARD, DROP_GAP, GAP, CardDelegate
from journeydesk.ui.models.board_model import ColumnModel, place_of
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.cards import card_day, card_sentence, days_in_stage
from tests.ui.delegates.conftest import NONE, TODAY, painted
from tests.ui.painted import Painted, Words

WIDTH = 220
PAD = 10
CARD_OF_KERN = CardRow(
    id=RecordId(1),
    company="Kern & Co",
    contact="Ada Kern",
    revenue=Amount(4_800_000, "EUR"),
    score=25,
    days=9,
    limit_days=30,
    follow_up=date(2026, 5, 22),
    alert=None,
    owner="Amaia Etxarri",
)
FOCUSED = QStyle.StateFlag.State_HasFocus
HOVERED = QStyle.StateFlag.State_MouseOver


class Cards:
    """What a column reads its cards from."""

    def __init__(self, *cards: CardRow) -> None:
        self.cards = list(cards)
        self.reads: list[tuple[int, int]] = []

    def load(self, offset: int, limit: int) -> list[CardRow]:
        """A page, as the query gives it."""
        self.reads.append((offset, limit))
        return sorted(self.cards, key=place_of)[offset : offset + limit]


def column_of(*cards: CardRow, page: int = 50) -> tuple[ColumnModel, Cards]:
    source = Cards(*cards)
    model = ColumnModel(source.load, lambda card: card_sentence(card, "Evaluate", TODAY), page)
    model.refresh()
    return model, source


def cards(count: int) -> list[CardRow]:
    return [replace(CARD_OF_KERN, id=RecordId(number), company=f"Kern {number}") for number in range(1, count + 1)]


def shown(model: ColumnModel) -> list[int]:
    return [card.id for row in range(model.rowCount()) if (card := model.card(row)) is not None]


def card(theme: Theme, row: CardRow = CARD_OF_KERN, state: QStyle.StateFlag = NONE, width: int = WIDTH) -> Painted:
    """One card as it is painted."""
    model, _ = column_of(row)
    return painted(CardDelegate(theme, lambda: TODAY), model.index(0), width, state)


def frame(painting: Painted) -> tuple[str, str]:
    """The ground and the line of the card; the ring of the keyboard lies over its own line."""
    widest = max(shape.width for shape in painting.shapes)
    outlines = [shape for shape in painting.shapes if shape.width > widest - 3]
    return outlines[0].fill, outlines[-1].stroke


def test_a_card_names_company_contact_amount_and_days(theme: Theme) -> None:
    painting = card(theme)
    assert set(painting.texts) == {"Kern & Co", "€48k", "Ada Kern", "25", "9 d", "22 May"}
    company, contact = painting.only("Kern & Co"), painting.only("Ada Kern")
    assert (company.left, contact.left) == (PAD, PAD)
    assert company.weight == 600
    assert company.baseline < contact.baseline < painting.only("9 d").baseline < CARD


def test_amount_and_day_end_at_the_right(theme: Theme) -> None:
    painting = card(theme)
    wider = card(theme, width=WIDTH + 40)
    for words in ("€48k", "22 May"):
        assert WIDTH / 2 < painting.only(words).left < WIDTH - PAD
        assert wider.only(words).left - painting.only(words).left == 40


def test_a_card_without_company_is_named_by_its_contact(theme: Theme) -> None:
    painting = card(theme, replace(CARD_OF_KERN, company=""))
    assert painting.texts.count("Ada Kern") == 1
    assert painting.only("Ada Kern").weight == 600


def test_what_nobody_knows_is_not_painted(theme: Theme) -> None:
    painting = card(theme, replace(CARD_OF_KERN, revenue=None, score=None, follow_up=None))
    assert set(painting.texts) == {"Kern & Co", "Ada Kern", "9 d"}


@pytest.mark.parametrize(
    ("days", "words", "token", "weight"),
    [(-2, "17 May", "danger", 500), (0, "today", "text", 500), (3, "22 May", "text2", 400)],
)
def test_a_follow_up_is_coloured_by_its_lateness(theme: Theme, days: int, words: str, token: str, weight: int) -> None:
    day = card(theme, replace(CARD_OF_KERN, follow_up=TODAY + timedelta(days=days))).only(words)
    assert (day.color, day.weight) == (theme.color(token).name(), weight)


def test_a_late_day_has_a_red_calendar(theme: Theme) -> None:
    def red(row: CardRow) -> int:
        return len(card(theme, row).of_color(theme.color("danger").name()))

    assert red(replace(CARD_OF_KERN, follow_up=TODAY - timedelta(days=1))) > 0
    assert red(CARD_OF_KERN) == 0


def test_a_day_without_room_for_its_calendar_has_none(theme: Theme) -> None:
    late = replace(CARD_OF_KERN, follow_up=TODAY - timedelta(days=1))
    assert card(theme, late, width=130).of_color(theme.color("danger").name()) == []


@pytest.mark.parametrize("width", [112, 150, 170, 190, 205, 250])
def test_no_digit_of_a_card_is_ever_cut_or_painted_over(theme: Theme, width: int) -> None:
    for follow_up in (date(2026, 4, 23), date(2027, 12, 30), TODAY, None):
        for score, days in ((None, 9), (50, 34), (7, 1234)):
            _assert_whole(theme, width, follow_up, score, days)


def _assert_whole(theme: Theme, width: int, follow_up: date | None, score: int | None, days: int) -> None:
    row = replace(CARD_OF_KERN, follow_up=follow_up, score=score, days=days)
    painting = card(theme, row, width=width)
    bottom = max(words.baseline for words in painting.words)
    line = sorted((words for words in painting.words if words.baseline > bottom - 3), key=lambda words: words.left)
    whole = {str(score), days_in_stage(row), f"{days} d", card_day(follow_up, TODAY)}
    assert {words.text for words in line} <= whole
    ends = [words.left + _width_of(theme, words) for words in line]
    assert all(end <= after.left for end, after in zip(ends, line[1:], strict=False))
    assert ends[-1] <= width - PAD + 1
    if width >= 190 and days < 1000:
        assert card_day(follow_up, TODAY) in {"", *(words.text for words in line)}


def _width_of(theme: Theme, words: Words) -> float:
    return QFontMetricsF(theme.font(-1, words.weight, tabular=True)).horizontalAdvance(words.text)


def test_a_card_over_its_limit_warns_all_over(theme: Theme) -> None:
    over = card(theme, replace(CARD_OF_KERN, days=34))
    assert (over.only("34/30 d").color, over.only("34/30 d").weight) == (theme.color("warn").name(), 500)
    assert frame(over) == (theme.color("warn-soft").name(), theme.color("warn-line").name())
    assert frame(card(theme, replace(CARD_OF_KERN, days=30))) == (theme.color("base").name(), theme.color("line").name())
    assert card(theme).only("9 d").weight == 400


def test_pointer_and_keyboard_show_on_a_card(theme: Theme) -> None:
    assert frame(card(theme, state=HOVERED)) == (theme.color("hover").name(), theme.color("line").name())
    assert frame(card(theme, state=FOCUSED)) == (theme.color("base").name(), theme.color("accent").name())


@pytest.mark.parametrize("priority", ["Urgent", "High", "Normal"])
def test_an_alert_has_its_mark_at_the_top_right(theme: Theme, priority: str) -> None:
    marks = card(theme, replace(CARD_OF_KERN, alert=priority)).of_color(  # type: ignore[arg-type]
        theme.color(priority.lower()).name()
    )
    marks = [mark for mark in marks if mark.top < 30]
    assert marks
    assert all(mark.left >= WIDTH - PAD - 18 for mark in marks)


def test_icons_have_their_room_on_the_card(theme: Theme) -> None:
    late = replace(CARD_OF_KERN, alert="High", follow_up=TODAY - timedelta(days=1), days=34)
    painting = card(theme, late)
    places = {"high": (WIDTH - PAD - 15, 9, 16), "danger": (WIDTH - PAD - 60, 48, 60)}
    for token, (left, top, size) in places.items():
        parts = painting.of_color(theme.color(token).name())
        assert all(left <= part.left and part.left + part.width <= left + size for part in parts)
        assert all(top <= part.top and part.top + part.height <= top + 16 for part in parts)
    glass = [part for part in painting.of_color(theme.color("warn").name()) if part.width < 20]
    assert all(part.left >= PAD + 51 and part.left + part.width <= PAD + 65 for part in glass)
    assert painting.only("34/30 d").left == PAD + 67


def test_names_and_amount_have_the_ink_of_words(theme: Theme) -> None:
    painting = card(theme)
    assert painting.only("Kern & Co").color == theme.color("text").name()
    assert painting.only("€48k").color == theme.color("text").name()
    assert painting.only("Ada Kern").color == theme.color("text2").name()
    assert painting.only("€48k").weight == 500
    assert painting.only("25").left == PAD
    assert painting.only("25").color == theme.color("text2").name()


def test_a_conflict_is_marked_rather_than_what_waits(theme: Theme) -> None:
    ring = theme.color("warn-mark").name()
    split = theme.color("warn").name()
    waiting = card(theme, replace(CARD_OF_KERN, pending=True))
    assert (len(waiting.of_color(ring)), len(waiting.of_color(split))) == (1, 0)
    both = card(theme, replace(CARD_OF_KERN, pending=True, conflict=True))
    assert len(both.of_color(ring)) == 0
    assert len(both.of_color(split)) > 0
    assert card(theme).of_color(ring) == []


def test_a_long_name_leaves_room_for_mark_and_alert(theme: Theme) -> None:
    row = replace(CARD_OF_KERN, company="The Depot of Kern, Kern and their Sons", pending=True, alert="High")
    painting = card(theme, row)
    assert any(words.text.endswith("…") for words in painting.words)
    (ring,) = painting.of_color(theme.color("warn-mark").name())
    assert ring.left + ring.width <= WIDTH - PAD - 15


def test_the_bar_of_the_score_is_its_share(theme: Theme) -> None:
    def filled(score: int) -> float:
        bars = [s for s in card(theme, replace(CARD_OF_KERN, score=score)).shapes if s.left == PAD + 20 and s.height == 4]
        return min(shape.width for shape in bars)

    assert filled(25) == pytest.approx(10, abs=0.5)
    assert filled(40) == pytest.approx(16, abs=0.5)


def test_a_card_in_the_hand_leaves_a_dashed_slot(theme: Theme) -> None:
    model, _ = column_of(CARD_OF_KERN)
    model.set_moving([RecordId(1)])
    painting = painted(CardDelegate(theme, lambda: TODAY), model.index(0), WIDTH)
    assert painting.texts == ["Moving…"]
    assert painting.of_color(theme.color("ctl").name())
    model.set_moving(())
    assert "Kern & Co" in painted(CardDelegate(theme, lambda: TODAY), model.index(0), WIDTH).texts


def test_a_gap_opens_above_the_card_it_comes_before(theme: Theme) -> None:
    model, _ = column_of(*cards(2))
    delegate = CardDelegate(theme, lambda: TODAY)
    model.set_gap(1)
    heights = [delegate.sizeHint(QStyleOptionViewItem(), model.index(row)).height() for row in range(2)]
    assert heights == [CARD + GAP, CARD + GAP + DROP_GAP]
    above, below = (painted(delegate, model.index(row), WIDTH) for row in range(2))
    assert below.only("Kern 2").baseline - above.only("Kern 1").baseline == DROP_GAP


def test_the_lifted_card_is_a_picture_with_its_shadow(theme: Theme) -> None:
    picture = CardDelegate(theme, lambda: TODAY).lifted(CARD_OF_KERN, WIDTH, 2.0)
    assert (picture.width(), picture.height()) == ((WIDTH + 4) * 2, (CARD + 4) * 2)
    assert picture.devicePixelRatio() == 2.0
    image = picture.toImage()
    assert image.pixelColor(2 * 100, 1).name() == theme.color("accent").name()
    assert 0 < image.pixelColor(2 * 100, 2 * CARD + 4).alpha() < 80
    assert image.pixelColor(2 * WIDTH + 6, 2).alpha() == 0


def test_a_column_is_sorted_by_alert_then_by_follow_up() -> None:
    plain, late = replace(CARD_OF_KERN, id=RecordId(2)), replace(CARD_OF_KERN, id=RecordId(3), follow_up=TODAY)
    urgent, normal = (
        replace(CARD_OF_KERN, id=RecordId(4), alert="Urgent", follow_up=None),
        replace(CARD_OF_KERN, id=RecordId(5), alert="Normal"),
    )
    never = replace(CARD_OF_KERN, id=RecordId(6), follow_up=None)
    model, _ = column_of(never, plain, late, normal, urgent)
    assert shown(model) == [4, 5, 3, 2, 6]
    assert model.landing_row(replace(plain, id=RecordId(9), alert="High")) == 1
    assert model.landing_row(replace(never, id=RecordId(9))) == 5
    assert model.landing_row(late) == 2


def test_pages_are_read_as_the_view_asks_for_them() -> None:
    model, source = column_of(*cards(7), page=3)
    root = QModelIndex()
    assert (shown(model), model.canFetchMore(root)) == ([1, 2, 3], True)
    model.fetchMore(root)
    assert (shown(model), model.canFetchMore(root)) == ([1, 2, 3, 4, 5, 6], True)
    model.fetchMore(root)
    assert (shown(model), model.canFetchMore(root)) == ([1, 2, 3, 4, 5, 6, 7], False)
    assert source.reads == [(0, 3), (3, 3), (6, 3)]
    model.fetchMore(root)
    assert len(source.reads) == 3


def test_a_card_that_moved_between_two_pages_comes_once() -> None:
    model, source = column_of(*cards(5), page=3)
    source.cards[4] = replace(source.cards[4], alert="Urgent")
    model.fetchMore(QModelIndex())
    assert shown(model) == [1, 2, 3, 4]


def test_reading_again_reads_as_much_as_was_loaded() -> None:
    model, source = column_of(*cards(9), page=3)
    model.fetchMore(QModelIndex())
    model.refresh()
    assert source.reads[-1] == (0, 6)
    assert model.canFetchMore(QModelIndex())
    source.cards = source.cards[:4]
    model.refresh()
    assert (shown(model), model.canFetchMore(QModelIndex())) == ([1, 2, 3, 4], False)


def test_another_page_size_reads_that_many() -> None:
    model, source = column_of(*cards(9), page=3)
    model.set_page(2)
    assert (shown(model), source.reads[-1], model.canFetchMore(QModelIndex())) == ([1, 2], (0, 2), True)
    model.set_page(50)
    assert (len(shown(model)), model.canFetchMore(QModelIndex())) == (9, False)


def test_cards_come_and_go_by_qts_rules_without_a_reset() -> None:
    model, source = column_of(*cards(4))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[int] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    source.cards = [source.cards[0], *cards(7)[4:], replace(source.cards[3], score=40)]
    model.refresh()
    assert shown(model) == [1, 4, 5, 6, 7]
    assert (resets, changed) == ([], [1])
    source.cards[0] = replace(source.cards[0], follow_up=None)
    model.refresh()
    assert (shown(model), resets) == ([4, 5, 6, 7, 1], [1])


def test_a_card_is_heard_as_a_sentence() -> None:
    model, _ = column_of(replace(CARD_OF_KERN, days=34, alert="High", pending=True, follow_up=TODAY - timedelta(days=2)))
    heard = model.index(0).data(11)
    assert heard == (
        "Kern & Co, Ada Kern, €48k, Evaluate, score 25, 34 working days in stage, limit 30, "
        "follow-up 17 May, 2 days late, high alert, saved here, not sent yet"
    )
    assert model.index(0).data(3) == heard


def test_a_card_that_is_not_loaded_has_no_row() -> None:
    model, _ = column_of(*cards(2))
    assert (model.row_of(RecordId(2)), model.row_of(RecordId(9))) == (1, None)
    assert (model.card(-1), model.card(2)) == (None, None)
