"""The paper that pages are made for."""

from PySide6.QtCore import QLocale

from journeydesk.reports.document import Paper


def usual_paper() -> Paper:
    """That of this computer's region: Letter where people measure in inches, as Qt knows it, A4 elsewhere."""
    in_inches = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "us-letter" if in_inches else "a4"
