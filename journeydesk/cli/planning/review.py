"""The commands `planning` and `milestone`: a customer's review as words, JSON or PDF, and its milestones."""

import argparse
from pathlib import Path
from typing import Any

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.planning.roadmap import Milestone, below_headline, headline, progress_words, until_words
from journeydesk.domain.time import day_in_words
from journeydesk.domain.words import tr
from journeydesk.reports.planning.figures import Page
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.context import Context
from journeydesk.services.planning.milestones import (
    add_milestone,
    finish_milestones,
    set_milestone_due,
    set_milestone_progress,
    share_typed,
)
from journeydesk.services.planning.paper import SHIPPED_PAGES, export_review
from journeydesk.services.planning.review import PlanningReview, planning_review
from journeydesk.services.queries.tasks import find_task, task_line


def review(arguments: argparse.Namespace) -> int:
    """Says how a roadmap stands, or writes it as PDF."""
    with workspace() as (context, _):
        shown = _review(context, find_prospect(context, arguments.prospect))
        if arguments.output:
            path = export_review(context, shown, Path(arguments.output), _pages(arguments.pages))
            say(arguments, tr("Written to {path}.", path=path), {"file": str(path)})
            return DONE
    lines = [f"{headline(shown.milestones, shown.today)}. {below_headline(shown.milestones, shown.today).rstrip('.')}."]
    lines += [_line(each, shown) for each in shown.milestones]
    facts = {"prospect": shown.detail.row.key, "milestones": [_facts(each, shown) for each in shown.milestones]}
    say(arguments, "\n".join(lines), facts)
    return DONE


def add(arguments: argparse.Namespace) -> int:
    """Adds a milestone; on disk when the command ends."""
    with workspace() as (context, _):
        record = add_milestone(
            context,
            find_prospect(context, arguments.prospect),
            arguments.title,
            arguments.due,
            starts=arguments.starts or "",
            owner=arguments.owner or "",
            progress=arguments.progress or "",
        )
        key = task_line(context, record).key
    say(arguments, tr("Added as {key}.", key=key), {"key": key})
    return DONE


def change(arguments: argparse.Namespace) -> int:
    """Moves a milestone, says how far it is, finishes it or takes that back: each is one step to undo."""
    with workspace() as (context, _):
        record = find_task(context, arguments.key)
        if task_line(context, record).kind != "Roadmap":
            raise UserError(tr("“{key}” is no milestone; `planning` lists those of a prospect.", key=arguments.key))
        said = []
        if arguments.due:
            said.append(set_milestone_due(context, record, arguments.due))
        if arguments.progress:
            said.append(set_milestone_progress(context, record, share_typed(arguments.progress)))
        if arguments.done or arguments.reopen:
            said.append(finish_milestones(context, [record], done=arguments.done))
    if not said:
        raise UserError(tr("Say what is to change: --due, --progress, --done or --reopen."))
    say(arguments, "\n".join(f"{words}." for words in said), {"key": arguments.key, "done": said})
    return DONE


def _review(context: Context, prospect: RecordId) -> PlanningReview:
    shown = planning_review(context, prospect)
    if shown is None:
        raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
    return shown


def _pages(named: str | None) -> list[Page]:
    if not named:
        return list(SHIPPED_PAGES)
    pages = {page.value: page for page in Page}
    names = [name.strip().casefold() for name in named.split(",") if name.strip()]
    unknown = [name for name in names if name not in pages]
    if unknown or not names:
        raise UserError(
            tr(
                "--pages: “{unknown}” is no part of a review. Use {pages}.",
                unknown=", ".join(unknown) or named,
                pages=", ".join(pages),
            )
        )
    return [pages[name] for name in names]


def _line(each: Milestone, shown: PlanningReview) -> str:
    due = day_in_words(each.due, shown.today) if each.due is not None else "no date"
    return f"  {due:12}  {until_words(each, shown.today):10}  {progress_words(each):8}  {each.title}  {each.owner}".rstrip()


def _facts(each: Milestone, shown: PlanningReview) -> dict[str, Any]:
    return {
        "title": each.title,
        "owner": each.owner,
        "starts": each.starts.isoformat() if each.starts else None,
        "due": each.due.isoformat() if each.due else None,
        "done": each.done.isoformat() if each.done else None,
        "progress": each.share,
        "state": each.standing(shown.today).value,
    }
