"""What people call a currency; one that few have is called by its code."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.money import sign

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "AED": "UAE dirham",
        "AUD": "Australian dollar",
        "BRL": "Brazilian real",
        "CAD": "Canadian dollar",
        "CHF": "Swiss franc",
        "CNY": "Chinese yuan",
        "CZK": "Czech koruna",
        "DKK": "Danish krone",
        "EUR": "Euro",
        "GBP": "Pound sterling",
        "HKD": "Hong Kong dollar",
        "HUF": "Hungarian forint",
        "ILS": "Israeli shekel",
        "INR": "Indian rupee",
        "ISK": "Icelandic króna",
        "JPY": "Japanese yen",
        "KRW": "South Korean won",
        "KWD": "Kuwaiti dinar",
        "MXN": "Mexican peso",
        "NGN": "Nigerian naira",
        "NOK": "Norwegian krone",
        "NZD": "New Zealand dollar",
        "PLN": "Polish złoty",
        "RON": "Romanian leu",
        "SAR": "Saudi riyal",
        "SEK": "Swedish krona",
        "SGD": "Singapore dollar",
        "TRY": "Turkish lira",
        "USD": "US dollar",
        "ZAR": "South African rand",
    }
)


def currency_name(code: str) -> str:
    """US dollar; the code where there is no word for it."""
    return _NAMES.get(code, code)


def one_of(code: str) -> str:
    """One unit with its sign, or with its code where it has none: $1, KWD 1."""
    return f"{sign(code)}1"
