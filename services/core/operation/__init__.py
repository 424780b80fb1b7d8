"""How it all goes, seen from outside: what waits to be sent and since when, what died, and when each sweep last ran."""
