"""Prints what is cut, covered, unnamed or wider than its page on the screens of a team's window in the language of this process:
`python -m … FOLDER SIZE …`, sizes like 960x640. The window has the first and is brought to the others with each screen. Texts in
constants keep the language that they are imported in, so each language has a process of its own."""

import shutil
import sys
import tempfile
from pathlib import Path

from journeydesk.ui.program.language import speak_at_start


def main(folder: Path, *sizes: tuple[int, int]) -> None:
    """One fault a line, then how many screens were looked at."""
    speak_at_start()
    from journeydesk.app import make_application
    from journeydesk.config import resources
    from journeydesk.gallery.tour import screens, settle
    from journeydesk.services.workspace.opening import open_workspace
    from journeydesk.ui.bridge import Bridge
    from journeydesk.ui.main_window import MainWindow
    from journeydesk.ui.program.garbage import Collector
    from journeydesk.ui.theme import Theme
    from journeydesk.ui.window.geometry import LEAST
    from tests.ui.access.controls import faults_of_access
    from tests.ui.sizes.walk import faults_at
    from tests.ui.text_faults import bars_across, faults_of_text
    from tests.workspaces import KEY, NOWHERE

    application = make_application()
    theme = Theme(resources() / "icons", "light")
    theme.apply(application)
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder, Path(copy) / "seeded")
        bridge = Bridge()
        context, _ = open_workspace(Path(copy) / "seeded", KEY, NOWHERE, bridge.publish)
        window = MainWindow(context, theme)
        bridge.changed.connect(window.refresh)
        collector = Collector(window)
        # As on a screen that is lower than what windows usually ask for.
        window.setMinimumSize(LEAST)
        window.resize(*sizes[0])
        window.show()
        count = 0
        for name in screens(window, context):
            settle()
            count += 1
            for fault in (
                *faults_of_text(window),
                *bars_across(window),
                *faults_of_access(window),
                *faults_at(window, sizes[1:]),
            ):
                sys.stdout.write(f"{name}: {fault}\n")
        sys.stdout.write(f"{count} screens\n")
        collector.stop()
        window.close()
        context.database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *((int(wide), int(high)) for wide, high in (size.split("x") for size in sys.argv[2:])))
