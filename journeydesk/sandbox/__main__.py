"""`python -m journeydesk.sandbox`: the stand-ins in a process of their own, until it is ended."""

from journeydesk.sandbox.command import main

raise SystemExit(main())
