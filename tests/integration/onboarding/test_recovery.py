"""The ways out of a failed step: a checklist, template content; each one step to undo."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.planning.assets import Asset
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.onboarding.recovery import CHECKLIST, set_up_by_hand, use_template_content
from journeydesk.services.planning.review import planning_review
from journeydesk.storage.records import records
from tests.integration.office import Office


def test_the_checklist_is_made_once_and_undone_whole(office: Office) -> None:
    prospect = office.prospect(company="Marrow & Pine", owner="Tomasz", status="Active")
    assert set_up_by_hand(office.context, prospect) == len(CHECKLIST)
    rows = office.rows("SELECT title, kind, owner, due FROM tasks WHERE deleted = 0 ORDER BY due")
    assert {(kind, owner) for _, kind, owner, _ in rows} == {("Onboarding", "Tomasz")}
    assert all(due > office.ago() for *_, due in rows)
    with pytest.raises(UserError, match="already"):
        set_up_by_hand(office.context, prospect)
    undo(office.context)
    assert office.rows("SELECT count(*) FROM tasks WHERE deleted = 0") == [(0,)]


def test_an_odd_text_is_raised_and_cleared_with_its_cause(office: Office) -> None:
    office.settle(alerts={"on": ["asset trouble"]}, automation={"on": []})
    prospect = office.prospect(company="Marrow & Pine", status="Active")
    asset = office.add("assets", prospect=prospect, business_case_content="Dear {{company}}", generated_at=office.ago(hours=1))
    evaluate(office.context, [prospect])
    assert office.alerts() == [("asset trouble", "Pending", None)]
    with office.context.database.write() as connection:
        records.update(connection, "assets", asset, {"business_case_content": "Whole sentences. " * 5}, office.context.author())
    evaluate(office.context, [prospect])
    assert [status for _, status, _ in office.alerts()] != ["Pending"]


def test_template_content_raises_no_alert_about_itself(office: Office) -> None:
    office.settle(alerts={"on": ["asset trouble"]}, automation={"on": []})
    prospect = office.prospect(company="Q", status="Active")
    use_template_content(office.context, prospect, list(Asset))
    evaluate(office.context, [prospect])
    assert office.alerts() == []


def test_template_content_is_marked_and_says_what_is_not_known(office: Office) -> None:
    prospect = office.prospect(company="Marrow & Pine", industry="Other", use_case="Cut\nless", status="Active")
    said = use_template_content(office.context, prospect, [Asset.PROFILE, Asset.BUSINESS_CASE])
    assert said == "Made 2 texts of Marrow & Pine from templates"
    [(origin, profile, calculator, case)] = office.rows(
        "SELECT origin, icp_content, cost_calculator_content, business_case_content FROM assets WHERE deleted = 0"
    )
    assert (origin, calculator) == ("Template", None)
    assert "What they do with it: Cut less" in profile and "Who decides: ask the customer" in profile
    assert case.startswith("Business case: Marrow & Pine")
    review = planning_review(office.context, prospect)
    assert review is not None and {line.asset for line in review.assets if line.made} == {Asset.PROFILE, Asset.BUSINESS_CASE}
    undo(office.context)
    assert office.rows("SELECT count(*) FROM assets WHERE deleted = 0") == [(0,)]
