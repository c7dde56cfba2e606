"""The prospects: one's own open ones, or whoever fits the words."""

from starlette.responses import Response

from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.receiver.phone.lines import prospect_line, rows_with_phones
from journeydesk.receiver.phone.rendering import page
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import alert_counts
from journeydesk.services.queries.lists.prospects import view_count
from journeydesk.services.queries.lists.search import search_prospects
from journeydesk.services.queries.lists.shown_ids import first_shown, prospect_ids
from journeydesk.services.queries.lists.views import built_in_views

_SHOWN = 30
_LONGEST = 100


def list_page(context: Context, typed: str) -> Response:
    """The best hits for what was typed; without it one's own open prospects, the next step first."""
    typed = " ".join(typed.split())[:_LONGEST]
    if typed:
        ids = [hit.prospect for hit in search_prospects(context, typed, _SHOWN)]
        count = len(ids)
        heading = tr("Best matches")
        left = 0
    else:
        name, view = built_in_views(context)[0]
        first = first_shown(context, view)
        # A walk that met too few in its time has not seen all that there are.
        enough = first.whole or len(first.ids) >= _SHOWN
        ids = list((first.ids if enough else prospect_ids(context, view))[:_SHOWN])
        count = view_count(context, view)
        heading = name
        left = count - len(ids)
    rows = rows_with_phones(context, ids)
    today = context.today()
    return page(
        "prospects.html",
        place="prospects",
        title=tr("Prospects"),
        typed=typed,
        heading=heading,
        count=figure(count),
        lines=[prospect_line(rows[record], today) for record in ids if record in rows],
        more=tr_count("{count} more: search for them", "{count} more: search for them", left) if left > 0 else "",
        unread=alert_counts(context)["Pending"],
    )
