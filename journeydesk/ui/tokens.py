"""Colours and sizes of the design, by the names of the design tokens."""

from types import MappingProxyType

LIGHT = MappingProxyType(
    {
        "win": "#F4F4F2",
        "rail": "#EBEBE8",
        "base": "#FFFFFF",
        "panel": "#FAFAF8",
        "sunk": "#EFEFEC",
        "line": "#E3E2DE",
        "line2": "#C8C6C0",
        "ctl": "#8C8A84",
        "text": "#1D1E1F",
        "text2": "#54575A",
        "text3": "#64676B",
        "disabled": "#9A9A96",
        "hover": "#F1F1EE",
        "sel": "#E1E9FB",
        "sel-off": "#E6E6E2",
        "accent": "#2B59C3",
        "accent-hover": "#234BA8",
        "accent-fill": "#2B59C3",
        "accent-fill-hover": "#234BA8",
        "accent-fill-pressed": "#1C3D8A",
        "accent-soft": "#E8EEFB",
        "accent-ink": "#2149A3",
        "on-accent": "#FFFFFF",
        "danger": "#B3261E",
        "danger-soft": "#FBE9E7",
        "danger-line": "#E9B8B3",
        "warn": "#855600",
        "warn-soft": "#FBF1DA",
        "warn-line": "#E5CB93",
        "warn-mark": "#AD7500",
        "ok": "#1B6E45",
        "ok-soft": "#E3F2E9",
        "ok-line": "#A9D3BB",
        "tip": "#2A2C2E",
        "on-tip": "#F4F4F2",
        "scrim": "#521D1E1F",
    }
)

DARK = MappingProxyType(
    {
        "win": "#191A1C",
        "rail": "#141517",
        "base": "#1E1F22",
        "panel": "#232428",
        "sunk": "#131416",
        "line": "#303237",
        "line2": "#474A50",
        "ctl": "#7C8088",
        "text": "#ECECEA",
        "text2": "#B4B7BC",
        "text3": "#9EA1A8",
        "disabled": "#6B6E74",
        "hover": "#27292D",
        "sel": "#283452",
        "sel-off": "#2C2E32",
        "accent": "#8FACF8",
        "accent-hover": "#A6BDFA",
        "accent-fill": "#3F69D2",
        "accent-fill-hover": "#345AB8",
        "accent-fill-pressed": "#2C4FA6",
        "accent-soft": "#222C44",
        "accent-ink": "#B3C7FB",
        "on-accent": "#FFFFFF",
        "danger": "#FF948A",
        "danger-soft": "#3A2423",
        "danger-line": "#6E3B37",
        "warn": "#EFC06A",
        "warn-soft": "#352E1F",
        "warn-line": "#675430",
        "warn-mark": "#E0A83E",
        "ok": "#70CC9A",
        "ok-soft": "#1F3228",
        "ok-line": "#37614B",
        "tip": "#3A3C41",
        "on-tip": "#F4F4F2",
        "scrim": "#80000000",
    }
)

STAGES_LIGHT = (
    ("#64707D", "#EBEEF1", "#454F59"),
    ("#0B79B0", "#E2F1F9", "#07587F"),
    ("#5022B2", "#EEE8FA", "#48209F"),
    ("#6B0F4A", "#F7E8F1", "#6B0F4A"),
    ("#9A5C0A", "#FAF0DF", "#75450A"),
    ("#0B4E30", "#E1F0E8", "#0B4E30"),
)
"""Fill, chip and ink of each stage; journeys with more stages go round."""

STAGES_DARK = (
    ("#CDD4DC", "#2C2F34", "#CDD4DC"),
    ("#82C8F8", "#1E3140", "#97D1F9"),
    ("#9488FF", "#2B2946", "#BDB5FF"),
    ("#D27FA3", "#3A2632", "#EBA9C4"),
    ("#F8D283", "#383123", "#F8D283"),
    ("#27AE6E", "#1C3429", "#6FD3A2"),
)

ON_STAGE = ("#FFFFFF", "#141517")
"""The badge's text, light and dark."""

PRIORITY = MappingProxyType(
    {"Urgent": ("#B3261E", "#FF948A"), "High": ("#A64B00", "#F5AE66"), "Normal": ("#4A6580", "#A3BBD3")}
)

BODY = 13
TITLE = 5
FIGURE = 11

TOP_BAR = 48
CHIPS_ROW = 44
FILTER_BAR = 38
TABLE_HEADER = 30
TABLE_ROW = 38
COMPACT_ROW = 28
STATUS_BAR = 26
RAIL = 72
DETAIL = 440
DETAIL_NARROW = 372
DETAIL_NARROW_BELOW = 1366
TITLE_BAR = 32

ICON = 16
"""The usual size of an icon."""

RING, HIGH_RING = 2, 3
"""The ring around what has the keyboard, usually and in high contrast."""
