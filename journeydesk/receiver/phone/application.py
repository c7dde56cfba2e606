"""The phone's pages as one ASGI application. Whoever is not paired sees only the page that pairs."""

import logging
import re
from collections.abc import Callable
from functools import partial

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from journeydesk.config import resources
from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.receiver.phone import alert_pages, pairing_pages, prospect_forms
from journeydesk.receiver.phone.lines import prospect_address
from journeydesk.receiver.phone.prospect_list import list_page
from journeydesk.receiver.phone.prospect_page import prospect_page
from journeydesk.receiver.phone.rendering import HEADERS, page
from journeydesk.receiver.phone.today import call_queue, today_page
from journeydesk.receiver.phone.visit import Elsewhere, Form, NotPaired, Visit, act, read_form, visitor
from journeydesk.services.context import Context

_log = logging.getLogger(__name__)
_FILES = {"phone.css": "text/css", "phone.js": "text/javascript", "logo.svg": "image/svg+xml"}
_KEPT = {"Cache-Control": "private, max-age=86400", "X-Content-Type-Options": "nosniff"}

_DIGITS = "[0-9]{1,18}"
_ID = re.compile(_DIGITS)


class _RecordIds(IntegerConvertor):
    """Ids as the database has them; Starlette's own numbers may be longer than Python reads."""

    regex = _DIGITS


register_url_convertor("record", _RecordIds())

_Sheet = Callable[[Context, RecordId, Form], str]
_SHEETS: dict[str, tuple[str, _Sheet]] = {
    "calls": ("call", prospect_forms.log_call),
    "notes": ("note", prospect_forms.add_note),
    "tasks": ("later", prospect_forms.plan_step),
    "status": ("status", prospect_forms.change_status),
}


def phone_application(context: Context, fingerprint: str) -> Starlette:
    """All routes below `/phone/`; `fingerprint` is that of the certificate that the phone sees."""
    pages = _Pages(context, fingerprint)
    return Starlette(
        routes=[
            Route("/", lambda _: RedirectResponse("/phone/", 303)),
            Route("/phone/", pages.today),
            Route("/phone/prospects", pages.prospects),
            Route("/phone/prospects/{prospect:record}", pages.prospect),
            Route("/phone/prospects/{prospect:record}/{sheet}", pages.sheet, methods=["POST"]),
            Route("/phone/tasks/{task:record}/done", pages.task, methods=["POST"]),
            Route("/phone/alerts", pages.alerts),
            Route("/phone/alerts/{alert:record}/{verb}", pages.triage, methods=["POST"]),
            Route("/phone/pair", pages.pair, methods=["GET", "POST"]),
            Route("/phone/pair/agree", pages.agree, methods=["POST"]),
            Route("/phone/pair/stop", pages.stop, methods=["POST"]),
            Route("/phone/pair/state", pages.state),
            Route("/phone/{name}", pages.file),
        ],
        exception_handlers={
            NotPaired: _not_paired,
            Elsewhere: _elsewhere,
            UserError: _refused,
            JourneydeskError: _failed,
            404: _missing,
        },
    )


