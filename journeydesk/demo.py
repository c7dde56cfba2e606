"""The demonstration: a sandbox team, set up and synced over HTTP, then the window or its pictures.

With a display it opens the window; without one, or with `--headless`, it drives the same window off screen, writes a
picture of every screen in light and dark and the weekly report, and says where.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from journeydesk import config, credentials
from journeydesk.domain.errors import JourneydeskError, WorldError
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context

ACTOR = "Amaia Etxarri"
_LOOK_SECONDS = 2.0
_KEPT = ("JOURNEYDESK_LANGUAGE",)


def has_display() -> bool:
    """Whether a window could be seen: always on Windows and macOS, elsewhere where a display is named."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: argparse.Namespace) -> int:
    """The whole demonstration; returns the exit status."""
    headless = arguments.headless or not has_display()
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    began = time.monotonic()
    output = Path(arguments.output).resolve()
    with tempfile.TemporaryDirectory(prefix="journeydesk-demo-") as home, sandbox(arguments.prospects) as addresses:
        environment = {
            "JOURNEYDESK_HOME": home,
            "JOURNEYDESK_AIRTABLE_URL": addresses["airtable_url"],
            "JOURNEYDESK_AIRTABLE_TOKEN": addresses["token"],
            "JOURNEYDESK_AIRTABLE_BASE": addresses["base_id"],
            "JOURNEYDESK_STRIPE_URL": addresses["stripe_url"],
            "JOURNEYDESK_STRIPE_KEY": addresses["stripe_key"],
            "JOURNEYDESK_MAKE_URL": addresses["make_url"],
            "JOURNEYDESK_MAKE_TOKEN": addresses["make_token"],
            "JOURNEYDESK_CLAUDE_URL": addresses["claude_url"],
            "JOURNEYDESK_CLAUDE_KEY": addresses["claude_key"],
            "JOURNEYDESK_OAUTH_URL": addresses["oauth_url"],
            "JOURNEYDESK_MAIL_PASSWORD": addresses["mail_password"],
            "JOURNEYDESK_STRIPE_CHECKOUT_KEY": addresses["checkout_key"],
            "JOURNEYDESK_ACTOR": ACTOR,
        }
        known = config.connections(environment)
        folder = config.paths(environment).workspace
        # The team is invented and the folder goes with the demonstration, so there is nothing to encrypt.
        credentials.go_unencrypted(folder)
        # Parts of the window ask the environment where services are, and must not be told of the person's own.
        with _environment(environment):
            set_up(folder, known)
            if headless:
                fill(folder, known, addresses)
                write_pictures(folder, known, output)
                print(tr("Done in {monotonic} s.", monotonic=f"{time.monotonic() - began:.1f}"), flush=True)
                return 0
            took = f"{time.monotonic() - began:.1f}"
            print(tr("The window opens after {monotonic} s and fills while it syncs.", monotonic=took), flush=True)
            return show(folder, known, addresses)


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """These variables and none of ours else, until the block ends."""
    before = {name: value for name, value in os.environ.items() if name.startswith("JOURNEYDESK_") and name not in _KEPT}
    for name in before:
        del os.environ[name]
    os.environ.update(values)
    try:
        yield
    finally:
        for name in values:
            os.environ.pop(name, None)
        os.environ.update(before)


