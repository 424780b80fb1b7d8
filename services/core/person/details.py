"""What is sealed about a person."""

from datetime import date

import msgspec


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
