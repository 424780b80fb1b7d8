"""Worlds in which what happens has its consequences, one for each paper's model."""

from tests.builders.world import world
from tests.meeting.conftest import living, modelled

__all__ = ["living", "modelled", "world"]
