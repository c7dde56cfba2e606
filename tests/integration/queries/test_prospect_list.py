"""The prospect list's questions: pages of ids, lines as shown, views kept and given back."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import Kind, Operator, column_named
from journeydesk.domain.values import Stored
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit, log_interaction, move
from journeydesk.services.commands.views import save_view
from journeydesk.services.queries.lists import board
from journeydesk.services.queries.lists import prospects as questions
from journeydesk.services.queries.lists import views as view_questions
from journeydesk.services.queries.lists.prospects import prospect_rows
from journeydesk.services.queries.lists.shown_ids import PAGE, all_shown, first_shown, prospect_ids
from journeydesk.services.rows.common import Amount, StageMark
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.storage.engine import sql
from journeydesk.storage.lists import first_page
from journeydesk.storage.lists.prospect_lines import OTHER_COLUMNS
from journeydesk.storage.records import bulk
from journeydesk.storage.sync.bases import clear_touched
from tests.integration.office import Office

BY_NAME = ListView(sort=(SortKey("company"),))


def many(office: Office, count: int) -> list[RecordId]:
    rows: list[dict[str, Stored]] = [
        {"key": f"BETA-{n}", "company": f"Firm {n:05d}", "estimated_revenue": n} for n in range(count)
    ]
    with office.context.database.write() as connection:
        return bulk.insert_many(connection, "prospects", rows, office.context.author())


def test_a_short_list_is_known_whole_at_once(office: Office) -> None:
    ids = many(office, PAGE * 2 + 17)
    shown = first_shown(office.context, BY_NAME)
    assert (list(shown.ids), shown.whole, shown.total) == (ids, True, len(ids))
    assert list(prospect_ids(office.context, BY_NAME)) == ids


def test_a_long_list_is_known_by_its_first_page(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = many(office, PAGE + 2)
    monkeypatch.setattr(first_page, "LARGE", PAGE)
    shown = first_shown(office.context, BY_NAME)
    assert (list(shown.ids), shown.whole) == (ids[:PAGE], False)
    shown = all_shown(office.context, BY_NAME)
    assert (list(shown.ids), shown.whole, shown.total) == (ids, True, len(ids))


def test_an_empty_list_is_whole(office: Office) -> None:
    shown = first_shown(office.context, ListView())
    assert (list(shown.ids), shown.whole, shown.total) == ([], True, 0)


def test_lines_come_in_the_order_asked_without_those_gone(office: Office) -> None:
    ids = many(office, 4)
    rows = prospect_rows(office.context, [ids[2], RecordId(999), ids[0], ids[2]])
    assert [row.id for row in rows] == [ids[2], ids[0], ids[2]]


def test_a_line_shows_stage_money_and_last_touch(office: Office) -> None:
    prospect = office.prospect(
        company="Quillon", contact_name="Ida", owner="Amaia", estimated_revenue=123_456, next_follow_up="2026-05-22", score=31
    )
    office.add("interactions", prospect=prospect, type="Call", outcome="No answer", date=office.ago(hours=2))
    move(office.context, prospect, "Engagement", "Commitment")
    (row,) = prospect_rows(office.context, [prospect])
    assert (row.company, row.contact, row.owner, row.status) == ("Quillon", "Ida", "Amaia", "New")
    assert row.stage == StageMark(3, "Commitment", "Engagement", 6)
    assert row.revenue == Amount(123_456, "EUR")
    assert row.follow_up == date(2026, 5, 22)
    assert row.last_touch == "Call, no answer"
    assert row.last_touch_at == datetime(2026, 5, 19, 7, 5, tzinfo=UTC)
    assert (row.pending, row.conflict, row.deleting) == (True, False, False)


def test_an_empty_line_shows_nothing_rather_than_none(office: Office) -> None:
    (row,) = prospect_rows(office.context, [office.prospect(company=None, status=None)])
    assert (row.company, row.contact, row.owner, row.status, row.last_touch) == ("", "", "", "", "")
    assert (row.stage, row.score, row.revenue, row.follow_up, row.last_touch_at) == (None, None, None, None, None)


@pytest.mark.parametrize(
    ("values", "status", "at_risk"),
    [
        ({"status": "Active"}, "Active", False),
        ({"status": "Active", "customer_status": "CUSTOMER"}, "Customer", False),
        ({"status": "Active", "customer_status": "CUSTOMER", "at_risk": 1}, "At risk", True),
        ({"status": "Active", "customer_status": "PROSPECT"}, "Active", False),
        ({"at_risk": 1}, "At risk", True),
    ],
)
def test_the_status_shown_is_the_one_that_matters_most(
    office: Office, values: dict[str, object], status: str, at_risk: bool
) -> None:
    (row,) = prospect_rows(office.context, [office.prospect(**values)])
    assert (row.status, row.at_risk) == (status, at_risk)


@pytest.mark.parametrize(
    ("kind", "outcome", "words"),
    [
        (None, None, ""),
        ("Call", None, "Call"),
        ("Call", "Reached", "Call"),
        ("Call", "No answer", "Call, no answer"),
        ("Email", "", "Email"),
    ],
)
def test_a_touch_is_said_in_words(office: Office, kind: str | None, outcome: str | None, words: str) -> None:
    assert questions.touch_words(office.context, kind, outcome) == words


@pytest.mark.parametrize(("currency", "minor"), [("EUR", 12_600), ("JPY", 126), ("KWD", 126_000)])
def test_an_amount_is_in_the_minor_units_of_its_currency(office: Office, currency: str, minor: int) -> None:
    office.settle(team={"currency": currency})
    assert questions.amount(office.context, 12_600) == Amount(minor, currency)
    assert questions.amount(office.context, None) is None
    assert questions.amount(office.context, "12") is None


@pytest.mark.parametrize(("number", "shown"), [(0, False), (1, True), (6, True), (7, False), (None, False), ("1", False)])
def test_a_stage_that_is_none_has_no_mark(office: Office, number: object, shown: bool) -> None:
    assert (questions.stage_mark(office.context, "Engagement", number) is not None) is shown
    assert questions.stage_mark(office.context, "Romance", number) is None


def test_a_change_marks_its_line_until_it_was_sent(office: Office) -> None:
    prospect = office.pulled(company="Quillon", phone="1")
    assert not prospect_rows(office.context, [prospect])[0].pending
    edit(office.context, prospect, {"phone": "2"})
    assert prospect_rows(office.context, [prospect])[0].pending
    office.question(prospect, "phone", "1", "2", "3")
    assert prospect_rows(office.context, [prospect])[0].conflict


def test_a_deleted_line_says_that_it_goes(office: Office) -> None:
    prospect = office.pulled(company="Quillon")
    delete_prospects(office.context, [prospect])
    assert prospect_rows(office.context, [prospect])[0].deleting
    assert list(prospect_ids(office.context, ListView())) == []


@pytest.mark.parametrize("count", [0, 1, 199, 200, 201, 450])
def test_a_selection_is_worth_the_sum_of_its_revenue(office: Office, count: int) -> None:
    ids = many(office, 460)
    assert questions.selection_sum(office.context, ids[:count]) == Amount(sum(range(count)), "EUR")


def test_everybody_who_owns_is_named_once_in_order(office: Office) -> None:
    for owner in ("Tomasz", "Amaia", "Tomasz", None):
        office.prospect(owner=owner)
    office.delete(office.prospect(owner="Gone"))
    assert questions.owners(office.context) == ["Amaia", "Tomasz"]


def test_the_built_in_views_show_what_they_are_named_for(office: Office) -> None:
    mine = office.prospect(owner="Amaia Etxarri", score=50, next_follow_up="2026-05-26")
    theirs = office.prospect(owner="Tomasz", score=1, at_risk=1, next_follow_up="2026-05-27")
    closed = office.prospect(owner="Amaia Etxarri", status="Rejected", score=50, next_follow_up="2026-05-19")
    shown = {name: set(prospect_ids(office.context, view)) for name, view in view_questions.built_in_views(office.context)}
    assert shown == {
        "My open": {mine},
        "Follow-up due": {mine},
        "High score": {mine},
        "Churn risk": {theirs},
        "All": {mine, theirs, closed},
    }
    assert questions.prospect_total(office.context) == 3


def test_saved_views_follow_the_built_in_and_one_name_is_one_view(office: Office) -> None:
    first = save_view(office.context, "  Rail ", ListView(search="rail"))
    assert office.last().kinds == {"views"}
    second = save_view(office.context, "Depots", ListView(search="depot"))
    third = save_view(office.context, "Rail", BY_NAME)
    views = view_questions.saved_views(office.context)
    assert [view.id for view in views[:5]] == [-1, -2, -3, -4, -5]
    assert [(view.id, view.name, view.view) for view in views[5:]] == [
        (first, "Rail", BY_NAME),
        (second, "Depots", ListView(search="depot")),
    ]
    assert first == third


@pytest.mark.parametrize("name", ["", "   "])
def test_a_view_needs_a_name(office: Office, name: str) -> None:
    with pytest.raises(UserError, match="Give the view a name"):
        save_view(office.context, name, BY_NAME)


_FILTERS = st.builds(
    Filter,
    st.sampled_from(["owner", "status", "score", "follow_up"]),
    st.sampled_from([each.value for each in Operator]),
    st.lists(st.text(max_size=8) | st.integers(-5, 5) | st.floats(0, 1), max_size=3).map(tuple),
)
_VIEWS = st.builds(
    ListView,
    st.text(max_size=10),
    st.lists(_FILTERS, max_size=3).map(tuple),
    st.lists(st.builds(SortKey, st.sampled_from(["company", "score"]), st.booleans()), max_size=3).map(tuple),
)


@given(view=_VIEWS)
def test_any_view_comes_back_from_its_json(view: ListView) -> None:
    assert view_questions.view_from_json(view_questions.view_to_json(view)) == view


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        ((Filter("height", "is", (1,)),), "There is no field “height” in the list"),
        ((Filter("owner", "before", ("x",)),), "is not a way to filter Owner. Choose one of is, "),
        ((Filter("follow_up", "before", ()),), "needs a value"),
        ((Filter("company", "contains", ("",)),), "What shall Company contain"),
        ((Filter("notes", "contains", ("--",)),), "has no letter or digit"),
        ((Filter("applied_on", "after", ("20260-0-19",)),), "is not a date. Write it like today, next Friday"),
    ],
)
def test_a_filter_that_cannot_be_asked_says_why(office: Office, filters: tuple[Filter, ...], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        prospect_ids(office.context, ListView(filters=filters))
    with pytest.raises(UserError, match=sentence):
        questions.view_count(office.context, ListView(filters=filters))


def test_a_sort_by_what_is_no_column_says_so(office: Office) -> None:
    with pytest.raises(UserError, match="There is no field “height”"):
        prospect_ids(office.context, ListView(sort=(SortKey("height"),)))


@pytest.mark.parametrize("descending", [False, True])
def test_empty_values_come_last_whichever_way_is_sorted(office: Office, descending: bool) -> None:
    low, none, high = office.prospect(score=1), office.prospect(), office.prospect(score=9)
    order = list(prospect_ids(office.context, ListView(sort=(SortKey("score", descending),))))
    assert order == ([high, low, none] if descending else [low, high, none])


def test_a_cell_is_the_value_of_its_column(office: Office) -> None:
    prospect = office.prospect(
        company="Quillon", ltv=9_900, applied_on="2026-05-19T07:00:00.000Z", industry="News", deal_probability=0.25
    )
    (row,) = prospect_rows(office.context, [prospect])
    for key, expected in (
        ("company", "Quillon"),
        ("industry", "News"),
        ("ltv", Amount(9_900, "EUR")),
        ("applied_on", datetime(2026, 5, 19, 7, 0, tzinfo=UTC)),
    ):
        column = column_named(key)
        assert column is not None
        if key in row.others or hasattr(row, key):
            assert row.cell(column) == expected


def test_a_score_is_high_from_one_above_the_qualifying_one(office: Office) -> None:
    limit = office.context.settings.score.qualified_above
    ids = {score: office.prospect(score=score) for score in (limit - 1, limit, limit + 1, limit + 2)}
    views = dict(view_questions.built_in_views(office.context))
    assert list(prospect_ids(office.context, views["High score"])) == [ids[limit + 2], ids[limit + 1]]


def test_every_other_column_shows_what_is_stored(office: Office) -> None:
    samples = {Kind.MONEY: 9_900, Kind.DAY: "2026-05-22", Kind.MOMENT: "2026-05-19T07:00:00.000Z", Kind.NUMBER: 3, Kind.FLAG: 1}
    values = {column.field: samples.get(column.kind, "News") for column in OTHER_COLUMNS}
    filled, empty = office.prospect(**values), office.prospect(**dict.fromkeys(values))
    shown = {Kind.MONEY: Amount(9_900, "EUR"), Kind.DAY: date(2026, 5, 22), Kind.MOMENT: datetime(2026, 5, 19, 7, tzinfo=UTC)}
    full, bare = prospect_rows(office.context, [filled, empty])
    for column in OTHER_COLUMNS:
        assert full.cell(column) == shown.get(column.kind, values[column.field])
        assert bare.cell(column) is None


def test_a_call_that_waits_rings_at_the_prospect_in_list_and_board(office: Office) -> None:
    called, other = many(office, 2)
    for prospect in (called, other):
        move(office.context, prospect, "Engagement", "1")
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE sync_record SET touched = 0")
    log_interaction(office.context, called, "Call", "Wants references", outcome="Reached")
    with office.context.database.write() as connection:
        clear_touched(connection, "prospects", [called, other])
    assert [row.pending for row in prospect_rows(office.context, [called, other])] == [True, False]
    assert {card.id: card.pending for card in board.cards(office.context, "Engagement", 1, 0, 9)} == {
        called: True,
        other: False,
    }
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE sync_record SET touched = 0 WHERE table_slug = 'interactions'")
    assert [row.pending for row in prospect_rows(office.context, [called, other])] == [False, False]
