"""Parsing the command line and running one command."""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from journeydesk import __version__, config
from journeydesk.cli.agent.parser import add_agent_commands
from journeydesk.cli.lazy import WHOLE, Command, at_most, lazy
from journeydesk.cli.mail.parser import add_generate_command, add_mail_commands
from journeydesk.cli.output import exit_status
from journeydesk.cli.planning.parser import (
    add_calendar_commands,
    add_card_command,
    add_onboarding_command,
    add_planning_commands,
)
from journeydesk.cli.report_parser import add_report_command
from journeydesk.cli.scenarios.parser import add_scenarios_command
from journeydesk.cli.serving.parser import add_hooks_command, add_phone_command, add_serve_command
from journeydesk.cli.team_parser import add_team_commands
from journeydesk.cli.upgrades.parser import add_upgrade_command
from journeydesk.domain.app_links import is_link
from journeydesk.domain.catalogue import INTERACTION_TYPES, OUTCOMES
from journeydesk.domain.words import tr

_LAST_PORT = 65_535
_MOST_PROSPECTS = 1_000_000


class _Unasked:
    """Stands for the parser of a command that nobody asks for now: takes every description of it."""

    def __getattr__(self, _: str) -> "_Unasked":
        return self

    def __call__(self, *_: object, **__: object) -> "_Unasked":
        return self


def build_parser(
    open_window: Command, run_demo: Command, run_sandbox: Command, run_serve: Command, *, only: str = ""
) -> argparse.ArgumentParser:
    """The whole command line; or, four fifths sooner, as much of it as understands the command `only`, where there is one so called."""
    parser = argparse.ArgumentParser(prog="journeydesk", description=tr("A desktop sales tool that works without a network."))
    parser.add_argument("--version", action="version", version=f"Journeydesk {__version__}")
    parser.add_argument("--workspace", metavar="NAME", help=tr("the workspace that is meant, of those that `workspaces` lists"))
    parser.set_defaults(command=open_window, json=False)
    commands = parser.add_subparsers(metavar="COMMAND")

    def add(name: str, words: str, command: Command, *, json: bool = True) -> Any:
        if only not in ("", name):
            return _Unasked()
        sub = commands.add_parser(name, help=words, description=words)
        sub.set_defaults(command=command)
        if json:
            sub.add_argument("--json", action="store_true", help=tr("print one JSON object"))
        return sub

    opened = add("open", tr("Open the window on the last workspace."), open_window, json=False)
    opened.add_argument(
        "what", nargs="?", metavar="LINK|FILE", help=tr("show what a link like journeydesk://prospect/KEY leads to")
    )
    _add_demo(add("demo", tr("See the whole product on a local sandbox team."), run_demo, json=False))
    _add_sandbox(add("sandbox", tr("Run only the stand-ins for Airtable, Stripe, Make, Claude and mail."), run_sandbox))
    add_serve_command(add, run_serve)
    add_hooks_command(add)
    add_phone_command(add)
    _add_computer(add)
    _add_files(add)
    _add_actions(add)
    add_team_commands(add)
    add_mail_commands(add)
    add_generate_command(add)
    add_report_command(add)
    add_planning_commands(add)
    add_calendar_commands(add)
    add_upgrade_command(add)
    add_card_command(add)
    add_onboarding_command(add)
    add_agent_commands(add)
    add_scenarios_command(add)
    return parser if commands.choices else build_parser(open_window, run_demo, run_sandbox, run_serve)


def _add_computer(add: Callable[..., argparse.ArgumentParser]) -> None:
    """What this computer is connected to, and whether all is well."""
    setup = add("setup", tr("Connect Airtable: match its tables and fields."), lazy("setup", "setup"))
    setup.add_argument("--show-map", action="store_true", help=tr("print what is matched with what, and why; store nothing"))
    setup.add_argument("--map", metavar="FILE", help=tr("take the map in this file, as --show-map --json prints it, edited"))
    setup.add_argument("--accept-likely", action="store_true", help=tr("take what is likely without being asked"))
    setup.add_argument("--create-missing", action="store_true", help=tr("create the tables and fields that are missing"))
    setup.add_argument("--unencrypted", action="store_true", help=tr("keep a new database without encryption"))
    setup.add_argument(
        "--stripe", action="store_true", help=tr("take a Stripe key from standard input or a prompt, check and keep it")
    )
    setup.add_argument(
        "--accept-secret-key", action="store_true", help=tr("with --stripe: take a secret live key (sk_live_) all the same")
    )
    setup.add_argument("--checkout", action="store_true", help=tr("take the key that makes payment links, check and keep it"))
    setup.add_argument("--forget-checkout", action="store_true", help=tr("take the key for payment links out of the keyring"))
    setup.add_argument("--forget-stripe", action="store_true", help=tr("take the Stripe key out of the keyring"))
    entry = add(
        "desktop-entry",
        tr("Put Journeydesk in the desktop's menu, and let it open its links."),
        lazy("desktop_entry", "desktop_entry"),
    )
    entry.add_argument("--remove", action="store_true", help=tr("take it out again"))
    add("sync", tr("One full pass with Airtable and Stripe."), lazy("services", "sync"))
    spaces = add("workspaces", tr("List the workspaces of this computer, or add one."), lazy("opening", "workspaces"))
    spaces.add_argument("--add", metavar="NAME", help=tr("make another, with a database, keys and a base of its own"))
    doctor = add("doctor", tr("Check everything and say how to mend what fails."), lazy("doctor", "doctor"))
    doctor.add_argument(
        "--mend", action="store_true", help=tr("first make the database sound again, if need be from its newest copy")
    )
    doctor.add_argument(
        "--offline", action="store_true", help=tr("ask no service on the network; say what was last seen of it")
    )


