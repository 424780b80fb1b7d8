"""The page ``delegations``."""
