"""The templates of e-mail: what each is for, the merge fields that they may hold, and filling them (docs/rules.md, "E-mail").

A field stands in braces, `{first_name}`; after a bar comes what is written where the prospect has no such value:
`{first_name|there}`.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, noted, tr

APPLICATION_RECEIVED = "application_received"
UNDER_REVIEW = "under_review"
WELCOME = "welcome"
WEEKLY_CHECK_IN = "weekly_check_in"
PMF_SURVEY = "pmf_survey"
FOLLOW_UPS = ("follow_up", "second_follow_up", "last_follow_up")
"""The sequence of follow-ups; an answer stops it."""

TITLES: Mapping[str, str] = MappingProxyType(
    {
        APPLICATION_RECEIVED: noted("Application received"),
        UNDER_REVIEW: noted("Under review"),
        WELCOME: noted("Welcome"),
        WEEKLY_CHECK_IN: noted("Weekly check-in"),
        PMF_SURVEY: noted("PMF survey"),
        "follow_up": noted("Follow-up"),
        "second_follow_up": noted("Second follow-up"),
        "last_follow_up": noted("Last follow-up"),
    }
)
"""What a person calls each of them, in the order of a list."""

WHEN: Mapping[str, str] = MappingProxyType(
    {
        APPLICATION_RECEIVED: noted("When somebody applies"),
        UNDER_REVIEW: noted("When an application goes into review"),
        WELCOME: noted("When a prospect is accepted"),
        WEEKLY_CHECK_IN: noted("Mondays, to everybody who uses the product"),
        PMF_SURVEY: noted("Once a month, to everybody who uses the product"),
        "follow_up": noted("When a prospect does not answer"),
        "second_follow_up": noted("When the first follow-up stays without an answer"),
        "last_follow_up": noted("When the second stays without an answer"),
    }
)

SCHEDULED = frozenset({WEEKLY_CHECK_IN, PMF_SURVEY})
"""Those that go by the calendar."""

LINKS = ("documentation", "dashboard", "support", "survey", "meeting")
"""The links of the team that templates may name, each as `{<name>_link}`."""

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "first_name": noted("The contact's first name"),
        "contact_name": noted("The contact's whole name"),
        "company": noted("The company"),
        "job_title": noted("The contact's job title"),
        "application_id": noted("The Application ID"),
        "stage": noted("The stage that the prospect is in"),
        "tier": noted("The tier"),
        "calls_week": noted("API calls of the last seven days"),
        "sender": noted("Who writes"),
        "sender_first_name": noted("The first name of who writes"),
        "team": noted("The team's name"),
        **{f"{name}_link": f"The link for {name}" for name in LINKS},
    }
)
"""The merge fields and what each stands for."""

LONGEST_SUBJECT, LONGEST_BODY = 200, 20_000
_FIELD = re.compile(r"\{([^{}|\n]{0,60})(?:\|([^{}\n]{0,200}))?\}")


@dataclass(frozen=True, slots=True)
class Template:
    """A subject and a body with merge fields."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with a prospect's values in it; `missing` names the fields for which there was no value: a person looks first."""

    subject: str
    body: str
    missing: tuple[str, ...]


def check_template(title: str, template: Template, more: tuple[str, ...] = ()) -> None:
    """Raises ValueRefused for an empty or overlong part, a line break in the subject, and a field that there is not; `more` names fields
    that this template has besides."""
    for part, text, most in (("subject", template.subject, LONGEST_SUBJECT), ("body", template.body, LONGEST_BODY)):
        if not text.strip():
            raise ValueRefused(
                title, tr("{title}: the {part} is empty. Write it, or go back to the default.", title=title, part=part)
            )
        if len(text) > most:
            raise ValueRefused(
                title,
                tr(
                    "{title}: the {part} has {count} characters; at most {most} fit.",
                    title=title,
                    part=part,
                    count=figure(len(text)),
                    most=figure(most),
                ),
            )
        for match in _FIELD.finditer(text):
            if match[1].strip() not in (*FIELDS, *more):
                names = ", ".join(f"{{{name}}}" for name in (*more, *FIELDS))
                raise ValueRefused(
                    title,
                    tr(
                        "{title}: there is no field {field}. Use one of {names}.",
                        title=title,
                        field=f"{{{match[1]}}}",
                        names=names,
                    ),
                )
    if "\n" in template.subject or "\r" in template.subject:
        raise ValueRefused(title, tr("{title}: a subject is one line.", title=title))


def fill(template: Template, values: Mapping[str, str]) -> Filled:
    """Puts values in the place of the fields. One without a value or a word of its own stays as it stands, and is missing."""
    missing: dict[str, None] = {}

    def value(match: re.Match[str]) -> str:
        name = match[1].strip()
        known = " ".join(values.get(name, "").split()) if not name.endswith("_link") else values.get(name, "")
        if known:
            return known
        if match[2] is not None:
            return match[2]
        missing[name] = None
        return match[0]

    subject = _FIELD.sub(value, template.subject)
    body = _FIELD.sub(value, template.body)
    return Filled(" ".join(subject.split()), body, tuple(missing))


def first_name(contact: str) -> str:
    """The first word of a name, without a title before it."""
    words = [word for word in contact.split() if word.rstrip(".").casefold() not in _TITLES_BEFORE]
    return words[0] if words else ""


_TITLES_BEFORE = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "miss", "herr", "frau", "sr", "sra", "señor", "señora", "mag", "ing"}
)
