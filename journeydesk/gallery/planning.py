"""The planning review in pictures: a customer with a roadmap of seven milestones; nothing of it stays."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.planning.milestones import add_milestone, delete_milestones, finish_milestones
from journeydesk.services.planning.review import milestones_of
from journeydesk.services.queries.lists.board import cards
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.targets import PlanningTarget

_STAGE = 5
_MILESTONES = (
    ("Kick-off and goals agreed", -36, -32, 1.0),
    ("Picture desk connected", -29, -13, 1.0),
    ("Archive import from the old system", -15, -4, 0.4),
    ("Two shift leads trained", -8, 10, 0.6),
    ("Pilot review, start date agreed", None, 9, 0.0),
    ("Second site live", 13, 38, 0.0),
    ("First quarterly review", None, 98, 0.0),
)
"""Title, start and end in days from today, and how much is done."""

_NOTES = (
    "Goal agreed: a third less time from shot to page by the end of the quarter, both sites live before the summer.",
    "The picture desk sends its data. The night editor comes to the pilot review.",
    "The shift leads want short sessions before 7:00. Corrections fell from nine to six a day.",
)


def planning(window: MainWindow, context: Context, settle: Callable[[], None]) -> Iterator[str]:
    """The review as a roadmap, then as a list."""
    shown = cards(context, context.settings.journeys[0].name, _STAGE, 0, 1)
    if not shown:
        return
    prospect, today = shown[0].id, context.today()
    before = [each.record for each in milestones_of(context, prospect)]
    steps = len(_MILESTONES) + 1 + len(_NOTES)
    if before:
        delete_milestones(context, before)
        steps += 1
    added = []
    for title, start, end, share in _MILESTONES:
        begins = "" if start is None else (today + timedelta(days=start)).isoformat()
        due = (today + timedelta(days=end)).isoformat() + ("" if start is not None else " 10:00")
        progress = f"{share:.0%}" if start is not None else ""
        added.append(add_milestone(context, prospect, title, due, starts=begins, owner=shown[0].owner, progress=progress))
    finish_milestones(context, added[:2])
    for note in _NOTES:
        log_interaction(context, prospect, "Follow-up", note)
    window.show_target(PlanningTarget(prospect))
    settle()
    yield "planning-review"
    for _ in range(steps):
        undo(context)
    window.show_place("Prospects")
