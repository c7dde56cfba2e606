"""The command line of what the team shares: settings, rates, spend, goals, rules, automation, journeys; and alerts, scores,
standings, waiting events, duplicates."""

import argparse
from collections.abc import Callable

from journeydesk.cli.lazy import WHOLE, Command, lazy
from journeydesk.domain.words import tr

Add = Callable[..., argparse.ArgumentParser]


class _Actions:
    """The actions of one command; each takes --json, and the command without an action is the first of them."""

    def __init__(self, add: Add, name: str, words: str, command: Command) -> None:
        self.parser = add(name, words, command)
        self._below = self.parser.add_subparsers(metavar="ACTION")

    def add(self, name: str, words: str, command: Command, **fixed: object) -> argparse.ArgumentParser:
        """One action; `fixed` is handed to its command."""
        action = self._below.add_parser(name, help=words, description=words)
        action.add_argument("--json", action="store_true", help=tr("print one JSON object"), default=argparse.SUPPRESS)
        action.set_defaults(command=command, **fixed)
        return action


def add_team_commands(add: Add) -> None:
    """Adds them all."""
    _settings(add)
    _rules(add)
    _journeys(add)
    _inbox(add)
    _duplicates(add)


def _settings(add: Add) -> None:
    settings = _Actions(add, "settings", tr("Show and change what the whole team shares."), lazy("settings", "show"))
    shown = settings.add("show", tr("Every setting, or those whose key begins so."), lazy("settings", "show"))
    shown.add_argument("key", nargs="?", metavar="KEY", help=tr("like alerts, or alerts.no_answer_days"))
    change = settings.add("set", tr("Set one for the whole team."), lazy("settings", "change"), reset=False)
    change.add_argument("key", metavar="KEY")
    change.add_argument("value", metavar="VALUE", help=tr("as JSON, or plain text"))
    back = settings.add("reset", tr("Let the shipped value count again."), lazy("settings", "change"), reset=True)
    back.add_argument("key", metavar="KEY")
    past = settings.add("history", tr("Who changed what."), lazy("settings", "history"))
    past.add_argument("key", nargs="?", metavar="KEY")
    rates = _Actions(add, "rates", tr("The rate table, and the team's money by it."), lazy("settings", "rates"))
    rate = rates.add("set", tr("Say what one unit of a currency is worth in the team's."), lazy("settings", "rate"))
    rate.add_argument("currency", metavar="CODE")
    rate.add_argument("rate", metavar="RATE")
    gone = rates.add("remove", tr("Take a rate away; the sums of that currency then stand alone."), lazy("settings", "rate"))
    gone.add_argument("currency", metavar="CODE")

    spend = _Actions(add, "spend", tr("What was spent to win customers, by month and source."), lazy("settings", "spend"))
    spend.add("list", tr("Every entry."), lazy("settings", "spend"))
    entry = spend.add("set", tr("Say what was spent on a source in a month."), lazy("settings", "spent"))
    entry.add_argument("month", metavar="MONTH", help="like 2026-05")
    entry.add_argument("source", metavar="SOURCE")
    entry.add_argument("amount", metavar="AMOUNT", help=tr("in the team's currency"))
    away = spend.add("remove", tr("Take an entry away: it is not known then."), lazy("settings", "spent"))
    away.add_argument("month", metavar="MONTH")
    away.add_argument("source", metavar="SOURCE")
    goals = _Actions(add, "goals", tr("The programme's goals: must and target of each measure."), lazy("settings", "goals"))
    goals.add("list", tr("Every measure."), lazy("settings", "goals"))
    goal = goals.add("set", tr("Set a measure's must and target for the team."), lazy("settings", "goal"))
    goal.add_argument("measure", metavar="MEASURE", help=tr("its key, like retention"))
    goal.add_argument("must", metavar="MUST", help=tr("in per cent for a share"))
    goal.add_argument("target", metavar="TARGET")


def _rules(add: Add) -> None:
    rules = _Actions(add, "rules", tr("List and switch the alert rules."), lazy("rules", "rules"))
    rules.add("list", tr("Every rule with its switch and its numbers."), lazy("rules", "rules"))
    for what, words in (
        ("on", tr("Switch a rule on.")),
        ("off", tr("Switch a rule off; what it raised goes.")),
        ("silent", tr("Let a rule raise alerts without notifying.")),
        ("loud", tr("Let it notify again.")),
    ):
        rules.add(what, words, lazy("rules", "switch"), what=what).add_argument("name", metavar="RULE")
    automation = _Actions(add, "automation", tr("What happens by itself."), lazy("rules", "automations"))
    automation.add("list", tr("Every automation with its switch."), lazy("rules", "automations"))
    for what in ("on", "off"):
        words = tr("Switch an automation {what}.", what=what)
        automation.add(what, words, lazy("rules", "switch_named"), what=what).add_argument("name", metavar="NAME")
    rehearsal = automation.add("dry-run", tr("What one would have made in the past."), lazy("rules", "rehearse"))
    rehearsal.add_argument("name", metavar="NAME")
    rehearsal.add_argument("--period", required=True, help=tr("a week like 2026-W46 or a month like 2026-10"))
    log = automation.add("log", tr("What happened by itself, newest first."), lazy("rules", "log"))
    log.add_argument("--limit", type=WHOLE, default=50, metavar="N")
    automation.add("undo", tr("Take one run back."), lazy("rules", "undo")).add_argument("id", type=WHOLE, metavar="ID")


