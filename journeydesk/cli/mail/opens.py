"""`journeydesk mail opens`: of whom opens are counted (docs/rules.md, "E-mail")."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import retold, tr
from journeydesk.services.context import Context
from journeydesk.services.mail.opens import agreed_to_opens, note_agreed, note_taken_back, switch_opens


def opens(arguments: argparse.Namespace) -> int:
    """Notes what was asked for, then says how it stands."""
    _check(arguments)
    with workspace() as (context, _):
        if arguments.agreed is not None:
            note_agreed(context, arguments.address, arguments.agreed)
        elif arguments.taken_back:
            note_taken_back(context, arguments.address)
        elif arguments.switch is not None:
            switch_opens(context, arguments.switch == "on")
        _tell(arguments, context)
    return DONE


def _check(arguments: argparse.Namespace) -> None:
    said = arguments.agreed is not None or arguments.taken_back
    if said and not arguments.address:
        raise UserError(tr("Name the address, such as: journeydesk mail opens ada@company.example --agreed “form, 12 May”."))
    if arguments.address and not said:
        raise UserError(tr("Say with --agreed HOW that they agreed, or with --taken-back that they no longer do."))


def _tell(arguments: argparse.Namespace, context: Context) -> None:
    on, agreed = context.settings.mail.count_opens, agreed_to_opens(context)
    lines = [tr("Opens are counted of those who agreed.") if on else tr("Opens are not counted.")]
    lines += [f"{each.address}: {retold(each.how)} ({each.at[:10]}, {each.by})" for each in agreed]
    facts = {
        "counted": on,
        "agreed": [{"address": each.address, "how": each.how, "at": each.at, "by": each.by} for each in agreed],
    }
    say(arguments, "\n".join(lines), facts)
