"""A world with its consequences."""

from tests.meeting.conftest import living

__all__ = ["living"]
