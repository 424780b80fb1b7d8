"""Everyone of the cast as a test person: how to log in as them, and what they will see."""

from collections.abc import Iterator

from services.local.people import TestPerson
from services.local.seed.cast import (
    ADULTS,
    CHILDREN,
    CLAIMS,
    LATECOMERS,
    WORKERS,
    Adult,
    Worker,
    person_id,
    source_key,
)
from services.local.seed.names import Names


def people(tenant: str, *, empty: bool = False) -> list[TestPerson]:
    """Everyone who can log in at a tenant; the same at every call. ``empty``: no families, only professionals."""
    return [*_workers(tenant), *([] if empty else _families(tenant))]


def numbered_workers() -> Iterator[tuple[int, Worker]]:
    """The professionals with their numbers in the round of names."""
    return enumerate((*WORKERS, *LATECOMERS))


def adult_name(names: Names, adult: Adult) -> str:
    """The full name of an adult of a family."""
    return names.family(adult.kind, _number(adult), adult.family)


def adult_hint(names: Names, adult: Adult) -> str:
    """By which an adult of a family logs in."""
    return names.hint(adult.key, adult.kind, _number(adult))


def _number(adult: Adult) -> int:
    """Mothers and fathers are numbered each for themselves."""
    return [one.key for one in ADULTS if one.kind == adult.kind].index(adult.key)


def cpr(index: int) -> str:
    """The replacement number of the ``index``-th of the families: day 61-91, never anyone's."""
    return f"{61 + index % 28}0101{1000 + index:04d}"


def _workers(tenant: str) -> Iterator[TestPerson]:
    names = Names(tenant)
    for number, worker in numbered_workers():
        yield TestPerson(
            id=person_id(tenant, worker.key),
            tenant=tenant,
            login_hint=names.hint(worker.key, "staff", number),
            name=names.staff(number),
            capacity=worker.role,
            role=worker.professions[0] or worker.role,
            sees=worker.sees,
            provider="professional",
            staff_id=source_key(tenant, worker.key),
            token_roles=CLAIMS[worker.role],
        )


def _families(tenant: str) -> Iterator[TestPerson]:
    names = Names(tenant)
    for index, adult in enumerate(ADULTS):
        yield TestPerson(
            id=person_id(tenant, adult.key),
            tenant=tenant,
            login_hint=adult_hint(names, adult),
            name=adult_name(names, adult),
            capacity="family",
            role=adult.key.split("-")[0],
            sees=adult.sees,
            provider="family",
            cpr=cpr(index),
            protected=adult.protected,
        )
    for index, young in enumerate(CHILDREN):
        if young.sees:
            yield TestPerson(
                id=person_id(tenant, young.key),
                tenant=tenant,
                login_hint=names.hint(young.key, "child", index),
                name=names.family("child", index, young.family),
                capacity="family",
                role="unge",
                sees=young.sees,
                provider="family",
                cpr=cpr(len(ADULTS) + index),
            )
