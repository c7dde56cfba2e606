"""The records behind a figure that counts several of one prospect: each call, each answer, each payer."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.reports.behind import Behind
from journeydesk.services.context import Context
from journeydesk.storage.reports.behind import records
from journeydesk.storage.reports.behind.question import FIELD, Question, read_question
from journeydesk.storage.reports.behind.records import Kind as Kind
from journeydesk.storage.reports.behind.records import Record as Record


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts, in words with their number, and the records, each once."""

    kind: Kind
    words: str
    records: list[Record]


def question_of_records(behind: Behind) -> Question | None:
    """The question that a figure answers where it counts records; None where it counts prospects."""
    if [criterion.field for criterion in behind.criteria] != [FIELD]:
        return None
    question = read_question(str(behind.criteria[0].values[0]))
    return question if question.name in records.QUESTIONS else None


def counted(context: Context, question: Question, owner: str | None) -> Counted:
    """The records behind a figure, of one rep if `owner` is given; `question` is what `question_of_records` gives."""
    with context.database.read(much=True) as connection:
        found = records.records_behind(connection, question, owner)
    return Counted(records.QUESTIONS[question.name][0], question.words, found)
