"""The computer's own certificate: private, kept, and made anew when it has to be."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeydesk.receiver.phone.certificate import own_certificate
from journeydesk.services.phone.fingerprint import short_fingerprint

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)


def test_it_is_kept(tmp_path: Path) -> None:
    first = own_certificate(tmp_path, "192.0.2.14", NOW)
    assert own_certificate(tmp_path, "192.0.2.14", NOW + timedelta(days=300)) == first
    assert len(first.fingerprint) == 64
    assert short_fingerprint(tmp_path).replace(":", "").lower() == first.fingerprint[-16:]


@pytest.mark.parametrize(
    ("address", "days"), [("192.0.2.15", 0), ("desk.example.com", 0), ("192.0.2.14", 720), ("192.0.2.14", -9)]
)
def test_another_address_or_its_end_makes_another(tmp_path: Path, address: str, days: int) -> None:
    first = own_certificate(tmp_path, "192.0.2.14", NOW)
    assert own_certificate(tmp_path, address, NOW + timedelta(days=days)).fingerprint != first.fingerprint


def test_only_the_owner_reads_the_key(tmp_path: Path) -> None:
    made = own_certificate(tmp_path, "192.0.2.14", NOW)
    assert stat.S_IMODE(made.key.stat().st_mode) == 0o600


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    made = own_certificate(tmp_path, "192.0.2.14", NOW)
    made.certificate.write_text("nonsense")
    assert own_certificate(tmp_path, "192.0.2.14", NOW).fingerprint != made.fingerprint


def test_without_a_certificate_there_is_no_fingerprint(tmp_path: Path) -> None:
    assert short_fingerprint(tmp_path) == ""
