"""Whose pages are shown, on which screen, and in which further states."""

from dataclasses import dataclass
from typing import Final, Literal

PHONE: Final = (390, 844)
DESK: Final = (1280, 900)
Look = Literal["light", "dark", "print", "rtl"]
LOOKS: Final = {
    "light": "as it is",
    "dark": "in dark mode",
    "print": "as it is printed",
    "rtl": "from right to left, in Arabic",
}


@dataclass(frozen=True)
class Sitting:
    """One of the cast at a screen: every kind of page within reach is taken once."""

    tenant: str
    key: str
    words: str
    size: tuple[int, int] = DESK


@dataclass(frozen=True)
class Extra:
    """One page in another state: ``path`` begins what a link of the front page leads to."""

    tenant: str
    key: str
    path: str
    look: Look
    size: tuple[int, int] = PHONE


SITTINGS: Final = (
    Sitting("randers", "mor", "a mother, on her phone", PHONE),
    Sitting("randers", "unge-15", "a young person of fifteen, on a phone", PHONE),
    Sitting("randers", "far-uden", "a father without custody, who sees no child", PHONE),
    Sitting("randers", "leder", "the head of a school"),
    Sitting("randers", "raadgiver", "an adviser in the family's own case"),
    Sitting("slagelse", "far", "a father in another town", PHONE),
    Sitting("slagelse", "leder", "the head of a school in another town"),
    Sitting("ringsted", "leder", "the head of a school in a third town"),
    Sitting("randers", "dpo", "the data protection officer"),
    Sitting("randers", "administrator", "an administrator, who sees no child"),
    Sitting("randers", "revisor", "the auditor"),
)
EXTRAS: Final = (
    Extra("randers", "mor", "/", "dark"),
    Extra("randers", "mor", "/meetings/", "dark"),
    Extra("randers", "mor", "/", "rtl"),
    Extra("randers", "mor", "/meetings/", "rtl"),
    Extra("randers", "mor", "/meetings/", "print", DESK),
    Extra("randers", "leder", "/", "dark", DESK),
    Extra("randers", "leder", "/meetings/", "print", DESK),
)


@dataclass(frozen=True)
class Shown:
    """A picture of the README: one screen of a page, from its top or from ``part``, small enough to be committed."""

    name: str
    tenant: str
    key: str
    path: str
    size: tuple[int, int]
    alt: str
    part: str = ""


README: Final = (
    Shown(
        "family-front",
        "randers",
        "mor",
        "/",
        PHONE,
        "A mother's first page on a phone: the one next step, and why",
    ),
    Shown(
        "family-meeting",
        "randers",
        "mor",
        "/meetings/",
        PHONE,
        "Her meeting on a phone: when, where, about whom and who calls it",
    ),
    Shown("today", "randers", "leder", "/", DESK, "A school leader's day: tasks, meetings, who has answered"),
    Shown(
        "child",
        "randers",
        "leder",
        "/children/",
        DESK,
        "A child as the school leader sees it: levels and tracks",
    ),
    Shown(
        "running",
        "randers",
        "leder",
        "/meetings/#agenda",
        DESK,
        "A meeting, run from one page: its agenda with times, and below it who comes and why",
        part="#agenda",
    ),
)
"""Taken into `docs/pictures` with `--readme`."""
