"""The Model Context Protocol over standard input and output: reading, and proposals that wait for a person. Nothing is sent anywhere
but to the program that started this one, and nothing of the team's records is written."""

import inspect
import sys
from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver import Context as Call
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import ValidationError

from journeydesk import __version__
from journeydesk.cli.agent.lines import mended_input
from journeydesk.domain.agent.handing_over import NOTICE, handed
from journeydesk.domain.agent.proposals import CHANGE, LOG, LONGEST_LINE, MOVE, PROSPECT, TASK, agent_name, tidy
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.agent import reading
from journeydesk.services.agent.card import refuse_closed
from journeydesk.services.agent.proposing import propose, propose_message
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.context import Context
from journeydesk.services.workspace.settings import refresh

_INSTRUCTIONS = (
    "Journeydesk is a sales workspace on this computer. Read with search_prospects, get_prospect, get_timeline, get_today and "
    "get_figures. The draft_ tools change nothing: each leaves a proposal that a person sees in Journeydesk under Alerts, Proposals "
    "(an e-mail under Messages), edits, approves or rejects; list_proposals tells what became of them. A prospect is named by its "
    f"Application ID. {NOTICE}"
)
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_PROPOSES = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

Answer = dict[str, Any]


class _Server(MCPServer[Any]):
    """Says of arguments that are none which ones and why, in a sentence."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as problem:
            if isinstance(problem.__cause__, ValidationError):
                raise ToolError(_what_is_wrong(name, problem.__cause__)) from None
            raise


def _what_is_wrong(tool: str, problem: ValidationError) -> str:
    parts = [f"{'.'.join(map(str, each['loc']))}: {each['msg'][:1].lower()}{each['msg'][1:]}" for each in problem.errors()]
    return f"{tool} did nothing; {'; '.join(parts)}."


class Door:
    """The tools, each a method whose docstring the agent reads."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def server(self) -> MCPServer[Any]:
        """With all of them."""
        server = _Server("journeydesk", title="Journeydesk", instructions=_INSTRUCTIONS, version=__version__, log_level="ERROR")
        reads = (
            self.search_prospects,
            self.get_prospect,
            self.get_timeline,
            self.get_today,
            self.get_figures,
            self.list_proposals,
        )
        drafts = (self.draft_log, self.draft_task, self.draft_change, self.draft_move, self.draft_prospect, self.draft_message)
        for tools, annotations in ((reads, _READS), (drafts, _PROPOSES)):
            for tool in tools:
                server.add_tool(tool, description=inspect.getdoc(tool), annotations=annotations)
        return server

    def search_prospects(self, query: str, limit: int = 10) -> Answer:
        """Find prospects and logged notes by words: company, person, e-mail, notes. At most 25."""
        return self._read(lambda: reading.found(self._context, _line("query", query), limit))

    def get_prospect(self, prospect: str) -> Answer:
        """Everything that is known of one prospect, by its Application ID."""
        return self._read(lambda: reading.prospect(self._context, _line("prospect", prospect)))

    def get_timeline(self, prospect: str, limit: int = 30) -> Answer:
        """What happened with one prospect, the newest first: calls, notes, mails, clicks, stages, payments. At most 100."""
        return self._read(lambda: reading.history(self._context, _line("prospect", prospect), limit))

    def get_today(self, owner: str = "") -> Answer:
        """What is overdue, due today and in two weeks, and who has no next step; the person's at this computer unless an owner is
        named."""
        return self._read(lambda: reading.today(self._context, _line("owner", owner)))

    def get_figures(self, report: str = "", period: str = "") -> Answer:
        """The figures of a report for a period (2026-W46, 2026-10, 2026-11-09); without a report the list of reports, without a period
        the present one."""
        return self._read(lambda: reading.figures(self._context, _line("report", report), _line("period", period)))

    def list_proposals(self, limit: int = 30) -> Answer:
        """What was proposed and what the person decided, with the reason of a rejection; and the choices of fields and stages."""
        return self._read(lambda: reading.proposals(self._context, limit) | {"choices": reading.vocabulary(self._context)})

    def draft_log(
        self,
        prospect: str,
        type: str,
        summary: str,
        call: Call[Any, Any],
        outcome: str = "",
        duration: int = 0,
        next_steps: str = "",
        follow_up: str = "",
        why: str = "",
    ) -> Answer:
        """Propose to log a touchpoint. type: Call, Meeting, Email, Demo, Support or Follow-up. duration in minutes. follow_up: a day
        (2026-12-04, fri, 3d). why: one sentence for the person who decides."""
        values = {"type": type, "summary": summary, "outcome": outcome, "next_steps": next_steps, "follow_up": follow_up}
        return self._propose(call, LOG, prospect, values | ({"duration": str(duration)} if duration else {}), why)

    def draft_task(
        self, prospect: str, title: str, due: str, call: Call[Any, Any], kind: str = "Follow-up", why: str = ""
    ) -> Answer:
        """Propose a task. due: a day or time (2026-12-04, fri 14:30, 3d). kind: Follow-up, Onboarding, Check-in or Roadmap."""
        return self._propose(call, TASK, prospect, {"title": title, "due": due, "kind": kind}, why)

    def draft_change(self, prospect: str, fields: dict[str, str], call: Call[Any, Any], why: str = "") -> Answer:
        """Propose new values for fields of a prospect: company, contact_name, email, job_title, phone, website, industry, source, owner,
        priority_level, volume_estimate, technical_capability, use_case, current_challenge, notes, next_follow_up, estimated_revenue,
        deal_probability, expected_close. A value replaces what stands there; an empty one clears it."""
        return self._propose(call, CHANGE, prospect, fields, why)

    def draft_move(
        self, prospect: str, stage: str, call: Call[Any, Any], journey: str = "Engagement", reason: str = "", why: str = ""
    ) -> Answer:
        """Propose to move a prospect to a stage of a journey, with the reason that its history will show."""
        return self._propose(call, MOVE, prospect, {"journey": journey, "stage": stage, "reason": reason}, why)

    def draft_prospect(self, fields: dict[str, str], call: Call[Any, Any], why: str = "") -> Answer:
        """Propose a new prospect; company or contact_name is needed. Fields as in draft_change. Search first: it may be there."""
        return self._propose(call, PROSPECT, "", fields, why)

    def draft_message(self, prospect: str, subject: str, body: str, call: Call[Any, Any], why: str = "") -> Answer:
        """Propose an e-mail to a prospect. It waits under Messages; a person edits it and decides whether it is sent."""

        def work() -> Answer:
            record = find_prospect(self._context, _line("prospect", prospect))
            number = propose_message(self._context, _named(call), record, subject, body, why)
            return {"message": number, "state": "waiting for a person, in Journeydesk under Alerts, Messages"}

        return self._tried(work)

    def _propose(self, call: Call[Any, Any], kind: str, prospect: str, values: dict[str, str], why: str) -> Answer:
        def work() -> Answer:
            record: RecordId | None = find_prospect(self._context, _line("prospect", prospect)) if kind != PROSPECT else None
            number = propose(self._context, _named(call), kind, record, values, why)
            return {"proposal": number, "state": "waiting for a person, in Journeydesk under Alerts, Proposals"}

        return self._tried(work)

    def _read(self, work: Callable[[], Answer]) -> Answer:
        return handed(self._tried(work))

    def _tried(self, work: Callable[[], Answer]) -> Answer:
        """What went wrong in our own sentence; anything else stays in this program's log."""
        try:
            refuse_closed(self._context)
            with self._context.database.read() as connection:
                refresh(self._context, connection)
            return work()
        except JourneydeskError as problem:
            raise ToolError(str(problem)) from None


def _line(name: str, text: str) -> str:
    return tidy(name, text, LONGEST_LINE)


def _named(call: Call[Any, Any]) -> str:
    said = call.session.client_params
    return agent_name((said.client_info.title or said.client_info.name) if said is not None else "")


def serve(context: Context) -> None:
    """Answers until standard input ends."""
    sys.stdin = mended_input(sys.stdin.buffer)
    Door(context).server().run("stdio")
