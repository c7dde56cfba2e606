"""The commands `settings`, `rates`, `spend` and `goals`: what the whole team shares, shown and changed with the same checks as in
the window."""

import argparse
import json
from collections.abc import Mapping
from typing import Any

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.money import Money, sign
from journeydesk.domain.payments.exchange_rates import Totals
from journeydesk.domain.settings.goals import MEASURES
from journeydesk.domain.words import tr
from journeydesk.services.commands.money import SHARES, set_goal, set_rate, set_spend
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context
from journeydesk.services.queries.money import team_money
from journeydesk.services.queries.settings import SettingValues, setting_changes


def at_once(_done: int, _all: int) -> None:
    """Who changes the settings by command waits until everybody was evaluated by them."""


def keys_of(values: SettingValues) -> list[str]:
    """Every key that can be set: a table's values by `table.name`, a list by its name."""
    keys: list[str] = []
    for name in values:
        value = values[name].value
        keys += [f"{name}.{below}" for below in value] if isinstance(value, Mapping) else [name]
    return sorted(keys)


def show(arguments: argparse.Namespace) -> int:
    """The settings, or those whose keys begin so."""
    with workspace() as (context, _):
        values = SettingValues(context)
        prefix = getattr(arguments, "key", None) or ""
        keys = [key for key in keys_of(values) if key == prefix or key.startswith(prefix.rstrip(".") + ".") or not prefix]
        if not keys:
            raise UserError(tr("There is no setting “{prefix}”. Run: journeydesk settings show", prefix=prefix))
        shown = [values[key] for key in keys]
    facts = [
        {"key": setting.key, "value": setting.value, "shipped": setting.shipped, "own": setting.differs} for setting in shown
    ]
    words = [
        f"{setting.key} = {json.dumps(setting.value, ensure_ascii=False)}"
        + (tr(" (the team's own)") if setting.differs else "")
        for setting in shown
    ]
    say(arguments, "\n".join(words), facts)
    return DONE


def change(arguments: argparse.Namespace) -> int:
    """Sets one value, given as JSON or as plain text, or takes the team's own away."""
    with workspace() as (context, _):
        _known(context, arguments.key)
        value = None if arguments.reset else _value(arguments.value)
        verb = tr("Took back") if arguments.reset else tr("Changed")
        change_settings(context, {arguments.key: value}, tr("{verb} the setting {key}", verb=verb, key=arguments.key), at_once)
        now = SettingValues(context)[arguments.key]
    facts = {"key": now.key, "value": now.value, "shipped": now.shipped, "own": now.differs}
    say(
        arguments,
        tr("{key} = {dumps}. Undo takes it back.", key=now.key, dumps=json.dumps(now.value, ensure_ascii=False)),
        facts,
    )
    return DONE


def history(arguments: argparse.Namespace) -> int:
    """Who changed which setting when, newest first."""
    with workspace() as (context, _):
        # What is noted of single prospects (muted, taken back) is no setting.
        changes = [change for change in setting_changes(context, [arguments.key or ""], 200) if " " not in change.key]
        zone = context.settings.time_zone
    facts = [
        {"key": change.key, "before": change.before, "after": change.after, "actor": change.actor, "at": change.at.isoformat()}
        for change in changes
    ]
    words = [
        f"{change.at.astimezone(zone):%Y-%m-%d %H:%M}  {change.actor}  {change.key}: {_said(change.before)} → {_said(change.after)}"
        for change in changes
    ]
    say(arguments, "\n".join(words) or tr("Nothing was changed."), facts)
    return DONE


def rates(arguments: argparse.Namespace) -> int:
    """The rate table, and the team's totals by it."""
    with workspace() as (context, _):
        team, table, money = context.settings.currency, context.settings.payments.rates, team_money(context)
    lines = [f"1 {code} = {rate.normalize():f} {team}" for code, rate in sorted(table.items())] or [tr("No rates are set.")]
    lines += [_line("Net paid", money.net_paid), _line("MRR", money.mrr)]
    facts = {
        "currency": team,
        "rates": {code: str(rate) for code, rate in sorted(table.items())},
        "net_paid": _totals(money.net_paid),
        "mrr": _totals(money.mrr),
    }
    say(arguments, "\n".join(lines), facts)
    return DONE


