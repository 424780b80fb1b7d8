"""Mail addresses and telephone numbers as people write them."""

from typing import Final

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from services.core.errors import invalid
from services.core.person.details import is_mail_address

_HOME: Final = "DK"
_LONGEST: Final = 254
"""Of a mail address that any mail server takes (RFC 5321)."""
_TAKES_SMS: Final = frozenset(
    {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.UNKNOWN}
)
"""A Danish number does not say whether it is a mobile's; one that costs the caller, or is surely a landline, does. New
series of numbers are given out before any library hears of them: what it does not know, the gateway does."""


def read_mail(written: str) -> str:
    """A mail address without what surrounds it, or ''. INVALID_INPUT for what is none."""
    address = written.strip()
    if address and (len(address) > _LONGEST or not is_mail_address(address)):
        raise invalid("contact.no_mail_address", "input", "email")
    return address


def read_telephone(written: str) -> str:
    """A telephone number as E.164 (``+4520304050``), or ''. A number without a country is Danish.

    INVALID_INPUT for what is none.
    """
    if not written.strip():
        return ""
    number = _parsed(written)
    if number is None:
        raise invalid("contact.no_telephone", "input", "telephone")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def for_sms(telephone: str) -> str:
    """The number as E.164 where it can take an SMS, else ''. Registers write numbers in many ways."""
    number = _parsed(telephone)
    if number is None or phonenumbers.number_type(number) not in _TAKES_SMS:
        return ""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def same_number(one: str, other: str) -> bool:
    """Whether two ways of writing lead to the same telephone; a register writes otherwise than we do."""
    first, second = _parsed(one), _parsed(other)
    return first == second if first or second else one.strip() == other.strip()


def to_read(telephone: str) -> str:
    """A number as people read it: Danish ones without the country."""
    number = _parsed(telephone)
    if number is None:
        return telephone
    home = number.country_code == phonenumbers.country_code_for_region(_HOME)
    return phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    )


def _parsed(written: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(written, _HOME)
    except phonenumbers.NumberParseException:
        return None
    # In some countries a number begins with a nought; where it is none for sure, it is no number.
    nought = number.italian_leading_zero and not phonenumbers.is_valid_number(number)
    return None if number.extension or nought or not phonenumbers.is_possible_number(number) else number
