"""A next step pauses the clock of its stage at once, however it was planned, and starts it again when it is done
(docs/interface.md, "Next-step gate"; docs/rules.md, "Rotting")."""

from journeydesk.domain.due import Due
from journeydesk.domain.ids import RecordId
from journeydesk.domain.next_step import NoStep, Step
from journeydesk.domain.rules.rotting import ROTTING
from journeydesk.services.commands.agenda import finish_lines, postpone_lines
from journeydesk.services.commands.next_steps import answer_gate
from journeydesk.services.commands.prospects import create_prospect, log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate_due
from journeydesk.services.queries.agenda import agenda
from journeydesk.storage.engine import sql
from tests.integration.rules.conftest import Desk, only


def rotting(desk: Desk) -> int:
    rows = desk.rows("SELECT count(*) FROM alerts WHERE rule = ? AND status = 'Pending' AND deleted = 0", ROTTING)
    return int(str(rows[0][0]))


def rotten(desk: Desk) -> RecordId:
    """Somebody who was spoken to once, long ago, with nothing planned."""
    desk.settle(**only(ROTTING))
    prospect = create_prospect(desk.context, {"company": "Mbali Rail Parts", "status": "Reviewing"})
    log_interaction(desk.context, prospect, "Call", "Hello", outcome="Reached")
    with desk.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")
    desk.pass_time(days=9)
    evaluate_due(desk.context)
    return prospect


def test_a_planned_step_clears_a_rotten_card_and_undo_brings_it_back(desk: Desk) -> None:
    prospect = rotten(desk)
    before = rotting(desk)
    assert before
    day = desk.context.today().replace(year=desk.context.today().year + 1)
    answer_gate(desk.context, prospect, Step("Call", Due(day)))
    assert rotting(desk) == 0
    undo(desk.context)
    assert rotting(desk) == before


def test_a_postponed_or_finished_follow_up_is_seen_by_rules(desk: Desk) -> None:
    prospect = rotten(desk)
    before = rotting(desk)
    answer_gate(desk.context, prospect, Step("Call", Due(desk.context.today())))
    line = agenda(desk.context).today[0]
    postpone_lines(desk.context, [line], "next month")
    assert rotting(desk) == 0
    finish_lines(desk.context, [line])
    assert rotting(desk) == before


def test_a_reason_against_a_step_leaves_the_follow_up_free(desk: Desk) -> None:
    prospect = rotten(desk)
    answer_gate(desk.context, prospect, Step("Call", Due(desk.context.today())))
    answer_gate(desk.context, prospect, NoStep("no budget"))
    assert desk.rows("SELECT next_follow_up FROM prospects WHERE lid = ?", prospect) == [(None,)]
