"""The end of the certificate's fingerprint, for a person to compare with what a browser shows."""

import hashlib
import ssl
from pathlib import Path

from journeydesk.services.phone.settings import CERTIFICATE

_SHOWN = 16


def short_fingerprint(folder: Path) -> str:
    """The last eight bytes of its SHA-256 as browsers write them; empty where there is no certificate yet."""
    try:
        pem = (folder / CERTIFICATE).read_text(encoding="ascii")
        end = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()[-_SHOWN:].upper()
    except (OSError, ValueError):
        return ""
    return ":".join(end[place : place + 2] for place in range(0, len(end), 2))
