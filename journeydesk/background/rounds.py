"""What is done again and again beside sync, each in a thread of its own, so that none waits for another."""

from collections.abc import Callable
from functools import partial

from journeydesk.background.schedule import Schedule
from journeydesk.background.worker import SyncWorker
from journeydesk.config import Connections
from journeydesk.services.context import Context
from journeydesk.services.mail.rounds import mail_round
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.services.upgrades.watching import look_at_links

_LINKS_MINUTES = 0.5


def tend_mail(context: Context, known: Connections, schedule: Schedule) -> Callable[[], None]:
    """Sends and reads mail each minute, until what is returned is called."""

    def post(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> object:
        if not works_offline(context):
            mail_round(context, known, stopping, sleep)
        return None

    worker = SyncWorker(post)
    worker.start()
    schedule.every_minutes("mail", 1, worker.request)
    return partial(_end, worker)


def watch_links(context: Context, known: Connections, say: Callable[[str], None], schedule: Schedule) -> Callable[[], None]:
    """Looks at payment links that are due, until what is returned is called, and says what became of one."""

    def look(_stopping: Callable[[], bool], _sleep: Callable[[float], None]) -> object:
        for settled in look_at_links(context, known):
            say(settled.words)
        return None

    worker = SyncWorker(look)
    worker.start()
    schedule.every_minutes("payment links", _LINKS_MINUTES, worker.request)
    return partial(_end, worker)


def _end(worker: SyncWorker) -> None:
    worker.stop()
