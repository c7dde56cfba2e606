"""The computer's own certificate: made once, kept beside the database, and known to a paired phone by its fingerprint."""

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from journeydesk.domain.frozen_data import dataclass
from journeydesk.services.phone.settings import CERTIFICATE, CERTIFICATE_KEY
from journeydesk.storage.engine.files import write_file

_YEARS = 2
"""Phones refuse one that is valid for longer than 825 days, whoever signed it."""

_RENEWED_BEFORE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Where certificate and key stand, and the SHA-256 of the certificate in hexadecimal digits."""

    certificate: Path
    key: Path
    fingerprint: str


def own_certificate(folder: Path, address: str, now: datetime) -> Certificate:
    """The certificate for this address, an IP or a name; made where there is none, or the one there is ends soon or is for another."""
    certificate, key = folder / CERTIFICATE, folder / CERTIFICATE_KEY
    known = _read(certificate)
    if known is None or not key.exists() or not _serves(known, address, now):
        known = _make(certificate, key, address, now)
    return Certificate(certificate, key, known.fingerprint(hashes.SHA256()).hex())


def _read(path: Path) -> x509.Certificate | None:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        return None


def _serves(known: x509.Certificate, address: str, now: datetime) -> bool:
    if now > known.not_valid_after_utc - _RENEWED_BEFORE or now < known.not_valid_before_utc:
        return False
    names = known.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return _name(address) in list(names)


def _name(address: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(address))
    except ValueError:
        return x509.DNSName(address)


def _make(certificate: Path, key: Path, address: str, now: datetime) -> x509.Certificate:
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Journeydesk on this computer")])
    begin = now.astimezone(UTC) - timedelta(hours=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=365 * _YEARS))
        .add_extension(x509.SubjectAlternativeName([_name(address)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(private, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    write_file(key, private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    write_file(certificate, made.public_bytes(serialization.Encoding.PEM))
    return made
