"""Networks about one family: who bears it, what it can do, whom the family contacts, and whether it helped."""