def _add_reading(bring: argparse.ArgumentParser) -> None:
    """How a file is read; what is left out is found out from the file."""
    bring.add_argument("--encoding", metavar="NAME", help=tr("its characters, like utf-8, windows-1252 or shift_jis"))
    bring.add_argument("--delimiter", metavar="SIGN", help=tr("what parts its columns: a sign, or the word tab"))
    bring.add_argument("--decimal", choices=(",", "."), help=tr("the mark before decimals"))
    bring.add_argument("--dates", choices=("dmy", "mdy"), help=tr("whether the day or the month stands first"))
    bring.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="TITLE=FIELD",
        help=tr("the field of a column; TITLE= leaves the column out"),
    )
    bring.add_argument(
        "--empty-clears", action="store_true", help=tr("an empty cell clears the field; without it the field is kept")
    )
    bring.add_argument("--yes", action="store_true", help=tr("take the likeliest reading where the file leaves it open"))
    bring.add_argument("--failed", metavar="FILE.csv", help=tr("save the rows that were left out, with what is wrong"))


def _add_demo(demo: argparse.ArgumentParser) -> None:
    demo.add_argument("--headless", action="store_true", help=tr("write pictures and the report instead of opening a window"))
    demo.add_argument("--output", metavar="DIR", default="demo-output", help=tr("where the pictures go (demo-output)"))
    demo.add_argument(
        "--prospects", type=at_most(_MOST_PROSPECTS), default=12_480, metavar="N", help=tr("how many prospects the team has")
    )


def _add_sandbox(sandbox: argparse.ArgumentParser) -> None:
    sandbox.add_argument(
        "--port", type=at_most(_LAST_PORT), default=0, help=tr("the port on this computer; a free one unless given")
    )
    sandbox.add_argument(
        "--prospects", type=at_most(_MOST_PROSPECTS), default=12_480, metavar="N", help=tr("how many prospects the team has")
    )
    sandbox.add_argument(
        "--base",
        default="team",
        choices=("team", "wattlebird", "renamed", "retyped", "thirty", "random"),
        help=tr(
            "the base to connect to: the team's, another team's own, the team's with other names, other "
            "types or thirty tables, or one by chance"
        ),
    )
    sandbox.add_argument("--lift-limits", action="store_true", help=tr("do not limit requests to 5 a second"))
    sandbox.add_argument("--with-parent", action="store_true", help=tr("end when standard input is closed"))


def _add_files(add: Callable[..., argparse.ArgumentParser]) -> None:
    def table(command: argparse.ArgumentParser) -> None:
        command.add_argument(
            "--table", required=True, metavar="T", help=tr("the table's name in Airtable, like “Beta Applications”")
        )

    bring = add("import", tr("Bring in a list (CSV, XLSX, ODS, vCard), row by row."), lazy("files", "import_file"))
    bring.add_argument("file", metavar="FILE")
    table(bring)
    bring.add_argument(
        "--key",
        metavar="FIELD",
        help=tr("the field that finds rows; else key, e-mail, phone, company and name"),
    )
    bring.add_argument("--sheet", metavar="NAME", help=tr("the sheet of a workbook that has several"))
    bring.add_argument("--dry-run", action="store_true", help=tr("say what would happen and change nothing"))
    _add_reading(bring)
    take = add("export", tr("Write a table as CSV, JSON or XLSX."), lazy("files", "export_file"), json=False)
    table(take)
    take.add_argument("--format", choices=("csv", "json", "xlsx"), required=True)
    take.add_argument("--output", metavar="FILE", help=tr("where to write it; standard output unless given"))
    delete = add("delete", tr("Delete records by key."), lazy("files", "delete"))
    table(delete)
    delete.add_argument("keys", nargs="+", metavar="KEY")
    backup = add("backup", tr("Copy the database to a file."), lazy("files", "backup"))
    backup.add_argument("file", metavar="FILE")
    restore = add("restore", tr("Put a copy in the place of the database."), lazy("files", "restore_copy"))
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--unlock", action="store_true", help=tr("ask for the copy's recovery key or passphrase"))
    removal = add(
        "remove-everything", tr("Remove the workspace, its copies, keys and change feed."), lazy("removal", "removal")
    )
    removal.add_argument("--yes", action="store_true", help=tr("do not ask"))
    recovery = add(
        "recovery-key", tr("Show the key that opens the workspace and its copies anywhere."), lazy("recovery", "recovery")
    )
    recovery.add_argument("--again", action="store_true", help=tr("show it although it was typed back"))
    recovery.add_argument("--enter", action="store_true", help=tr("put a key that the keyring lost back into it"))


