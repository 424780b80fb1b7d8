"""The whole system on one machine. No production image contains this package."""
