"""Whatever bytes stand in a file: a value, a sentence for the row or one for the file, and never anything else."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.services.context import Context
from journeydesk.services.files.rehearsal import Bucket, rehearse
from tests.workspaces import workspace


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A workspace to which nothing is written."""
    with workspace(tmp_path_factory.mktemp("w")) as opened:
        yield opened


_CELLS = st.one_of(
    st.sampled_from(
        ["", "0", "-5", "1e400", "NaN", "9" * 400, "2026-05-22", "22.05.26", "0001-01-01", "9999-12-31T23:59-14:00", "'=1"]
    ),
    st.sampled_from(
        ["50 %", "(5)", "€1.250,00", "a@" + "." * 300, "x@y.example", "+43 1 234", "Nirvana", "true", '"', "\x1d", "\x1e"]
    ),
    st.text(max_size=12),
)
_ROWS = st.lists(st.lists(_CELLS, min_size=1, max_size=9), min_size=1, max_size=8)
_HEADER = "Company,Email,Phone,Estimated Revenue,Deal Probability,Applied On,Next Follow-up,Priority Score,Deal Stage\n"


@given(rows=_ROWS)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_row_ends_in_a_bucket_or_a_sentence(context: Context, rows: list[list[str]]) -> None:
    data = (_HEADER + "\n".join(",".join(row) for row in rows)).encode("utf-8", "surrogatepass")
    try:
        rehearsal = rehearse(context, PROSPECTS, "x.csv", data)
    except UserError as problem:
        assert str(problem).endswith(".")
        return
    assert sum(rehearsal.counts.values()) == len(rehearsal.table.rows)
    for plan in rehearsal.rows:
        assert bool(plan.problems) == (plan.bucket in (Bucket.INVALID, Bucket.DUPLICATE))
        assert all(len(problem.words) < 1500 for problem in plan.problems)


@given(data=st.binary(max_size=300))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_bytes_are_read_or_refused_with_a_sentence(context: Context, data: bytes) -> None:
    try:
        rehearse(context, PROSPECTS, "x.csv", data)
    except UserError as problem:
        assert str(problem).endswith(".")


def test_quoted_rows_take_no_longer_the_more_there_are(context: Context) -> None:
    def seconds(rows: int) -> float:
        lines = "".join(f'"Firm {number}","p{number}@x.example"\n' for number in range(rows))
        began = time.perf_counter()
        rehearse(context, PROSPECTS, "x.csv", f"Company,Email\n{lines}".encode())
        return time.perf_counter() - began

    seconds(100)
    assert seconds(16_000) < 8 * 4 * max(seconds(2_000), 0.02)
