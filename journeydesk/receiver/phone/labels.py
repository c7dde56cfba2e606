"""The words on the phone's pages that are the same for everybody."""

from journeydesk.domain.words import tr, tr_count

PLACES = (
    ("today", "/phone/", "calendar", tr("Today")),
    ("prospects", "/phone/prospects", "users", tr("Prospects")),
    ("alerts", "/phone/alerts", "bell", tr("Alerts")),
)
"""What the bar at the foot leads to: name, address, icon, words."""


class Labels:
    """Read by the templates as `words`."""

    places = tr("Places")
    connected = tr("Connected")
    waiting = tr("{count} waiting", count="#")
    no_answer = tr("Kept on this phone. It is sent as soon as the computer answers.")
    nothing_today = tr("Nothing to do. Well done.")
    prospects = tr("Prospects")
    search = tr("Search prospects")
    nobody = tr("Nobody fits these words.")
    log_call = tr("Log call")
    call = tr("Call", meaning="what a button does")
    open = tr("Open")
    email = tr("Email")
    note = tr("Note")
    later = tr("Later")
    before = tr("Before you call")
    status = tr("Status")
    tasks = tr("Tasks")
    events = tr("Last events")
    close = tr("Close")
    next_step = tr("Next step")
    pick = tr("Pick…")
    which_day = tr("Which day")
    how = tr("How did it end?")
    minutes = tr("Minutes")
    change = tr("Change", meaning="what a button does")
    now_words = tr("Today, now")
    save_call = tr("Save call")
    kept = tr("Kept on this phone until the computer has it")
    add_note = tr("Add note")
    save_note = tr("Save note")
    what = tr("What is to be done")
    follow_up = tr("Follow up")
    save_step = tr("Save next step")
    now_is = tr("Where it stands now")
    save_status = tr("Save status")
    alerts = tr("Alerts")
    which = tr("Which alerts")
    no_alerts = tr("Nothing here.")
    next = tr("Next", meaning="the alerts after this one")
    new = tr("New")
    connect = tr("Connect this phone")
    to = tr("to Journeydesk on")
    same = tr("Does the computer show the same number?")
    type_code = tr("Type the code that the computer shows below the picture")
    ask = tr("Connect")
    match = tr("The numbers match")
    differ = tr("They differ, stop")
    allow = tr("Now allow this phone on the computer.")

    @staticmethod
    def unread(count: int) -> str:
        """For a screen reader, beside the badge."""
        return tr_count("{count} new", "{count} new ones", count)

    @staticmethod
    def call_whom(whom: str) -> str:
        """What a round button does."""
        return tr("Call {whom}", whom=whom)

    @staticmethod
    def call_number(number: str) -> str:
        """What the large button does."""
        return tr("Call {number}", number=number)

    @staticmethod
    def finish(title: str) -> str:
        """What a tick does."""
        return tr("Finish “{title}”", title=title)

    @staticmethod
    def valid(seconds: int) -> str:
        """How long a number may still be compared."""
        return tr("Valid for {minutes} min {seconds} s", minutes=seconds // 60, seconds=seconds % 60)
