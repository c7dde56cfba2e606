"""Views are kept, renamed, moved, saved over and deleted, each as one step to undo; the columns of a view are no step."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.lists.columns import column_named
from journeydesk.domain.lists.layout import Layout
from journeydesk.services.commands import views as commands
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.queries.lists.views import put_away, saved_views
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from tests.integration.office import Office

RAIL = ListView(search="rail", sort=(SortKey("company"),))
DUE = ListView(filters=(Filter("follow_up", "before", ("next Friday",)),))
BUILT_IN = ["My open", "Follow-up due", "High score", "Churn risk", "All"]


def names(office: Office) -> list[str]:
    return [view.name for view in saved_views(office.context)]


def view(office: Office, identifier: int) -> ListView:
    return next(each.view for each in saved_views(office.context) if each.id == identifier)


def test_a_view_is_kept_and_its_days_stay_words(office: Office) -> None:
    due = commands.save_view(office.context, "Due", DUE)
    assert names(office) == [*BUILT_IN, "Due"]
    assert view(office, due) == DUE
    assert office.last().kinds == {"views"}


def test_saving_under_a_name_that_is_there_saves_over_it(office: Office) -> None:
    first = commands.save_view(office.context, "Due", DUE)
    assert commands.save_view(office.context, "due", RAIL) == first
    assert view(office, first) == RAIL
    assert undo(office.context) == "Saved the view due"
    assert view(office, first) == DUE
    redo(office.context)
    assert view(office, first) == RAIL


def test_a_deleted_view_comes_back_by_undo_as_it_was(office: Office) -> None:
    email = column_named("email")
    assert email is not None
    layout = Layout().showing(email, True)
    first = commands.save_view(office.context, "Due", DUE, layout)
    commands.save_view(office.context, "Rail", RAIL)
    commands.delete_view(office.context, first)
    assert names(office) == [*BUILT_IN, "Rail"]
    assert undo(office.context) == "Deleted the view Due"
    assert names(office) == [*BUILT_IN, "Due", "Rail"]
    assert saved_views(office.context)[5].layout == layout


def test_an_id_is_not_given_again_while_undo_may_bring_its_view_back(office: Office) -> None:
    gone = commands.save_view(office.context, "Due", DUE)
    commands.delete_view(office.context, gone)
    assert commands.save_view(office.context, "Rail", RAIL) != gone


@pytest.mark.parametrize("identifier", [-2, None])
def test_a_view_is_renamed_whether_it_came_with_the_workspace_or_not(office: Office, identifier: int | None) -> None:
    known = identifier or commands.save_view(office.context, "Due", DUE)
    before = names(office)
    commands.rename_view(office.context, known, "  This  week ")
    assert [name for name in names(office) if name not in before] == ["This week"]
    undo(office.context)
    assert names(office) == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "Give the view a name"), ("  ", "Give the view a name"), ("rail", "view called rail"), ("all", "view called All")],
)
def test_a_name_that_cannot_be_is_refused_with_a_sentence(office: Office, name: str, sentence: str) -> None:
    commands.save_view(office.context, "Rail", RAIL)
    due = commands.save_view(office.context, "Due", DUE)
    with pytest.raises(UserError, match=sentence):
        commands.rename_view(office.context, due, name)
    assert names(office) == [*BUILT_IN, "Rail", "Due"]


def test_views_are_put_into_an_order_in_one_step(office: Office) -> None:
    due = commands.save_view(office.context, "Due", DUE)
    commands.order_views(office.context, [due, -5, -1, -3, -2, -4])
    assert names(office) == ["Due", "All", "My open", "High score", "Follow-up due", "Churn risk"]
    later = commands.save_view(office.context, "Rail", RAIL)
    assert names(office)[-1] == "Rail" and later > due
    undo(office.context)
    assert undo(office.context) == "Moved a view"
    assert names(office) == [*BUILT_IN, "Due"]


def test_a_built_in_view_is_saved_over_and_reset(office: Office) -> None:
    before = view(office, -3)
    commands.save_over(office.context, -3, RAIL)
    (changed,) = [each for each in saved_views(office.context) if each.altered]
    assert (changed.id, changed.name, changed.view) == (-3, "High score", RAIL)
    commands.reset_view(office.context, -3)
    assert view(office, -3) == before
    assert not any(each.altered for each in saved_views(office.context))


def test_a_built_in_view_is_deleted_and_brought_back(office: Office) -> None:
    commands.delete_view(office.context, -4)
    assert (names(office), put_away(office.context)) == (["My open", "Follow-up due", "High score", "All"], ["Churn risk"])
    commands.restore_built_in(office.context)
    assert (names(office), put_away(office.context)) == (BUILT_IN, [])
    undo(office.context)
    undo(office.context)
    assert names(office) == BUILT_IN


def test_columns_are_kept_without_a_step(office: Office) -> None:
    office.prospect(company="Quillon")
    commands.rename_view(office.context, -1, "Mine")
    email = column_named("email")
    assert email is not None
    layout = Layout().showing(email, True).sized(email, 210)
    commands.keep_layout(office.context, -1, layout)
    assert saved_views(office.context)[0].layout == layout
    assert undo(office.context) == "Renamed the view My open to Mine"
    assert (names(office)[0], saved_views(office.context)[0].layout) == ("My open", layout)


def test_a_view_that_is_gone_cannot_be_changed_and_says_so(office: Office) -> None:
    gone = commands.save_view(office.context, "Due", DUE)
    commands.delete_view(office.context, gone)
    with pytest.raises(UserError, match="no longer there"):
        commands.save_over(office.context, gone, RAIL)
