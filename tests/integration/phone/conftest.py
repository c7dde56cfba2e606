"""A computer that serves the phone's page by https, and a phone's browser without its scripts."""

import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.receiver.phone.serving import PhoneServer
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.phone import pairing
from journeydesk.services.phone.settings import PhoneSettings
from tests.integration.office import Office

_REQUEST = re.compile(r'name="request" value="([^"]+)"')


@dataclass
class Phone:
    """A browser that knows the computer's certificate, and the server it asks."""

    office: Office
    server: PhoneServer
    browser: httpx.Client

    def pair(self) -> None:
        """Goes through the pairing to its end."""
        invitation = pairing.invite(self.office.context)
        assert self.browser.post("/phone/pair", data={"code": invitation.code}).status_code == 303
        assert self.browser.post("/phone/pair/agree").status_code == 303
        pairing.agree_by_computer(self.office.context)

    def page(self, address: str) -> str:
        """A page's text; it is there."""
        answer = self.browser.get(address)
        assert answer.status_code == 200, answer.text
        return answer.text

    def send(self, address: str, request: str = "", **fields: str) -> httpx.Response:
        """A form as a page sends it; its id is the page's unless another is given."""
        request = request or _REQUEST.findall(self.page("/phone/prospects/1"))[0]
        return self.browser.post(address, data={"request": request} | fields)


@pytest.fixture
def phone(office: Office) -> Iterator[Phone]:
    """A phone that is not paired yet, and one prospect, whose id is 1."""
    prospect = office.prospect(
        company="Tinrock Hydraulics",
        contact_name="Makena Wairimu",
        job_title="Plant Manager",
        phone="+44 1632 960 118",
        email="makena@tinrock.example",
        owner=office.context.actor,
        next_follow_up="2026-05-14",
        estimated_revenue=5_800_000,
    )
    assert prospect == RecordId(1)
    log = SecurityLog(office.context)
    server = PhoneServer(office.context, PhoneSettings(True, "127.0.0.1", 0), log)
    trust = ssl.create_default_context(cafile=str(server.certificate.certificate))
    with httpx.Client(base_url=f"https://127.0.0.1:{server.port}", verify=trust, trust_env=False) as browser:
        yield Phone(office, server, browser)
    server.stop()
    log.close()


@pytest.fixture
def paired(phone: Phone) -> Phone:
    """The same, paired."""
    phone.pair()
    return phone
