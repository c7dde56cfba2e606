"""What is said of the milestone that is current."""

from journeydesk.domain.planning.roadmap import Milestone, Standing, held_up, progress_words, until_words
from journeydesk.domain.words import tr
from journeydesk.services.planning.review import PlanningReview
from journeydesk.ui.words.days import full_day


def about(each: Milestone, review: PlanningReview) -> str:
    """When it is due, whose it is, how far it is, and what waits for it."""
    parts = []
    if each.due is not None:
        parts.append(tr("Due {day}", day=full_day(each.due, review.today)))
    if each.owner:
        parts.append(each.owner)
    parts.append(progress_words(each) if each.standing(review.today) is not Standing.DONE else until_words(each, review.today))
    worst, waits = held_up(review.milestones, review.today)
    if worst is not None and worst.record == each.record and waits is not None and waits.starts is not None:
        day = full_day(waits.starts, review.today)
        parts.append(tr("{title} starts {day}", title=waits.title, day=day))
    return " · ".join(parts)
