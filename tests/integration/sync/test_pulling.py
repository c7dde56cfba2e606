"""The pull by listing and the pull by feed, against a base with pages of thirty."""

from datetime import timedelta

import pytest

from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_text
from journeydesk.storage.answers import Answers
from journeydesk.storage.engine import sql
from journeydesk.storage.sync.cursors import watermark
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.sync.feed import forget_feed, listen, pull_feed, stored_feed
from journeydesk.sync.ports import AccessDenied, FeedPage, RecordRefused, RemoteTrouble, WalkExpired
from journeydesk.sync.pull import WALK_EVERY, WALK_EVERY_BESIDE_FEED, pull_table
from journeydesk.sync.sync_pass import Cancelled
from tests.integration.sync.memory_base import MemoryBase

SLUG = "prospects"


def cursor(memory: MemoryBase) -> tuple[str | None, str | None]:
    with memory.database.read() as connection:
        return watermark(connection, SLUG)


def walks(memory: MemoryBase, fed: bool = False, allowed: bool = True) -> tuple[list[str | None], list[int]]:
    """From which moments the prospects were listed (None: whole), and for how many pages a walk was asked to be allowed."""
    since: list[str | None] = []
    pages: list[int] = []
    original = memory.remote.pages

    def watched(table: str, fields: object, moment: str | None) -> object:
        since.append(moment)
        return original(table, fields, moment)  # type: ignore[arg-type]

    def allow(count: int) -> bool:
        pages.append(count)
        return allowed

    memory.remote.pages = watched  # type: ignore[assignment,method-assign]
    try:
        pull_table(memory.work(), SLUG, fed=fed, walk_allowed=allow)
    finally:
        memory.remote.pages = original  # type: ignore[method-assign]
    return since, pages


@pytest.mark.parametrize("count", [0, 1, 29, 30, 31, 61, 200])
def test_the_first_pull_brings_every_record_once(memory: MemoryBase, count: int) -> None:
    for number in range(count):
        memory.add(key=f"BETA-{number}", company=f"Company {number}")
    memory.walk_due()
    outcome = memory.sync()
    assert memory.count("SELECT count(*) FROM prospects") == count
    assert memory.count("SELECT count(DISTINCT rid) FROM sync_record WHERE table_slug = 'prospects'") == count
    assert (outcome.pending, outcome.conflicts) == (0, 0)


def test_a_whole_walk_notes_both_clocks(memory: MemoryBase) -> None:
    memory.walk_due()
    memory.clock.sleep(600)
    assert walks(memory) == ([None], [])
    now = moment_text(memory.clock.at)
    assert cursor(memory) == (now, now)


def test_a_listing_of_changes_begins_at_the_watermark(memory: MemoryBase) -> None:
    mark, walked = cursor(memory)
    memory.clock.sleep(600)
    assert walks(memory) == ([mark], [])
    assert cursor(memory) == (moment_text(memory.clock.at), walked)


def test_beside_a_feed_no_listing_is_needed(memory: MemoryBase) -> None:
    before = cursor(memory)
    memory.clock.sleep(600)
    assert walks(memory, fed=True) == ([], [])
    assert cursor(memory) == before


@pytest.mark.parametrize(("fed", "every"), [(False, WALK_EVERY), (True, WALK_EVERY_BESIDE_FEED)])
@pytest.mark.parametrize("late", [False, True])
def test_a_whole_walk_is_due_after_its_time(memory: MemoryBase, fed: bool, every: timedelta, late: bool) -> None:
    walked = cursor(memory)[1]
    assert walked is not None
    memory.walk_due()
    walks(memory)
    memory.clock.sleep(every.total_seconds() - (0 if late else 1))
    since, pages = walks(memory, fed=fed)
    assert (since == [None]) is late
    assert pages == ([1] if late else [])


def test_a_walk_that_the_month_has_no_room_for_is_left_out(memory: MemoryBase) -> None:
    memory.made(31)
    memory.clock.sleep(WALK_EVERY.total_seconds())
    mark, walked = cursor(memory)
    since, pages = walks(memory, allowed=False)
    assert (since, pages) == ([mark], [2])
    assert cursor(memory)[1] == walked


