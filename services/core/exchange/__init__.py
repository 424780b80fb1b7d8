"""Private information exchanged on a legal basis without consent, counted for each child and basis."""
