"""``Handover``, as those who work in the case, the family and the receiver see it; and what can be handed over."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.form_field import BlankForm, FormField, blank, form_fields
from services.api.graphql.model.loading import case_of_child, version_of
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, Unit, one_staff, unit_of
from services.core.casework.rules import knowledge_to_hand_over
from services.core.consent.service import standing_of
from services.core.handover import store
from services.core.handover.rules import handover_of
from services.core.handover.store import HandoverDetails, HandoverRow
from services.core.identity import PersonId
from services.core.unit.store import units


@object_type(description="Knowledge that can be handed over now, in the form for it.")
class HandoverOption:
    """What can be handed over."""

    key: str = field(description="Its key in the model.", personal=False)
    name: str = field(description="In words.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)
    form: BlankForm = field(description="The form that every profession uses.", personal=False)
    consent: str | None = field(
        description="The consent that it rests on, in words; null where the model asks for none.",
        personal=False,
    )
    consented: bool = field(description="Whether that consent stands.", personal=True)

    @computed(description="The places that it can go to.", personal=False)
    async def places(self, info: Info) -> list[Unit]:
        """Every unit of the municipality, by name."""
        known = await info.context.once("units", lambda: units(info.context.tx))
        return [Unit(id=strawberry.ID(str(one.id)), name=one.name) for one in known.values()]


@object_type(description="Knowledge handed over to the next setting.")
class Handover:
    """A handover."""

    row: strawberry.Private[HandoverRow]
    child: strawberry.Private[PersonId | None]
    id: strawberry.ID = field(description="Its id.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you accept.", personal=False)
    handed_at: datetime = field(description="When it was handed over.", personal=True)
    accepted_at: datetime | None = field(description="When it was taken on.", personal=True)

    @computed(description="What it is, in words.", personal=False)
    async def name(self, info: Info) -> str:
        """From the model version that it was made under."""
        model = await version_of(info, self.row.model_version_id)
        rule = handover_of(model, self.row.handover_key)
        return rule.name.in_language(info.context.language) if rule else self.row.handover_key

    @computed(description="The place that it goes to.", personal=True)
    async def to_unit(self, info: Info) -> Unit | None:
        """Null where it goes to a person."""
        return await unit_of(info, self.row.to_unit_id)

    @computed(description="The professional whom it goes to.", personal=True)
    async def to_person(self, info: Info) -> Staff | None:
        """Null where it goes to a place."""
        return await one_staff(info, self.row.to_person_id)

    @computed(description="Who handed it over.", personal=True)
    async def handed_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.handed_by)

    @computed(description="Who has taken it on.", personal=True)
    async def accepted_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.accepted_by)

    @computed(
        description="Whom it is about; null for a receiver who has not taken it on.",
        personal=True,
        sealed=True,
    )
    async def child_name(self, info: Info) -> str | None:
        """From the document itself: the receiver sees nothing else of the child."""
        content = await self._document(info)
        return content.child if content else None

    @computed(
        description="What was handed over; empty for a receiver who has not taken it on.",
        personal=True,
        sealed=True,
    )
    async def fields(self, info: Info) -> list[FormField]:
        """A family gets the fields it may read."""
        content = await self._document(info)
        if content is None:
            return []
        model = await version_of(info, self.row.model_version_id)
        return form_fields(info, model.form(self.row.form_key), content.values, child=self.child)

    async def _document(self, info: Info) -> HandoverDetails | None:
        return await info.context.once(
            f"handover:{self.row.id}", lambda: store.document(info.context.tx, self.row.id)
        )


def handover_type(row: HandoverRow, child: PersonId | None = None) -> Handover:
    """A handover as the schema answers it."""
    return Handover(
        row=row,
        child=child,
        id=strawberry.ID(str(row.id)),
        version=row.version,
        handed_at=row.handed_at,
        accepted_at=row.accepted_at,
    )


async def options_of_child(info: Info, child: PersonId) -> list[HandoverOption]:
    """What the case gives ground for handing over, with the form for it."""
    case = await case_of_child(info, child)
    language = info.context.language
    found = []
    for one, why in knowledge_to_hand_over(case.model, case.facts, info.context.now):
        stands = bool(one.consent) and (await standing_of(info.context.tx, case, one.consent)).allowed
        consent = case.model.purpose(one.consent).name.in_language(language) if one.consent else None
        found.append(
            HandoverOption(
                key=one.key,
                name=one.name.in_language(language),
                why=reason(why, language),
                form=blank(info, case.model.form(one.form)),
                consent=consent,
                consented=stands,
            )
        )
    return found
