"""Records the cast through the real services, as a municipality's own systems would tell of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from services.core.calendar.instants import birthday
from services.core.db.tx import WriteTx
from services.core.identity import PersonId, UnitId
from services.core.person.details import PersonDetails
from services.core.person.periods import (
    RelationKind,
    record_custody,
    record_employment,
    record_enrolment,
    record_relation,
)
from services.core.person.reading import expected_on
from services.core.person.service import NewPerson, NewStaff, birth_of, record_person, record_staff
from services.core.tenancy.model import Model
from services.core.unit.service import record_unit
from services.local.seed.cast import ADULTS, CHILDREN, PLACES, Place, Worker, Young, person_id, source_key
from services.local.seed.names import Names
from services.local.seed.roster import adult_hint, adult_name, cpr, numbered_workers

SINCE: Final = datetime(2024, 7, 31, 22, tzinfo=UTC)
"""Since when everyone works and lives where they do: midnight of 1 August 2024 in Copenhagen."""
_PROTECTED_UNTIL: Final = date(2034, 7, 31)
_KINDS: Final[dict[str, RelationKind]] = {
    "class_teacher": "class_teacher",
    "contact_pedagogue": "contact_pedagogue",
    "health_visitor": "health_visitor",
    "adviser": "adviser",
}


class Settlers:
    """One tenant's units and people, recorded in one transaction of the system.

    ``today``: the local day from which ages are reckoned.
    """

    def __init__(self, tx: WriteTx, tenant: str, model: Model, today: date) -> None:
        self._tx = tx
        self._today = today
        self._tenant = tenant
        self._model = model
        self._names = Names(tenant)
        self._units: dict[str, UnitId] = {}

    async def settle_workplaces(self) -> None:
        """Units and professionals."""
        kinds = {kind.key for kind in self._model.unit_kinds}
        for place in PLACES:
            if place.kind in kinds or place.key == "omraade":
                self._units[place.key] = await record_unit(
                    self._tx,
                    source_key(self._tenant, place.key),
                    place.kind,
                    self._names.place(place.name),
                    parent=self._units.get("omraade"),
                    district=self._district(place),
                    unit_id=UnitId(person_id(self._tenant, f"enhed-{place.key}")),
                )
        for number, worker in numbered_workers():
            await self._settle_worker(number, worker)

    async def settle_families(self) -> None:
        """Adults and children, with custody, enrolment and relations."""
        for index, adult in enumerate(ADULTS):
            await record_person(
                self._tx,
                NewPerson(
                    source_key=source_key(self._tenant, adult.key),
                    kind="adult",
                    details=PersonDetails(
                        name=adult_name(self._names, adult),
                        email=f"{adult_hint(self._names, adult)}@familie.example",
                        telephone=f"2900{1000 + index}",
                        address=f"Opdigtet Vej {index + 1}",
                        protected_name_until=_PROTECTED_UNTIL if adult.protected else None,
                        protected_address_until=_PROTECTED_UNTIL if adult.protected else None,
                    ),
                    born_on=date(1978 + index, 1, 1),
                    cpr=cpr(index),
                    person_id=self._id(adult.key),
                ),
            )
        for index, young in enumerate(CHILDREN):
            await self._settle_child(index, young)

    async def _settle_worker(self, number: int, worker: Worker) -> None:
        known = {profession.key for profession in self._model.professions}
        profession = next((one for one in worker.professions if one in known), "")
        person = await record_staff(
            self._tx,
            NewStaff(
                source_key=source_key(self._tenant, worker.key),
                name=self._names.staff(number),
                email=f"{self._names.hint(worker.key, 'staff', number)}@kommune.example",
                phone=f"00 00 00 {number % 100:02}",  # no telephone in Denmark begins with 00
                profession=profession,
                person_id=self._id(worker.key),
            ),
        )
        unit = self._units.get(worker.place, self._units["omraade"])
        await record_employment(self._tx, person, unit, worker.role, SINCE)

    async def _settle_child(self, index: int, young: Young) -> None:
        person = self._id(young.key)
        # Reckoned once: seeded again on another day, everyone keeps their birthday.
        born = await birth_of(self._tx, person) or self._born(young)
        await record_person(
            self._tx,
            NewPerson(
                source_key=source_key(self._tenant, young.key),
                kind="subject",
                details=PersonDetails(
                    name=self._child_name(index, young),
                    expected_on=await self._expected(person) if young.age is None else None,
                    protected_name_until=_PROTECTED_UNTIL if young.protected else None,
                    protected_address_until=_PROTECTED_UNTIL if young.protected else None,
                ),
                born_on=born,
                cpr="" if young.age is None else cpr(len(ADULTS) + index),
                person_id=person,
            ),
        )
        if young.place in self._units:
            await record_enrolment(self._tx, person, self._units[young.place], SINCE)
        for holder in young.holders:
            await record_custody(self._tx, person, self._id(holder), SINCE)
        for worker, kind in young.relations:
            await record_relation(self._tx, person, self._id(worker), _KINDS[kind], SINCE)

    def _child_name(self, index: int, young: Young) -> str:
        if young.age is None:
            mother = next(adult for adult in ADULTS if adult.key == young.holders[0])
            return f"Ufødt barn af {adult_name(self._names, mother)}"
        return self._names.family("child", index, young.family)

    def _district(self, place: Place) -> str:
        """The whole town lies in the first district of the model, its second school in the last."""
        keys = [one.key for one in self._model.districts]
        return {"omraade": keys[0], "skole2": keys[-1]}.get(place.key, "") if keys else ""

    async def _expected(self, person: PersonId) -> date:
        """Reckoned once, like a birthday: fifteen weeks along when it was first told."""
        return await expected_on(self._tx, person) or self._today + timedelta(weeks=40 - 15)

    def _born(self, young: Young) -> date | None:
        if young.age is None:
            return None
        return birthday(self._today - timedelta(days=young.days), -young.age)

    def _id(self, key: str) -> PersonId:
        return PersonId(person_id(self._tenant, key))
