"""How changes are said where there is no room for what they are compared with."""

from journeydesk.reports.blocks.tiles import Change, Tile, Tiles
from journeydesk.reports.judging import delta


def test_a_page_leaves_away_what_a_change_is_compared_with() -> None:
    change = delta(0.34, 0.28, 100, 0, " pt", "W19")
    assert change == Change("+6 pt vs W19", "+6 pt")
    tiles = Tiles(title="", tiles=(Tile("Rate", "34%", "", "40%", change, "Below"),))
    [row] = tiles.page(600)["rows"]
    assert (row["delta"], row["change"]) == ("+6 pt vs W19", "+6 pt")


def test_words_in_which_vs_stands_are_left_whole() -> None:
    tile = Tile("Rate", "no data", "", "–", "no comparison with home vs away", "No data")
    assert Tiles(title="", tiles=(tile,)).page(600)["rows"][0]["change"] == tile.delta == "no comparison with home vs away"
