"""Messages that wait for a person, as a team has them on a morning: made for the picture, and taken away after it."""

from collections.abc import Iterator

from journeydesk.services.context import Context
from journeydesk.services.mail.merging import preview
from journeydesk.services.messages.deciding import Decision, approve, reject, save_draft, write_message
from journeydesk.services.queries.alerts import alerts
from journeydesk.ui.tabs.alerts.tab import AlertsTab

_REASONS = ("They did not answer for 7 days", "They asked for references", "The check-in of this week", "They were accepted")
_TEMPLATES = ("follow_up", "second_follow_up", "weekly_check_in", "welcome")


def messages(tab: AlertsTab, context: Context) -> Iterator[str]:
    """Four that wait, one approved and one rejected."""
    whom = list(dict.fromkeys(alert.prospect for alert in alerts(context, "Pending") if alert.prospect is not None))[:6]
    if len(whom) < 6:
        return
    made = []
    for number, prospect in enumerate(whom):
        template = _TEMPLATES[number % len(_TEMPLATES)]
        text = preview(context, context.settings.mail.templates[template], prospect)
        parts = [part for part in text.body.split("\n\n") if part.strip()]
        bubbles = ["\n\n".join(parts[:2]), "\n\n".join(parts[2:])]
        made.append(
            write_message(
                context,
                prospect,
                text.subject,
                [part for part in bubbles if part],
                reason=_REASONS[number % 4],
                template=template,
            )
        )
    approve(context, made[0], Decision(("Shortened",), 4))
    reject(context, made[1], "wrong product named")
    edited = [
        "Good morning, here are the two references with night shifts that you asked for.",
        "Shall we plan the second depot on Friday?",
    ]
    save_draft(context, made[-1], "Two references for your board", edited, Decision(("Facts fixed",), 4))
    tab.halves.show_messages(True)
    view = tab.halves.messages
    assert view is not None
    view.list.show_message(made[-1])
    view.form.status.setCurrentIndex(view.form.status.findData("CUSTOMER"))
    view.form.ltv.setText("1280")
    yield "messages"
    for message in made[2:]:
        reject(context, message, "made for the picture")
    tab.halves.show_messages(False)
