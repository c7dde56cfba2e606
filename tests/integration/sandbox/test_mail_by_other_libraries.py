"""The sandbox's mail provider as Python's own smtplib and imaplib, IMAPClient and Authlib see it."""

import base64
import imaplib
import smtplib
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import imapclient
import pytest
from authlib.integrations.httpx_client import OAuth2Client

from journeydesk.sandbox.mail.store import MailStore
from journeydesk.sandbox.server import Sandbox
from tests.integration.sandbox.conftest import Wire

RADA = "rada@example.org"
BACK = "http://127.0.0.1:9/"


@pytest.fixture
def mails(sandbox: Sandbox) -> Iterator[MailStore]:
    """An empty mailbox."""
    store = sandbox.others.mail
    yield store
    for folder in store.folders.values():
        folder.mails.clear()
    store.taken.clear()
    store.refusals.clear()
    store.answers = False


def mail(to: str = RADA, identity: str = "<one@ostrelle.example>") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Message-ID"] = "amaia@ostrelle.example", to, "Two references", identity
    made.set_content("Good morning,\n.a line that begins with a point\nGrüße\n")
    return made


def smtp(sandbox: Sandbox) -> smtplib.SMTP:
    return smtplib.SMTP("127.0.0.1", sandbox.addresses.smtp_port, timeout=10)


def imap(sandbox: Sandbox) -> imaplib.IMAP4:
    opened = imaplib.IMAP4("127.0.0.1", sandbox.addresses.imap_port)
    opened.login(sandbox.addresses.mail_address, sandbox.addresses.mail_password)
    return opened


def test_smtplib_signs_in_and_sends(sandbox: Sandbox, mails: MailStore) -> None:
    with smtp(sandbox) as line:
        line.login(sandbox.addresses.mail_address, sandbox.addresses.mail_password)
        assert line.send_message(mail()) == {}
    [(to, taken)] = mails.taken
    assert (to, taken["Subject"]) == (RADA, "Two references")
    assert ".a line that begins with a point" in taken.get_content()
    assert "Grüße" in taken.get_content()


def test_smtplib_understands_the_refusals(sandbox: Sandbox, mails: MailStore) -> None:
    with smtp(sandbox) as line:
        with pytest.raises(smtplib.SMTPAuthenticationError):
            line.login(sandbox.addresses.mail_address, "wrong")
        with pytest.raises(smtplib.SMTPSenderRefused):
            line.send_message(mail())
        line.login(sandbox.addresses.mail_address, sandbox.addresses.mail_password)
        mails.refusals[RADA] = "550 5.1.1 No such mailbox"
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            line.send_message(mail())
    assert mails.taken == []


def test_smtplib_signs_in_with_a_token(sandbox: Sandbox, mails: MailStore) -> None:
    address = sandbox.addresses.mail_address
    with smtp(sandbox) as line:
        line.ehlo()
        line.auth("XOAUTH2", lambda _=None: f"user={address}\x01auth=Bearer {mails.access}\x01\x01")
        line.send_message(mail())
    assert len(mails.taken) == 1


def test_imaplib_reads_folders_headers_and_bodies(sandbox: Sandbox, mails: MailStore) -> None:
    mails.take([RADA], mail().as_bytes())
    mails.reply(RADA, "Thursday suits us.")
    opened = imap(sandbox)
    assert [line.rpartition(b" ")[2] for line in opened.list()[1] if isinstance(line, bytes)] == [b'"INBOX"', b'"Sent"']
    assert opened.select("INBOX", readonly=True)[1] == [b"1"]
    assert opened.uid("SEARCH", "HEADER", "In-Reply-To", "<one@ostrelle.example>")[1] == [b"1"]
    assert opened.uid("SEARCH", "UID", "2:*")[1] == [b"1"]
    status, found = opened.uid("FETCH", "1", "(BODY.PEEK[])")
    assert status == "OK"
    raw: Any = found[0][1]
    answer = message_from_bytes(raw)
    assert (answer["From"], answer["Subject"]) == (RADA, "Re: Two references")
    opened.logout()
    with imaplib.IMAP4("127.0.0.1", sandbox.addresses.imap_port) as stranger, pytest.raises(imaplib.IMAP4.error):
        stranger.login(sandbox.addresses.mail_address, "wrong")


def test_imapclient_fetches_headers_alone(sandbox: Sandbox, mails: MailStore) -> None:
    mails.take([RADA], mail().as_bytes())
    with imapclient.IMAPClient("127.0.0.1", sandbox.addresses.imap_port, ssl=False) as opened:
        opened.oauth2_login(sandbox.addresses.mail_address, mails.access)
        opened.select_folder("Sent", readonly=True)
        assert opened.search(["HEADER", "Message-ID", "<one@ostrelle.example>"]) == [1]
        fetched = opened.fetch([1], ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID SUBJECT)]", "RFC822.SIZE"])[1]
    headers = next(value for name, value in fetched.items() if name.startswith(b"BODY[HEADER"))
    assert b"Two references" in headers
    assert fetched[b"RFC822.SIZE"] == len(mails.folders["Sent"].mails[0].raw)


