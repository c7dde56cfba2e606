"""The inbox with alerts, for the keys of triage."""

from tests.ui.alerts.conftest import raised as raised
