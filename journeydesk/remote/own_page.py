"""Whether a page that this computer serves answers, asked as a phone would: by https, with the certificate that it ought to have."""

import http.client
import ssl
from pathlib import Path
from urllib.parse import urlsplit

from journeydesk.domain.errors import WorldError
from journeydesk.domain.words import tr

_SECONDS = 5.0


def check_page(address: str, path: str, certificate: Path | None) -> None:
    """Asks once. `certificate` is the one to trust, None for those that the system trusts. Raises WorldError in words."""
    split = urlsplit(address)
    trust = ssl.create_default_context(cafile=None if certificate is None else str(certificate))
    line = http.client.HTTPSConnection(split.hostname or "", split.port, timeout=_SECONDS, context=trust)
    try:
        line.request("GET", path)
        status = line.getresponse().status
    except (OSError, http.client.HTTPException) as problem:
        raise WorldError(tr("{address} does not answer: {problem}.", address=address, problem=problem)) from problem
    finally:
        line.close()
    if status != http.HTTPStatus.OK:
        raise WorldError(tr("{address} answers {status} instead of the page.", address=address, status=status))
