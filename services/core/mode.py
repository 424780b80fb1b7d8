"""Whether a process serves the public or one developer's machine.

Production is the default of every factory. No environment variable, file or header can choose local mode:
only the code of ``services.local`` passes ``Mode.LOCAL``, and no production image contains that package.
"""

from enum import Enum


class Mode(Enum):
    """How a process runs: what is refused in production may be open on one machine."""

    PRODUCTION = "production"
    LOCAL = "local"

    @property
    def is_local(self) -> bool:
        """True only in processes that ``services.local`` started."""
        return self is Mode.LOCAL
