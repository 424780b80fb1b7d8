"""The test persons of a local system, as the seed names them: who they are, how they log in, what they see."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class TestPerson:
    """A synthetic person. `login_hint` is unique within the tenant; `id` is the person's id in the system."""

    __test__ = False  # not a test case, whatever pytest thinks of the name

    id: UUID
    tenant: str
    login_hint: str
    name: str
    capacity: str
    role: str
    sees: str
    provider: Literal["family", "professional"]
    cpr: str = ""
    """Families: a replacement number (day plus 60), which no one holds."""
    protected: bool = False
    """Families: name and address protection."""
    staff_id: str = ""
    """Professionals: the number by which the municipality's staff list knows them."""
    token_roles: tuple[str, ...] = ()
    """Professionals: the roles their provider puts into the token, in the tenant's own words."""
