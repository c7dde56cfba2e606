"""A rep's computer with a mail account, a mail server of another maker, and, where it is installed, a real mailbox."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from journeydesk.config import Connections
from journeydesk.domain.ids import RecordId
from journeydesk.remote.mail.servers import PASSWORD, PLAIN, Server
from journeydesk.services.mail.account import MailAccount, keep_account
from journeydesk.services.mail.sending import SendReport, send_due
from journeydesk.storage.mail import queue
from journeydesk.storage.mail.queue import MailRow, QueuedMail
from tests.fakes.dovecot import IS_HERE, Dovecot, dovecot
from tests.fakes.dovecot import PASSWORD as MAILBOX_PASSWORD
from tests.fakes.post_office import PostOffice, post_office
from tests.integration.office import Office, office_in
from tests.workspaces import NOWHERE

KNOWN = replace(NOWHERE, mail_password=MAILBOX_PASSWORD)
ADDRESS = "amaia@ostrelle.example"


@dataclass
class MailDesk(Office):
    """An office with a mail account."""

    known: Connections = KNOWN

    def account(self, smtp_port: int, imap_port: int = 0, *, shares: bool = False) -> MailAccount:
        """Sets the account up, its servers on this computer."""
        imap = Server("127.0.0.1", imap_port, PLAIN) if imap_port else None
        smtp = Server("127.0.0.1", smtp_port, PLAIN)
        account = MailAccount(ADDRESS, "Amaia Etxarri", "other", PASSWORD, ADDRESS, smtp, imap, shares=shares)
        keep_account(self.context, self.known, account, "")
        return account

    def queue(self, prospect: RecordId | None, recipient: str, key: str = "", **values: object) -> int:
        """Puts a mail into the queue, due now."""
        key = key or f"KEY-{recipient}"
        identity = f"<jd.{key.casefold()[4:].replace('@', '.')}@ostrelle.example>"
        plain = QueuedMail(key, prospect, None, recipient, "Two references", "Good morning", identity)
        mail = replace(plain, **values)  # type: ignore[arg-type]
        with self.context.database.write() as connection:
            number = queue.put(connection, mail, self.context.now(), self.context.now())
        assert number is not None
        return number

    def mail(self, number: int) -> MailRow:
        """A mail as it stands in the queue."""
        with self.context.database.read() as connection:
            row = queue.one(connection, number)
        assert row is not None
        return row

    def send(self) -> SendReport:
        """A pass over the queue, without waiting between mails."""
        return send_due(self.context, self.known, sleep=lambda _: None)


@pytest.fixture
def office(tmp_path: Path, empty_workspace: Path) -> Iterator[MailDesk]:
    """A computer on which nothing happened yet; a Tuesday, 11:05 in Berlin."""
    with office_in(tmp_path / "office", empty_workspace) as made:
        desk = MailDesk(made.context, made.moment, made.heard)
        desk.context = replace(made.context, clock=lambda: desk.moment)
        yield desk


@pytest.fixture
def server() -> Iterator[PostOffice]:
    """A mail server that takes everything."""
    with post_office() as running:
        yield running


@pytest.fixture
def mailbox() -> Iterator[Dovecot]:
    """A real mailbox; skips where dovecot is not installed (.ci/system-packages --tests adds it)."""
    if not IS_HERE:
        pytest.skip("dovecot is not installed")
    # Its sockets need a short path.
    folder = Path(tempfile.mkdtemp(prefix="jd"))
    try:
        with dovecot(folder) as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def tls_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A certificate for 127.0.0.1 that nobody signed but itself, and its key."""
    import datetime
    import ipaddress

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate_file, key_file = folder / "certificate.pem", folder / "key.pem"
    certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return str(certificate_file), str(key_file)
