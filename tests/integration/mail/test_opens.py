"""Opens from end to end: a mail of a template to somebody who agreed, its picture asked for over a socket, the event, the rate."""

import json
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from typing import Any

import pytest
from PySide6.QtGui import QImage

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.rates import TemplateRates
from journeydesk.services.commands.undoing import undo
from journeydesk.services.mail.account import keep_account
from journeydesk.services.mail.opens import agreed_to_opens, note_agreed, note_taken_back, switch_opens
from journeydesk.services.mail.queueing import mail_rates
from tests.fakes.post_office import PostOffice
from tests.integration.mail.conftest import MailDesk
from tests.integration.receiver.conftest import KNOWN, ON_ANY_PORT, Line, serving

ANN = "ann@x.example"
HOW = "form on the website"


@pytest.fixture
def line(office: MailDesk, server: PostOffice) -> Iterator[Line]:
    """The receiver of the computer that sends, by whose secrets it seals."""
    office.known = replace(KNOWN, mail_password=office.known.mail_password)
    account = replace(office.account(server.port), public="https://desk.example")
    keep_account(office.context, office.known, account, "")
    with serving(office.context, ON_ANY_PORT, office.known) as receiver:
        yield Line(receiver, office.context)


def sent(
    office: MailDesk, server: PostOffice, address: str = ANN, *, to_nobody: bool = False, **values: object
) -> EmailMessage:
    """The mail as the server took it, of a template unless the values say otherwise; a minute ago."""
    there = office.rows("SELECT lid FROM prospects WHERE email = ?", address)
    prospect = RecordId(there[0][0]) if there else office.prospect(email=address)
    whom = None if to_nobody else prospect
    office.queue(whom, address, key=f"KEY-{len(server.taken)}", **({"template": "welcome"} | values))
    office.send()
    office.pass_time(minutes=1)
    return server.taken[-1][1]


def picture_in(mail: EmailMessage) -> str | None:
    """The path of the picture in a mail's HTML."""
    part = mail.get_body(("html",))
    if part is None:
        return None
    address: str
    (address,) = [word for word in part.get_content().split('"') if word.startswith("https://desk.example/o/")]
    return address.removeprefix("https://desk.example")


def opens(office: MailDesk) -> tuple[int, int]:
    """How many opened, of how many who could be counted."""
    (line,) = [each for each in mail_rates(office.context) if isinstance(each, TemplateRates) and each.template == "welcome"]
    return line.opens.count, line.opens.among


@pytest.mark.fault(80)
def test_who_agreed_is_counted_once_a_mail_among_those_who_agreed(office: MailDesk, server: PostOffice, line: Line) -> None:
    switch_opens(office.context, True)
    note_agreed(office.context, "Ann@X.example", HOW)
    mail = sent(office, server, body="See https://docs.example/a?b=1&c=2.\nA < B & <script>")
    sent(office, server, "bob@x.example")
    path = picture_in(mail)
    assert path is not None and len(path) <= 36
    assert "ann" not in path.casefold()
    assert opens(office) == (0, 1)

    answers = [line.ask("GET", path) for _ in range(3)]
    line.fold()

    assert {answer.status for answer in answers} == {200}
    assert answers[0].headers["content-type"] == "image/gif"
    assert answers[0].headers["cache-control"] == "no-store"
    assert answers[0].headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in answers[0].headers
    events = office.rows("SELECT event, payload FROM events WHERE event <> 'email_sent'")
    assert [(kind, json.loads(payload)) for kind, payload in events] == [("email_opened", {"message": "KEY-0"})]
    assert opens(office) == (1, 1)


def test_the_text_stands_in_both_parts_and_its_links_can_be_pressed(office: MailDesk, server: PostOffice, line: Line) -> None:
    switch_opens(office.context, True)
    note_agreed(office.context, ANN, HOW)
    mail = sent(office, server, body="See (https://docs.example/a?b=1&c=2).\nA < B & <script>")
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None and html is not None
    assert plain.get_content().splitlines() == ["See (https://docs.example/a?b=1&c=2).", "A < B & <script>"]
    assert '(<a href="https://docs.example/a?b=1&amp;c=2">https://docs.example/a?b=1&amp;c=2</a>).<br>' in html.get_content()
    assert "A &lt; B &amp; &lt;script&gt;" in html.get_content()
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_the_picture_is_one_dot_that_nobody_sees(office: MailDesk, server: PostOffice, line: Line) -> None:
    from urllib.request import urlopen

    switch_opens(office.context, True)
    note_agreed(office.context, ANN, HOW)
    path = picture_in(sent(office, server))
    with urlopen(f"{line.url}{path}", timeout=20) as response:
        image = QImage.fromData(response.read())
    assert (image.width(), image.height()) == (1, 1)
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize(
    ("switched", "agreed", "values"),
    [
        (False, True, {}),
        (True, False, {}),
        (True, True, {"template": None}),
        (True, True, {"to_nobody": True}),
    ],
    ids=["the switch is off", "nobody agreed", "written by hand", "to nobody known"],
)
def test_no_other_mail_has_a_picture(
    office: MailDesk, server: PostOffice, line: Line, switched: bool, agreed: bool, values: dict[str, Any]
) -> None:
    if switched:
        switch_opens(office.context, True)
    if agreed:
        note_agreed(office.context, ANN, HOW)
    mail = sent(office, server, **values)
    assert mail.get_content_type() == "text/plain"
    assert office.rows("SELECT count(*) FROM tracked_link WHERE target LIKE 'open %'") == [(0,)]


