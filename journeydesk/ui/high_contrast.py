"""The colours of high contrast, by the names of the design tokens: what differs from `tokens.LIGHT` and `tokens.DARK`.

Text has 7:1 on every ground that it stands on (WCAG 2.2, 1.4.6), borders and marks 3:1 (1.4.11); lines that only separate are as
strong as borders.
"""

from types import MappingProxyType

from journeydesk.ui import tokens

LIGHT = MappingProxyType(
    tokens.LIGHT
    | {
        "line": "#7A7873",
        "line2": "#6B6963",
        "ctl": "#4A4945",
        "text": "#000000",
        "text2": "#36393C",
        "text3": "#3E4144",
        "disabled": "#6A6A66",
        "accent": "#1B419A",
        "accent-hover": "#173781",
        "accent-fill": "#1B419A",
        "accent-fill-hover": "#173781",
        "accent-fill-pressed": "#102760",
        "accent-ink": "#173781",
        "danger": "#8C1912",
        "danger-line": "#8C1912",
        "warn": "#603D00",
        "warn-line": "#603D00",
        "warn-mark": "#8A5A00",
        "ok": "#10502F",
        "ok-line": "#10502F",
        "tip": "#1A1B1D",
        "on-tip": "#FFFFFF",
    }
)

DARK = MappingProxyType(
    tokens.DARK
    | {
        "win": "#000000",
        "rail": "#000000",
        "base": "#0C0D0E",
        "panel": "#16171A",
        "sunk": "#000000",
        "line": "#80838A",
        "line2": "#8E9199",
        "ctl": "#BFC2C9",
        "text": "#FFFFFF",
        "text2": "#E2E4E8",
        "text3": "#D3D6DB",
        "disabled": "#8B8E95",
        "hover": "#222428",
        "sel": "#1E2C52",
        "sel-off": "#26282C",
        "accent": "#C0D0FF",
        "accent-hover": "#DCE5FF",
        "accent-fill": "#C0D0FF",
        "accent-fill-hover": "#DCE5FF",
        "accent-fill-pressed": "#A3B9FF",
        "accent-soft": "#1A2440",
        "accent-ink": "#C6D4FF",
        "on-accent": "#000000",
        "danger": "#FFC0BA",
        "danger-soft": "#331C1B",
        "danger-line": "#FFC0BA",
        "warn": "#F7D28C",
        "warn-soft": "#2C2517",
        "warn-line": "#F7D28C",
        "warn-mark": "#F0BE5C",
        "ok": "#94E3B6",
        "ok-soft": "#172A20",
        "ok-line": "#94E3B6",
        "tip": "#2A2C31",
        "on-tip": "#FFFFFF",
    }
)

STAGES_LIGHT = (
    ("#4F5A66", "#EBEEF1", "#3A444D"),
    ("#07587F", "#E2F1F9", "#064A6B"),
    ("#5022B2", "#EEE8FA", "#48209F"),
    ("#6B0F4A", "#F7E8F1", "#6B0F4A"),
    ("#75450A", "#FAF0DF", "#6A3E09"),
    ("#0B4E30", "#E1F0E8", "#0B4E30"),
)

STAGES_DARK = (
    ("#CDD4DC", "#2C2F34", "#E0E5EA"),
    ("#82C8F8", "#1E3140", "#B5DEFB"),
    ("#A9A0FF", "#2B2946", "#D5D0FF"),
    ("#E59CBB", "#3A2632", "#F5C6D9"),
    ("#F8D283", "#383123", "#F8D283"),
    ("#4CC88B", "#1C3429", "#8FE0B6"),
)

PRIORITY = MappingProxyType(
    {"Urgent": ("#8C1912", "#FFC0BA"), "High": ("#7A3600", "#FFC68C"), "Normal": ("#324D67", "#BFD2E6")}
)
