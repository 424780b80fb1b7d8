"""``Guide``, ``GuideLink`` and ``DirectoryEntry``."""

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.loading import case_of_child
from services.api.graphql.model.reason import Reason, reason
from services.core.calendar.instants import local_day
from services.core.casework.rules import attached_roles, handbooks_for, whom_to_reach
from services.core.identity import PersonId
from services.core.tenancy.decision import Why
from services.core.tenancy.forms import Audience
from services.core.tenancy.meetings import Telling
from services.core.tenancy.model import Model
from services.core.tenancy.supports import DirectoryEntry as Entry
from services.core.tenancy.supports import Method


@object_type(description="A guide or method of the municipality, to be read.")
class GuideLink:
    """Where a text stands."""

    key: str = field(
        description="Key of the guide, for `guide`; empty where it has no text of its own.", personal=False
    )
    name: str = field(description="Its name.", personal=False)
    text: str | None = field(description="What it is, in a sentence.", personal=False)
    why: Reason | None = field(description="The rule behind it.", personal=False)
    handbook: bool = field(
        description="Whether it says how to act in general: no method, and of no one type of meeting.",
        personal=False,
        default=False,
    )


@object_type(description="A guide's text.")
class Guide:
    """A guide."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="Its name.", personal=False)
    markdown: str = field(description="Its text in Markdown; HTML in it is text.", personal=False)


@object_type(description="Whom to reach in which situation.")
class DirectoryEntry:
    """An entry of the directory."""

    key: str = field(description="Its key.", personal=False)
    situation: str = field(description="The situation.", personal=False)
    reach: str = field(description="Whom to reach.", personal=False)
    service: str | None = field(description="The service, in words.", personal=False)
    phone: str | None = field(description="A public telephone number.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)


def readable_guides(info: Info, model: Model) -> list[GuideLink]:
    """The guides and methods that are written for the viewer."""
    language = info.context.language
    why = Why(model, local_day(info.context.now))
    family = info.context.actor.is_family
    audiences = (Audience.FAMILY, Audience.CHILD) if family else (Audience.PROFESSIONALS,)
    found = {
        one.guide: GuideLink(
            key=one.guide,
            name=one.name.in_language(language),
            text=None,
            why=reason(why.of(one, "handbook", f"handbooks/{one.key}", one.name), language),
            handbook=True,
        )
        for audience in audiences
        for one in handbooks_for(model, audience)
    }
    if not family:
        for method in model.methods:
            found.setdefault(method.guide, method_link(info, model, method))
    for meeting in model.meetings:
        # A meeting's own guide says to each invitee what is expected of them (RI-41).
        if family and meeting.family.part not in (Telling.TAKES_PART, Telling.CONSENTS):
            continue
        link = meeting_guide(info, model, meeting.key)
        if link is not None:
            found.setdefault(link.key, link)
    return list(found.values())


def method_link(info: Info, model: Model, method: Method) -> GuideLink:
    """A method of the model."""
    language = info.context.language
    why = Why(model, local_day(info.context.now))
    return GuideLink(
        key=method.guide,
        name=method.name.in_language(language),
        text=method.text.in_language(language) or None,
        why=reason(why.of(method, "method", f"methods/{method.key}", method.name), language),
    )


def methods_of(info: Info, model: Model, type_key: str) -> list[GuideLink]:
    """The methods that a meeting type is held by (SL-33)."""
    wanted = model.meeting(type_key).methods
    return [method_link(info, model, one) for one in model.methods if one.key in wanted]


def meeting_guide(info: Info, model: Model, type_key: str) -> GuideLink | None:
    """The guide of a meeting type, called by the heading of its text."""
    meeting = model.meeting(type_key)
    text = guide_text(model, meeting.guide, info.context.language) if meeting.guide else None
    if text is None:
        return None
    name = heading_of(text) or meeting.name.in_language(info.context.language)
    return GuideLink(key=meeting.guide, name=name, text=None, why=None)


def guide_text(model: Model, key: str, language: str) -> str | None:
    """A guide's text in the reader's language, else in Danish; None where the model has no such guide."""
    texts = {one.language: one.markdown for one in model.guides if one.key == key}
    return texts.get(language) or texts.get("da") or next(iter(texts.values()), None)


def heading_of(markdown: str) -> str:
    """The first heading of a text, or nothing."""
    first = next((line for line in markdown.splitlines() if line.startswith("#")), "")
    return first.lstrip("# ").strip()


async def directory_of_child(info: Info, child: PersonId) -> list[DirectoryEntry]:
    """The entries whose situation the case or one of its problems is in, in the model's order."""
    case = await case_of_child(info, child)
    applies = {one.key for one in whom_to_reach(case.model, case.facts)}.union(
        *(
            {one.key for one in whom_to_reach(case.model, case.facts, problem)}
            for problem in case.facts.problems
        )
    )
    return [entry_type(info, case.model, one) for one in case.model.directory if one.key in applies]


async def attached_to_child_s_place(info: Info, child: PersonId) -> list[str]:
    """The roles that the model attaches to places like the child's, to support those who work there (SL-28)."""
    case = await case_of_child(info, child)
    keys = attached_roles(case.model, case.facts.unit_kind)
    return [case.model.role(key).name.in_language(info.context.language) for key in keys]


def entry_type(info: Info, model: Model, one: Entry) -> DirectoryEntry:
    """An entry as the schema answers it."""
    language = info.context.language
    why = Why(model, local_day(info.context.now))
    names = {service.key: service.name.in_language(language) for service in model.services}
    return DirectoryEntry(
        key=one.key,
        situation=one.situation.in_language(language),
        reach=one.reach.in_language(language),
        service=names.get(one.service),
        phone=one.phone or None,
        why=reason(why.of(one, "directory", f"directory/{one.key}", one.situation), language),
    )
