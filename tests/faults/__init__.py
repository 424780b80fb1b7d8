"""Faults: the whole local system under kill -9 and worse, while people work on it.

    python -m tests.faults                       every fault, with a table at the end
    python -m tests.faults --list                their names; a part of a name chooses: "python -m tests.faults api→"
    python -m tests.faults --runs 5 --jobs 2     over five seeds, two systems side by side
    python -m tests.faults --into FILE           keeps each result there, and goes on where it was stopped

Both with the Python of ``.venv``, once ``./rundbord test`` has set it up. The whole takes most of an hour on two idle
cores for each seed; `--keep` leaves the systems' logs. A short selection is part of ``./rundbord test``.

What is held after each fault: nothing that was acknowledged is lost, nothing is there twice, nothing goes twice by mail,
SMS or Digital Post but in the moment in which no one can know, and no name, address or free text stands in any log or
goes through Valkey. It is judged by what people were told, what the receivers have and what the database keeps.

``deaths`` kill; ``stops`` hold still; ``connections`` cut, stall, slow and refuse each wire (``wire``, ``wired``);
``disks`` fill; ``clocks`` put clocks wrong and go through the ``nights``; ``mailserver`` answers badly. ``rounds`` is
how each is tried, ``work`` what people do meanwhile, ``verdict`` and ``watching`` what is looked at, ``journal`` the table.

Simulated, not real: a machine's clock (``clocks``, ``displaced``), and a full disk under Valkey (``disks``).
"""
