"""What a person hands to whoever helps them: version, system, checks; no names, no notes, no keys."""

import locale
import platform
from pathlib import Path

from journeydesk import __version__, config
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.sync import sync_status
from journeydesk.services.sync.pill import pill_words
from journeydesk.services.workspace.doctor import every_check


def details(context: Context) -> str:
    """The facts, a line each; the person's own folder is written as ~. For a thread other than the window's."""
    status = sync_status(context)
    lines = [
        tr("Journeydesk {version__}, Python {python_version}", version__=__version__, python_version=platform.python_version()),
        f"{platform.system()} {platform.release()} {platform.machine()}, {locale.setlocale(locale.LC_CTYPE)}",
        tr(
            "Sync: {pill}; {waiting} waiting",
            pill=pill_words(status, context.clock().astimezone(context.settings.time_zone)),
            waiting=status.waiting,
        ),
    ]
    for check in every_check(context, config.connections()):
        words = f"{'ok' if check.ok else 'FAIL'} {check.name}: {check.found}"
        lines.append(words if check.ok else f"{words}. {check.fix}")
    return "\n".join(lines).replace(str(Path.home()), "~")
