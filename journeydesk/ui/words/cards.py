"""What a card and a column say: amounts short enough for a card, days, and the sentence for a screen reader."""

from datetime import date

from journeydesk.domain.money import Money, sign
from journeydesk.domain.rules.rule import many
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.services.rows.common import Amount
from journeydesk.ui.words.figures import short_day


def short_amount(amount: Amount | None) -> str:
    """€48k, €7.5k, €640: for cards. Nothing where no amount is known."""
    if amount is None:
        return ""
    major = Money(amount.minor, amount.currency).major
    if abs(major) < 1000:
        return f"{sign(amount.currency)}{major:.0f}"
    if abs(major) < 999_950:
        return f"{sign(amount.currency)}{_trimmed(f'{major / 1000:.1f}')}k"
    return f"{sign(amount.currency)}{major / 1_000_000:.2f}\u2009M"


def column_amount(amount: Amount) -> str:
    """€1.28 M, €96k: the sum of a column."""
    if amount.minor and abs(Money(amount.minor, amount.currency).major) >= 500_000:
        return f"{sign(amount.currency)}{Money(amount.minor, amount.currency).major / 1_000_000:.2f}\u2009M"
    return short_amount(amount)


def _trimmed(number: str) -> str:
    return number.removesuffix(".0")


def card_day(day: date | None, today: date) -> str:
    """A follow-up on a card: today, or the day."""
    if day is None:
        return ""
    return "today" if day == today else short_day(day, today)


def days_in_stage(card: CardRow) -> str:
    """Working days: 9 d, or 34/30 d where the limit is passed."""
    return f"{card.days}/{card.limit_days} d" if card.over_limit else f"{card.days} d"


def card_sentence(card: CardRow, stage: str, today: date) -> str:
    """A card as a screen reader says it: name, amount, stage, days, and what is wrong with it."""
    parts = [card.company or card.contact]
    if card.company and card.contact:
        parts.append(card.contact)
    if card.revenue is not None:
        parts.append(short_amount(card.revenue))
    parts.append(stage)
    if card.score is not None:
        parts.append(f"score {card.score}")
    parts.append(f"{many(card.days, 'working day')} in stage" + (f", limit {card.limit_days}" if card.over_limit else ""))
    if card.follow_up is not None:
        late = f", {(today - card.follow_up).days} days late" if card.follow_up < today else ""
        parts.append(f"follow-up {card_day(card.follow_up, today)}{late}")
    if card.alert is not None:
        parts.append(f"{card.alert.lower()} alert")
    if card.conflict:
        parts.append("has a conflict")
    elif card.pending:
        parts.append("saved here, not sent yet")
    return ", ".join(parts)


def count_words(column: BoardColumn) -> str:
    """How many cards a column has, and how many it may: 64, 64/60."""
    return f"{column.count:,}" if column.card_limit is None else f"{column.count:,}/{column.card_limit:,}"


def over_words(column: BoardColumn) -> str:
    """How many have been there for too long, and what they are worth: 3 · €92k. Empty where nobody has."""
    if column.over is None or not column.over.count:
        return ""
    worth = column_amount(column.over.revenue) if column.over.revenue.minor else ""
    return " · ".join(part for part in (f"{column.over.count:,}", worth) if part)


def column_hint(column: BoardColumn) -> str:
    """What a column's head has no room for; empty where nothing is wrong."""
    parts = []
    if column.too_many and column.card_limit is not None:
        more = column.count - column.card_limit
        parts.append(f"{more:,} card{'' if more == 1 else 's'} more than the limit of {column.card_limit:,}")
    if column.over is not None and column.over.count:
        worth = f", worth {column_amount(column.over.revenue)}" if column.over.revenue.minor else ""
        parts.append(
            f"{column.over.count:,} over the limit of {many(column.limit_days or 0, 'working day')} in this stage{worth}"
        )
    return "\n".join(parts)


def column_sentence(column: BoardColumn) -> str:
    """A column's header as a screen reader says it."""
    cards = "1 card" if column.count == 1 else f"{column.count:,} cards"
    most = f" of at most {column.card_limit:,}" if column.card_limit is not None else ""
    over = ""
    if column.over is not None and column.over.count:
        worth = f", worth {column_amount(column.over.revenue)}" if column.over.revenue.minor else ""
        over = f", {column.over.count:,} over the limit of {many(column.limit_days or 0, 'working day')}{worth}"
    return f"{column.mark.number} {column.mark.name}, {cards}{most}, {column_amount(column.revenue)}{over}"
