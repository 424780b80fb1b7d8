"""The ways out: each takes a rendered message and either delivers it or raises ``Failure``."""