def test_as_shipped_opens_are_not_counted(office: MailDesk) -> None:
    assert office.context.settings.mail.count_opens is False


@pytest.mark.fault(80)
def test_a_scanner_a_forged_seal_and_a_look_at_the_head_count_nothing(office: MailDesk, server: PostOffice, line: Line) -> None:
    switch_opens(office.context, True)
    note_agreed(office.context, ANN, HOW)
    path = picture_in(sent(office, server)) or ""
    assert line.ask("HEAD", path).status == 200
    assert line.ask("GET", f"{path[:-1]}{'1' if path[-1] == '0' else '0'}").status == 404
    assert line.ask("GET", path.replace("/o/", "/l/")).status == 404
    office.pass_time(minutes=-1)
    assert line.ask("GET", path).status == 200, "a scanner may see it"
    line.fold()
    assert opens(office) == (0, 1)


@pytest.mark.fault(80)
def test_who_takes_it_back_is_in_no_rate_and_counted_no_more(office: MailDesk, server: PostOffice, line: Line) -> None:
    switch_opens(office.context, True)
    note_agreed(office.context, ANN, HOW)
    first = picture_in(sent(office, server)) or ""
    second = picture_in(sent(office, server)) or ""
    line.ask("GET", first)
    line.fold()
    assert opens(office) == (1, 2)
    note_taken_back(office.context, ANN)
    assert line.ask("GET", second).status == 200, "an old mail shows no broken picture"
    line.fold()
    assert opens(office) == (0, 0)
    assert office.rows("SELECT count(*) FROM events WHERE event = 'email_opened'") == [(1,)]
    undo(office.context)
    assert opens(office) == (1, 2)


def test_who_agrees_later_was_not_counted_before(office: MailDesk, server: PostOffice, line: Line) -> None:
    switch_opens(office.context, True)
    sent(office, server)
    note_agreed(office.context, ANN, HOW)
    assert opens(office) == (0, 0)


def test_the_switch_holds_for_mails_that_are_out(office: MailDesk, server: PostOffice, line: Line) -> None:
    switch_opens(office.context, True)
    note_agreed(office.context, ANN, HOW)
    path = picture_in(sent(office, server)) or ""
    # The receiver's process has read the settings before.
    stale = replace(office.context)
    switch_opens(office.context, False)
    line.receiver.service.context = stale
    line.ask("GET", path)
    line.fold()
    assert office.rows("SELECT count(*) FROM events WHERE event = 'email_opened'") == [(0,)]


def test_a_mail_tried_again_keeps_its_picture_while_they_agree(office: MailDesk, server: PostOffice, line: Line) -> None:
    switch_opens(office.context, True)
    note_agreed(office.context, ANN, HOW)
    pictures = "SELECT count(*) FROM tracked_link WHERE target LIKE 'open %'"
    server.refusals[ANN] = "451 4.7.1 Come back"
    number = office.queue(office.prospect(email=ANN), ANN, template="welcome")
    office.send()
    office.pass_time(minutes=2)
    office.send()
    assert office.rows(pictures) == [(1,)]
    note_taken_back(office.context, ANN)
    office.pass_time(minutes=6)
    server.refusals.clear()
    office.send()
    assert office.mail(number).state == "sent"
    assert office.rows(pictures) == [(0,)]


def test_a_form_notes_who_agreed_once_and_only_who_ticked_it(line: Line) -> None:
    form = {"company": "Quillon Freight", "contact_name": "Ada Obi", "email": "Ada@quillon.example"}
    assert line.post("/api/beta-application", form | {"counts_opens": False}).status == 202
    line.fold()
    assert agreed_to_opens(line.context) == []
    for _ in range(2):
        assert line.post("/api/beta-application", form | {"counts_opens": True}).status == 202
        line.fold()
    (noted,) = agreed_to_opens(line.context)
    assert (noted.address, noted.how, noted.by) == ("ada@quillon.example", "beta application", "application form")
    assert noted.at
    assert line.post("/api/beta-application", form | {"counts_opens": "perhaps"}).status == 422


def test_a_consent_needs_an_address_and_how_it_was_given(office: MailDesk) -> None:
    with pytest.raises(UserError, match="“ann” is not an e-mail address"):
        note_agreed(office.context, "ann", HOW)
    with pytest.raises(UserError, match="Say how ann@x\\.example agreed"):
        note_agreed(office.context, ANN, "  ")
    with pytest.raises(UserError, match="did not agree"):
        note_taken_back(office.context, ANN)
    note_agreed(office.context, ANN, HOW)
    note_agreed(office.context, ANN.upper(), "again")
    assert [(each.address, each.how) for each in agreed_to_opens(office.context)] == [(ANN, HOW)]
    undo(office.context)
    assert agreed_to_opens(office.context) == []
