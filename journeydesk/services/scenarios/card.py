"""Make's card on the page of integrations."""

from journeydesk.domain.scenarios.states import ScenarioState
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.scenarios.account import ACCOUNT, account_in
from journeydesk.services.scenarios.listing import listed_in
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta


def is_make_on(connection: Connection) -> bool:
    """Whether it was set up on this computer."""
    return get_meta(connection, ACCOUNT) is not None


def make_words(connection: Connection) -> str:
    """Whose scenarios these are, how many, and how many Make stopped."""
    account, scenarios = account_in(connection), listed_in(connection).scenarios
    team = account.team_name if account is not None else ""
    stopped = sum(each.state is ScenarioState.STOPPED for each in scenarios)
    if stopped:
        words = tr("{team}: {count} stopped by an error", team=team, count=figure(stopped))
    elif scenarios:
        words = tr_count("{team}: {count} scenario", "{team}: {count} scenarios", len(scenarios), team=team)
    else:
        words = tr("Runs the scenarios of {team}", team=team)
    return words
