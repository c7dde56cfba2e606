"""What stands in a customer's texts where nothing better could be made: plain templates out of what is known, marked as such."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.planning.assets import Asset
from journeydesk.domain.words import noted


@dataclass(frozen=True, slots=True)
class Known:
    """What a template is filled from; empty where nothing is known."""

    company: str
    industry: str = ""
    job_title: str = ""
    use_case: str = ""
    challenge: str = ""
    volume: str = ""
    capability: str = ""


def template_text(asset: Asset, known: Known) -> str:
    """The text, in English like all that the team shares; what is not known says what to ask for."""
    return {Asset.PROFILE: _profile, Asset.CALCULATOR: _calculator, Asset.BUSINESS_CASE: _business_case}[asset](known)


def _profile(known: Known) -> str:
    lines = (
        noted("Ideal customer profile: {company}", company=known.company),
        _line("Industry", known.industry),
        _line("Who decides", known.job_title),
        _line("What they do with it", known.use_case),
        _line("What holds them up today", known.challenge),
        _line("How they connect", known.capability),
    )
    return "\n".join(lines)


def _calculator(known: Known) -> str:
    lines = (
        noted("Cost calculator: {company}", company=known.company),
        _line("Expected volume a month", known.volume),
        noted("Time for one piece today (minutes): to be measured with the customer"),
        noted("Cost of an hour of work: to be agreed"),
        noted("Saving a month = volume × minutes saved ÷ 60 × cost of an hour"),
    )
    return "\n".join(lines)


def _business_case(known: Known) -> str:
    lines = (
        noted("Business case: {company}", company=known.company),
        _line("Problem", known.challenge),
        _line("What changes", known.use_case),
        _line("Volume", known.volume),
        noted("Measure of success: to be agreed in the planning review"),
        noted("Next step: a pilot with one team and a date to decide"),
    )
    return "\n".join(lines)


def _line(name: str, value: str) -> str:
    return f"{name}: {' '.join(value.split()) or 'ask the customer'}"
