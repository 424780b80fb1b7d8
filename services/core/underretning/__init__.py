"""The underretning: the statutory notification of concern, past all steps, blocked and delayed by nothing."""
