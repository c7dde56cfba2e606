"""Scores over a real database: they follow the rules, unless somebody set them by hand (docs/rules.md, "Lead score")."""

from typing import Any

import pytest

from journeydesk.domain.errors import ValueRefused
from journeydesk.services.commands.prospects import create_prospect, edit, log_interaction
from journeydesk.services.commands.scores import hand_back, set_score
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate, score_of
from journeydesk.storage.engine import sql
from tests.integration.rules.conftest import Desk

ANSWERS: dict[str, Any] = {
    "industry": "News",
    "priority_level": "Critical",
    "volume_estimate": "100k+",
    "technical_capability": "API",
}


def score(desk: Desk) -> tuple[int | None, int | None]:
    """The score, and 1 where it is by hand."""
    return desk.rows("SELECT score, score_by_hand FROM prospects ORDER BY lid LIMIT 1")[0]


def test_a_new_prospect_is_scored_and_its_score_follows_its_answers(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Acme", **ANSWERS})
    assert score(desk) == (40, 0)
    edit(desk.context, prospect, {"priority_level": "Important"})
    assert score(desk) == (35, 0)
    undo(desk.context)
    assert score(desk) == (40, 0)


def test_the_first_answer_raises_the_score_by_how_soon_it_came(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Acme", **ANSWERS})
    log_interaction(desk.context, prospect, "Call", "Spoke at once", outcome="Reached")
    assert score(desk) == (45, 0)


def test_a_prospect_that_sync_brought_without_a_score_is_scored(desk: Desk) -> None:
    desk.prospect(**ANSWERS)
    evaluate(desk.context)
    assert score(desk) == (40, 0)


def test_a_score_that_differs_from_the_rules_was_set_by_hand_and_wins(desk: Desk) -> None:
    prospect = desk.prospect(score=12, **ANSWERS)
    evaluate(desk.context)
    edit(desk.context, prospect, {"priority_level": "Important"})
    assert score(desk) == (12, 1)


def test_a_score_set_by_hand_is_handed_back_and_undo_gives_it_again(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Acme", **ANSWERS})
    set_score(desk.context, prospect, 7)
    assert score(desk) == (7, 1)
    hand_back(desk.context, [prospect])
    assert score(desk) == (40, 0)
    undo(desk.context)
    assert score(desk) == (7, 1)
    with pytest.raises(ValueRefused, match="0 to 50"):
        set_score(desk.context, prospect, 51)


def test_emptying_the_score_hands_it_back(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Acme", **ANSWERS})
    set_score(desk.context, prospect, 7)
    edit(desk.context, prospect, {"score": None})
    assert score(desk) == (40, 0)


def test_an_answer_scored_elsewhere_is_no_score_by_hand(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Acme", **ANSWERS})
    with desk.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET priority_level = 'Important', score = 35 WHERE lid = ?", (prospect,))
    evaluate(desk.context, [prospect])
    assert score(desk) == (35, 0)


def test_new_points_score_everybody_but_those_scored_by_hand(desk: Desk) -> None:
    create_prospect(desk.context, {"company": "Acme", **ANSWERS})
    for company in ("Quillon", "Mbali"):
        create_prospect(desk.context, {"company": company, "priority_level": "Critical"})
    set_score(desk.context, desk.prospect(company="By hand"), 33)
    desk.settle(score={"priority_level": {"Critical": 3}})
    told: list[tuple[int, int]] = []
    evaluate(desk.context, progress=lambda done, of: told.append((done, of)))
    assert [row[0] for row in desk.rows("SELECT score FROM prospects ORDER BY lid")] == [28, 3, 3, 33]
    assert told == [(4, 4)]


def test_an_e_mail_that_they_answered_counts_as_the_first_answer(desk: Desk) -> None:
    prospect = desk.prospect(priority_level="Critical")
    desk.event(prospect, "email_replied", desk.ago(hours=12))
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT score FROM prospects") == [(20,)]
    with desk.context.database.read() as connection:
        assert score_of(desk.context, connection, prospect).total == 20
