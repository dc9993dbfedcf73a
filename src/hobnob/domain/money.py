"""Amounts of money as a person reads them. ISO 4217 says how many digits stand behind the point."""

from collections.abc import Mapping

DIGITS = {
    **dict.fromkeys(("JPY", "KRW", "ISK", "CLP", "UGX", "VND", "XAF", "XOF"), 0),
    **dict.fromkeys(("BHD", "JOD", "KWD", "OMR", "TND"), 3),
}
"""Digits behind the point, by currency, where they are not two."""
_CODES_TEXT = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
ATS BEF DEM ESP FIM FRF GRD HRK IEP ITL LUF NLG PTE
"""
CODES = frozenset(_CODES_TEXT.split())
"""Currencies by ISO 4217, and those that the euro took the place of."""


def money(amount: int, currency: str) -> str:
    """An amount in the smallest unit: "120 EUR", "25.50 EUR", "1,200 JPY", "3" without currency."""
    digits = DIGITS.get(currency, 2)
    whole, part = divmod(abs(amount), 10**digits)
    fraction = f".{part:0{digits}d}" if part else ""
    return f"{'-' if amount < 0 else ''}{whole:,}{fraction} {currency}".rstrip()


def sums(by_currency: Mapping[str, int]) -> str:
    """Sums, never added up over currencies: "120 EUR and 15 USD"; "" where there is none."""
    said = [money(amount, currency) for currency, amount in sorted(by_currency.items()) if amount]
    return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))
