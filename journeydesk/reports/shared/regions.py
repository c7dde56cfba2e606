"""Where a company is, as far as its phone number or its website tells: the country of the calling code, else of the address."""

from functools import cache
from urllib.parse import urlsplit

_MOST_DIGITS = 3
_NOT_COUNTRIES = frozenset({"AI", "IO", "CO", "ME", "TV", "AC", "EU", "FM", "GG", "LY", "SH", "SO", "TO", "WS"})
"""Endings of addresses that anybody uses."""


@cache
def _regions() -> dict[str, str]:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return {str(code): regions[0] for code, regions in COUNTRY_CODE_TO_REGION_CODE.items()}


def region_of(phone: str, website: str) -> str:
    """The ISO code of the country; empty where neither tells. A calling code that several countries share counts as its largest's."""
    digits = "".join(letter for letter in phone if letter.isdigit())
    if phone.strip().startswith(("+", "00")):
        digits = digits.removeprefix("00") if phone.strip().startswith("00") else digits
        for length in range(_MOST_DIGITS, 0, -1):
            region = _regions().get(digits[:length])
            if region is not None and region != "001":
                return region
    try:
        host = urlsplit(website if "//" in website else f"//{website}").hostname or ""
    except ValueError:
        return ""
    ending = host.rpartition(".")[2].upper()
    if len(ending) != 2 or not ending.isascii() or not ending.isalpha() or ending in _NOT_COUNTRIES:
        return ""
    return "GB" if ending == "UK" else ending