@contextmanager
def sandbox(prospects: int) -> Iterator[dict[str, str]]:
    """The stand-ins as a process of their own, ended with the block. Yields where they are reached."""
    print(
        tr(
            "Starting the sandbox: stand-ins for Airtable, Stripe, Make, Claude and mail, an invented team with {prospects} prospects.",
            prospects=figure(prospects),
        ),
        flush=True,
    )
    options = ["sandbox", "--json", "--lift-limits", "--with-parent", "--prospects", str(prospects)]
    process = subprocess.Popen([*config.own_program(), *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline() if process.stdout else ""
        if not line:
            raise WorldError(tr("The sandbox did not start; what it said stands above."))
        addresses: dict[str, str] = json.loads(line)
        yield addresses
    finally:
        if process.stdin:
            process.stdin.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def set_up(folder: Path, known: config.Connections) -> None:
    """Makes the workspace and matches the base over HTTP: from here on a sync needs nobody."""
    from journeydesk.sandbox.team.offer import SOLD
    from journeydesk.services.sync.connecting import remote_access, set_pace
    from journeydesk.services.sync.mapping.applying import apply_mapping, open_mapping
    from journeydesk.services.workspace.opening import open_workspace
    from journeydesk.services.workspace.settings import preset

    context, _ = open_workspace(folder, None, known)
    try:
        # The stand-in has lifted its limit; a real base is asked at most 4.9 times a second.
        set_pace(context, 0)
        preset(context, {"team.name": "Ostrelle", "team.time_zone": "Europe/Berlin", "team.currency": "EUR", **SOLD})
        access = remote_access(context, known)
        report = apply_mapping(context, access, open_mapping(context, access), create=True)
        print(tr("Set up: tables and fields matched, {count} created.", count=figure(len(report.created))), flush=True)
    finally:
        context.database.close()


def connect_services(context: Context, known: config.Connections, addresses: Mapping[str, object]) -> None:
    """Connects the stand-ins of Make, Claude and mail; no key of theirs goes into this computer's keyring."""
    from journeydesk.remote.mail.servers import PASSWORD, PLAIN, Server
    from journeydesk.services.generated.key import connect_claude
    from journeydesk.services.mail.account import OTHER, MailAccount
    from journeydesk.services.mail.signing_in import set_up_by_password
    from journeydesk.services.scenarios.account import connect_make

    connect_make(context, known, "eu1", "", int(str(addresses["make_team"])))
    connect_claude(context, known, "")
    smtp, imap = (Server("127.0.0.1", int(str(addresses[name])), PLAIN) for name in ("smtp_port", "imap_port"))
    address = str(addresses["mail_address"])
    set_up_by_password(context, known, MailAccount(address, ACTOR, OTHER, PASSWORD, address, smtp, imap), "")


def let_people_answer(control: str) -> None:
    """From now on some of those who get a mail write back."""
    from journeydesk.remote.posting.post import post

    post(f"{control}/mail", json.dumps({"answers": True}).encode(), {}, allow_private=True)


def fill(folder: Path, known: config.Connections, addresses: Mapping[str, object]) -> None:
    """Syncs and connects everything, for pictures; a window does that by itself, and its list is usable meanwhile."""
    from journeydesk.gallery.gate_visits import visit
    from journeydesk.services.sync.session import sync_once
    from journeydesk.services.workspace.opening import open_workspace

    began = time.monotonic()
    context, _ = open_workspace(folder, None, known)
    try:
        outcome = sync_once(context, known)
        connect_services(context, known, addresses)
        visit(context)
        # What the visits say is the team's: nothing waits in the pictures.
        sync_once(context, known)
    finally:
        context.database.close()
    took = time.monotonic() - began
    print(
        tr(
            "Synced {pulled} records in {calls} calls and {took} s.",
            pulled=figure(outcome.pulled),
            calls=figure(outcome.calls),
            took=f"{took:.1f}",
        ),
        flush=True,
    )


def show(folder: Path, known: config.Connections, addresses: Mapping[str, object]) -> int:
    """Opens the window on it."""
    from journeydesk.app import build, make_application, run_until_closed
    from journeydesk.ui.program.ending import EndSignals

    application = make_application()
    running = build(folder, known, None)
    signals = EndSignals(running.window.quit)
    ended = threading.Event()
    enliven = (running.context, known, addresses, ended)
    threading.Thread(target=_enliven, args=enliven, name="demonstration", daemon=True).start()
    try:
        return run_until_closed(application, running, known, first=ended.set)
    finally:
        signals.stop()


def _enliven(context: Context, known: config.Connections, addresses: Mapping[str, object], ended: threading.Event) -> None:
    """Connects the other services once the team is there, lets mails be written and answered, and gated content be visited: the list is
    not held up by it."""
    from journeydesk.gallery.correspondence import correspond
    from journeydesk.gallery.gate_visits import visit
    from journeydesk.services.queries.sync import sync_status

    try:
        while not ended.wait(_LOOK_SECONDS):
            if sync_status(context).last_success is not None:
                connect_services(context, known, addresses)
                let_people_answer(str(addresses["control_url"]))
                visit(context)
                correspond(context, known)
                return
    except JourneydeskError as problem:
        print(tr("No mails were written: {problem}", problem=problem), flush=True)


def write_pictures(folder: Path, known: config.Connections, output: Path) -> None:
    """Every screen in light and dark, and the weekly report."""
    from journeydesk.app import build
    from journeydesk.gallery.tour import photograph
    from journeydesk.ui.program.garbage import Collector
    from journeydesk.ui.program.qt_messages import without_excuses

    output.mkdir(parents=True, exist_ok=True)
    running = build(folder, known, None, "light")
    collector = Collector(running.window)
    try:
        with without_excuses():
            names = photograph(running.window, running.theme, running.context, output)
        print(tr("{count} pictures in {output}", count=figure(len(names)), output=output), flush=True)
        report = write_report(running.context, output)
        print(tr("The weekly report is {report}", report=report), flush=True)
    finally:
        collector.stop()
        running.window.close()
        running.context.database.close()


def write_report(context: Context, output: Path) -> Path:
    """Last week's sales, as PDF with its figures as CSV."""
    from journeydesk.domain.periods import week_of
    from journeydesk.services.queries.reports import export_pdf

    period = week_of(context.today()).previous()
    return export_pdf(context, "weekly", period.name, output / f"Weekly-Sales-{period.name}.pdf")
