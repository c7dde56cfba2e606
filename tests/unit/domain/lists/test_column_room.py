"""Columns leave a list in their order where room is short, and names keep room."""

from journeydesk.domain.lists.columns import SHOWN
from journeydesk.domain.lists.layout import Layout

_ALL = sum(column.width for column in SHOWN)
_CHOSEN = Layout().sized(SHOWN[1], SHOWN[1].width + 1)


def _left(room: int, layout: Layout) -> list[str]:
    return sorted(column.key for column in layout.without_room(room))


def test_where_all_have_room_none_leaves() -> None:
    assert _left(_ALL, Layout()) == []


def test_with_the_first_the_second_leaves_for_the_names_sake() -> None:
    assert _left(_ALL - 32, Layout()) == ["source"]
    assert _left(_ALL - 33, Layout()) == ["last_touch", "source"]
    assert _left(_ALL - 92 - 114, Layout()) == ["last_touch", "source"]


def test_what_somebody_chose_stays() -> None:
    assert _left(100, _CHOSEN) == []
