"""What is done again and again beside sync, each in a thread of its own, so that none waits for another."""

import time
from collections.abc import Callable, Iterable

from journeydesk.background.schedule import Schedule
from journeydesk.background.worker import STOP_WITHIN_SECONDS, Pass, SyncWorker
from journeydesk.config import Connections
from journeydesk.services.calendar.sources import read_calendars
from journeydesk.services.context import Context
from journeydesk.services.mail.rounds import mail_round
from journeydesk.services.scenarios.running import look_up_quietly, run_words
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.services.upgrades.watching import look_at_links

Sleep = Callable[[float], None]
Stopping = Callable[[], bool]


def begin_rounds(
    context: Context, known: Connections, say: Callable[[str], None], schedule: Schedule
) -> tuple[SyncWorker, ...]:
    """Mail, payment links, runs of scenarios and calendars, each when its time comes; `say` is told what became of what somebody waits
    for. Whoever began them stops them with `stop_together`."""

    def tend_mail(stopping: Stopping, sleep: Sleep) -> object:
        if not works_offline(context):
            mail_round(context, known, stopping, sleep)
        return None

    def watch_links(_stopping: Stopping, _sleep: Sleep) -> object:
        for settled in look_at_links(context, known):
            say(settled.words)
        return None

    def follow_runs(stopping: Stopping, _sleep: Sleep) -> object:
        for row in look_up_quietly(context, known, stopping):
            say(run_words(row))
        return None

    def renew_agenda(_stopping: Stopping, _sleep: Sleep) -> object:
        return read_calendars(context, offline=works_offline(context))

    rounds: tuple[tuple[str, float, Pass], ...] = (
        ("mail", 1, tend_mail),
        ("payment links", 0.5, watch_links),
        ("scenarios", 1, follow_runs),
        ("calendars", 5, renew_agenda),
    )
    workers = []
    for name, minutes, work in rounds:
        worker = SyncWorker(work)
        worker.start()
        schedule.every_minutes(name, minutes, worker.request)
        workers.append(worker)
    schedule.soon("calendars")
    return tuple(workers)


def stop_together(workers: Iterable[SyncWorker], within: float = STOP_WITHIN_SECONDS) -> None:
    """Asks all of them to end before it waits for any: however many hang in the network, closing takes as long as for one."""
    workers = tuple(workers)
    for worker in workers:
        worker.stop(0)
    until = time.monotonic() + within
    for worker in workers:
        worker.stop(max(0.0, until - time.monotonic()))
