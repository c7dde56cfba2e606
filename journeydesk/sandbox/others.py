"""The stand-ins beside Airtable and Stripe: Make, Claude, and a mail provider with its sign-in."""

from typing import Any

from journeydesk.sandbox.claude.service import ClaudeService
from journeydesk.sandbox.clock import SandboxClock
from journeydesk.sandbox.mail.imap import imap_server
from journeydesk.sandbox.mail.oauth import OAuthService
from journeydesk.sandbox.mail.smtp import smtp_server
from journeydesk.sandbox.mail.store import MailStore
from journeydesk.sandbox.make.service import MakeService
from journeydesk.sandbox.make.store import MakeStore
from journeydesk.sandbox.make.team import seed_scenarios
from journeydesk.sandbox.web import Request, Response

ADDRESS = "amaia@ostrelle.example"
CLAUDE_KEY = "sk-ant-sandbox"
MAIL_PASSWORD = "sandbox-mail"  # noqa: S105 - of an invented mailbox on loopback


class Others:
    """All of them; the two mail servers listen on ports of their own. Raises OSError where there is none."""

    def __init__(self, seed: int, clock: SandboxClock, *, lifted: bool) -> None:
        scenarios = MakeStore(seed, clock.now)
        seed_scenarios(scenarios)
        self.make_token = scenarios.new_token()
        self.make = MakeService(scenarios, lifted=lifted)
        self.claude = ClaudeService(key=CLAUDE_KEY)
        self.mail = MailStore(ADDRESS, MAIL_PASSWORD, clock.now)
        self.oauth = OAuthService(self.mail)
        self.smtp = smtp_server(self.mail)
        self.imap = imap_server(self.mail)

    def handle(self, request: Request) -> Response | None:
        """The answer of the stand-in that the path names; None for another path."""
        match request.segments:
            case ("make", *rest):
                return self.make.handle(request, rest)
            case ("claude", *rest):
                return self.claude.handle(request, rest)
            case ("oauth", *rest):
                return self.oauth.handle(request, rest)
        return None

    def control_mail(self, given: dict[str, Any]) -> Any:
        """What tests ask of the mail provider: `answers` on or off, `reply_to` a recipient's newest mail (with `text` and `kind`: reply,
        auto, bounce), `refuse` a recipient with an answer, `revoke` the sign-in, `agrees` to it without a page, `taken`."""
        if "reply_to" in given:
            text, kind = str(given.get("text", "Thank you.")), str(given.get("kind", "reply"))
            return {"answered": self.mail.reply(str(given["reply_to"]), text, kind)}
        if "refuse" in given:
            self.mail.refusals[str(given["refuse"])] = str(given.get("answer", "550 5.1.1 No such mailbox"))
        self.mail.answers = bool(given.get("answers", self.mail.answers))
        self.oauth.revoked = bool(given.get("revoke", self.oauth.revoked))
        self.oauth.agrees = bool(given.get("agrees", self.oauth.agrees))
        return {"taken": [recipient for recipient, _ in self.mail.taken], "answers": self.mail.answers}

    def stop(self) -> None:
        """Ends the mail servers."""
        self.smtp.stop()
        self.imap.stop()
