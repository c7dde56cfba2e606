"""Makes a payment link and is killed on the way: `python -m tests.integration.upgrades.killed_maker FOLDER URL KEY PROSPECT SEAM`."""

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from journeydesk.domain.ids import RecordId
from journeydesk.services.upgrades.making import make_link
from tests.workspaces import NOWHERE, workspace


def main(folder: str, url: str, key: str, prospect: str, seam: str) -> None:
    def die(name: str) -> None:
        if name == seam:
            os.kill(os.getpid(), signal.SIGKILL)

    with workspace(Path(folder)) as context:
        known = replace(NOWHERE, stripe_url=url, stripe_checkout_key=key)
        make_link(context, known, RecordId(int(prospect)), "Accelerator", seam=die)


if __name__ == "__main__":
    main(*sys.argv[1:])
