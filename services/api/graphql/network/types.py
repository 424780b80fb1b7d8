"""``Network``, its parts and its evaluations."""

from datetime import date, datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.model.form_field import BlankForm, FormField, blank, form_fields
from services.api.graphql.model.loading import case_of_child, version_of
from services.api.graphql.model.reason import Reason, reason, reasons
from services.api.graphql.people.types import Staff, one_staff, staff_of
from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.rules import cooperations_for, services_for
from services.core.identity import DossierId, PersonId
from services.core.network import store
from services.core.network.rules import network_of, next_evaluation
from services.core.network.service import candidates, facts_of, lacks
from services.core.network.store import EvaluationRow, NetworkRow
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Why
from services.core.tenancy.model import Model
from services.core.tenancy.supports import NetworkRule


class NetworkPart(Enum):
    """What a network can lack."""

    BEARING_FORCE = "bearing_force"
    COMPETENCES = "competences"
    CONTACT_PERSON = "contact_person"
    EVALUATION = "evaluation"
    NETWORK = "network"


enum_type(
    NetworkPart,
    description="What a network can lack by the model.",
    values={
        "BEARING_FORCE": "Somebody who bears it.",
        "COMPETENCES": "What it can do.",
        "CONTACT_PERSON": "The family's one contact.",
        "EVALUATION": "Status and adjustment, which are due.",
        "NETWORK": "The model makes no such network for this family any more.",
    },
)


@object_type(description="A part of the municipality, or a partner outside it.")
class ServicePart:
    """A service."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)


@object_type(description="How a network was evaluated.")
class NetworkEvaluation:
    """An evaluation."""

    row: strawberry.Private[EvaluationRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    by_family: bool = field(description="Whether one of the family answered here.", personal=True)
    recorded_at: datetime = field(description="When.", personal=True)

    @computed(description="The questions with their answers.", personal=True, sealed=True)
    async def fields(self, info: Info) -> list[FormField]:
        """SL-18: few questions."""
        model = await version_of(info, self.row.model_version_id)
        values = (await store.evaluation_details(info.context.tx, self.row)).values
        return form_fields(info, model.form(self.row.form_key), values)

    @computed(description="Status, and what is to be adjusted.", personal=True, sealed=True, who=STAFF)
    async def status(self, info: Info) -> str | None:
        """SL-27: of the professionals."""
        return (await store.evaluation_details(info.context.tx, self.row)).status or None

    @computed(description="The professional who recorded it.", personal=True)
    async def recorded_by(self, info: Info) -> Staff | None:
        """Null where one of the family answered."""
        return None if self.row.by_family else await one_staff(info, self.row.recorded_by)


@object_type(
    description="A network about one family, or one that the model has for it and nobody has formed."
)
class Network:
    """A network."""

    row: strawberry.Private[NetworkRow | None]
    rule: strawberry.Private[NetworkRule]
    model: strawberry.Private[Model]
    child: strawberry.Private[PersonId]
    id: strawberry.ID | None = field(description="Its id; null where it is not formed.", personal=False)
    key: str = field(description="Its key in the model.", personal=False)
    name: str = field(description="In words.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)
    version: int | None = field(description="Give it as `expectedVersion` when you adjust.", personal=False)
    formed_at: datetime | None = field(description="When it was formed.", personal=True)
    services: list[ServicePart] = field(
        description="The services in it, or that belong in it.", personal=True
    )

    @computed(description="Who bears it.", personal=True)
    async def bearing_force(self, info: Info) -> Staff | None:
        """SL-27."""
        return await one_staff(info, self.row.bearing_force_id if self.row else None)

    @computed(description="The family's one contact.", personal=True)
    async def contact_person(self, info: Info) -> Staff | None:
        """SL-15: one way in."""
        return await one_staff(info, self.row.contact_person_id if self.row else None)

    @computed(
        description="Those who can bear it or be its contact: the professionals who see the child now.",
        personal=True,
        who=STAFF,
    )
    async def candidates(self, info: Info) -> list[Staff] | None:
        """By name."""
        found = await staff_of(info, await candidates(info.context.tx, self.child))
        return sorted(found.values(), key=lambda one: one.name)

    @computed(
        description="The services that can take part: those that work with children of this age.",
        personal=True,
        who=STAFF,
    )
    async def possible_services(self, info: Info) -> list[ServicePart] | None:
        """SL-27."""
        case = await case_of_child(info, self.child)
        names = {one.key: one.name.in_language(info.context.language) for one in self.model.services}
        keys = services_for(self.model, case.facts.age)
        return [ServicePart(key=key, name=names[key]) for key in keys]

    @computed(description="What it can do, in words.", personal=True, sealed=True)
    async def competences(self, info: Info) -> list[str]:
        """SL-27."""
        return list(await store.competences(info.context.tx, self.row)) if self.row else []

    @computed(description="What it lacks by the model.", personal=True, who=STAFF)
    async def lacks(self, info: Info) -> list["NetworkLack"] | None:
        """Advice where the model does not enforce it."""
        if self.row is None:
            return []
        found = await lacks(info.context.tx, await case_of_child(info, self.child), self.row)
        said = reasons(found, info.context.language)
        return [NetworkLack(part=NetworkPart(one.key), why=why) for one, why in zip(found, said, strict=True)]

    @computed(description="The first day on which status and adjustment are due.", personal=True)
    async def evaluation_due_on(self, info: Info) -> date | None:
        """Counted from the last evaluation; for professionals, who alone see it."""
        if self.row is None or info.context.actor.is_family:
            return None
        known = await facts_of(info.context.tx, self.row)
        since = known.evaluated_on or known.began_on
        due = next_evaluation(self.model, self.rule.key, since, info.context.now) if since else None
        return due.due_on if due else None

    @computed(description="The few questions by which it is evaluated.", personal=False)
    async def evaluation_form(self, info: Info) -> BlankForm | None:
        """Null where the model has none."""
        form = self.rule.evaluation_form
        return blank(info, self.model.form(form)) if form else None

    @computed(description="How it was evaluated, newest first; of a family each their own.", personal=True)
    async def evaluations(self, info: Info) -> list[NetworkEvaluation]:
        """SL-18, SL-27."""
        rows = await store.evaluations(info.context.tx, self.row.id) if self.row else []
        return [
            NetworkEvaluation(
                row=row,
                id=strawberry.ID(str(row.id)),
                by_family=row.by_family,
                recorded_at=row.recorded_at,
            )
            for row in rows
        ]


@object_type(description="Services that stand together around the child.")
class Cooperation:
    """A cooperation of the model."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    services: list[str] = field(description="The services, in words.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)


