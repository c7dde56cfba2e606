"""What a window carries once it syncs: a session of Airtable brings no client with models of its own."""

import subprocess
import sys

_PROGRAM = """
import sys, time
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.sync.budget import Pace
from journeydesk.sync.engine import run_pass
AirtableRemote("https://api.airtable.com", "pat", "app", Pace(0, time.monotonic, time.sleep))
print(*sorted(name for name in ("pyairtable", "pydantic", "requests", "sqlalchemy") if name in sys.modules))
"""


def test_of_the_libraries_a_pass_loads_only_requests() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["requests"]
