"""Links in mails: the team's are counted, and one unsubscribes with a press."""

from dataclasses import replace

from journeydesk.domain.mail.retry import CANCELLED
from journeydesk.services.mail.account import keep_account
from journeydesk.services.mail.queueing import mail_rates, share_refusals
from journeydesk.services.receiver.links import address_of, link_facts
from journeydesk.storage.receiver.links import unsubscribe
from tests.fakes.post_office import PostOffice
from tests.integration.mail.conftest import MailDesk


def test_links_are_counted_where_the_world_reaches_the_receiver(office: MailDesk, server: PostOffice) -> None:
    docs = "https://docs.example/start"
    office.settle(mail={"links": {"documentation": docs, "dashboard": "", "support": "", "survey": "", "meeting": ""}})
    office.known = replace(office.known, webhook_secrets=("secret-1",), read_token="token")
    account = replace(office.account(server.port), public="https://desk.example")
    keep_account(office.context, office.known, account, "")
    prospect = office.prospect(email="ann@x.example", key="BETA-ann")
    office.queue(prospect, "ann@x.example", template="welcome", key="KEY-1", body=f"Read {docs} first")

    office.send()

    taken = server.taken[0][1]
    (address,) = [word for word in taken.get_content().split() if word.startswith("https://desk.example/l/")]
    facts = link_facts(office.context, address.rpartition("/")[2], "secret-1")
    assert facts is not None
    assert (facts.target, facts.customer, facts.message) == (docs, "BETA-ann", "KEY-1")
    assert facts.sent_at == office.context.now()
    one_click = taken["List-Unsubscribe"].split(",")[0].strip("<>")
    assert len(one_click.rpartition("/")[2]) < 32
    assert taken["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address_of(office.context, one_click.rpartition("/")[2], "secret-1") == "ann@x.example"
    payload = '{"url": "https://docs.example/start", "message": "KEY-1"}'
    office.event(prospect, "link_clicked", office.context.now(), payload=payload)
    ((rate,),) = [line.clicks for line in mail_rates(office.context)]
    assert (rate.measure, rate.count, rate.among, rate.target) == ("documentation", 1, 1, 0.3)


def test_who_unsubscribed_by_a_link_is_told_to_the_team(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    mail = office.queue(None, "ann@x.example")
    with office.context.database.write() as connection:
        unsubscribe(connection, "Ann@X.example", office.context.now(), "one click")
    assert share_refusals(office.context) == 1
    assert share_refusals(office.context) == 0
    assert office.mail(mail).state == CANCELLED
    assert office.rows("SELECT key FROM settings WHERE deleted = 0") == [("no mail ann@x.example",)]
