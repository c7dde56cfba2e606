"""The timer is there without asyncio and multiprocessing, and whoever wants those is given the real ones."""

import subprocess
import sys

_TIMER_ALONE = """
import sys, threading
from journeydesk.background.schedule import Schedule
schedule, ran = Schedule(), threading.Event()
print(*sorted({"asyncio", "concurrent.futures.process", "multiprocessing", "ssl"} & set(sys.modules)), "|")
schedule.start()
schedule.every_minutes("now", 5, ran.set)
schedule.soon("now", 0)
print(ran.wait(20))
schedule.stop()
"""
_OTHERS_AFTERWARDS = """
from journeydesk.background.schedule import Schedule
Schedule()
import asyncio, multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from apscheduler.executors import pool
async def answer():
    return 7
print(asyncio.run(answer()), multiprocessing.get_context("spawn").get_start_method())
print(issubclass(BrokenProcessPool, pool.BrokenProcessPool), pool.multiprocessing.get_context("spawn").get_start_method())
print(ProcessPoolExecutor.__module__)
"""


def _said(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    return done.stdout.splitlines()


def test_a_timer_loads_nothing_of_pools_and_coroutines() -> None:
    assert _said(_TIMER_ALONE) == ["|", "True"]


def test_whoever_wants_them_afterwards_has_the_real_ones() -> None:
    assert _said(_OTHERS_AFTERWARDS) == ["7 spawn", "True spawn", "concurrent.futures.process"]


def test_another_thread_has_the_real_ones_even_meanwhile() -> None:
    code = (
        "from threading import Thread\n"
        "from journeydesk.background import scheduler_import\n"
        "def ask():\n"
        "    import asyncio.events\n"
        "    print(asyncio.events.__name__, asyncio.new_event_loop().is_running())\n"
        "with scheduler_import._stood_in():\n"
        "    other = Thread(target=ask)\n"
        "    other.start()\n"
        "    other.join()\n"
        "import asyncio\n"
        "print(asyncio.Queue.__module__)\n"
    )
    assert _said(code) == ["asyncio.events False", "asyncio.queues"]
