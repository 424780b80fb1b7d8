"""What is sealed about a person."""

import re
from datetime import date
from typing import Final, Self

import msgspec

_MAIL_ADDRESS: Final = re.compile(
    r"[^@\s,;<>\x00-\x1f\x7f]+@[^@\s,;<>\x00-\x1f\x7f]+\.[^@\s,;<>\x00-\x1f\x7f]+"
)


def is_mail_address(text: str) -> bool:
    """Whether a text has the form of a mail address; whether anybody reads there, no form tells."""
    return _MAIL_ADDRESS.fullmatch(text) is not None


class PersonDetails(msgspec.Struct, frozen=True, omit_defaults=True):
    """Name and ways to reach a person. Sealed in the person's identity dossier (``SealLabel.PERSON``)."""

    name: str
    email: str = ""
    telephone: str = ""
    address: str = ""
    protected_name_until: date | None = None
    """CPR-loven §28: the last day of name protection; it lapses after a year unless renewed."""
    protected_address_until: date | None = None
    """The last day of address protection."""
    expected_on: date | None = None
    """Of an unborn child the expected day of birth: the weeks of the pregnancy are counted by it."""
    own: tuple[str, ...] = ()
    """Which of ``email`` and ``telephone`` the person has given themselves: no register tells otherwise after that."""

    def keeping_own(self, told: Self) -> Self:
        """What a register tells of this person, but for what they have said themselves."""
        kept = {name: getattr(self, name) for name in self.own}
        return msgspec.structs.replace(told, own=self.own, **kept)

    def name_is_protected(self, day: date) -> bool:
        """Whether the name is protected on a Copenhagen day."""
        return self.protected_name_until is not None and day <= self.protected_name_until

    def address_is_protected(self, day: date) -> bool:
        """Whether address, telephone and whatever gives the place away are protected on a Copenhagen day."""
        return self.name_is_protected(day) or (
            self.protected_address_until is not None and day <= self.protected_address_until
        )


class HolderDetails(msgspec.Struct, frozen=True):
    """What a child's dossier keeps of a custody holder (``SealLabel.CUSTODY_HOLDER``).

    Not whether the name is protected: that is compared when it is used (``person.protection``).
    """

    name: str