def test_a_walk_that_must_be_asks_nobody(memory: MemoryBase) -> None:
    memory.walk_due()
    assert walks(memory, fed=True, allowed=False) == ([None], [])


def test_a_clock_that_was_set_back_makes_a_walk_due(memory: MemoryBase) -> None:
    memory.clock.at -= timedelta(days=400)
    assert walks(memory)[0] == [None]


@pytest.mark.parametrize(("times", "ends"), [(1, True), (2, True), (3, False)])
def test_a_walk_that_expired_begins_again_twice(memory: MemoryBase, times: int, ends: bool) -> None:
    problems = [WalkExpired("interrupted")] * times
    original = memory.remote.pages

    def expiring(table: str, fields: object, since: str | None) -> object:
        if problems:
            raise problems.pop()
        return original(table, fields, since)  # type: ignore[arg-type]

    memory.remote.pages = expiring  # type: ignore[assignment,method-assign]
    if ends:
        pull_table(memory.work(), SLUG, fed=False, walk_allowed=lambda pages: True)
    else:
        with pytest.raises(WalkExpired):
            pull_table(memory.work(), SLUG, fed=False, walk_allowed=lambda pages: True)
    assert problems == []


def test_only_a_whole_walk_concludes_that_a_record_is_gone(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    memory.drop(memory.remote_id(first))
    walks(memory)
    assert memory.row(first) is not None
    memory.walk_due()
    walks(memory)
    assert memory.row(first) is None
    assert memory.row(second) is not None


def test_a_pass_that_is_stopped_asks_no_further(memory: MemoryBase) -> None:
    before = memory.remote.calls
    with pytest.raises(Cancelled):
        memory.sync(cancelled=lambda: True)
    assert memory.remote.calls == before


def test_a_feed_brings_only_what_changed(memory: MemoryBase) -> None:
    first, second = memory.made(2, phone="1")
    memory.theirs(memory.remote_id(first), phone="2")
    memory.sync()
    row = memory.row(first)
    assert row is not None
    assert row["phone"] == "2"
    assert memory.asked("fetch") == [1]
    assert memory.row(second) is not None


def test_our_own_writing_is_not_read_again(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="2")
    memory.sync()
    memory.remote.log.clear()
    memory.sync()
    assert memory.asked("fetch") == []


def test_their_writing_over_ours_is_read(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="2")
    memory.sync()
    memory.theirs(memory.remote_id(record), phone="3")
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert row["phone"] == "3"


@pytest.mark.parametrize(("count", "pages"), [(1, [1]), (30, [30]), (31, [30, 1]), (75, [30, 30, 15])])
def test_what_the_feed_names_is_read_by_the_page(memory: MemoryBase, count: int, pages: list[int]) -> None:
    for number in range(count):
        memory.add(key=f"BETA-{number}")
    memory.sync()
    assert memory.asked("fetch") == pages
    assert memory.count("SELECT count(*) FROM prospects") == count


def test_a_record_made_and_deleted_between_is_never_seen(memory: MemoryBase) -> None:
    memory.drop(memory.add(key="BETA-1"))
    memory.sync()
    assert memory.count("SELECT count(*) FROM prospects") == 0
    assert memory.asked("fetch") == []


def test_the_cursor_moves_only_after_what_it_told_is_stored(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.sync()
    memory.theirs(memory.remote_id(record), phone="2")
    with memory.database.read() as connection:
        before = stored_feed(connection)
    memory.remote.before["fetch"] = [RemoteTrouble("status 500")] * 4
    with pytest.raises(RemoteTrouble):
        memory.sync()
    with memory.database.read() as connection:
        assert stored_feed(connection) == before
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert row["phone"] == "2"
    with memory.database.read() as connection:
        assert stored_feed(connection) != before


def test_a_lost_feed_is_begun_anew_and_every_table_walked(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.remote.lose_feeds()
    memory.theirs(memory.remote_id(record), phone="2")
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert row["phone"] == "2"
    assert [method for method, _, _ in memory.remote.log if "feed" in method] == ["read_feed", "open_feed"]
    memory.remote.log.clear()
    memory.sync()
    assert [method for method, _, _ in memory.remote.log if "feed" in method] == ["read_feed"]


@pytest.mark.parametrize("problem", [AccessDenied("no"), RecordRefused("Memory Base", "no")])
def test_a_denied_feed_is_asked_for_again_after_a_day(memory: MemoryBase, problem: Exception) -> None:
    with memory.database.write() as connection:
        forget_feed(connection)
    memory.remote.before["open_feed"] = [problem]
    memory.sync()
    memory.sync()
    assert [method for method, _, _ in memory.remote.log if "feed" in method] == ["open_feed"]
    memory.clock.sleep(24 * 3600)
    memory.sync()
    assert [method for method, _, _ in memory.remote.log if "feed" in method] == ["open_feed", "open_feed"]
    with memory.database.read() as connection:
        assert stored_feed(connection) is not None


def test_a_denial_out_of_the_future_is_asked_about_again(memory: MemoryBase) -> None:
    with memory.database.write() as connection:
        forget_feed(connection)
        set_meta(connection, "feed_denied_at", "2030-01-01T00:00:00.000Z")
    assert listen(memory.work()) is not None


def test_several_pages_of_a_feed_are_one_piece_of_news(memory: MemoryBase) -> None:
    table = memory.map().table_id
    a, b, c = RemoteId("recA"), RemoteId("recB"), RemoteId("recC")
    with memory.database.read() as connection:
        feed = stored_feed(connection)
    assert feed is not None
    pages = [
        FeedPage({table: {a: {"f1": 1}, b: {"f1": 1}}}, {table: [c]}, {a: "Amaia"}, False, feed.cursor + 10, True),
        FeedPage({table: {a: {"f2": 2}, c: {"f1": 3}}}, {table: [b]}, {a: "Tomasz"}, True, feed.cursor + 20, False),
    ]
    asked = []

    def read(given: object) -> FeedPage:
        asked.append(given)
        return pages.pop(0)

    memory.remote.read_feed = read  # type: ignore[assignment,method-assign]
    news = listen(memory.work())
    assert news is not None
    assert news.changed == {table: {a: {"f1": 1, "f2": 2}, c: {"f1": 3}}}
    assert news.destroyed == {table: {b}}
    assert news.authors == {a: "Tomasz"}
    assert (news.schema_changed, news.feed.cursor) == (True, feed.cursor + 20)
    assert [getattr(one, "cursor", None) for one in asked] == [feed.cursor, feed.cursor + 10]


def test_news_of_other_tables_is_passed_over(memory: MemoryBase) -> None:
    work = memory.work()
    news = listen(work)
    assert news is not None
    news.changed["tblOTHER"] = {RemoteId("recX"): {"f1": 1}}
    news.destroyed["tblOTHER"] = {RemoteId("recY")}
    pull_feed(work, news)
    assert memory.asked("fetch") == []


def test_a_forgotten_feed_is_not_stored(memory: MemoryBase) -> None:
    with memory.database.write() as connection:
        forget_feed(connection)
    with memory.database.read() as connection:
        assert stored_feed(connection) is None
        assert get_meta(connection, "feed") is None


def test_calls_are_counted_under_the_remotes_name(memory: MemoryBase) -> None:
    query = "SELECT coalesce(sum(calls), 0) FROM api_call WHERE service = 'memory base'"
    before = memory.count(query)
    outcome = memory.sync()
    assert memory.count(query) - before == outcome.calls > 0


def test_what_reports_were_made_of_is_not_kept_over_a_pull(memory: MemoryBase) -> None:
    answers = Answers()

    def companies() -> list[str]:
        with memory.database.read() as connection:
            view = answers.over(connection)
            rows = sql.rows(view, "SELECT company FROM prospects WHERE deleted = 0 ORDER BY company")
            assert view.seen
            return [row[0] for row in rows]

    remote = memory.add(key="BETA-1", company="Company 1")
    memory.walk_due()
    memory.sync()
    assert companies() == ["Company 1"]
    memory.theirs(remote, company="Company 2")
    memory.add(key="BETA-2", company="Company 3")
    memory.sync()
    assert companies() == ["Company 2", "Company 3"]
