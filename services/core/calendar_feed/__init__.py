"""A private calendar: an address by which a program reads when somebody's meetings are."""
