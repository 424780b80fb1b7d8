"""The committee's figures: counted when a period is over, judged in words, released and then as they are (ALL-09)."""
