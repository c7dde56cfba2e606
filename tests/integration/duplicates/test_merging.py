"""Two prospects made one, and taken apart again."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.duplicates import merge, unmerge
from journeydesk.services.commands.prospects import edit, log_interaction, move
from journeydesk.services.commands.stages.moving import STAGE_FIELDS
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.context import Context
from journeydesk.services.duplicates.merging import Take, merged
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_within
from journeydesk.services.queries.lists.duplicates import merged_lately, pair_view
from journeydesk.storage.engine import sql
from journeydesk.storage.records.merges import BELONGING
from tests.integration.office import Office
from tests.integration.sync.memory_base import MemoryBase


def _two(office: Office) -> tuple[RecordId, RecordId]:
    left = office.pulled(
        remote="rec1",
        company="Brisalta Logística",
        contact_name="Iker Zubiaga",
        email="iker@brisalta.example",
        notes="Wants prices.",
    )
    right = office.pulled(
        remote="rec2", company="Brisalta", contact_name="I. Zubiaga", job_title="Head of purchasing", notes="Met at stand 14.",
        estimated_revenue=3_150_000,
    )  # fmt: skip
    for prospect in (left, right):
        office.event(prospect, "application_received", office.ago(days=3))
    for prospect, days in ((left, 5), (left, 4), (right, 2)):
        office.add("interactions", prospect=prospect, type="Call", outcome="Reached", date=office.ago(days=days))
    office.add("tasks", title="Send prices", kind="Follow-up", due=office.ago(days=-1), prospect=right)
    evaluate(office.context)
    return left, right


def _totals(context: Context) -> dict[str, int]:
    with context.database.read() as connection:
        return {slug: sql.scalar(connection, f"SELECT count(*) FROM {slug} WHERE NOT deleted") for slug, _ in BELONGING}


def test_the_fuller_values_stay_and_everything_belongs_to_the_one(office: Office) -> None:
    left, right = _two(office)
    view = pair_view(office.context, left, right)
    assert view is not None
    assert (view.left.counts["interactions"], view.right.counts["tasks"]) == (2, 1)
    expected = merged(view.fields, {})
    merge(office.context, left, right)
    one = office.values("prospects", left)
    assert {slug: one[slug] for slug in ("company", "contact_name", "job_title", "email", "estimated_revenue")} == {
        "company": "Brisalta Logística",
        "contact_name": "Iker Zubiaga",
        "job_title": "Head of purchasing",
        "email": "iker@brisalta.example",
        "estimated_revenue": 3_150_000,
    }
    assert one["notes"] == expected["notes"] == "Wants prices.\nMet at stand 14."
    with office.context.database.read() as connection:
        owners = set(sql.scalars(connection, "SELECT prospect FROM interactions UNION SELECT prospect FROM tasks"))
    assert owners == {left}
    assert one["last_touch_at"] == office.ago(days=2)
    assert office.values("prospects", right)["deleted"] == 1


def test_every_field_can_be_chosen(office: Office) -> None:
    left, right = _two(office)
    merge(office.context, left, right, {"company": Take.RIGHT, "notes": Take.LEFT, "estimated_revenue": Take.LEFT})
    one = office.values("prospects", left)
    assert (one["company"], one["notes"], one["estimated_revenue"]) == ("Brisalta", "Wants prices.", None)


def test_a_chosen_stage_stands_whatever_the_events_of_both_say(office: Office) -> None:
    left, right = _two(office)
    move(office.context, left, "Engagement", "3")
    move(office.context, right, "Engagement", "5")
    merge(office.context, left, right, {"journey_stage": Take.LEFT})
    assert office.values("prospects", left)["journey_stage"] == "Commitment"
    undo(office.context)
    merge(office.context, left, right)
    assert office.values("prospects", left)["journey_stage"] == "Construction"


def test_a_merge_is_one_step_and_taking_apart_equals_undoing(office: Office) -> None:
    left, right = _two(office)
    before = office.contents()
    merge(office.context, left, right)
    after = office.contents()
    unmerge(office.context, right)
    assert office.contents() == before
    assert merged_lately(office.context) == ()
    assert undo(office.context) == "Took Brisalta apart from Brisalta Logística"
    assert office.contents() == after
    assert undo(office.context) == "Merged Brisalta into Brisalta Logística"
    assert office.contents() == before
    assert redo(office.context) == "Merged Brisalta into Brisalta Logística"
    assert [each.loser_key for each in merged_lately(office.context)] == ["prospects-rec2"]


def test_what_was_done_since_the_merge_stays_with_the_one_that_stayed(office: Office) -> None:
    left, right = _two(office)
    merge(office.context, left, right)
    office.pass_time(days=3)
    call = log_interaction(office.context, left, "Call", "Spoke", outcome="Reached")
    edit(office.context, left, {"job_title": "Director"})
    unmerge(office.context, right)
    assert office.values("interactions", call)["prospect"] == left
    assert office.values("prospects", left)["job_title"] == "Director"
    assert office.values("prospects", right)["job_title"] == "Head of purchasing"
    assert pair_view(office.context, left, right) is not None


def test_after_thirty_days_there_is_nothing_to_take_apart(office: Office) -> None:
    left, right = _two(office)
    merge(office.context, left, right)
    office.pass_time(days=29)
    assert len(merged_lately(office.context)) == 1
    office.pass_time(days=2)
    assert merged_lately(office.context) == ()
    with pytest.raises(UserError, match="no merge of the last 30 days"):
        unmerge(office.context, right)


def test_one_named_twice_and_one_that_is_gone_are_refused(office: Office) -> None:
    left, right = _two(office)
    with pytest.raises(UserError, match="named twice"):
        merge(office.context, left, left)
    merge(office.context, left, right)
    before = office.contents()
    with pytest.raises(UserError, match="no longer there"):
        merge(office.context, left, right)
    assert office.contents() == before


def test_what_ran_for_one_of_them_does_not_run_again_for_both(office: Office) -> None:
    left, right = _two(office)
    move(office.context, right, "Engagement", "5")
    evaluate(office.context)
    planned = office.rows("SELECT lid FROM tasks WHERE kind = 'Roadmap' AND NOT deleted")
    assert planned
    merge(office.context, left, right)
    evaluate(office.context)
    assert office.rows("SELECT lid FROM tasks WHERE kind = 'Roadmap' AND NOT deleted") == planned


def _seen(office: Office) -> dict[str, object]:
    """What a person sees; of alerts those that are pending, for one that the rules raised and took back stays as the trail of that."""
    pending = office.rows("SELECT rule, prospect FROM alerts WHERE status = 'Pending' AND NOT deleted ORDER BY 1, 2")
    return {**office.contents(), "alerts": pending}


_TEXTS = st.one_of(st.none(), st.sampled_from(["Łąkowisko Meble", "Lakowisko", "ندى القمر", "a", "two\nlines"]))
_FIELDS = st.fixed_dictionaries(
    {
        "company": _TEXTS,
        "notes": _TEXTS,
        "job_title": _TEXTS,
        "phone": st.sampled_from([None, "+44 20 7946 0132"]),
        "estimated_revenue": st.one_of(st.none(), st.integers(0, 10**9)),
        "status": st.sampled_from([None, "New", "Active"]),
        "next_follow_up": st.sampled_from([None, "2026-05-22", "2026-06-01"]),
    }
)
_PLACES = st.lists(st.sampled_from(["interactions", "tasks", "usage", "events"]), max_size=6)
_TAKEN = st.dictionaries(st.sampled_from(["company", "notes", "phone", "status"]), st.sampled_from(list(Take)))


@settings(
    max_examples=20,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(left=_FIELDS, right=_FIELDS, of_left=_PLACES, of_right=_PLACES, taken=_TAKEN, stages=st.tuples(*[st.integers(1, 6)] * 2))
def test_merged_and_taken_apart_leaves_the_same_database(
    office: Office,
    left: dict[str, Any],
    right: dict[str, Any],
    of_left: list[str],
    of_right: list[str],
    taken: dict[str, Take],
    stages: tuple[int, int],
) -> None:
    remotes = [f"rec{len(office.rows('SELECT 1 FROM prospects'))}-{side}" for side in ("left", "right")]
    pair = [
        office.pulled(remote=remote, journey_points=0, **fields) for remote, fields in zip(remotes, (left, right), strict=True)
    ]
    for prospect, slugs, stage in zip(pair, (of_left, of_right), stages, strict=True):
        for days, slug in enumerate(slugs):
            if slug == "events":
                office.event(prospect, "cta_clicked", office.ago(days=days + 1), stage=str(stage))
            else:
                day = {
                    "usage": {"date": "2026-05-01"},
                    "tasks": {"title": "Call"},
                    "interactions": {"date": office.ago(days=days)},
                }
                office.add(slug, prospect=prospect, **day[slug])
        move(office.context, prospect, "Engagement", str(stage))
    evaluate(office.context)
    with office.context.database.write() as connection:
        evaluate_within(office.context, connection, pair)
    before, totals = _seen(office), _totals(office.context)
    view = pair_view(office.context, *pair)
    assert view is not None
    expected = merged(view.fields, taken)
    merge(office.context, pair[0], pair[1], taken)
    survivor = office.values("prospects", pair[0])
    assert {slug: survivor[slug] for slug in expected if expected[slug]} == {s: v for s, v in expected.items() if v}
    with office.context.database.read() as connection:
        for slug, field in BELONGING:
            assert sql.scalar(connection, f"SELECT count(*) FROM {slug} WHERE {field} = ? AND NOT deleted", (pair[1],)) == 0
    kept = _totals(office.context)
    # Stages that were chosen may add the events that say so, and rules may raise an alert.
    assert {slug: kept[slug] for slug in ("interactions", "tasks", "usage")} == {
        slug: totals[slug] for slug in ("interactions", "tasks", "usage")
    }
    assert 0 <= kept["events"] - totals["events"] <= len(STAGE_FIELDS)
    unmerge(office.context, pair[1])
    assert _seen(office) == before


def test_sync_moves_the_calls_first_and_deletes_the_other_then(memory: MemoryBase) -> None:
    left, right = memory.made(2)
    call = log_interaction(memory.context, right, "Call", "Spoke", outcome="Reached")
    memory.sync()
    merge(memory.context, left, right)
    memory.sync()
    assert list(memory.held()) == [memory.remote_id(left)]
    (held,) = memory.held("interactions").values()
    assert held["prospect"] == [memory.remote_id(left)]
    memory.sync()
    assert len(memory.held("interactions")) == 1
    unmerge(memory.context, right)
    memory.sync()
    assert len(memory.held()) == 2
    (held,) = memory.held("interactions").values()
    assert held["prospect"] == [memory.remote_id(right)]
    with memory.database.read() as connection:
        assert sql.scalar(connection, "SELECT prospect FROM interactions WHERE lid = ?", (call,)) == right


def test_a_field_changed_there_since_is_asked_about(memory: MemoryBase) -> None:
    left, right = memory.made(2)
    edit(memory.context, right, {"job_title": "Head of purchasing"})
    memory.sync()
    merge(memory.context, left, right)
    memory.sync()
    memory.theirs(memory.remote_id(left), job_title="Chief of purchasing")
    memory.sync()
    memory.clock.sleep(timedelta(days=1).total_seconds())
    unmerge(memory.context, right)
    kept = memory.row(left)
    assert kept is not None
    assert kept["job_title"] == "Chief of purchasing"
    with memory.database.read() as connection:
        assert sql.rows(connection, "SELECT lid, field FROM conflict") == [(left, "job_title")]