def _journeys(add: Add) -> None:
    journeys = _Actions(add, "journeys", tr("Show and change journeys and their stages."), lazy("journeys", "show"))
    journeys.add("show", tr("The stages, and how many stand in each."), lazy("journeys", "show")).add_argument(
        "journey", nargs="?", metavar="JOURNEY"
    )

    def edit(name: str, words: str, *arguments: str) -> argparse.ArgumentParser:
        action = journeys.add(name, words, lazy("journeys", "edit"), edit=name)
        for argument in arguments:
            action.add_argument(argument, metavar=argument.upper())
        action.add_argument("--preview", action="store_true", help=tr("say who would move and change nothing"))
        return action

    edit("add", tr("Add a journey."), "name").add_argument("stages", nargs="+", metavar="STAGE")
    edit("rename", tr("Rename a journey."), "journey", "name")
    edit("remove", tr("Remove a journey."), "journey")
    stage = edit("add-stage", tr("Add a stage."), "journey", "name")
    stage.add_argument("--place", type=WHOLE, required=True, metavar="N", help=tr("its place, counted from 1"))
    stage.add_argument("--limit", type=WHOLE, metavar="DAYS", help=tr("how many working days a prospect may rest in it"))
    edit("rename-stage", tr("Rename a stage; nobody moves."), "journey", "stage", "name")
    edit("remove-stage", tr("Remove a stage."), "journey", "stage").add_argument(
        "--into", required=True, metavar="STAGE", help=tr("where those go who stand there")
    )
    edit("reorder", tr("Put the stages into another order."), "journey").add_argument("stages", nargs="+", metavar="STAGE")
    edit("limit", tr("How many working days a prospect may rest in a stage."), "journey", "stage").add_argument(
        "days", type=WHOLE, metavar="DAYS", help=tr("0 for no limit")
    )


def _inbox(add: Add) -> None:
    inbox = _Actions(add, "alerts", tr("List and handle alerts."), lazy("inbox", "show"))
    inbox.parser.set_defaults(status="pending", rule=None, owner=None)
    shown = inbox.add("list", tr("The alerts of one status, urgent ones first."), lazy("inbox", "show"))
    shown.add_argument("--status", default="pending", choices=("pending", "snoozed", "acknowledged", "actioned", "expired"))
    shown.add_argument("--rule", metavar="RULE")
    shown.add_argument("--owner", metavar="NAME")
    for step, words in (
        ("acknowledge", tr("Say that somebody looks after them.")),
        ("done", tr("Mark them as done.")),
        ("snooze", tr("Hide them for a while.")),
        ("wake", tr("Show them again.")),
    ):
        action = inbox.add(step, words, lazy("inbox", "handle"), step=step)
        action.add_argument("keys", nargs="+", metavar="KEY", help=tr("their keys, or how these begin"))
        if step == "done":
            action.add_argument("--note", default="")
        if step == "snooze":
            action.add_argument("--until", required=True, help=tr("“tomorrow 9:00”, 3d, or: pays, replies, changes stage"))
    whole = add("show", tr("Where a prospect stands in every journey, since when, and how it came."), lazy("standing", "show"))
    whole.add_argument("--prospect", required=True, metavar="KEY")
    score = add(
        "score", tr("Show a prospect's score with its reasons, set it by hand, or hand it back."), lazy("inbox", "score")
    )
    score.add_argument("--prospect", required=True, metavar="KEY")
    score.add_argument("--set", type=WHOLE, metavar="POINTS")
    score.add_argument("--hand-back", action="store_true")
    waiting = _Actions(add, "unmatched", tr("Events of customers that nobody knows yet."), lazy("inbox", "unmatched"))
    given = waiting.add("assign", tr("Give one to a prospect."), lazy("inbox", "settle"), step="assign")
    given.add_argument("id", metavar="ID")
    given.add_argument("--prospect", required=True, metavar="KEY")
    waiting.add("drop", tr("Forget one."), lazy("inbox", "settle"), step="drop").add_argument("id", metavar="ID")


def _duplicates(add: Add) -> None:
    duplicates = _Actions(add, "duplicates", tr("Find prospects that are there twice."), lazy("duplicates", "listing"))
    shown = duplicates.add("list", tr("Pairs that look alike, the surest first."), lazy("duplicates", "listing"))
    shown.add_argument("--least", type=WHOLE, default=50, metavar="PERCENT", help=tr("how sure it must be; 50 unless given"))
    shown.add_argument(
        "--which", choices=("open", "same", "different"), default="open", help=tr("those nobody decided, or what was decided")
    )
    for name, said, words in (
        ("same", "same", tr("Two prospects are the same, to be merged later.")),
        ("different", "different", tr("They are different: nobody in the team is asked again.")),
        ("ask-again", None, tr("Forget what was said of two prospects.")),
    ):
        action = duplicates.add(name, words, lazy("duplicates", "decide"), said=said)
        action.add_argument("one", metavar="KEY")
        action.add_argument("other", metavar="KEY")
    merging = duplicates.add("merge", tr("Make two prospects one."), lazy("duplicates", "merging"))
    merging.add_argument("stays", metavar="KEY", help=tr("the one that stays"))
    merging.add_argument("goes", metavar="OTHER", help=tr("the one that goes into it"))
    merging.add_argument(
        "--take",
        action="append",
        default=[],
        metavar="FIELD=SIDE",
        help=tr("whose value stays: left (KEY), right (OTHER) or both; else the fuller"),
    )
    duplicates.add("merged", tr("What was merged within 30 days."), lazy("duplicates", "merged"))
    apart = duplicates.add("unmerge", tr("Take apart what was merged."), lazy("duplicates", "unmerging"))
    apart.add_argument("key", metavar="KEY", help=tr("the one that went"))
