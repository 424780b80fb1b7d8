"""What surrounds every page: who is logged in, in which capacity, at which municipality."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from services.api.portal.execution import Data, run
from services.api.portal.language import PortalRequest

FAMILY: Final = frozenset({"FAMILY"})
STAFF: Final = frozenset({"PROFESSIONAL", "LEADER", "ADVISER"})
OVERSIGHT: Final = frozenset({"DPO"})
ADMINISTRATION: Final = frozenset({"ADMINISTRATOR"})
ANYONE: Final = FAMILY | STAFF | OVERSIGHT | ADMINISTRATION
"""But for the auditor, whose pages name them."""
AUDIT: Final = frozenset({"AUDITOR"})


@dataclass(frozen=True)
class Frame:
    """The viewer and the tenant as GraphQL answers them; ``None`` where nobody is logged in."""

    viewer: Mapping[str, Any] | None = None
    tenant: Mapping[str, Any] | None = None

    @classmethod
    def read(cls, data: Data) -> Self:
        """The frame part of an answer."""
        return cls(viewer=data.get("viewer"), tenant=data.get("tenant"))

    @property
    def capacity(self) -> str:
        """The viewer's capacity, or an empty text."""
        return str(self.viewer["capacity"]) if self.viewer else ""

    @property
    def language(self) -> str:
        """The session's language, or an empty text."""
        return str(self.viewer["language"]) if self.viewer else ""


async def frame_of(request: PortalRequest) -> Frame:
    """The frame of a logged-in request; raises ``PageError`` (UNAUTHENTICATED) without a session."""
    answer = await run(request, "Frame", {})
    frame = Frame.read(answer.required())
    request.state.frame = frame
    return frame
