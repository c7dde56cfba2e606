"""Templates to pages. What comes from records is escaped, wherever it stands."""

import re
import secrets
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from journeydesk import __version__
from journeydesk.config import resources
from journeydesk.domain.words import language_code
from journeydesk.receiver.phone.labels import PLACES, Labels
from journeydesk.services.rows.common import StageMark

_INNER = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_MIRRORED = frozenset({"ar", "fa", "he", "ur"})

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""Sent with every page: nothing is loaded from elsewhere, framed, or kept by the browser."""


def icon(name: str) -> Markup:
    """One of the drawn icons, in the colour of the text around it."""
    return Markup(
        '<svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" '
        'stroke-linejoin="round" aria-hidden="true">{}</svg>'
    ).format(Markup(_drawing(name)))  # noqa: S704 - our own drawing


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    drawn = _INNER.search((resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8"))
    return drawn[1].strip() if drawn else ""


def stage_chip(mark: StageMark) -> Markup:
    """A stage: number, name and colour. Journeys of more stages than there are colours begin again."""
    colour = (mark.number - 1) % 6 + 1
    style = f"stage{colour}"
    return Markup('<span class="stage {}"><b>{}</b><i>{}</i></span>').format(style, mark.number, mark.name)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(resources() / "phone"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        icon=icon,
        stage_chip=stage_chip,
        request=lambda: secrets.token_urlsafe(16),
        words=Labels,
        places=PLACES,
        language=language_code(),
        mirrored=language_code() in _MIRRORED,
        stamp=__version__,
    )
    return environment


def page(template: str, code: int = 200, **values: Any) -> HTMLResponse:
    """A page of this template, with this status code."""
    shown = {"place": "", "said": "", "problem": "", "unread": 0} | values
    return HTMLResponse(_templates().get_template(template).render(shown), code, HEADERS)