def rate(arguments: argparse.Namespace) -> int:
    """Sets what one unit of a currency is worth, or takes its rate away."""
    value = getattr(arguments, "rate", None)
    with workspace() as (context, _):
        set_rate(context, arguments.currency, value)
        table = {code: str(rate) for code, rate in sorted(context.settings.payments.rates.items())}
    code = arguments.currency.upper()
    say(
        arguments,
        tr("The rate of {code} is {value}.", code=code, value=value)
        if value
        else tr("{code} has no rate; its sums stand alone.", code=code),
        table,
    )
    return DONE


def _known(context: Context, key: str) -> None:
    if key not in keys_of(SettingValues(context)) and SettingValues(context)[key].value is None:
        raise UserError(tr("There is no setting “{key}”. Run: journeydesk settings show", key=key))


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _said(value: Any) -> str:
    return tr("as shipped") if value is None else json.dumps(value, ensure_ascii=False)


def _amount(money: Money) -> str:
    return f"{money.major:,f} {money.currency}"


def _line(name: str, totals: Totals) -> str:
    parts = " + ".join(_amount(money) for money in totals.per_currency) or "nothing yet"
    if totals.together is not None and len(totals.per_currency) > 1:
        return f"{name}: {parts} = {_amount(totals.together)}"
    return f"{name}: {parts}" + (tr(" (no rate for {missing})", missing=", ".join(totals.missing)) if totals.missing else "")


def _totals(totals: Totals) -> dict[str, Any]:
    return {
        "per_currency": {money.currency: str(money.major) for money in totals.per_currency},
        "together": None if totals.together is None else str(totals.together.major),
        "missing": list(totals.missing),
    }


def spend(arguments: argparse.Namespace) -> int:
    """Every entry, newest month first."""
    with workspace() as (context, _):
        entered, currency = context.settings.spend, context.settings.currency
    facts = {
        month: {source: str(amount) for source, amount in entered[month].items()} for month in sorted(entered, reverse=True)
    }
    words = [
        f"{month}  {source}  {sign(currency)}{amount.normalize():f}"
        for month in sorted(entered, reverse=True)
        for source, amount in sorted(entered[month].items())
    ]
    say(arguments, "\n".join(words) or tr("Nothing was entered yet."), {"currency": currency, "spend": facts})
    return DONE


def spent(arguments: argparse.Namespace) -> int:
    """Enters an amount, or takes an entry away."""
    amount = getattr(arguments, "amount", None)
    with workspace() as (context, _):
        set_spend(context, arguments.month, arguments.source, amount)
        now = {source: str(value) for source, value in context.settings.spend.get(arguments.month.strip(), {}).items()}
    words = (
        tr("{source} in {month}: {amount}.", source=arguments.source, month=arguments.month, amount=amount)
        if amount
        else tr("{source} in {month} is not known any more.", source=arguments.source, month=arguments.month)
    )
    say(arguments, tr("{words} Undo takes it back.", words=words), {"month": arguments.month, "spend": now})
    return DONE


def goals(arguments: argparse.Namespace) -> int:
    """Every measure with its must and target; shares in per cent."""
    with workspace() as (context, _):
        known = context.settings.goals
    facts = {measure: {"must": known[measure].must, "target": known[measure].target} for measure in MEASURES}
    words = []
    for measure in MEASURES:
        size, unit = (100, " %") if measure in SHARES else (1, "")
        words.append(
            tr(
                "{measure}: must {must}{unit}, target {target}{unit}",
                measure=measure,
                must=f"{known[measure].must * size:g}",
                unit=unit,
                target=f"{known[measure].target * size:g}",
            )
        )
    say(arguments, "\n".join(words), facts)
    return DONE


def goal(arguments: argparse.Namespace) -> int:
    """Sets a measure's goals."""
    with workspace() as (context, _):
        set_goal(context, arguments.measure, arguments.must, arguments.target)
        now = context.settings.goals[arguments.measure]
    facts = {"measure": arguments.measure, "must": now.must, "target": now.target}
    say(
        arguments,
        tr(
            "{measure}: must {must}, target {target}. Undo takes it back.",
            measure=arguments.measure,
            must=arguments.must,
            target=arguments.target,
        ),
        facts,
    )
    return DONE
