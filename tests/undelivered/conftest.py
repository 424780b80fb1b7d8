"""Two towns with their people."""

from tests.builders.world import world

__all__ = ["world"]
