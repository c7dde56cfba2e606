"""How the lines of the inbox are painted: what stands where, in which colour and weight."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from journeydesk.domain.ids import Key, RecordId
from journeydesk.services.rows.alerts import AlertRow
from journeydesk.services.rows.common import Amount
from journeydesk.ui.delegates.alert_delegate import AlertDelegate
from journeydesk.ui.models.alert_model import GROUP, ROW, AlertModel, Group, grouped
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.alerts import alert_sentence
from tests.ui.delegates.conftest import MADRID, NONE, NOW, SELECTED, painted
from tests.ui.painted import Painted

WIDTH = 424
RIGHT = WIDTH - 17
ALERT = AlertRow(
    id=RecordId(1),
    key=Key("ALR-1"),
    prospect=RecordId(7),
    priority="High",
    status="Pending",
    company="Quillon Freight",
    contact="Adaeze Nwokorie",
    owner="Amaia Etxarri",
    reason="Calls fell from 1,082 to 286",
    rule="churn risk",
    raised_at=NOW - timedelta(hours=3),
    expires_at=NOW + timedelta(days=5, hours=1),
    snoozed_until=None,
    unread=True,
    value=Amount(64_000, "EUR"),
    monthly=True,
)
SOON = replace(ALERT, expires_at=NOW + timedelta(hours=18, minutes=1))


def model_of(alerts: Sequence[AlertRow], asleep: Sequence[AlertRow] = (), by: str = "Priority") -> AlertModel:
    model = AlertModel(lambda alert: alert_sentence(alert, NOW, MADRID))
    model.set_alerts(alerts, asleep, by)
    return model


def line(theme: Theme, alert: AlertRow = ALERT, *, selected: bool = False, many: bool = False) -> Painted:
    """One alert as it is painted."""
    delegate = AlertDelegate(theme, lambda: NOW, MADRID)
    delegate.many = many
    model = model_of([alert])
    return painted(delegate, model.index(1), WIDTH, SELECTED if selected else NONE)


def head(theme: Theme, model: AlertModel, row: int = 0) -> Painted:
    """A heading as it is painted."""
    return painted(AlertDelegate(theme, lambda: NOW, MADRID), model.index(row), WIDTH)


def test_an_alert_has_three_lines_of_words(theme: Theme) -> None:
    painting = line(theme)
    assert sorted(painting.texts) == sorted(
        [
            "3 h",
            "Quillon Freight",
            "Adaeze Nwokorie · Amaia Etxarri",
            "€640 a month",
            "Calls fell from 1,082 to 286",
        ]
    )
    lines = [painting.only(words) for words in ("Quillon Freight", "Adaeze Nwokorie · Amaia Etxarri")]
    reason = painting.only("Calls fell from 1,082 to 286")
    assert [words.left for words in (*lines, reason)] == [51, 51, 51]
    assert 0 < lines[0].baseline < lines[1].baseline < reason.baseline < ROW


def test_what_nobody_has_read_is_strong_and_has_a_dot(theme: Theme) -> None:
    painting = line(theme)
    assert painting.only("Quillon Freight").weight == 600
    (dot,) = [shape for shape in painting.of_color(theme.color("accent").name()) if shape.kind in ("circle", "ellipse")]
    assert (dot.left, dot.top, dot.width, dot.height) == (9, 19, 8, 8)
    read = line(theme, replace(ALERT, unread=False))
    assert read.only("Quillon Freight").weight == 400
    assert read.of_color(theme.color("accent").name()) == []


def test_the_words_at_the_right_keep_their_distance(theme: Theme) -> None:
    painting = line(theme, SOON)
    for words in ("3 h", "expires in 18 h", "€640 a month"):
        left = painting.only(words).left
        assert RIGHT - 160 < left < RIGHT
    assert painting.only("3 h").baseline < painting.only("expires in 18 h").baseline < painting.only("€640 a month").baseline
    assert painting.only("€640 a month").weight == 500
    assert painting.only("€640 a month").color == theme.color("text2").name()


def test_only_what_expires_within_two_days_says_so(theme: Theme) -> None:
    painting = line(theme, replace(ALERT, expires_at=NOW + timedelta(hours=47)))
    (words,) = [words for words in painting.words if words.text.startswith("expires")]
    assert (words.color, words.weight) == (theme.color("warn").name(), 500)
    later = line(theme, replace(ALERT, expires_at=NOW + timedelta(hours=49)))
    assert not [words for words in later.texts if words.startswith("expires")]


def test_what_has_expired_says_when(theme: Theme) -> None:
    over = line(theme, replace(ALERT, status="Expired", expires_at=NOW - timedelta(days=3)))
    assert [words for words in over.texts if words.startswith("expired ")]


def test_what_sleeps_says_until_when_not_its_end(theme: Theme) -> None:
    until = line(theme, replace(ALERT, snoozed_until=NOW + timedelta(days=1)))
    assert "until tomorrow 11:05" in until.texts
    assert not [words for words in until.texts if words.startswith("expires")]
    assert "until it replies" in line(theme, replace(ALERT, snoozed_for="replies")).texts


def test_an_alert_without_company_names_the_contact_once(theme: Theme) -> None:
    painting = line(theme, replace(ALERT, company=""))
    assert painting.texts.count("Adaeze Nwokorie") == 1
    assert "Amaia Etxarri" in painting.texts
    assert "Adaeze Nwokorie · Amaia Etxarri" not in painting.texts


def test_an_alert_of_the_team_has_no_people_below(theme: Theme) -> None:
    painting = line(theme, replace(ALERT, contact="", owner=""))
    assert "Quillon Freight" in painting.texts
    assert not [words for words in painting.texts if "·" in words]


def test_what_waits_to_be_sent_has_a_ring(theme: Theme) -> None:
    mark = theme.color("warn-mark").name()
    (ring,) = line(theme, replace(ALERT, pending=True)).of_color(mark)
    assert 51 + 60 < ring.left < 51 + 140
    assert abs(ring.top + ring.height / 2 - 18) < 1.5
    assert line(theme).of_color(mark) == []


def test_a_long_name_is_cut_before_the_ring_and_the_age(theme: Theme) -> None:
    name = "The International Depot of Quillon Freight, Rope, Sail and Sons"
    painting = line(theme, replace(ALERT, company=name, pending=True))
    (cut,) = [words.text for words in painting.words if words.text.endswith("…")]
    assert name.startswith(cut[:-1])
    (ring,) = painting.of_color(theme.color("warn-mark").name())
    assert ring.left + ring.width < painting.only("3 h").left


def test_a_selected_alert_has_its_ground_and_a_bar(theme: Theme) -> None:
    painting = line(theme, selected=True)
    (ground,) = [shape for shape in painting.of_color(theme.color("sel").name()) if shape.width == WIDTH]
    assert ground.height == ROW
    (bar,) = [shape for shape in painting.of_color(theme.color("accent").name()) if shape.width == 3]
    assert (bar.left, bar.top, bar.height) == (0, 0, ROW - 1)
    assert line(theme).of_color(theme.color("sel").name()) == []


def icon_box(painting: Painted, color: str, below: float = WIDTH) -> tuple[float, float, float, float]:
    """The outline of what is painted in a colour left of a place: left, top, right, bottom."""
    parts = [shape for shape in painting.of_color(color) if shape.left < below and shape.width < 30]
    return (
        min(shape.left for shape in parts),
        min(shape.top for shape in parts),
        max(shape.left + shape.width for shape in parts),
        max(shape.top + shape.height for shape in parts),
    )


def test_the_icon_of_the_priority_stands_between_dot_and_name(theme: Theme) -> None:
    left, top, right, bottom = icon_box(line(theme), theme.color("high").name(), 51)
    assert left >= 26
    assert top >= 10
    assert right <= 42
    assert bottom <= 26
    assert (left + right) / 2 == pytest.approx(34, abs=0.6)
    assert (top + bottom) / 2 == pytest.approx(18, abs=1.2)


def test_the_icon_of_a_heading_stands_in_its_middle(theme: Theme) -> None:
    left, top, right, bottom = icon_box(head(theme, model_of([ALERT])), theme.color("high").name(), 39)
    assert (left + right) / 2 == pytest.approx(24, abs=0.6)
    assert (top + bottom) / 2 == pytest.approx(14, abs=1.2)


@pytest.mark.parametrize(("field", "beside"), [("company", "3 h"), ("contact", "expires in 18 h"), ("reason", "€640 a month")])
def test_long_words_end_ten_pixels_before_what_is_beside(theme: Theme, field: str, beside: str) -> None:
    short = line(theme, SOON)
    painting = line(theme, replace(SOON, **{field: "w" * 200}))  # type: ignore[arg-type]
    (cut,) = [words for words in painting.words if words.text.endswith("…")]
    metrics = QFontMetricsF(theme.font(0 if field == "company" else -1, cut.weight))
    end = cut.left + metrics.horizontalAdvance(cut.text)
    assert 4 <= short.only(beside).left - end < 10 + metrics.horizontalAdvance("ww")
    assert painting.only(beside).left == short.only(beside).left


def test_a_long_heading_leaves_room_for_its_count(theme: Theme) -> None:
    painting = head(theme, model_of([replace(ALERT, rule="r" * 200)], by="Rule"))
    title, count = painting.words
    assert title.text.endswith("…")
    assert (count.text, title.left) == ("1", 16)
    assert WIDTH - 16 - 60 < count.left <= WIDTH - 60 + 7 + 1


def test_the_keyboard_without_selection_has_a_ring(theme: Theme) -> None:
    model = model_of([ALERT])
    delegate = AlertDelegate(theme, lambda: NOW, MADRID)
    focused = QStyle.StateFlag.State_HasFocus
    accent = theme.color("accent").name()

    def rings(state: QStyle.StateFlag) -> list[float]:
        shapes = painted(delegate, model.index(1), WIDTH, state).shapes
        return [shape.width for shape in shapes if shape.stroke == accent and shape.width > 300]

    assert rings(focused) == [WIDTH - 2]
    assert rings(focused | SELECTED) == []
    hovered = painted(delegate, model.index(1), WIDTH, QStyle.StateFlag.State_MouseOver)
    assert [s.height for s in hovered.of_color(theme.color("hover").name())] == [ROW]


def test_among_many_a_tick_takes_the_place_of_the_dot(theme: Theme) -> None:
    dots = [s for s in line(theme, selected=True, many=True).shapes if s.kind in ("circle", "ellipse") and s.width == 8]
    assert dots == []
    assert len(line(theme, selected=True, many=True).shapes) > len(line(theme, selected=True).shapes) - 1
    unselected = [s for s in line(theme, many=True).shapes if s.kind in ("circle", "ellipse") and s.width == 8]
    assert len(unselected) == 1


def test_every_line_ends_with_a_hairline(theme: Theme) -> None:
    for painting, height in ((line(theme), ROW), (head(theme, model_of([ALERT])), GROUP)):
        hairline = painting.of_color(theme.color("line").name())[-1]
        assert (hairline.left, hairline.top, hairline.width, hairline.height) == (0, height - 1, WIDTH, 1)


@pytest.mark.parametrize(("priority", "token"), [("Urgent", "urgent"), ("High", "high"), ("Normal", "normal")])
def test_a_priority_colours_its_heading(theme: Theme, priority: str, token: str) -> None:
    model = model_of([replace(ALERT, id=RecordId(number), priority=priority) for number in range(3)])  # type: ignore[arg-type]
    painting = head(theme, model)
    title, count = painting.words
    assert (title.text, title.color, title.weight, title.left) == (priority, theme.color(token).name(), 600, 39)
    assert (count.text, count.color) == ("3", theme.color("text2").name())
    assert count.left > title.left + 20


def test_a_heading_of_a_rule_has_no_icon(theme: Theme) -> None:
    painting = head(theme, model_of([ALERT], by="Rule"))
    title = painting.words[0]
    assert (title.text, title.left, title.color) == ("Churn risk", 16, theme.color("text2").name())
    grounds = painting.of_color(theme.color("panel").name())
    assert grounds[0].height == GROUP


def test_what_sleeps_stands_below_a_moon(theme: Theme) -> None:
    model = model_of([ALERT], [replace(ALERT, id=RecordId(2), snoozed_for="pays")])
    painting = head(theme, model, 2)
    assert [words.text for words in painting.words] == ["Snoozed", "1"]
    assert painting.words[0].left == 39


def test_headings_are_lower_than_alerts(theme: Theme) -> None:
    delegate, model = AlertDelegate(theme, lambda: NOW, MADRID), model_of([ALERT])
    heights = [delegate.sizeHint(QStyleOptionViewItem(), model.index(row)).height() for row in range(2)]
    assert heights == [28, 69]


def test_groups_stand_by_their_most_urgent_then_by_name() -> None:
    alerts = [
        replace(ALERT, id=RecordId(1), owner="Zoe", priority="High"),
        replace(ALERT, id=RecordId(2), owner="amaia", priority="High"),
        replace(ALERT, id=RecordId(3), owner="", priority="Normal"),
        replace(ALERT, id=RecordId(4), owner="Wilk", priority="Urgent"),
        replace(ALERT, id=RecordId(5), owner="Zoe", priority="Normal"),
    ]
    headings = [(row.title, row.count) for row in grouped(alerts, "Owner") if isinstance(row, Group)]
    assert headings == [("Wilk", 1), ("amaia", 1), ("Zoe", 2), ("Nobody", 1)]


def test_only_headings_of_priorities_carry_one() -> None:
    assert [row.priority for row in grouped([ALERT], "Priority") if isinstance(row, Group)] == ["High"]
    assert [row.priority for row in grouped([ALERT], "Prospect") if isinstance(row, Group)] == [None]


def test_the_inbox_keeps_qts_rules_while_it_changes(theme: Theme) -> None:
    model = model_of([ALERT])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_alerts([ALERT, replace(ALERT, id=RecordId(2), priority="Urgent")])
    model.set_alerts([replace(ALERT, unread=False)], [replace(ALERT, id=RecordId(2))], "Rule")
    model.set_alerts([])
    assert model.rowCount() == 0


def test_changed_facts_are_told_and_the_list_is_not_reset() -> None:
    model = model_of([ALERT, replace(ALERT, id=RecordId(2))])
    resets: list[int] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, last, _roles: changed.append(first.row()))
    model.set_alerts([ALERT, replace(ALERT, id=RecordId(2), unread=False)])
    assert (resets, changed) == ([], [2])
    model.set_alerts([ALERT])
    assert (resets, changed) == ([1], [2])


def test_steps_go_over_headings_and_stop_at_the_ends() -> None:
    urgent = replace(ALERT, id=RecordId(2), priority="Urgent")
    model = model_of([urgent, ALERT])
    assert [model.neighbour(row, 1) for row in range(-1, 4)] == [1, 1, 3, 3, None]
    assert [model.neighbour(row, -1) for row in range(4)] == [None, None, 1, 1]
    assert (model.row_of(RecordId(1)), model.row_of(RecordId(9))) == (3, None)
    assert (model.alert(0), model.alert(1), model.alert(4), model.alert(-1)) == (None, urgent, None, None)
    assert [alert.id for alert in model.alerts()] == [2, 1]


def test_a_heading_is_heard_with_its_count_and_not_chosen() -> None:
    model = model_of([ALERT])
    assert model.index(0).data() == "High, 1"
    assert model.index(1).data() == "Quillon Freight"
    assert not model.flags(model.index(0)) & model.flags(model.index(1)).ItemIsSelectable
    assert model.flags(model.index(1)) & model.flags(model.index(1)).ItemIsSelectable


def test_an_alert_of_the_whole_team_says_its_rule(theme: Theme) -> None:
    painting = line(theme, replace(ALERT, company="Whole team", contact="", owner="", rule="daily: applications"))
    about, reason = painting.only("Daily: applications"), painting.only(ALERT.reason)
    assert painting.only("Whole team").baseline < about.baseline < reason.baseline
