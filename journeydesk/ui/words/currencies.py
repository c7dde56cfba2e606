"""What people call a currency; one that few have is called by its code."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.money import sign
from journeydesk.domain.words import tr

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "AED": tr("UAE dirham"),
        "AUD": tr("Australian dollar"),
        "BRL": tr("Brazilian real"),
        "CAD": tr("Canadian dollar"),
        "CHF": tr("Swiss franc"),
        "CNY": tr("Chinese yuan"),
        "CZK": tr("Czech koruna"),
        "DKK": tr("Danish krone"),
        "EUR": tr("Euro"),
        "GBP": tr("Pound sterling"),
        "HKD": tr("Hong Kong dollar"),
        "HUF": tr("Hungarian forint"),
        "ILS": tr("Israeli shekel"),
        "INR": tr("Indian rupee"),
        "ISK": tr("Icelandic króna"),
        "JPY": tr("Japanese yen"),
        "KRW": tr("South Korean won"),
        "KWD": tr("Kuwaiti dinar"),
        "MXN": tr("Mexican peso"),
        "NGN": tr("Nigerian naira"),
        "NOK": tr("Norwegian krone"),
        "NZD": tr("New Zealand dollar"),
        "PLN": tr("Polish złoty"),
        "RON": tr("Romanian leu"),
        "SAR": tr("Saudi riyal"),
        "SEK": tr("Swedish krona"),
        "SGD": tr("Singapore dollar"),
        "TRY": tr("Turkish lira"),
        "USD": tr("US dollar"),
        "ZAR": tr("South African rand"),
    }
)


def currency_name(code: str) -> str:
    """US dollar; the code where there is no word for it."""
    return _NAMES.get(code, code)


def one_of(code: str) -> str:
    """One unit with its sign, or with its code where it has none: $1, KWD 1."""
    return f"{sign(code)}1"
