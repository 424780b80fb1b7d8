"""Finding a time: when professionals are busy, what times there are, and which of them a circle is asked about."""
