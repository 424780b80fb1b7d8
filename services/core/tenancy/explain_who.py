"""Who takes part as a committee reads it: services and professions, places and stages of life, and what can be confirmed."""

from collections.abc import Iterable, Iterator

from services.core.tenancy.document import Block, Bullets, Heading
from services.core.tenancy.frame import Role, Service
from services.core.tenancy.language import Clause, Text
from services.core.tenancy.phrases import Phrases
from services.core.tenancy.supports import Local

_AREAS = {
    "general": ("alment", "general"),
    "specialised": ("specialiseret", "specialised"),
    "other": ("andet", "other"),
}
_LOCAL = {
    Local.DATES: ("datoer", "dates"),
    Local.PLACES: ("steder", "places"),
    Local.PERSONS: ("personer", "persons"),
    Local.AGENDA: ("dagsorden", "agenda"),
    Local.METHOD: ("metode", "method"),
    Local.CIRCLE: ("deltagerkreds", "circle"),
    Local.TYPES: ("mødetyper", "meeting types"),
}

_WAYS = {
    "mail": ("mail", "mail"),
    "sms": ("SMS", "SMS"),
    "digital_post": ("Digital Post", "Digital Post"),
}


def who_blocks(say: Phrases) -> Iterator[Block]:
    """The services and persons around the child, where it goes, and what can be confirmed about a case."""
    model = say.model
    yield Heading(2, say.both(("Hvem er med", "Who takes part")))
    yield Bullets(tuple(line for service in model.services for line in _service(say, service)))
    yield Bullets(tuple(_attached(say, one) for one in model.roles if one.attached_to))
    lists = (
        (("Steder", "Places"), [one.name for one in model.unit_kinds]),
        (("Livsfaser", "Stages of life"), [one.name for one in model.stages]),
        (("Områder", "Districts"), [one.name for one in model.districts]),
    )
    yield Bullets(
        tuple(f"{say.both(head)}: {', '.join(map(say.say, names))}" for head, names in lists if names)
    )
    if model.facts:
        yield Heading(3, say.both(("Hvad der kan bekræftes om en sag", "What can be confirmed about a case")))
        lines = []
        for fact in model.facts:
            whole = say.both((" (for hele sagen)", " (of the whole case)")) if fact.about == "case" else ""
            text = f": {say.say(fact.text)}" if fact.text else ""
            lines.append(f"{say.say(fact.name)}{whole}{say.rule(fact.rule)}{text}")
            lines += [f"  {say.say(example.name)}" for example in fact.examples]
        yield Bullets(tuple(lines))
    if lines := list(_how(say)):
        yield Heading(3, say.both(("Hvordan modellen bruges og ændres", "How the model is used and changed")))
        yield Bullets(tuple(lines))


def _service(say: Phrases, service: Service) -> Iterator[str]:
    model = say.model
    tools = say.names(*model.instruments)
    ages = f", {service.from_age or 0}-{service.to_age}" if service.to_age is not None else ""
    outside = say.both((", uden for kommunen", ", outside the municipality")) if service.external else ""
    own = f": {', '.join(tools[key] for key in service.instruments)}" if service.instruments else ""
    area = say.both(_AREAS[service.area.value])
    yield f"{say.say(service.name)} ({area}{outside}{ages}){say.rule(service.rule)}{own}"
    for one in model.professions:
        if one.service == service.key:
            used = f": {', '.join(tools[key] for key in one.instruments)}" if one.instruments else ""
            yield f"  {say.say(one.name)}{used}"


def _attached(say: Phrases, role: Role) -> str:
    kinds = say.names(*say.model.unit_kinds)
    where = ", ".join(kinds[key] for key in role.attached_to)
    text = f": {say.say(role.text)}" if role.text else ""
    return f"{say.say(role.name)}, {where}{say.rule(role.rule)}{text}"


def _how(say: Phrases) -> Iterator[str]:
    model = say.model
    if (choice := model.choice) is not None:
        yield _said(say, choice, _list(say, ("Mødet vælges ud fra", "The meeting is chosen by"), choice.by))
    if (local := model.local) is not None:
        vary = [Text(*_LOCAL[one]) for one in local.may_vary]
        yield _said(
            say, local, _list(say, ("Hvert sted bestemmer selv", "Each place settles by itself"), vary)
        )
    if (versions := model.versions) is not None:
        yield _said(
            say, versions, _approving(say, versions.approvals), _moving(say, versions.running_cases_stay)
        )
    if why := say.say(model.tenant.calendar.why):
        yield why
    messages = model.tenant.messages
    ways = [Text(*_WAYS[way]) for way in messages.channels]
    told = _list(say, ("Beskeder går ud med", "Messages leave by"), ways)
    yield " ".join(filter(None, (told, say.say(messages.why))))
    look = model.tenant.look
    colour = say.both(("Siders og dokumenters farve", "Colour of pages and documents"))
    yield f"{colour}: {look.colour}." + (f" {look.address}." if look.address else "")
    yield f"{say.both(('Kontakt', 'Contact'))}: {say.say(model.tenant.contact.name)}"
    said = model.tenant.statements
    for head, contact in (
        (("Tilgængelighed", "Accessibility"), said.accessibility),
        (("Databeskyttelse", "Data protection"), said.data_protection),
    ):
        if contact is not None:
            yield f"{say.both(head)}: {say.say(contact.name)}"
    if said.shortcomings:
        yield _list(say, ("Ikke tilgængeligt", "Not accessible"), said.shortcomings)


def _said(say: Phrases, clause: Clause, *words: str) -> str:
    return f"{' '.join(filter(None, (*words, say.say(clause.why))))}{say.rules(clause)}"


def _list(say: Phrases, word: tuple[str, str], texts: Iterable[Text]) -> str:
    names = ", ".join(map(say.say, texts))
    return f"{say.both(word)}: {names}." if names else ""


def _approving(say: Phrases, number: int) -> str:
    da, en = ("én anden", "somebody") if number == 1 else (f"{number} andre", f"{number} others")
    return say.both(
        (
            f"En ny udgave godkendes af {da} end den, der skrev den.",
            f"A new version is approved by {en} beside its author.",
        )
    )


def _moving(say: Phrases, stay: bool) -> str:
    if stay:
        return say.both(("Igangværende sager bliver i deres udgave.", "Running cases stay in their version."))
    return say.both(
        (
            "I en igangværende sag bliver der bedt om, at den flyttes til den nye udgave.",
            "In a running case it is asked that it is moved to the new version.",
        )
    )
