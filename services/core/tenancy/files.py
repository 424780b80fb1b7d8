"""The files of a tenant's directory: what each may hold, and how together they make one model."""

from dataclasses import dataclass
from pathlib import Path

from services.core.tenancy.forms import Form
from services.core.tenancy.frame import (
    ConsentBasis,
    ConsentPurpose,
    Escalation,
    Fact,
    FamilyText,
    Indicator,
    LegalReference,
    Population,
    Profession,
    Provider,
    Retention,
    Role,
    RoleMapping,
    Service,
    Stage,
    TenantInfo,
    UnitKind,
)
from services.core.tenancy.ladder import (
    Bypass,
    Coordinators,
    Level,
    Process,
    Reassessment,
    Skips,
    Track,
    Transition,
)
from services.core.tenancy.language import LANGUAGE, Named, Part
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.perspectives import PerspectiveForm
from services.core.tenancy.silence import Silence
from services.core.tenancy.supports import (
    Checklist,
    Cooperation,
    DirectoryEntry,
    District,
    Exchange,
    Handbook,
    KnowledgeHandover,
    LocalChoice,
    MeasureRule,
    Method,
    NetworkRule,
    Offer,
    Shield,
    TypeChoice,
    UpwardReport,
    Variant,
    Versioning,
)
from services.core.tenancy.wordings import MessagesFile


class TenantFile(Part, frozen=True, kw_only=True):
    """`tenant.toml`: the municipality itself, its providers' public facts, and how long records are kept."""

    tenant: TenantInfo
    providers: tuple[Provider, ...] = ()
    role_mappings: tuple[RoleMapping, ...] = ()
    retention: tuple[Retention, ...] = ()


class ModelFile(Part, frozen=True, kw_only=True):
    """`model.toml`: everything of the model that is no meeting type, form, consent or law.

    In a long model some of its lists stand in `people.toml` and `levels.toml` instead, each list in one file.
    """

    language: int = LANGUAGE
    population: Population
    principles: tuple[FamilyText, ...] = ()
    stages: tuple[Stage, ...] = ()
    services: tuple[Service, ...] = ()
    professions: tuple[Profession, ...] = ()
    unit_kinds: tuple[UnitKind, ...] = ()
    roles: tuple[Role, ...] = ()
    facts: tuple[Fact, ...] = ()
    instruments: tuple[Named, ...] = ()
    tracks: tuple[Track, ...] = ()
    levels: tuple[Level, ...] = ()
    transitions: tuple[Transition, ...] = ()
    skips: Skips = Skips()
    bypasses: tuple[Bypass, ...] = ()
    processes: tuple[Process, ...] = ()
    reassessments: tuple[Reassessment, ...] = ()
    coordinators: Coordinators | None = None
    texts: tuple[FamilyText, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    silences: tuple[Silence, ...] = ()


class PeopleFile(Part, frozen=True, kw_only=True):
    """`people.toml`: services, professions, places, stages of life and roles, where `model.toml` would grow too long."""

    services: tuple[Service, ...] = ()
    professions: tuple[Profession, ...] = ()
    instruments: tuple[Named, ...] = ()
    unit_kinds: tuple[UnitKind, ...] = ()
    stages: tuple[Stage, ...] = ()
    roles: tuple[Role, ...] = ()


class LevelsFile(Part, frozen=True, kw_only=True):
    """`levels.toml`: tracks, levels and the ways between them, where `model.toml` would grow too long."""

    tracks: tuple[Track, ...] = ()
    levels: tuple[Level, ...] = ()
    transitions: tuple[Transition, ...] = ()
    skips: Skips = Skips()
    reassessments: tuple[Reassessment, ...] = ()
    coordinators: Coordinators | None = None


class SupportFile(Part, frozen=True, kw_only=True):
    """`support.toml`: districts and variants, and what a structure holds beside levels and meetings."""

    districts: tuple[District, ...] = ()
    variants: tuple[Variant, ...] = ()
    local: LocalChoice | None = None
    versions: Versioning | None = None
    choice: TypeChoice | None = None
    offers: tuple[Offer, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    directory: tuple[DirectoryEntry, ...] = ()
    handbooks: tuple[Handbook, ...] = ()
    methods: tuple[Method, ...] = ()
    cooperations: tuple[Cooperation, ...] = ()
    networks: tuple[NetworkRule, ...] = ()
    handovers: tuple[KnowledgeHandover, ...] = ()
    reports: tuple[UpwardReport, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    measures: tuple[MeasureRule, ...] = ()
    shields: tuple[Shield, ...] = ()


class ConsentFile(Part, frozen=True, kw_only=True):
    """`consent.toml`: the bases of consent and the purposes asked for."""

    bases: tuple[ConsentBasis, ...] = ()
    purposes: tuple[ConsentPurpose, ...] = ()


class PerspectivesFile(Part, frozen=True, kw_only=True):
    """`perspectives.toml`: in which form the child by its age, the parents and the professionals say how they see it."""

    perspectives: tuple[PerspectiveForm, ...] = ()


class LawFile(Part, frozen=True, kw_only=True):
    """`law.toml`: the legal references with their wordings over time."""

    law: tuple[LegalReference, ...] = ()


@dataclass(frozen=True)
class FileKind:
    """A kind of file: the struct it must fit, where it stands, and the list it is one entry of."""

    name: str
    struct: type[Part]
    pattern: str
    required: bool = False
    joins: str = ""


KINDS = (
    FileKind("tenant", TenantFile, "tenant.toml", required=True),
    FileKind("model", ModelFile, "model.toml", required=True),
    FileKind("people", PeopleFile, "people.toml"),
    FileKind("levels", LevelsFile, "levels.toml"),
    FileKind("consent", ConsentFile, "consent.toml"),
    FileKind("law", LawFile, "law.toml"),
    FileKind("support", SupportFile, "support.toml"),
    FileKind("perspectives", PerspectivesFile, "perspectives.toml"),
    FileKind("meeting", MeetingType, "meetings/*.toml", required=True, joins="meetings"),
    FileKind("form", Form, "forms/*.toml", joins="forms"),
    FileKind("messages", MessagesFile, "messages/*.toml", joins="messages"),
)


def kind_of(relative: Path) -> FileKind | None:
    """The kind of the file at this path inside a tenant's directory; None where no file belongs."""
    # `match` alone would take `old/model.toml` for the model's own.
    return next(
        (
            kind
            for kind in KINDS
            if relative.match(kind.pattern) and len(relative.parts) == len(Path(kind.pattern).parts)
        ),
        None,
    )
