"""Which currencies there are, and which a territory pays in, to begin a team's settings with."""

from types import MappingProxyType

_OF_ONE = """
AED AFN ALL AMD AOA ARS AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CLP CNY COP CRC CUP CVE CZK
DJF DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NPR OMR PAB PEN
PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD
TWD TZS UAH UGX UYU UZS VES VND VUV WST YER ZAR ZMW ZWG
"""
"""Currencies of one territory, whose code begins with that of the territory."""

_OF_SEVERAL = {
    "EUR": "AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT",
    "USD": "AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI",
    "XAF": "CF CG CM GA GQ TD",
    "XOF": "BF BJ CI GW ML NE SN TG",
    "XPF": "NC PF WF",
    "XCD": "AG AI DM GD KN LC MS VC",
    "AUD": "AU CC CX HM KI NF NR TV",
    "NZD": "CK NU NZ PN TK",
    "DKK": "DK FO GL",
    "NOK": "BV NO SJ",
    "GBP": "GB GG IM JE",
    "CHF": "CH LI",
    "ILS": "IL PS",
    "MAD": "EH MA",
    "XCG": "CW SX",
}

CURRENCY_OF = MappingProxyType(
    {code[:2]: code for code in _OF_ONE.split()}
    | {place: code for code, places in _OF_SEVERAL.items() for place in places.split()}
)
"""The ISO 4217 code of a territory's currency by its ISO 3166 code, both in capitals."""

_WITHDRAWN = "ANG BGN BYR CUC HRK MRO SLL STD SVC VEF ZWL"

CURRENCIES = frozenset(CURRENCY_OF.values()) | frozenset(_WITHDRAWN.split())
"""The ISO 4217 codes of money that is paid with, and of what it replaced in the last ten years."""
