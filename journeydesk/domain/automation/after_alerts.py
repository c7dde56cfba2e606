"""Usage spike → check-in task; no response → follow-up with a drafted text (docs/rules.md, "Automations")."""

from collections.abc import Sequence

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.automation.names import CHECK_IN, FOLLOW_UP
from journeydesk.domain.automation.plan import Automation, Plan, drafts
from journeydesk.domain.rules.answers import NO_ANSWER
from journeydesk.domain.rules.applications import UNANSWERED_APPLICATION
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import tr

_NO_RESPONSE = frozenset({NO_ANSWER, UNANSWERED_APPLICATION})
LISTENS: dict[str, frozenset[str]] = {CHECK_IN: frozenset({USAGE_SPIKE}), FOLLOW_UP: _NO_RESPONSE}
"""The alert rules that each of them listens to, whether or not these are switched on for the inbox."""


def _check_in(facts: ProspectFacts, alerts: Sequence[AlertDraft], settings: TeamSettings) -> list[Plan]:
    task = (settings.automation.check_in,)
    return [
        Plan(
            CHECK_IN,
            alert.id,
            alert.raised_at,
            alert.headline,
            drafts(settings, CHECK_IN, facts, alert.id, alert.raised_at, "Check-in", task),
        )
        for alert in alerts
        if alert.rule == USAGE_SPIKE
    ]


def _follow_up(facts: ProspectFacts, alerts: Sequence[AlertDraft], settings: TeamSettings) -> list[Plan]:
    task = (settings.automation.follow_up,)
    return [
        Plan(
            FOLLOW_UP,
            alert.id,
            alert.raised_at,
            alert.headline,
            drafts(settings, FOLLOW_UP, facts, alert.id, alert.raised_at, "Follow-up", task),
        )
        for alert in alerts
        if alert.rule in _NO_RESPONSE
    ]


def follow_up_text(contact: str, company: str, sender: str, applied: bool) -> str:
    """A first draft of the follow-up, to be edited and sent by a person. `applied`: they applied and heard nothing more."""
    name = contact.split()[0] if contact else ""
    greeting = f"Hello {name}," if name else "Hello,"
    about = f" for {company}" if company else ""
    if applied:
        body = (
            f"thank you again for your application{about}. I would like to hear what you plan to do and answer what is open. "
            "Would a call of fifteen minutes suit you this week?"
        )
    else:
        body = (
            f"I wrote to you last week{about} and would like to know how things stand. If now is a bad time, tell me when to "
            "come back; if there is a question open, I am glad to answer it."
        )
    return f"{greeting}\n\n{body}\n\nKind regards\n{sender}".rstrip()


AUTOMATIONS = (
    Automation(CHECK_IN, tr("A usage spike makes a check-in task."), _check_in),
    Automation(FOLLOW_UP, tr("No response makes a follow-up task with a drafted text."), _follow_up),
)