@object_type(description="Something that a network lacks.")
class NetworkLack:
    """What is missing."""

    part: NetworkPart = field(description="What.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)


async def cooperations_of_child(info: Info, child: PersonId) -> list[Cooperation]:
    """The services that stand together around this child (SL-29, ALL-03)."""
    case = await case_of_child(info, child)
    language = info.context.language
    names = {one.key: one.name.in_language(language) for one in case.model.services}
    why = Why(case.model, local_day(info.context.now))
    return [
        Cooperation(
            key=one.key,
            name=one.name.in_language(language),
            services=[names[key] for key in one.services],
            why=reason(why.of(one, "cooperation", f"cooperations/{one.key}", one.name), language),
        )
        for one in cooperations_for(case.model, case.facts)
    ]


async def networks_of_child(info: Info, child: PersonId, dossier: DossierId | None) -> list[Network]:
    """Those that are formed; for professionals also those that the model has for this family."""
    rows = await store.networks_of(info.context.tx, dossier) if dossier else []
    found = [await network_type(info, row, child) for row in rows]
    if info.context.actor.is_family:
        return found
    case = await case_of_child(info, child)
    formed = {row.network_key for row in rows}
    return found + [
        _network(info, case.model, rule, None, child)
        for rule in case.model.networks
        if rule.key not in formed and holds(rule.when, case.facts)
    ]


async def network_type(info: Info, row: NetworkRow, child: PersonId | None = None) -> Network:
    """One that is formed, as the schema answers it."""
    model = await version_of(info, row.model_version_id)
    rule = network_of(model, row.network_key)
    if rule is None:
        raise LookupError(f"network {row.id} is none of its own model version")
    about = child or (await caseworks.casework(info.context.tx, row.dossier_id)).child_id
    return _network(info, model, rule, row, about)


def _network(info: Info, model: Model, rule: NetworkRule, row: NetworkRow | None, child: PersonId) -> Network:
    language = info.context.language
    why = Why(model, local_day(info.context.now)).of(rule, "network", f"networks/{rule.key}", rule.name)
    names = {one.key: one.name.in_language(language) for one in model.services}
    wanted = row.services if row else rule.services
    return Network(
        row=row,
        rule=rule,
        model=model,
        child=child,
        id=strawberry.ID(str(row.id)) if row else None,
        key=rule.key,
        name=rule.name.in_language(language),
        why=reason(why, language),
        version=row.version if row else None,
        formed_at=row.formed_at if row else None,
        services=[ServicePart(key=key, name=names.get(key, key)) for key in wanted],
    )
