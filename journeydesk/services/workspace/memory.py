"""What the window let go of goes back to the system."""

from journeydesk.storage.engine.heap import give_back as give_back
