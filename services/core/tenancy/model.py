"""The whole model of one municipality, assembled, and how it becomes bytes and comes back.

Its truth is an immutable `model_version` row that holds `encode_model(model)`. Every part is *pinned*
(practice: a case keeps the one it began under) except those in `DATED`, where the event's day decides, in
running cases too.
"""

from typing import TypeVar

import msgspec

from services.core.tenancy.dated import newest, newest_meetings
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
from services.core.tenancy.language import Named, Part, Text
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
from services.core.tenancy.upcast import FIRST, up_to_date
from services.core.tenancy.wordings import Wordings

DATED = ("law", "bases", "bypasses", "retention", "exchanges", "shields", "messages")
"""Parts that follow the law, or the day, and not the case: the newest model decides, by the event's day."""


T = TypeVar("T")


class Guide(Part, frozen=True, kw_only=True):
    """A guide's text in Markdown, one per language, read from `guides/<key>.<language>.md`."""

    key: str
    language: str
    markdown: str


class Model(Part, frozen=True, kw_only=True):
    """A municipality's way of working. Look parts up by key; an unknown key raises KeyError."""

    # Not today's language: what equals its default is left out of what is stored, and stored it stays.
    language: int = FIRST
    tenant: TenantInfo
    providers: tuple[Provider, ...] = ()
    role_mappings: tuple[RoleMapping, ...] = ()
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
    meetings: tuple[MeetingType, ...] = ()
    forms: tuple[Form, ...] = ()
    perspectives: tuple[PerspectiveForm, ...] = ()
    bases: tuple[ConsentBasis, ...] = ()
    purposes: tuple[ConsentPurpose, ...] = ()
    retention: tuple[Retention, ...] = ()
    law: tuple[LegalReference, ...] = ()
    texts: tuple[FamilyText, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    silences: tuple[Silence, ...] = ()
    guides: tuple[Guide, ...] = ()
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
    messages: tuple[Wordings, ...] = ()
    logo: str = ""
    """The drawing of `logo.svg`; empty where there is none."""

    def meeting(self, key: str) -> MeetingType:
        """The meeting type with this key."""
        return _one(self.meetings, key)

    def form(self, key: str) -> Form:
        """The form with this key."""
        return _one(self.forms, key)

    def role(self, key: str) -> Role:
        """The role with this key."""
        return _one(self.roles, key)

    def profession(self, key: str) -> Profession:
        """The profession with this key."""
        return _one(self.professions, key)

    def purpose(self, key: str) -> ConsentPurpose:
        """The consent purpose with this key."""
        return _one(self.purposes, key)

    def basis(self, key: str) -> ConsentBasis:
        """The basis of consent with this key."""
        return _one(self.bases, key)

    def track(self, key: str) -> Track:
        """The track with this key."""
        return _one(self.tracks, key)

    def fact(self, key: str) -> Fact:
        """The fact with this key."""
        return _one(self.facts, key)

    def process(self, key: str) -> Process:
        """The process with this key."""
        return _one(self.processes, key)

    def reference(self, key: str) -> LegalReference:
        """The legal reference with this key."""
        return _one(self.law, key)

    def level(self, number: int) -> Level:
        """The level with this number."""
        for level in self.levels:
            if level.number == number:
                return level
        raise KeyError(number)

    def text(self, key: str) -> Text:
        """The text for the family with this key, or an empty one: a text never decides anything."""
        return next((t.text for t in self.texts if t.key == key), Text())

    def stage_of(self, age: int | None, unit_kind: str | None) -> str:
        """The stage of a child of `age` whole years (None: unborn) at a unit of `unit_kind`, or ''."""
        for stage in self.stages:
            if stage.unborn or age is None:
                if stage.unborn and age is None:
                    return stage.key
                continue
            old_enough = stage.from_age is None or age >= stage.from_age
            young_enough = stage.below_age is None or age < stage.below_age
            at_place = unit_kind in stage.unit_kinds if stage.unit_kinds else unit_kind is None
            if old_enough and young_enough and at_place:
                return stage.key
        return ""


def _one(parts: tuple[T, ...], key: str) -> T:
    for part in parts:
        if getattr(part, "key", None) == key:
            return part
    raise KeyError(key)


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Model)


def encode_model(model: Model) -> bytes:
    """The model as JSON, the same bytes for the same model."""
    return _encoder.encode(model)


def decode_model(content: bytes | str) -> Model:
    """The model back from `encode_model`, today's or that of an earlier language.

    Raises LanguageError where newer code has written it, msgspec.ValidationError on anything else.
    """
    return _decoder.decode(up_to_date(content))


def effective_model(pinned: Model, current: Model) -> Model:
    """The model that governs a running case: its own practice with today's law (`DATED`, and clauses called dated)."""
    return msgspec.structs.replace(
        pinned,
        processes=newest(pinned.processes, current.processes),
        reassessments=newest(pinned.reassessments, current.reassessments),
        meetings=newest_meetings(pinned.meetings, current.meetings),
        **{part: getattr(current, part) for part in DATED},
    )
