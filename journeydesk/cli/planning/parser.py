"""The command lines of planning reviews."""

import argparse
from collections.abc import Callable

from journeydesk.cli.lazy import at_most, lazy
from journeydesk.domain.words import tr


def add_planning_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """A review, and what is done with its milestones."""
    review = add(
        "planning", tr("Show a customer's roadmap, or write its planning review as PDF."), lazy("planning.review", "review")
    )
    review.add_argument("prospect", metavar="KEY", help=tr("the Application ID, or its beginning"))
    review.add_argument("--output", metavar="FILE.pdf", help=tr("write the pages there"))
    review.add_argument("--pages", help=tr("of roadmap, usage, notes and money those that are printed, with commas"))
    parser = add("milestone", tr("Add, move and finish milestones."), lazy("planning.review", "add"))
    commands = parser.add_subparsers(metavar="ACTION", required=True)
    new = commands.add_parser("add", help=tr("Add a milestone."))
    new.set_defaults(command=lazy("planning.review", "add"))
    new.add_argument("prospect", metavar="KEY")
    new.add_argument("--title", required=True)
    new.add_argument("--due", required=True, help=tr("in plain words: “29 may”, “fri 10:00”, 2026-05-22"))
    new.add_argument("--starts", help=tr("when the work begins; without it the milestone is a day"))
    new.add_argument("--owner")
    new.add_argument("--progress", help="0 to 100")
    change = commands.add_parser("change", help=tr("Move a milestone, say how far it is, finish it."))
    change.set_defaults(command=lazy("planning.review", "change"))
    change.add_argument("key", metavar="KEY", help=tr("the task's key, or its beginning"))
    change.add_argument("--due", help=tr("another date in plain words"))
    change.add_argument("--progress", help="0 to 100")
    done = change.add_mutually_exclusive_group()
    done.add_argument("--done", action="store_true", help=tr("it is done"))
    done.add_argument("--reopen", action="store_true", help=tr("it is not done after all"))
    for command in (new, change):
        command.add_argument("--json", action="store_true", help=tr("print one JSON object"))


def add_calendar_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Calendars that are read into today's list."""
    parser = add(
        "calendar",
        tr("Read a calendar into today's list: by address (.ics, CalDAV) or file."),
        lazy("planning.calendar", "show"),
    )
    commands = parser.add_subparsers(metavar="ACTION")
    new = commands.add_parser("add", help=tr("Read another calendar; it is never written to."))
    new.set_defaults(command=lazy("planning.calendar", "add"))
    new.add_argument("address", metavar="ADDRESS|FILE.ics")
    new.add_argument("--name", help="what it is called here")
    new.add_argument("--user", help=tr("who signs in; the password is asked for"))
    shown = commands.add_parser("list", help=tr("The calendars with when each was read."))
    shown.set_defaults(command=lazy("planning.calendar", "show"))
    check = commands.add_parser("check", help=tr("Read all of them now."))
    check.set_defaults(command=lazy("planning.calendar", "check"))
    gone = commands.add_parser("remove", help=tr("Read one no more."))
    gone.set_defaults(command=lazy("planning.calendar", "remove"))
    gone.add_argument("name", metavar="NAME|NUMBER")
    for command in (new, shown, check, gone):
        command.add_argument("--json", action="store_true", help=tr("print one JSON object"))


def add_card_command(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Contacts as cards."""
    card = add("card", tr("Write contacts as vCard, or show one as a QR code."), lazy("planning.card", "card"))
    card.add_argument("prospects", nargs="+", metavar="KEY")
    card.add_argument("--output", metavar="FILE.vcf", help=tr("write them there"))
    card.add_argument("--version", choices=("3.0", "4.0"), default="4.0")
    card.add_argument("--qr", action="store_true", help=tr("show the QR code that a phone's camera takes in"))


def add_onboarding_command(add: Callable[..., argparse.ArgumentParser]) -> None:
    """The end-to-end check."""
    check = add(
        "check-onboarding", tr("Walk a test customer through onboarding, step by step."), lazy("planning.end_to_end", "check")
    )
    check.add_argument(
        "--wait", type=at_most(3_600), default=30, metavar="SECONDS", help=tr("how long others may take to answer")
    )
    check.add_argument("--last", action="store_true", help=tr("say what came of the last time, and check nothing"))
