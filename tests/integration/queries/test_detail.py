"""One prospect's panel and timeline: what it says, in which order, how much of it."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit, log_interaction, move, set_status
from journeydesk.services.commands.scores import set_score
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.queries.detail import entry_point_view, prospect_detail, timeline, timeline_counts
from journeydesk.services.queries.scores import score_standing, set_by_hand
from journeydesk.services.rows.common import Amount
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.storage.engine import sql
from tests.integration.office import Office


def detail_of(office: Office, prospect: RecordId, journey: str = "Engagement") -> ProspectDetail:
    detail = prospect_detail(office.context, prospect, journey)
    assert detail is not None
    return detail


def test_a_prospect_that_is_gone_has_no_panel(office: Office) -> None:
    assert prospect_detail(office.context, RecordId(99)) is None


def test_an_empty_prospect_has_empty_words(office: Office) -> None:
    detail = detail_of(office, office.prospect(company=None, status=None))
    assert (detail.job_title, detail.email, detail.phone, detail.website, detail.customer_status, detail.tier) == ("",) * 6
    assert (detail.ltv, detail.ltv_source, detail.mrr, detail.points, detail.entry_point) == (None, "", None, 0, None)


def test_the_panel_has_what_is_known(office: Office) -> None:
    prospect = office.prospect(
        job_title="Head", email="ida@x.example", phone="1", website="https://x.example", customer_status="PROSPECT"
    )
    detail = detail_of(office, prospect)
    assert (detail.job_title, detail.email, detail.phone) == ("Head", "ida@x.example", "1")
    assert (detail.website, detail.customer_status) == ("https://x.example", "PROSPECT")


@pytest.mark.parametrize("stage", [1, 3, 6])
def test_the_stepper_says_what_is_done_and_what_is_ahead(office: Office, stage: int) -> None:
    prospect = office.prospect()
    move(office.context, prospect, "Engagement", str(stage))
    detail = detail_of(office, prospect)
    states = [step.state for step in detail.steps]
    assert states == ["done"] * (stage - 1) + ["current"] + ["ahead"] * (6 - stage)
    entered = [step.mark.number for step in detail.steps if step.entered_at is not None]
    assert entered == [stage]


def test_who_has_no_place_has_all_stages_ahead(office: Office) -> None:
    detail = detail_of(office, office.prospect())
    assert {step.state for step in detail.steps} == {"ahead"}
    assert (detail.points_to_next, detail.next_stage) == (None, None)


@pytest.mark.parametrize("journey", ["Deal", "deal", "Lifecycle"])
def test_each_journey_has_its_own_stepper(office: Office, journey: str) -> None:
    prospect = office.prospect()
    move(office.context, prospect, journey, "2")
    detail = detail_of(office, prospect, journey)
    assert [step.mark.number for step in detail.steps if step.state == "current"] == [2]
    assert detail.journey == journey.capitalize()
    assert detail.points_to_next is None


def test_a_journey_that_is_none_has_no_stages(office: Office) -> None:
    assert detail_of(office, office.prospect(), "Romance").steps == ()


@pytest.mark.parametrize(("points", "missing"), [(0, 21), (10, 11), (20, 1)])
def test_the_next_stage_begins_beyond_its_threshold(office: Office, points: int, missing: int) -> None:
    prospect = office.prospect()
    move(office.context, prospect, "Engagement", "1")
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET journey_points = ? WHERE lid = ?", (points, prospect))
    detail = detail_of(office, prospect)
    assert (detail.points, detail.points_to_next) == (points, missing)
    assert detail.next_stage is not None
    assert detail.next_stage.number == 2


def test_the_last_stage_has_none_after_it(office: Office) -> None:
    prospect = office.prospect()
    move(office.context, prospect, "Engagement", "6")
    assert detail_of(office, prospect).next_stage is None


@pytest.mark.parametrize(
    ("values", "ltv", "source"),
    [
        ({}, None, ""),
        ({"ltv": 500}, Amount(500, "EUR"), "by hand"),
        ({"ltv": 500, "net_paid_minor": 700, "money_currency": "USD"}, Amount(700, "USD"), "Stripe net"),
        ({"ltv": 500, "net_paid_minor": 0, "money_currency": "EUR"}, Amount(0, "EUR"), "Stripe net"),
    ],
)
def test_stripes_figure_comes_before_the_one_by_hand(
    office: Office, values: dict[str, object], ltv: Amount | None, source: str
) -> None:
    detail = detail_of(office, office.prospect(**values))
    assert (detail.ltv, detail.ltv_source) == (ltv, source)
    assert detail.ltv_by_hand == (Amount(500, "EUR") if "ltv" in values else None)


def test_a_team_may_put_what_is_typed_by_hand_before_stripes_figure(office: Office) -> None:
    change_settings(office.context, {"payments.lifetime_value_from": "by hand"}, "Typed first")
    both = detail_of(office, office.prospect(ltv=500, net_paid_minor=700, money_currency="EUR"))
    assert (both.ltv, both.ltv_source, both.ltv_from_stripe) == (Amount(500, "EUR"), "by hand", Amount(700, "EUR"))
    only = detail_of(office, office.prospect(net_paid_minor=700, money_currency="EUR"))
    assert (only.ltv, only.ltv_source) == (Amount(700, "EUR"), "Stripe net")


def test_an_mrr_of_nothing_is_shown_as_nothing(office: Office) -> None:
    assert detail_of(office, office.prospect(mrr_minor=0, money_currency="USD")).mrr == Amount(0, "USD")


def test_a_score_by_the_rules_is_the_sum_of_its_reasons(office: Office) -> None:
    prospect = office.prospect(industry="News", volume_estimate="100k+", technical_capability="API")
    evaluate(office.context, [prospect])
    detail = detail_of(office, prospect)
    assert detail.score_total == sum(reason.points for reason in detail.score_reasons)
    assert all(0 <= reason.points <= reason.possible for reason in detail.score_reasons)
    assert all(reason.reason for reason in detail.score_reasons)
    assert not detail.score_by_hand


def test_a_score_by_hand_stands_beside_the_rules(office: Office) -> None:
    prospect, other = office.prospect(), office.prospect()
    evaluate(office.context, [prospect, other])
    by_rules = score_standing(office.context, prospect).by_rules.total
    set_score(office.context, prospect, by_rules + 3)
    detail = detail_of(office, prospect)
    assert (detail.score_total, detail.score_by_hand) == (by_rules + 3, True)
    standing = score_standing(office.context, prospect)
    assert (standing.score, standing.by_hand, standing.by_rules.total) == (by_rules + 3, True, by_rules)
    assert set_by_hand(office.context) == [prospect]


def test_a_deleted_prospect_still_has_its_panel(office: Office) -> None:
    prospect = office.pulled(company="Quillon", phone="1")
    delete_prospects(office.context, [prospect])
    detail = detail_of(office, prospect)
    assert detail.row.deleting
    assert detail.score_reasons == ()


@pytest.mark.parametrize("stored", [None, "", "not JSON", "[]", "12", b""])
def test_an_entry_point_that_is_none_is_not_shown(stored: object) -> None:
    assert entry_point_view(stored) is None


def test_an_entry_point_says_where_from_and_when() -> None:
    stored = {"cta": "Prices", "page": "/p", "utm_source": "news", "utm_medium": "mail", "at": "2026-05-01T07:00:00.000Z"}
    view = entry_point_view(json.dumps(stored))
    assert view is not None
    assert (view.cta, view.page, view.utm, view.at) == ("Prices", "/p", "news / mail", datetime(2026, 5, 1, 7, tzinfo=UTC))
    bare = entry_point_view('{"utm_medium": "mail"}')
    assert bare is not None
    assert (bare.cta, bare.utm, bare.at) == ("", "mail", None)


@pytest.fixture
def busy(office: Office) -> RecordId:
    """A prospect with something of every kind in its timeline."""
    prospect = office.prospect(company="Quillon")
    office.event(prospect, "cta_clicked", office.ago(days=5), cta="Prices", payload='{"page": "/p", "utm_source": "news"}')
    office.event(prospect, "demo_requested", office.ago(days=4))
    log_interaction(
        office.context, prospect, "Call", "Spoke\nlong", outcome="No answer", duration=7, next_steps="Offer",
        at=office.moment - timedelta(days=3),
    )  # fmt: skip
    office.pass_time(minutes=1)
    move(office.context, prospect, "Engagement", "2")
    office.pass_time(minutes=1)
    set_status(office.context, prospect, "CUSTOMER", None)
    with office.context.database.write() as connection:
        sql.run(
            connection,
            "INSERT INTO stripe_object (kind, id, prospect, created, amount_minor, currency, status) "
            "VALUES ('charge', 'ch_1', ?, ?, 123456, 'usd', 'succeeded')",
            (prospect, office.ago(days=1)),
        )
    return prospect


def test_every_group_is_counted_and_all_is_their_sum(office: Office, busy: RecordId) -> None:
    counts = timeline_counts(office.context, busy)
    assert counts["all"] == sum(count for group, count in counts.items() if group != "all")
    assert counts["interactions"] == 1
    assert counts["payments"] == 1
    for group, count in counts.items():
        assert len(timeline(office.context, busy, group)) == count


def test_the_timeline_stands_newest_first_whatever_the_kind(office: Office, busy: RecordId) -> None:
    moments = [entry.at for entry in timeline(office.context, busy)]
    assert moments == sorted(moments, reverse=True)
    assert len({entry.id for entry in timeline(office.context, busy)}) == len(moments)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_a_limit_takes_the_newest(office: Office, busy: RecordId, limit: int) -> None:
    assert timeline(office.context, busy, limit=limit) == timeline(office.context, busy)[:limit]
    assert len(timeline(office.context, busy, "cta", limit)) == min(limit, timeline_counts(office.context, busy)["cta"])


def test_a_group_that_is_none_is_empty(office: Office, busy: RecordId) -> None:
    assert timeline(office.context, busy, "gossip") == []


def test_a_call_says_outcome_minutes_and_what_follows(office: Office, busy: RecordId) -> None:
    (entry,) = timeline(office.context, busy, "interactions")
    assert (entry.kind, entry.title, entry.title_rest) == ("call", "Call", " · no answer · 7 min")
    assert entry.detail == "Spoke long → Offer"
    assert entry.pending


def test_events_are_said_in_words(office: Office, busy: RecordId) -> None:
    entries = timeline(office.context, busy, "cta")
    assert [(entry.title, entry.detail) for entry in entries] == [
        ("Asked for a demo", ""),
        ("Clicked Prices", "/p · news"),
    ]


def test_a_move_says_from_where_to_where_and_by_whom(office: Office, busy: RecordId) -> None:
    entries = [entry for entry in timeline(office.context, busy, "stages") if entry.title == "Stage"]
    assert entries[0].to_stage is not None
    assert entries[0].to_stage.number == 2
    assert entries[0].detail.endswith(", Amaia Etxarri")
    assert "Customer status" in {entry.title for entry in timeline(office.context, busy, "stages")}


def test_a_payment_says_how_much_in_its_currency(office: Office, busy: RecordId) -> None:
    (entry,) = timeline(office.context, busy, "payments")
    assert (entry.title, entry.detail, entry.kind) == ("$1,234.56 paid", "Stripe, succeeded", "payment")


def test_a_deleted_log_leaves_the_timeline(office: Office, busy: RecordId) -> None:
    ((call,),) = office.rows("SELECT lid FROM interactions")
    office.delete(RecordId(call), "interactions")
    assert timeline(office.context, busy, "interactions") == []
    assert timeline_counts(office.context, busy)["interactions"] == 0


def test_the_timeline_of_another_is_another(office: Office, busy: RecordId) -> None:
    other = office.prospect()
    edit(office.context, other, {"phone": "1"})
    assert timeline(office.context, other) == []
    assert timeline_counts(office.context, other) == {"interactions": 0, "cta": 0, "stages": 0, "payments": 0, "all": 0}


def test_a_move_keeps_where_it_came_from_and_why(office: Office) -> None:
    prospect = office.prospect()
    move(office.context, prospect, "Engagement", "2")
    office.pass_time(minutes=1)
    move(office.context, prospect, "Engagement", "5")
    newest = timeline(office.context, prospect, "stages")[0]
    assert newest.from_stage is not None
    assert newest.to_stage is not None
    assert (newest.from_stage.number, newest.to_stage.number) == (2, 5)
    assert newest.title_rest == f" {newest.to_stage.name}"
    assert newest.detail[0].isupper()
    assert len(newest.detail) > len(", Amaia Etxarri")
