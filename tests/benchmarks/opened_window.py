"""The command `journeydesk open`, as a person starts it, ended after its first painted rows.

Run as a process; prints one JSON line like `empty_window`. With the word `tour` every place is opened first, so that the memory is that of
somebody who has worked with it, and with `sync` the program's own first pass has come to its end too. With `type` or
`today` somebody presses keys at once, as `typed_early` does.
"""

import sys
from pathlib import Path
from typing import Any

import journeydesk.__main__ as program


def main() -> int:
    """The command; what it builds is watched, and nothing else of it is touched. What watches is loaded after the command's own first
    steps, for what it does beside loading Qt is begun by them."""
    speak = program._speak

    def speak_and_watch() -> None:
        speak()
        # After the language, as the program itself imports it.
        from journeydesk import app
        from tests.benchmarks.first_rows import FirstRows

        build = app.build

        def watched(folder: Path, *rest: Any) -> Any:
            running = build(folder, *rest)
            watchers.append(FirstRows(running, sys.argv[1:]))
            return running

        vars(app)["build"] = watched

    watchers: list[Any] = []
    program._speak = speak_and_watch
    return program.main(["open"])


if __name__ == "__main__":
    raise SystemExit(main())