def _add_actions(add: Callable[..., argparse.ArgumentParser]) -> None:
    log = add("log", tr("Log a call, meeting or note."), lazy("actions", "log"))
    log.add_argument("--prospect", required=True, metavar="KEY")
    log.add_argument("--type", required=True, help=", ".join(INTERACTION_TYPES))
    log.add_argument("--summary", required=True)
    log.add_argument("--outcome", help=", ".join(OUTCOMES))
    log.add_argument("--duration", type=WHOLE, metavar="MIN")
    log.add_argument("--next-steps")
    log.add_argument("--follow-up", metavar="DATE", help=tr("2026-05-22, or in plain words: “fri”, 3d, next month"))
    log.add_argument("--no-next-step", metavar="REASON", help=tr("that nothing comes next, and why"))
    move = add("move", tr("Move a prospect to a stage of a journey."), lazy("actions", "move"))
    move.add_argument("--prospect", required=True, metavar="KEY")
    move.add_argument("--journey", required=True)
    move.add_argument("--stage", required=True)
    move.add_argument("--reason", default="")
    status = add("status", tr("Show or change a prospect's customer status and LTV."), lazy("actions", "status"))
    status.add_argument("--prospect", required=True, metavar="KEY")
    status.add_argument("--set", metavar="STATUS")
    status.add_argument("--ltv", metavar="AMOUNT")
    event = add("event", tr("Take in events from a JSON file."), lazy("actions", "event"))
    event.add_argument("file", metavar="FILE|-")
    _add_task(add)
    add("undo", tr("Take the last change back."), lazy("actions", "undo"))


def _add_task(add: Callable[..., argparse.ArgumentParser]) -> None:
    def with_json(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
        command.add_argument("--json", action="store_true", help=tr("print one JSON object"))
        return command

    parser = add("task", tr("Add, list and finish tasks."), lazy("tasks", "list_tasks"))
    commands = parser.add_subparsers(metavar="ACTION")
    new = with_json(commands.add_parser("add", help=tr("Add a task.")))
    new.set_defaults(command=lazy("tasks", "add"))
    new.add_argument("--prospect", metavar="KEY")
    new.add_argument("--title", required=True)
    new.add_argument("--due", required=True, help=tr("in plain words: “fri 14:30”, 3d, tomorrow, next month, 2026-05-22"))
    new.add_argument("--kind", default="Follow-up", help=tr("Follow-up, Onboarding, Check-in, Roadmap"))
    shown = with_json(commands.add_parser("list", help=tr("What is overdue, due today, and coming.")))
    shown.set_defaults(command=lazy("tasks", "list_tasks"))
    shown.add_argument("--owner", help=tr("only this rep's"))
    today = with_json(commands.add_parser("today", help=tr("What is overdue and due today.")))
    today.set_defaults(command=lazy("tasks", "list_today"))
    today.add_argument("--owner", help=tr("only this rep's"))
    later = with_json(commands.add_parser("postpone", help=tr("Move a task to another time.")))
    later.set_defaults(command=lazy("tasks", "postpone"))
    later.add_argument("key", metavar="KEY", help=tr("the task's key, or its beginning"))
    later.add_argument("due", metavar="DUE", help=tr("in plain words, from now"))
    done = with_json(commands.add_parser("done", help=tr("Mark a task as done.")))
    done.set_defaults(command=lazy("tasks", "finish"))
    done.add_argument("key", metavar="KEY", help=tr("the task's key, or its beginning"))
    add("conflicts", tr("List what was changed here and in Airtable."), lazy("conflicts", "conflicts"))
    resolve = add("resolve", tr("Answer a conflict."), lazy("conflicts", "resolve"))
    resolve.add_argument("id", type=WHOLE, metavar="ID", help=tr("its number in the list of conflicts"))
    resolve.add_argument("choice", choices=("mine", "theirs", "both"))


def _is_handed(word: str) -> bool:
    return is_link(word) or ("." in word and config.is_file(Path(word)))


def _mean_workspace(name: str | None) -> None:
    """From now on the workspace of that name is meant, or the one that the environment names."""
    named = name or os.environ.get(config.WORKSPACE_VARIABLE)
    if named:
        from journeydesk.services.workspace.workspaces import find

        os.environ[config.WORKSPACE_VARIABLE] = find(config.paths(), named)


def run(argv: Sequence[str], *, open_window: Command, run_demo: Command, run_sandbox: Command, run_serve: Command) -> int:
    """Runs one command and returns its exit status: 0 done, 1 failed, 2 wrong usage, 3 done in part."""
    # A desktop hands over the link or file that was pressed, and no command before it.
    words = ["open", *argv] if len(argv) == 1 and _is_handed(argv[0]) else list(argv)
    only = words[0] if words and not words[0].startswith("-") else ""
    arguments = build_parser(open_window, run_demo, run_sandbox, run_serve, only=only).parse_args(words)
    command: Command = arguments.command

    def work() -> int:
        _mean_workspace(arguments.workspace)
        return command(arguments)

    return exit_status(work)
