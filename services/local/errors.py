"""What `./rundbord` says when the machine, not the system, stands in the way."""


class EnvironmentProblem(Exception):
    """One clear sentence for the person at the keyboard; the command ends with exit code 3."""
