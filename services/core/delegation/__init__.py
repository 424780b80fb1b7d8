"""Delegation (stedfortræder): a colleague acts for a professional who is away, from a day to a day."""
