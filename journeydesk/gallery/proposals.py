"""What an assistant proposed, as it waits on a morning: made for the picture, and decided after it."""

from collections.abc import Iterator

from journeydesk.domain.agent.proposals import CHANGE, LOG, TASK
from journeydesk.services.agent.deciding import reject_proposal
from journeydesk.services.agent.proposing import propose
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import value_of
from journeydesk.services.queries.alerts import alerts
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.messages.switch import PROPOSALS

_AGENT = "Claude Desktop"
_CHANGES = {
    "job_title": "Head of depots",
    "estimated_revenue": "5,200",
    "next_follow_up": "fri",
    "current_challenge": "Two depots plan their nights on paper; the board decides on 14 December.",
}


def proposals(tab: AlertsTab, context: Context) -> Iterator[str]:
    """Three that wait, and one rejected."""
    whom = list(dict.fromkeys(alert.prospect for alert in alerts(context, "Pending") if alert.prospect is not None))[:4]
    if len(whom) < 4:
        return
    log = {"type": "Call", "summary": "She asked for two references with night shifts, by Monday.", "follow_up": "3d"}
    task = {"title": "Send the two references", "due": "tomorrow 10:00"}
    other = {"title": "Ask for the price list", "due": "3d"}
    made = [
        propose(context, _AGENT, TASK, whom[3], other, ""),
        propose(context, _AGENT, TASK, whom[2], task, "She asked for them on the phone"),
        propose(context, _AGENT, LOG, whom[1], log, "From the transcript of this morning’s call"),
        propose(context, _AGENT, CHANGE, whom[0], _CHANGES, "Her signature and her mail of Friday say so"),
    ]
    reject_proposal(context, made[0], "they have it already")
    if value_of(context, whom[0], "company"):
        tab.halves.show_part(PROPOSALS)
        view = tab.halves.proposals
        assert view is not None
        view.list.show_message(made[-1])
        yield "proposals"
    for proposal in made[1:]:
        reject_proposal(context, proposal, "made for the picture")
    tab.halves.show_messages(False)
