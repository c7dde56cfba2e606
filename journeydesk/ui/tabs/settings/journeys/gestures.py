"""What a hand does to the journeys, as changes of the draft with their words."""

from functools import partial

from journeydesk.config import default_settings
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.journeys import edit_moves as journey_table
from journeydesk.domain.journeys import edit_stages as journey_edits
from journeydesk.domain.journeys.edit_stages import Raw
from journeydesk.domain.settings import Journey
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.ui.tabs.settings.journeys.draft import JourneyDraft
from journeydesk.ui.tabs.settings.journeys.event_words import words_of


class JourneyGestures:
    """Each method makes one change; each raises UserError where it cannot be made, and the draft is as it was."""

    def __init__(self, draft: JourneyDraft) -> None:
        self._draft = draft

    def rename_journey(self, journey: str, name: str) -> None:
        """Another name."""
        words = tr("Rename “{journey}” to “{name}”", journey=journey, name=name.strip())
        self._draft.add(words, lambda raw: journey_edits.rename_journey(raw, journey, name))

    def step_journey(self, journey: str, step: int) -> None:
        """One place up or down."""
        order = _stepped([each.name for each in self._draft.journeys], journey, step)
        self._draft.add(
            tr("Reorder the journeys"), lambda raw: journey_table.reorder_journeys(raw, order), tr("order of journeys")
        )

    def remove_journey(self, journey: str) -> None:
        """Away with it and what moves it."""
        self._draft.add(
            tr("Remove the journey “{journey}”", journey=journey), lambda raw: journey_edits.remove_journey(raw, journey)
        )

    def add_stage(self, journey: Journey, name: str) -> None:
        """A new stage, before those that end the journey."""
        place = next((stage.number for stage in journey.stages if stage.is_end), len(journey.stages) + 1)
        words = tr("Add the stage “{name}”", name=name.strip())
        self._draft.add(words, lambda raw: journey_edits.add_stage(raw, journey.name, name, place))

    def rename_stage(self, journey: str, stage: str, name: str) -> None:
        """Another name; nobody moves."""
        words = tr("Rename “{stage}” to “{name}”", stage=stage, name=name.strip())
        self._draft.add(words, lambda raw: journey_edits.rename_stage(raw, journey, stage, name))

    def give_points(self, journey: Journey, stage: str, text: str) -> None:
        """From which points it counts, as typed."""
        if not text.strip().isdecimal():
            raise ValueRefused("Points", tr("“{text}” is no number of points. Give a whole number.", text=text))
        points, place = int(text), next(each.number for each in journey.stages if each.name == stage)
        words = tr("“{stage}” from {points} points", stage=stage, points=figure(points))
        self._draft.add(words, lambda raw: journey_table.set_threshold(raw, place, points), tr("points {place}", place=place))

    def give_days(self, journey: str, stage: str, text: str) -> None:
        """After how many working days a card is marked, as typed; nothing for never."""
        bare = text.strip()
        if bare and not bare.isdecimal():
            most = journey_table.MOST_DAYS
            raise ValueRefused("Days", tr("“{text}” is no number of days. Give 1 to {most}, or nothing.", text=text, most=most))
        days = int(bare) if bare else None
        words = (
            tr_count("Mark “{stage}” after {count} working day", "Mark “{stage}” after {count} working days", days, stage=stage)
            if days is not None
            else tr("Never mark “{stage}”", stage=stage)
        )
        self._draft.add(words, lambda raw: journey_table.set_limit(raw, journey, stage, days), tr("days {stage}", stage=stage))

    def give_end(self, journey: str, stage: str, ends: bool) -> None:
        """Whether it ends the journey."""
        words = tr("“{stage}” {ends} the journey", stage=stage, ends=tr("ends") if ends else tr("no longer ends"))
        self._draft.add(words, lambda raw: journey_table.set_end(raw, journey, stage, ends), tr("end {stage}", stage=stage))

    def step_stage(self, journey: Journey, stage: str, step: int) -> None:
        """One place up or down."""
        order = _stepped([each.name for each in journey.stages], stage, step)
        words, about = tr("Reorder {name}", name=journey.name), tr("order of {name}", name=journey.name)
        self._draft.add(words, lambda raw: journey_edits.reorder_stages(raw, journey.name, order), about)

    def remove_stage(self, journey: str, stage: str, into: str) -> None:
        """Away with it; whoever stands there goes to another one."""
        words = tr("Join “{stage}” into “{into}”", stage=stage, into=into)
        self._draft.add(words, lambda raw: journey_edits.remove_stage(raw, journey, stage, into))

    def give_move(self, journey: str, event: str, stage: str | None) -> None:
        """To which stage an event moves the journey; None for none."""
        words = f"{words_of(event)}: {(tr('to “{stage}”', stage=stage) if stage else tr('does not move {journey}', journey=journey))}"
        edit = partial(journey_table.set_move, event=event, journey=journey, stage=stage)
        self._draft.add(words, edit, tr("move {event} {journey}", event=event, journey=journey))

    def back_to_default(self) -> None:
        """The shipped journeys, thresholds and moves."""
        shipped = default_settings()

        def back(raw: Raw) -> Raw:
            points = {**raw["points"], "thresholds": shipped["points"]["thresholds"]}
            stages = {**raw["automation"], "planning_stages": shipped["automation"]["planning_stages"]}
            return {**raw, "journey": shipped["journey"], "moves": shipped["moves"], "points": points, "automation": stages}

        self._draft.add(tr("Back to the shipped journeys"), back)


def _stepped(names: list[str], name: str, step: int) -> list[str]:
    place = names.index(name)
    names[place], names[place + step] = names[place + step], names[place]
    return names
