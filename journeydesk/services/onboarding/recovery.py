"""The ways out of a failed step: a checklist to set a customer up by hand, and template content in the place of generated text."""

from collections.abc import Sequence
from datetime import timedelta

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId, new_key, uuid7
from journeydesk.domain.onboarding.template_content import Known, template_text
from journeydesk.domain.planning.assets import Asset
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import noted, tr, tr_count
from journeydesk.services.commands.base import start_action
from journeydesk.services.commands.tasks import ask_rules
from journeydesk.services.context import Context
from journeydesk.storage.lists import task_list
from journeydesk.storage.records import records

ORIGIN = "set up by hand"

CHECKLIST: tuple[tuple[str, int], ...] = (
    (noted("Create the workspace on the platform by hand"), 15),
    (noted("Create the API key and send it"), 30),
    (noted("Put their content on the platform; the template will do"), 45),
    (noted("Sign in as the customer and look that all is there"), 60),
    (noted("Tell the customer that it is ready"), 60),
)
"""What is to be done, and within how many minutes."""


def set_up_by_hand(context: Context, prospect: RecordId) -> int:
    """Makes a task of each line of the checklist, for whose prospect it is, as one step to undo; returns how many. Those that are open
    already are not made twice."""
    with context.database.read() as connection:
        tasks = task_list.tasks_of(connection, prospect, context.now())
    there = {task.title for task in tasks if task.origin == ORIGIN and not task.done_at}
    wanted = [(title, minutes) for title, minutes in CHECKLIST if title not in there]
    if not wanted:
        raise UserError(tr("The checklist is there already: its tasks are open."))
    with start_action(context, "") as action:
        label = action.living(prospect)
        action.label = tr("Made the set-up checklist of {name}", name=label.name)
        action.prospects.add(prospect)
        for title, minutes in wanted:
            values: dict[str, Stored] = {
                "key": f"TSK-{uuid7()}",
                "prospect": prospect,
                "title": title,
                "kind": "Onboarding",
                "due": moment_text(context.clock() + timedelta(minutes=minutes)),
                "owner": label.owner or context.actor,
                "origin": ORIGIN,
            }
            action.insert("tasks", values)
        ask_rules(context, action)
    return len(wanted)


def use_template_content(context: Context, prospect: RecordId, assets: Sequence[Asset]) -> str:
    """Puts template texts into Customer Assets, marked as templates, as one step to undo; returns what was done. What is there stays."""
    with context.database.read() as connection:
        row = records.get(connection, "prospects", prospect)
    if row is None or row["deleted"]:
        raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
    known = Known(
        company=str(row["company"] or row["contact_name"] or row["key"]),
        industry=str(row["industry"] or ""),
        job_title=str(row["job_title"] or ""),
        use_case=str(row["use_case"] or ""),
        challenge=str(row["current_challenge"] or ""),
        volume=str(row["volume_estimate"] or ""),
        capability=str(row["technical_capability"] or ""),
    )
    label = tr_count(
        "Made {count} text of {name} from its template",
        "Made {count} texts of {name} from templates",
        len(assets),
        name=known.company,
    )
    with start_action(context, label) as action:
        action.living(prospect)
        action.prospects.add(prospect)
        values: dict[str, Stored] = {
            "key": new_key("AST-"),
            "prospect": prospect,
            "generated_at": context.now(),
            "origin": "Template",
            **{asset.value: template_text(asset, known) for asset in assets},
        }
        action.insert("assets", values)
        ask_rules(context, action)
    return label
