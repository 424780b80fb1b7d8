"""Dead letters: what did not reach somebody, who can do something about it, and what they did."""
