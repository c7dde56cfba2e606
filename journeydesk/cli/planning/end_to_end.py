"""The command `check-onboarding`: a test customer goes through the seven steps."""

import argparse

from journeydesk import config
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, FAILED, say
from journeydesk.domain.onboarding.steps import State, summary
from journeydesk.domain.words import tr
from journeydesk.services.onboarding.end_to_end import EndToEnd, check_end_to_end, last_check


def check(arguments: argparse.Namespace) -> int:
    """Goes through all steps and says what came of each, or what came of the last time."""
    with workspace() as (context, _):
        shown = (
            last_check(context) if arguments.last else check_end_to_end(context, config.connections(), patience=arguments.wait)
        )
        if shown is None:
            say(arguments, tr("The check has not run on this computer yet."), {"steps": []})
            return DONE
    lines = [f"{summary(shown.outcomes)}."]
    for each in shown.outcomes:
        lines.append(f"  {each.step.number}  {each.step.name:16}  {each.state.value:14}  {each.seconds:6.2f} s  {each.said}")
        lines += [f"       → {words}" for words in each.way_out]
    say(arguments, "\n".join(lines), _facts(shown))
    return FAILED if any(each.state is State.FAILED for each in shown.outcomes) else DONE


def _facts(shown: EndToEnd) -> dict[str, object]:
    steps = [
        {
            "number": each.step.number,
            "name": each.step.name,
            "state": each.state.value,
            "at": each.at,
            "seconds": each.seconds,
            "said": each.said,
            "way_out": list(each.way_out),
        }
        for each in shown.outcomes
    ]
    return {"customer": shown.customer, "began": shown.began_at, "ended": shown.ended_at, "steps": steps}
