"""The mails of a demonstration: signed in, sent, answered by the stand-in's people, and read back by our own program."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from journeydesk.demo import connect_services, let_people_answer
from journeydesk.domain.generated.kinds import FOLLOW_UP
from journeydesk.domain.periods import month_of
from journeydesk.gallery.correspondence import correspond
from journeydesk.gallery.gate_visits import visit
from journeydesk.remote.mail.oauth import SignInNeeded
from journeydesk.remote.mail.servers import OAUTH, PLAIN, Server
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.generated.writing import CLAUDE, generate
from journeydesk.services.mail.account import MICROSOFT, MailAccount, drop_access, sign_in
from journeydesk.services.mail.signing_in import CodeSignIn
from journeydesk.services.queries.integrations import service_states
from journeydesk.storage.mail.messages import PENDING
from journeydesk.storage.reports.gated import gates
from tests.fakes.open_keyring import OpenKeyring
from tests.integration.office import Office, office_in
from tests.workspaces import NOWHERE

PEOPLE = 40


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """People whom the inbox names: they applied long ago and nobody answered."""
    with office_in(tmp_path / "office") as made:
        for number in range(PEOPLE):
            made.prospect(
                company=f"Company {number}",
                contact_name=f"Ada Number{number}",
                email=f"ada{number}@company{number}.example",
                applied_on=made.ago(days=30),
                owner="Amaia Etxarri",
            )
        yield made


def test_the_demonstration_writes_and_reads_what_came_back(office: Office, sandbox: Sandbox, vault: OpenKeyring) -> None:
    known = replace(
        NOWHERE,
        make_url=sandbox.make_url,
        make_token=sandbox.make_token,
        claude_url=sandbox.addresses.claude_url,
        claude_key=sandbox.addresses.claude_key,
        mail_password=sandbox.addresses.mail_password,
    )
    connect_services(office.context, known, asdict(sandbox.addresses))
    let_people_answer(sandbox.control_url)
    assert correspond(office.context, known) == 12
    sent = [to for to, _ in sandbox.others.mail.taken]
    assert len(sent) == 12
    came = dict(office.rows("SELECT kind, count(*) FROM mail_received GROUP BY kind"))
    answered = {kept.raw for kept in sandbox.others.mail.folders["INBOX"].mails}
    assert sum(came.values()) == len(answered) > 0
    assert len(office.rows("SELECT id FROM message WHERE state = ?", PENDING)) == 4
    states = {each.name: each.state for each in service_states(office.context)}
    assert {states[name] for name in ("Make.com", "Claude", "E-mail")} == {"Working"}
    assert vault.secrets == {}
    prospect = office.rows("SELECT lid FROM prospects LIMIT 1")[0][0]
    text = generate(office.context, known, FOLLOW_UP, prospect)
    assert (text.origin, "Company" in text.parts["subject"]) == (CLAUDE, True)


def test_a_device_signs_in_to_it_by_a_short_code(office: Office, sandbox: Sandbox, vault: OpenKeyring) -> None:
    known = replace(NOWHERE, oauth_url=sandbox.addresses.oauth_url)
    smtp, imap = (Server("127.0.0.1", port, PLAIN) for port in (sandbox.addresses.smtp_port, sandbox.addresses.imap_port))
    address = sandbox.addresses.mail_address
    account = MailAccount(address, "Amaia Etxarri", MICROSOFT, OAUTH, address, smtp, imap, client_id="client-1")
    assert CodeSignIn(office.context, known, account).finish(sleep=lambda _seconds: None) == address
    assert "sandbox-refresh-1" in next(iter(vault.secrets.values()))
    sandbox.others.oauth.revoked = True
    try:
        drop_access(account)
        with pytest.raises(SignInNeeded):
            sign_in(office.context, known, account)
    finally:
        sandbox.others.oauth.revoked = False


def test_gated_content_is_visited_once(office: Office) -> None:
    added = visit(office.context)
    assert added > PEOPLE
    assert visit(office.context) == 0
    with office.context.database.read() as connection:
        month = month_of(office.context.today())
        counts = [gates(connection, office.context.settings, period) for period in (month, month.previous())]
    views = sum(count.views for each in counts for count in each.values())
    submissions = sum(count.submissions for each in counts for count in each.values())
    assert (views, submissions) == (PEOPLE, added - PEOPLE)
    assert all(count.timed == count.submissions for each in counts for count in each.values())
