"""How mails do, per template: sent, answered, clicked, opened, with the targets (docs/rules.md, "E-mail").

Answers are the measure. Opens are counted only among those who agreed to it: mail programs open by themselves.
"""

from collections.abc import Iterable, Mapping

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mail.templates import FOLLOW_UPS, TITLES
from journeydesk.domain.words import noted

CLICKS, OPENS, REPLIES = "clicks", "opens", "replies"


@dataclass(frozen=True, slots=True)
class MailFact:
    """One mail that was sent: its template (None for one by hand), whether it was answered or came back, the links that were clicked,
    whether its reader agreed to be counted, and whether it was opened."""

    template: str | None
    replied: bool
    bounced: bool
    clicked: frozenset[str]
    consents: bool
    opened: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` of `among`; None of a share where there is nobody. `target` as a fraction, None where there is none."""

    measure: str
    count: int
    among: int
    target: float | None

    @property
    def share(self) -> float | None:
        """As a fraction."""
        return self.count / self.among if self.among else None

    @property
    def reached(self) -> bool | None:
        """Whether the target was reached; None without data or target."""
        return None if self.share is None or self.target is None else self.share >= self.target


@dataclass(frozen=True, slots=True)
class TemplateRates:
    """A template's line: its title, how many were sent and came back, and its rates with replies first."""

    template: str | None
    title: str
    sent: int
    bounced: int
    replies: Rate
    clicks: tuple[Rate, ...]
    opens: Rate


def rates(facts: Iterable[MailFact], targets: Mapping[str, float]) -> tuple[TemplateRates, ...]:
    """A line for every template that was sent, in the order of the templates, those by hand last.

    Rates are among the mails that did not come back; opens among those of them whose reader agreed.
    """
    by_template: dict[str | None, list[MailFact]] = {}
    for fact in facts:
        by_template.setdefault(fact.template if fact.template in TITLES else None, []).append(fact)
    order = [*TITLES, None]
    return tuple(_line(name, by_template[name], targets) for name in order if name in by_template)


def _line(template: str | None, facts: list[MailFact], targets: Mapping[str, float]) -> TemplateRates:
    arrived = [fact for fact in facts if not fact.bounced]
    agreed = [fact for fact in arrived if fact.consents]
    links = sorted({link for fact in arrived for link in fact.clicked})
    name = template or ""
    answers = targets.get(f"{REPLIES}_follow_up" if name in FOLLOW_UPS else f"{REPLIES}_{name}")
    return TemplateRates(
        template,
        TITLES.get(name, noted("Written by hand")),
        len(facts),
        len(facts) - len(arrived),
        Rate(REPLIES, sum(fact.replied for fact in arrived), len(arrived), answers),
        tuple(
            Rate(link, sum(link in fact.clicked for fact in arrived), len(arrived), targets.get(f"{CLICKS}_{link}"))
            for link in links
        ),
        Rate(OPENS, sum(fact.opened for fact in agreed), len(agreed), targets.get(f"{OPENS}_{name}")),
    )
