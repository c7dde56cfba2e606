"""localstripe on a free loopback port, without its state file: `python -m …localstripe_process` prints the port and serves."""

import asyncio
import sys

from aiohttp import web
from localstripe.resources import store
from localstripe.server import app


async def _serve() -> None:
    store.dump_to_disk = lambda: None
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(_serve())