class _Pages:
    """The handlers; everything that reads or writes runs beside the loop."""

    def __init__(self, context: Context, fingerprint: str) -> None:
        self._context = context
        self._fingerprint = fingerprint

    async def today(self, request: Request) -> Response:
        return await self._show(request, partial(today_page, self._context))

    async def prospects(self, request: Request) -> Response:
        return await self._show(request, partial(list_page, self._context, request.query_params.get("q", "")))

    async def prospect(self, request: Request) -> Response:
        query = request.query_params
        show = partial(
            prospect_page,
            self._context,
            request.path_params["prospect"],
            sheet=query.get("sheet", ""),
            queue="queue" in query,
        )
        return await self._show(request, show)

    async def alerts(self, request: Request) -> Response:
        chosen = request.query_params.get("alert", "")
        shown = request.query_params.get("show", "pending")
        return await self._show(
            request, partial(alert_pages.alerts_page, self._context, shown, int(chosen) if _ID.fullmatch(chosen) else None)
        )

    async def sheet(self, request: Request) -> Response:
        prospect, name = RecordId(request.path_params["prospect"]), request.path_params["sheet"]
        if name not in _SHEETS:
            return _missing(request, None)
        sheet, command = _SHEETS[name]
        in_queue = "queue" in request.query_params

        def work(visit: Visit, form: Form) -> Response:
            def refused(problem: str) -> Response:
                return prospect_page(self._context, prospect, sheet=sheet, queue=in_queue, problem=problem, typed=form)

            address = self._next_in_queue(prospect) if in_queue and name == "calls" else prospect_address(prospect)
            return act(self._context, visit, form, address, partial(command, self._context, prospect, form), refused)

        return await self._write(request, work)

    def _next_in_queue(self, prospect: RecordId) -> str:
        others = [other for other in call_queue(self._context) if other != prospect]
        return prospect_address(others[0], queue="1") if others else "/phone/"

    async def task(self, request: Request) -> Response:
        task = RecordId(request.path_params["task"])

        def work(visit: Visit, form: Form) -> Response:
            refused = partial(today_page, self._context)
            return act(self._context, visit, form, "/phone/", partial(prospect_forms.finish, self._context, task), refused)

        return await self._write(request, work)

    async def triage(self, request: Request) -> Response:
        alert, verb = RecordId(request.path_params["alert"]), request.path_params["verb"]
        if verb not in ("seen", "done", "snooze"):
            return _missing(request, None)

        def work(visit: Visit, form: Form) -> Response:
            def refused(problem: str) -> Response:
                return alert_pages.alerts_page(self._context, problem=problem)

            return act(
                self._context, visit, form, "/phone/alerts", partial(alert_pages.triage, self._context, alert, verb), refused
            )

        return await self._write(request, work)

    async def pair(self, request: Request) -> Response:
        return await pairing_pages.pair(self._context, request, self._fingerprint)

    async def agree(self, request: Request) -> Response:
        return await run_in_threadpool(pairing_pages.agree, self._context, request)

    async def stop(self, request: Request) -> Response:
        return await run_in_threadpool(pairing_pages.stop, self._context, request)

    async def state(self, request: Request) -> Response:
        return await run_in_threadpool(pairing_pages.state, self._context, request)

    async def file(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _FILES:
            return _missing(request, None)
        folder = "icons" if name.endswith(".svg") else "phone"
        return FileResponse(resources() / folder / name, headers=_KEPT, media_type=_FILES[name])

    async def _show(self, request: Request, show: Callable[[], Response]) -> Response:
        def work() -> Response:
            visitor(self._context, request)
            return show()

        return await run_in_threadpool(work)

    async def _write(self, request: Request, work: Callable[[Visit, Form], Response]) -> Response:
        form = await read_form(request)
        return await run_in_threadpool(lambda: work(visitor(self._context, request), form))


def _is_asked_by_script(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _not_paired(request: Request, _problem: Exception) -> Response:
    if _is_asked_by_script(request):
        return JSONResponse({"problem": tr("This phone is not paired any more.")}, 401, HEADERS)
    return RedirectResponse("/phone/pair", 303)


def _elsewhere(_request: Request, _problem: Exception) -> Response:
    return _message(403, tr("Not taken"), tr("The form came from another page. Nothing was changed."))


def _refused(request: Request, problem: Exception) -> Response:
    if _is_asked_by_script(request):
        return JSONResponse({"problem": str(problem)}, 422, HEADERS)
    return _message(422, tr("Not saved"), str(problem))


def _failed(request: Request, problem: Exception) -> Response:
    _log.warning("A phone's request could not be answered: %s", problem)
    if _is_asked_by_script(request):
        return JSONResponse({"problem": str(problem)}, 503, HEADERS)
    return _message(503, tr("Not now"), str(problem))


def _missing(_request: Request, _problem: Exception | None) -> Response:
    return _message(404, tr("Not here"), tr("There is no such page."))


def _message(status: int, heading: str, sentence: str) -> Response:
    way = {"address": "/phone/", "words": tr("Back to today")}
    return page("message.html", status, title=heading, heading=heading, sentence=sentence, way=way)
