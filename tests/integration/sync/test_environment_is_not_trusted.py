"""Proxies, passwords and certificates that variables of the environment name are not used: a token goes to its host alone."""

import ipaddress
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from journeydesk.remote.opening import list_bases
from journeydesk.remote.stripe.client import StripeReader
from journeydesk.sync.ports import RemoteUnreachable


class Recorder:
    """An HTTP server that answers every GET with an empty list and remembers the requests."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        requests: list[tuple[str, str | None]] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                requests.append((self.path, self.headers.get("Authorization")))
                body = b'{"bases": [], "object": "list", "data": [], "has_more": false, "url": "/v1/customers"}'
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_arguments: object) -> None:
                """Says nothing."""

        self.requests = requests
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if context is not None:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.address = f"127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        """Stops."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def proxy() -> Iterator[Recorder]:
    recorder = Recorder()
    yield recorder
    recorder.close()


@pytest.fixture
def service() -> Iterator[Recorder]:
    recorder = Recorder()
    yield recorder
    recorder.close()


PROXIES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


@pytest.fixture
def hostile_environment(monkeypatch: pytest.MonkeyPatch, proxy: Recorder, tmp_path: Path) -> None:
    for name in PROXIES:
        monkeypatch.setenv(name, f"http://{proxy.address}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login mallory password stolen\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))


@pytest.mark.usefixtures("hostile_environment")
def test_airtable_s_token_goes_through_no_proxy(service: Recorder, proxy: Recorder) -> None:
    assert list_bases(f"http://{service.address}", "patOnlyForThisTest") == []
    assert proxy.requests == []
    assert [authorization for _, authorization in service.requests] == ["Bearer patOnlyForThisTest"]


@pytest.mark.usefixtures("hostile_environment")
def test_stripe_s_key_goes_through_no_proxy(service: Recorder, proxy: Recorder) -> None:
    with StripeReader(f"http://{service.address}", "rk_test_OnlyForThisTest") as reader:
        reader.page("customer")
    assert proxy.requests == []
    assert [authorization for _, authorization in service.requests] == ["Bearer rk_test_OnlyForThisTest"]


@pytest.fixture
def own_certificate(tmp_path: Path) -> Path:
    """A certificate for this computer that only a variable of the environment would vouch for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "certificate.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + private)
    return file


BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
"""What requests would trust; of the two it reads the first that is set."""


@pytest.mark.fault(10)
@pytest.mark.parametrize("variable", BUNDLES)
def test_no_variable_vouches_for_a_certificate(own_certificate: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own_certificate)
    service = Recorder(context)
    for name in BUNDLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(own_certificate))
    try:
        with pytest.raises(RemoteUnreachable, match="certificate"):
            list_bases(f"https://{service.address}", "patOnlyForThisTest")
        with (
            StripeReader(f"https://{service.address}", "rk_test_OnlyForThisTest", sleep=lambda _: None) as reader,
            pytest.raises(RemoteUnreachable, match="certificate"),
        ):
            reader.page("customer")
    finally:
        service.close()
    assert service.requests == []
