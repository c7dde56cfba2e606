"""Hearing from the system that the network is back."""

from collections.abc import Callable

from PySide6.QtNetwork import QNetworkInformation


def when_online(run: Callable[[], None]) -> None:
    """Calls it each time the network becomes reachable; on a system that does not tell, the timer alone has to notice."""
    if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
        return
    network = QNetworkInformation.instance()

    def changed(reachability: QNetworkInformation.Reachability) -> None:
        if reachability == QNetworkInformation.Reachability.Online:
            run()

    network.reachabilityChanged.connect(changed)
