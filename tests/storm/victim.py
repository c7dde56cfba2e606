"""A rep's machine that works and syncs until it is killed: `python -m tests.storm.victim WORKSPACE LEDGER SEED URL TOKEN BASE`.

What is on disk for sure is told in the ledger, a line each, after its commit: what is told there must never be lost.
"""

import sys
from pathlib import Path
from random import Random

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.services.commands.prospects import create_prospect, edit, find_prospect, log_interaction
from journeydesk.services.sync.session import SyncSession
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.records import records
from tests.workspaces import KEY


def main(folder: str, ledger: str, seed: str, url: str, token: str, base: str) -> None:
    """Works until somebody ends it."""
    known = Connections(url, token, base, None, None, "Amaia Etxarri", None, 0.0)
    context, _ = open_workspace(Path(folder), KEY, known)
    random = Random(int(seed))
    session = SyncSession(context, known)
    with Path(ledger).open("a+", encoding="utf-8") as told:
        told.seek(0)
        own = [line.split()[1] for line in told if line.startswith("made")]
        number = int(seed) * 1_000_000
        print("ready", flush=True)
        while True:
            number += 1
            done = random.choice(("made", "edited", "edited", "logged"))
            if done == "made" or not own:
                prospect = create_prospect(context, {"company": f"Company {number}", "phone": "0"})
                with context.database.read() as connection:
                    key = str(records.key_of(connection, "prospects", prospect))
                own.append(key)
                told.write(f"made {key}\n")
            elif done == "edited":
                key = random.choice(own)
                edit(context, find_prospect(context, key), {"phone": str(number)})
                told.write(f"edited {key} {number}\n")
            else:
                key = random.choice(own)
                log_interaction(context, find_prospect(context, key), "Call", f"call {number}")
                told.write(f"logged {key} {number}\n")
            told.flush()
            if random.random() < 0.4:
                try:
                    session.run(sleep=lambda _: None)
                except JourneydeskError as problem:
                    print(type(problem).__name__, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