def test_people_answer_are_away_or_gone_where_it_is_asked_for(sandbox: Sandbox, mails: MailStore, wire: Wire) -> None:
    wire.control("mail", {"answers": True})
    people = [f"person{number}@example.org" for number in range(90)]
    for number, person in enumerate(people):
        mails.take([person], mail(person, f"<{number}@ostrelle.example>").as_bytes())
    kinds = [message_from_bytes(kept.raw) for kept in mails.folders["INBOX"].mails]
    bounced = [each for each in kinds if each.get_content_type() == "multipart/report"]
    reports = [[part.get_content_type() for part in each.walk()] for each in bounced]
    assert all("message/delivery-status" in parts for parts in reports)
    away = [each for each in kinds if each["Auto-Submitted"] == "auto-replied" and each not in bounced]
    assert 0 < len(bounced) < len(kinds) < len(people)
    assert away
    assert len(kinds) > len(bounced) + len(away)


def test_authlib_is_let_in_by_a_code_with_pkce(sandbox: Sandbox, wire: Wire, mails: MailStore) -> None:
    wire.control("mail", {"agrees": True})
    base, verifier = sandbox.addresses.oauth_url, "v" * 60
    with OAuth2Client("client-1", redirect_uri=BACK, code_challenge_method="S256", trust_env=False) as client:
        address, state = client.create_authorization_url(f"{base}/authorize", code_verifier=verifier)
        sent = httpx.get(address, trust_env=False).headers["location"]
        assert parse_qs(urlsplit(sent).query)["state"] == [state]
        token = client.fetch_token(f"{base}/token", authorization_response=sent, code_verifier=verifier)
        assert token["access_token"] == mails.access
        again = client.refresh_token(f"{base}/token", refresh_token=token["refresh_token"])
        assert again["access_token"] == mails.access
    wire.control("mail", {"agrees": False})


def test_a_code_is_worth_nothing_without_its_verifier_or_elsewhere(sandbox: Sandbox, wire: Wire) -> None:
    base = sandbox.addresses.oauth_url
    with httpx.Client(trust_env=False) as plain:
        asked = {
            "client_id": "c",
            "redirect_uri": BACK,
            "state": "s",
            "code_challenge": "x" * 43,
            "code_challenge_method": "S256",
        }
        page = plain.get(f"{base}/authorize", params=asked)
        assert "Allow" in page.text
        code = parse_qs(urlsplit(page.text.partition('href="')[2].partition('"')[0].replace("&amp;", "&")).query)["code"][0]
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": BACK, "code_verifier": "guessed"}
        refused = plain.post(f"{base}/token", data=form)
        assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")
        away = plain.get(f"{base}/authorize", params=asked | {"redirect_uri": "https://evil.example/"})
        assert away.status_code == 400


def test_a_device_waits_until_its_code_was_typed(sandbox: Sandbox, mails: MailStore) -> None:
    base = sandbox.addresses.oauth_url
    with httpx.Client(trust_env=False) as plain:
        given = plain.post(f"{base}/devicecode", data={"client_id": "c"}).json()
        form = {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": given["device_code"]}
        answers = [plain.post(f"{base}/token", data=form).json() for _ in range(2)]
    assert answers[0] == {"error": "authorization_pending"}
    assert answers[1]["access_token"] == mails.access


def test_nothing_is_read_before_a_sign_in(sandbox: Sandbox) -> None:
    with (
        socket.create_connection(("127.0.0.1", sandbox.addresses.imap_port), 10) as line,
        line.makefile("rw", newline="\r\n") as file,
    ):
        file.readline()
        file.write("a1 EXAMINE INBOX\n")
        file.flush()
        assert file.readline().startswith("a1 NO")


def test_a_wrong_token_is_refused_in_both(sandbox: Sandbox) -> None:
    said = base64.b64encode(b"user=amaia@ostrelle.example\x01auth=Bearer wrong\x01\x01").decode()
    with smtp(sandbox) as line:
        line.ehlo()
        assert line.docmd("AUTH", f"XOAUTH2 {said}")[0] == 334
        assert line.docmd("")[0] == 535
    with (
        imapclient.IMAPClient("127.0.0.1", sandbox.addresses.imap_port, ssl=False) as opened,
        pytest.raises(imapclient.exceptions.LoginError),
    ):
        opened.oauth2_login(sandbox.addresses.mail_address, "wrong")
