"""What a browser says it is, in the words of the person who holds it."""

from journeydesk.domain.words import tr


def device_name(user_agent: str) -> str:
    """What a browser calls itself, as people say it: "Chrome on Android"."""
    browsers = (("EdgA/", "Edge"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
                ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
    systems = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Macintosh", "Mac"), ("Windows", "Windows"),
               ("Linux", "Linux"))  # fmt: skip
    browser = next((name for mark, name in browsers if mark in user_agent), "")
    system = next((name for mark, name in systems if mark in user_agent), "")
    return (
        tr("{browser} on {system}", browser=browser, system=system)
        if browser and system
        else browser or system or tr("A phone")
    )
