"""The world that these tests build their cases in."""

from tests.builders.world import world

__all__ = ["world"]
