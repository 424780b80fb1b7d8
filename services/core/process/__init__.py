"""A process beside the meetings with a clock of its own, such as the child welfare assessment."""
