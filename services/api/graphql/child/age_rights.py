"""``AgeRight``: what is the child's own from a birthday on."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.reason import Reason, reason
from services.core.calendar.instants import local_day, midnight_of_birthday
from services.core.person.reading import Child
from services.core.person.rules import rights_of
from services.core.tenancy.decision import Why
from services.core.tenancy.model import Model


@object_type(
    description="Something that is the child's own from a birthday on, as the municipality's model has it."
)
class AgeRight:
    """A right of age."""

    key: strawberry.ID = field(description="Its key in the model.", personal=False)
    name: str = field(description="Its name.", personal=False)
    from_age: int = field(description="From which age, in whole years.", personal=False)
    since: datetime = field(description="Since midnight of that birthday in Denmark.", personal=True)
    why: Reason = field(description="What it means, said to the child, with the law.", personal=False)


def age_rights(info: Info, model: Model, child: Child) -> list[AgeRight]:
    """Those that the child has now; none before birth."""
    now, language = info.context.now, info.context.language
    if child.born_on is None:
        return []
    why = Why(model, local_day(now))
    return [
        AgeRight(
            key=strawberry.ID(right.key),
            name=right.name.in_language(language),
            from_age=right.from_age,
            since=midnight_of_birthday(child.born_on, right.from_age),
            why=reason(why.of(right, "age_right", f"population/rights/{right.key}", right.text), language),
        )
        for right in rights_of(model, child.born_on, now)
    ]
