"""What a card and a column say: amounts short enough for a card, days, and the sentence for a screen reader."""

from datetime import date
from decimal import Decimal

from journeydesk.domain.money import Money, sign
from journeydesk.domain.words import figure, named, priced, short_figure, tr, tr_count, within
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.services.rows.common import Amount
from journeydesk.ui.words.figures import short_day


def short_amount(amount: Amount | None) -> str:
    """€48k, €7.5k, €640: for cards. Nothing where no amount is known."""
    if amount is None:
        return ""
    major = Money(amount.minor, amount.currency).major
    if abs(major) < 1000:
        return priced(sign(amount.currency), f"{major:.0f}")
    if abs(major) < 999_950:
        return priced(sign(amount.currency), f"{short_figure(float(round(major / 1000, 1)))}k")
    return _millions(major, amount.currency)


def column_amount(amount: Amount) -> str:
    """€1.28 M, €96k: the sum of a column."""
    if amount.minor and abs(Money(amount.minor, amount.currency).major) >= 500_000:
        return _millions(Money(amount.minor, amount.currency).major, amount.currency)
    return short_amount(amount)


def _millions(major: Decimal, currency: str) -> str:
    return priced(sign(currency), tr("{major}\u2009M", major=figure(major / 1000000, 2)))


def card_day(day: date | None, today: date) -> str:
    """A follow-up on a card: today, or the day."""
    if day is None:
        return ""
    return tr("today") if day == today else short_day(day, today)


def days_in_stage(card: CardRow) -> str:
    """Working days: 9 d, or 34/30 d where the limit is passed."""
    return (
        tr("{days}/{limit_days} d", days=card.days, limit_days=card.limit_days)
        if card.over_limit
        else tr("{days} d", days=card.days)
    )


def card_sentence(card: CardRow, stage: str, today: date) -> str:
    """A card as a screen reader says it: name, amount, stage, days, and what is wrong with it."""
    parts = [card.company or card.contact]
    if card.company and card.contact:
        parts.append(card.contact)
    if card.revenue is not None:
        parts.append(short_amount(card.revenue))
    parts.append(stage)
    if card.score is not None:
        parts.append(tr("score {score}", score=card.score))
    parts.append(
        tr("{days} in stage", days=tr_count("{count} working day", "{count} working days", card.days))
        + (tr(", limit {limit_days}", limit_days=card.limit_days) if card.over_limit else "")
    )
    if card.follow_up is not None:
        late = tr(", {days} days late", days=(today - card.follow_up).days) if card.follow_up < today else ""
        parts.append(tr("follow-up {card_day}{late}", card_day=card_day(card.follow_up, today), late=late))
    if card.alert is not None:
        parts.append(tr("{alert} alert", alert=within(named(card.alert))))
    if card.conflict:
        parts.append(tr("has a conflict"))
    elif card.pending:
        parts.append(tr("saved here, not sent yet"))
    return ", ".join(parts)


def count_words(column: BoardColumn) -> str:
    """How many cards a column has, and how many it may: 64, 64/60."""
    return figure(column.count) if column.card_limit is None else f"{figure(column.count)}/{figure(column.card_limit)}"


def over_words(column: BoardColumn) -> str:
    """How many have been there for too long, and what they are worth: 3 · €92k. Empty where nobody has."""
    if column.over is None or not column.over.count:
        return ""
    worth = column_amount(column.over.revenue) if column.over.revenue.minor else ""
    return " · ".join(part for part in (figure(column.over.count), worth) if part)


def column_hint(column: BoardColumn) -> str:
    """What a column's head has no room for; empty where nothing is wrong."""
    parts = []
    if column.too_many and column.card_limit is not None:
        more = column.count - column.card_limit
        parts.append(
            tr_count(
                "{count} card more than the limit of {card_limit}",
                "{count} cards more than the limit of {card_limit}",
                more,
                card_limit=figure(column.card_limit),
            )
        )
    if column.over is not None and column.over.count:
        worth = tr(", worth {amount}", amount=column_amount(column.over.revenue)) if column.over.revenue.minor else ""
        parts.append(
            tr(
                "{count} over the limit of {days} in this stage{worth}",
                count=figure(column.over.count),
                days=tr_count("{count} working day", "{count} working days", column.limit_days or 0),
                worth=worth,
            )
        )
    return "\n".join(parts)


def column_sentence(column: BoardColumn) -> str:
    """A column's header as a screen reader says it."""
    cards = tr("1 card") if column.count == 1 else tr("{count} cards", count=figure(column.count))
    most = tr(" of at most {card_limit}", card_limit=figure(column.card_limit)) if column.card_limit is not None else ""
    over = ""
    if column.over is not None and column.over.count:
        worth = tr(", worth {amount}", amount=column_amount(column.over.revenue)) if column.over.revenue.minor else ""
        over = tr(
            ", {count} over the limit of {days}{worth}",
            count=figure(column.over.count),
            days=tr_count("{count} working day", "{count} working days", column.limit_days or 0),
            worth=worth,
        )
    return f"{column.mark.number} {column.mark.name}, {cards}{most}, {column_amount(column.revenue)}{over}"


def board_facts(count: int, revenue: Amount, over: int, only_over: bool) -> str:
    """How much is on the board, how much of it for too long, and whether only that is shown."""
    beside = tr(" · {over} over the stage limit", over=figure(over)) if over else ""
    only = tr(" · only those over it are shown") if only_over else ""
    amount = column_amount(revenue)
    return tr("{count} open · {amount} est. revenue{over}{only}", count=figure(count), amount=amount, over=beside, only=only)
