"""``ActionPlan``."""

from datetime import datetime
from uuid import UUID

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.form_field import FormField, form_fields
from services.api.graphql.model.loading import case_of, case_of_child, version_of
from services.api.graphql.people.types import Staff, one_staff
from services.core.action_plan import store
from services.core.action_plan.rules import case_document, case_documents
from services.core.action_plan.store import ActionPlanRow
from services.core.identity import DossierId, PersonId
from services.core.tenancy.forms import Form


@object_type(description="A plan made with a child and its family, written on from meeting to meeting.")
class ActionPlan:
    """A plan."""

    row: strawberry.Private[ActionPlanRow | None]
    form: strawberry.Private[Form]
    child: strawberry.Private[UUID]
    id: strawberry.ID | None = field(
        description="Its id; null where nothing stands there yet.", personal=False
    )
    document: str = field(description="Key of the document in the model.", personal=False)
    name: str = field(description="Its name.", personal=False)
    version: int = field(
        description="Give it as `expectedVersion` when you write; 0 where nothing stands there.",
        personal=False,
    )
    problem_id: strawberry.ID | None = field(
        description="The problem it belongs to; null: the case as a whole.", personal=True
    )
    written_at: datetime | None = field(description="When it was last written in.", personal=True)
    completed_at: datetime | None = field(
        description="When all that its form asks for stood there first; null: not yet.", personal=True
    )
    sent_at: datetime | None = field(
        description="When its present words were sent to a circle; null: not since they were written.",
        personal=True,
    )

    @computed(description="Who last wrote in it.", personal=True)
    async def written_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.written_by if self.row else None)

    @computed(description="Its fields; a family gets those it may read.", personal=True)
    async def fields(self, info: Info) -> list[FormField]:
        """RI-21: purpose, goals, tasks and how it is evaluated."""
        values = await store.values(info.context.tx, self.row) if self.row else {}
        return form_fields(info, self.form, values, {}, self.child)


async def plans_of_child(info: Info, child: PersonId, dossier: DossierId | None) -> list[ActionPlan]:
    """What has been written; for professionals also what the model has and nobody has begun."""
    rows = await store.plans_of(info.context.tx, dossier) if dossier else []
    found = [await plan_type(info, row, child) for row in rows]
    if info.context.actor.is_family:
        return found
    model = (await case_of_child(info, child)).model
    begun = {row.document_key for row in rows}
    return [
        *found,
        *(
            ActionPlan(
                row=None,
                form=model.form(one.form),
                child=child,
                id=None,
                document=one.key,
                name=one.name.in_language(info.context.language),
                version=0,
                problem_id=None,
                written_at=None,
                completed_at=None,
                sent_at=None,
            )
            for one in case_documents(model)
            if one.key not in begun
        ),
    ]


async def plan_type(info: Info, row: ActionPlanRow, child: UUID | None = None) -> ActionPlan:
    """A stored plan as the schema answers it, with the form it was begun under."""
    model = await version_of(info, row.model_version_id)
    form, rule = model.form(row.form_key), case_document(model, row.document_key)
    language = info.context.language
    return ActionPlan(
        row=row,
        form=form,
        child=child or (await case_of(info, row.dossier_id)).child.id,
        id=strawberry.ID(str(row.id)),
        document=row.document_key,
        name=(rule.name if rule else form.name).in_language(language),
        version=row.version,
        problem_id=strawberry.ID(str(row.problem_id)) if row.problem_id else None,
        written_at=row.written_at,
        completed_at=row.completed_at,
        sent_at=row.sent_at,
    )
