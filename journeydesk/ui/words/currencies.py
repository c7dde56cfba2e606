"""What people call a currency; one that few have is called by its code."""

from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.money import sign
from journeydesk.domain.words import priced, tr, within

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


_OTHERS = (
    "AFN ALL AMD ANG AOA ARS AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CLP COP CRC CUP CVE DJF DOP DZD EGP "
    "ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG IDR IQD IRR JMD JOD KES KGS KHR KMF KPW KYD KZT LAK LBP LKR LRD LSL LYD MAD "
    "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MYR MZN NAD NIO NPR OMR PAB PEN PGK PHP PKR PYG QAR RSD RUB RWF SBD SCR SDG SHP SLE SOS "
    "SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TTD TWD TZS UAH UGX UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZMW ZWG"
)
"""The other circulating currencies of ISO 4217, called by their codes."""


def currency_codes() -> list[str]:
    """Every currency to choose from: those with a name by that, then the others by code."""
    return [*sorted(_NAMES, key=lambda code: currency_name(code).casefold()), *_OTHERS.split()]


def currency_name(code: str) -> str:
    """US dollar; the code where there is no word for it."""
    return _NAMES.get(code, code)


def name_within(code: str) -> str:
    """The name within a sentence: in euro, in US dollar."""
    return within(currency_name(code)) if code == "EUR" else currency_name(code)


def one_of(code: str) -> str:
    """One unit with its sign, or with its code where it has none: $1, KWD 1; 1 $."""
    return priced(sign(code), "1")
