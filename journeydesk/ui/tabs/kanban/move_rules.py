"""What a move means before it is made: does it need a reason, and does it break the journey's rule?"""

from journeydesk.domain.settings import Journey, TeamSettings
from journeydesk.ui.tabs.kanban.carrying import Place


def needs_reason(journey: Journey, from_stage: int, to_stage: int) -> bool:
    """A move asks why only where it goes back or ends (docs/interface.md, "Kanban")."""
    return to_stage < from_stage or (to_stage != from_stage and journey.stage(to_stage).is_end)


def points_short(settings: TeamSettings, journey: str, stage: int, points: int | None) -> int:
    """How many points a prospect lacks for this stage; 0 where the journey does not go by points, or has them.

    A prospect is in the highest stage of the first journey whose threshold its points exceed.
    """
    by_points = settings.journeys[0].name == journey
    if not by_points or points is None or stage <= 1 or stage > len(settings.thresholds):
        return 0
    return max(0, settings.thresholds[stage - 1] + 1 - points)


def drop_words(settings: TeamSettings, journey: str, source: Place, over: Place, points: int | None) -> str:
    """What a drop there would do, for the line under a carried card."""
    definition = settings.journey(journey)
    if definition is None or over == source:
        return ""
    words = []
    if over.stage != source.stage:
        words.append(f"Move to {over.stage} {definition.stage(over.stage).short}")
        short = points_short(settings, journey, over.stage, points)
        if needs_reason(definition, source.stage, over.stage):
            words.append("asks for a reason")
        elif short:
            words.append(f"{short:,} point{'' if short == 1 else 's'} short of the rule")
    if over.owner != source.owner:
        words.append(f"give to {over.owner or 'nobody'}" if words else f"Give to {over.owner or 'nobody'}")
    return " · ".join(words)
