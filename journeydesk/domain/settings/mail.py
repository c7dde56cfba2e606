"""What the team shares of e-mail: templates, links, which mails are drafted, which go by themselves and from where
(docs/rules.md, "E-mail")."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import SettingError, ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mail.templates import LINKS, TITLES, Template, check_template
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.time import is_moment_text, moment_of
from journeydesk.domain.words import tr

_NAMES = frozenset(TITLES)


@dataclass(frozen=True, slots=True)
class MailSender:
    """The one computer that sends what goes by itself: its id, what people call it, and since when (stored moment)."""

    computer: str
    name: str
    since: str


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The table `mail`. `by_itself` holds since when (stored moment) each template goes without a person: what happened before is
    left alone. `pace_seconds` lie between two mails, and `daily_most` go out a day. `count_opens` counts opens of those who agreed."""

    templates: Mapping[str, Template]
    links: Mapping[str, str]
    drafted: frozenset[str]
    by_itself: Mapping[str, str]
    sender: MailSender | None
    pace_seconds: int
    daily_most: int
    hour: int
    survey_day: int
    count_opens: bool
    targets: Mapping[str, float]


def read_mail(reader: Reader) -> MailSettings:
    """The table `mail`, checked."""
    return MailSettings(
        templates=MappingProxyType({name: _template(reader.table(name), name) for name in TITLES}),
        links=MappingProxyType({name: _link(reader.table("links"), name) for name in LINKS}),
        drafted=reader.choices("drafted", _NAMES),
        by_itself=_by_itself(reader.table("by_itself")),
        sender=_sender(reader.table("sender")),
        pace_seconds=reader.whole("pace_seconds", 0, 3600),
        daily_most=reader.whole("daily_most", 1, 10_000),
        hour=reader.whole("hour", 0, 23),
        survey_day=reader.whole("survey_day", 1, 25),
        count_opens=reader.yes("count_opens", default=False),
        targets=MappingProxyType(
            {name: reader.table("targets").number(name, 0, 1) for name, _ in reader.table("targets").items()}
        ),
    )


def _template(reader: Reader, name: str) -> Template:
    template = Template(reader.text("subject"), reader.text("body"))
    try:
        check_template(TITLES[name], template)
    except ValueRefused as problem:
        raise SettingError(f"mail.{name}", template.subject[:60], str(problem)) from problem
    return template


def _link(reader: Reader, name: str) -> str:
    value = dict(reader.items()).get(name, "")
    parts = address_parts(value if isinstance(value, str) else "")
    if not isinstance(value, str) or (value and (parts.scheme != "https" or not parts.hostname)):
        raise SettingError(reader.key(name), value, tr("an address that begins with https://, or none"))
    return value


def _by_itself(reader: Reader) -> Mapping[str, str]:
    for name, since in reader.items():
        if name not in _NAMES:
            raise SettingError(reader.key(name), since, tr("one of {names}", names=", ".join(sorted(_NAMES))))
        _check_moment(reader.key(name), since)
    return MappingProxyType(dict(reader.items()))


def _sender(reader: Reader) -> MailSender | None:
    if not reader.items():
        return None
    _check_moment(reader.key("since"), dict(reader.items()).get("since"))
    return MailSender(reader.text("computer"), reader.text("name"), reader.text("since"))


def _check_moment(key: str, value: object) -> None:
    try:
        if not isinstance(value, str):
            raise ValueError
        moment_of(value)
        if not is_moment_text(value):
            raise ValueError
    except ValueError:
        raise SettingError(key, value, tr("a moment like 2026-11-30T08:00:00.000Z")) from None
