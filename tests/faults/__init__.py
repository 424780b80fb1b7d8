"""Faults: the whole local system under kill -9 and worse, while people work on it.

    python -m tests.faults            every fault, with a table at the end
    python -m tests.faults --help     some of them, more runs, another seed

Both with the Python of ``.venv``, once ``./rundbord test`` has set it up. A run starts two systems of its own (one with
the mail sink, one that sends to a scripted mail server) and takes about ten minutes on two cores; `--keep` leaves
their logs. A short selection is part of ``./rundbord test``.

What is held after each fault: nothing that was acknowledged is lost, nothing is there twice, no mail goes twice but
in the moment in which no one can know, and no name, address or free text stands in any log.
"""
