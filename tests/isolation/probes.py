"""Every operation of the schema as something to try: its ids, its versions, its widest answer.

All of it is read from the schema. What cannot be filled in by the tables below raises, so that a new argument
without a strategy fails the tests instead of slipping through them.
"""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)

from services.api.graphql.schema import build_schema
from tests.isolation.village import TYPE, Family, Target

SCHEMA: Final = build_schema()._schema
KINDS: Final[Mapping[str, str]] = {
    "Query.child.id": "child",
    "Query.meeting.id": "meeting",
    "Query.underretning.id": "underretning",
    "Query.consultation.id": "consultation",
    "consultationId": "consultation",
    "consultationIds": "consultation",
    "HoldConsultationInput.attended": "consultation_participant",
    "AgreeAtConsultationInput.responsibleParticipantId": "consultation_participant",
    "slotId": "slot",
    "CallConsultationInput.unitId": "workplace",
    "FixSeriesInput.unitId": "workplace",
    "Query.consultationTypes.unitId": "workplace",
    "Query.consultationPlan.unitId": "workplace",
    "Query.seriesTypes.unitId": "workplace",
    "Query.seriesType.unitId": "workplace",
    "siblingId": "child",
    "belongsToId": "child",
    "holderId": "child",
    "relationId": "family_relation",
    "departureId": "departure",
    "underretningId": "underretning",
    "Query.upwardReport.id": "upward_report",
    "reportId": "upward_report",
    "Query.indicatorPeriod.id": "indicator_period",
    "periodId": "indicator_period",
    "Query.intake.id": "intake",
    "runId": "intake",
    "Query.emergency.id": "emergency",
    "emergencyId": "emergency",
    "Query.accessRequest.id": "access_request",
    "accessRequestId": "access_request",
    "subjectId": "child",
    "delegationId": "delegation",
    "delegateId": "person",
    "DelegateInput.absentId": "person",
    "Query.standIns.absentId": "worker",
    "childIds": "child",
    "proposalId": "time_proposal",
    "proposedTimeId": "proposed_time",
    "Query.freeTimesToCall.people": "person",
    "readerId": "person",
    "Query.accessEvents.staffId": "colleague",
    "childId": "child",
    "Query.modelVersion.id": "model_version",
    "Query.modelDocument.id": "model_version",
    "versionId": "model_version",
    "beforeId": "model_version",
    "afterId": "model_version",
    "problemId": "problem",
    "meetingId": "meeting",
    "aboutId": "meeting",
    "itemId": "agenda_item",
    "previousMeetingId": "meeting",
    "consentId": "consent",
    "Query.consentDocument.consentId": "paper",
    "InvalidateConsentInput.consentId": "answer",
    # The child itself: a parent of two may be told of either.
    "InformInput.personId": "child",
    "conversationId": "conversation",
    "togetherWithId": "meeting",
    "suggestionId": "suggestion",
    "perspectiveId": "perspective",
    "correctsId": "perspective",
    "Query.perspectiveDrawing.perspectiveId": "drawn",
    "shareId": "share",
    "giverId": "person",
    "recordId": "meeting",
    "planId": "action_plan",
    "participantId": "participant",
    "participantIds": "participant",
    "chairId": "person",
    "agreementId": "agreement",
    "holdId": "hold",
    "deadlineId": "deadline",
    "processId": "process",
    "measureId": "measure",
    "messageId": "message",
    "undeliveredId": "undelivered",
    "responsibleParticipantId": "participant",
    "attended": "participant",
    "offerId": "offer",
    "networkId": "network",
    "handoverId": "handover",
    "toUnitId": "unit",
    "toPersonId": "person",
    "bearingForceId": "person",
    "contactPersonId": "person",
    "personId": "person",
    "nextCoordinatorId": "person",
    "unitId": "unit",
}
"""What an argument of type ID names."""
FAR: Final = "2031-05-06T10:00:00Z"
VALUES: Final[Mapping[str, Any]] = {
    "type": TYPE,
    "startsAt": FAR,
    "alsoAt": ["2031-05-07T10:00:00Z"],
    "heldAt": "2026-01-05T10:00:00Z",
    "forParents": False,
    "CallMeetingInput.alsoAt": [],
    "ProposeTimesInput.startsAt": [FAR, "2031-05-07T10:00:00Z"],
    "answerBy": "2026-12-01",
    "TimeAnswerInput.answer": "FITS",
    "LoadBusyTimesInput.content": "QkVHSU46VkNBTEVOREFSDQpWRVJTSU9OOjIuMA0KUFJPRElEOngNCkVORDpWQ0FMRU5EQVINCg==",
    "TellBusyTimesInput.people": [],
    "from": None,
    "minutes": 60,
    "weeks": 1,
    "forGuests": False,
    "RecordPerspectiveInput.answers": [],
    "RecordPerspectiveInput.drawing": None,
    "RecordPerspectiveInput.way": None,
    "RecordPerspectiveInput.participantId": None,
    "RecordPerspectiveInput.correctsId": None,
    "toldOn": None,
    "videoUrl": "https://video.example/room",
    "together": False,
    "followUpStartsAt": None,
    "proposedTime": FAR,
    "track": "institution",
    "bypass": "underretning",
    "step": "assess",
    "facts": ["contact_with_family"],
    "discussed": [2],
    "days": [{"fact": "contact_with_family", "on": "2026-01-05"}],
    "on": None,
    "RecordOfferInput.offer": "course",
    "TickChecklistItemInput.checklist": "start",
    "TickChecklistItemInput.item": "involve",
    "FormNetworkInput.network": "around",
    "HandOverKnowledgeInput.handover": "next",
    "RecordExchangeInput.basis": "early_prevention",
    "RecordExchangeInput.on": "2026-01-05",
    "Query.guide.key": "netvaerksmoede",
    "Query.messagePreviews.kind": "invitation",
    "Query.messagePreviews.language": "en",
    "services": [],
    "RecordFamilyRelationInput.variant": None,
    "RecordFamilyRelationInput.kind": "INTERPRETER",
    "Query.placeWarnings.place": "x",
    "doneOn": None,
    **dict.fromkeys(("knownOn", "decidedOn", "startedOn", "endedOn", "place", "nextCoordinatorPlace")),
    "BreakGlassInput.category": "acute_care",
    **{f"BreakGlassInput.{one}": None for one in ("hours", "cpr", "name", "bornOn")},
    "FindChildInput.cpr": "x",
    "process": "assessment",
    "measure": "supportive_effort",
    "covered": [1],
    "beginProcess": False,
    "outcome": "consultative",
    **{
        f"{owner}.type": "konsultativt_moede"
        for owner in (
            "CallConsultationInput",
            "FixSeriesInput",
            "Query.consultationPlan",
            "Query.seriesType",
            "Query.slots",
        )
    },
    **{f"{owner}.place": "x" for owner in ("CallConsultationInput", "FixSeriesInput", "CallMeetingInput")},
    **{f"{owner}.district": None for owner in ("CallConsultationInput", "FixSeriesInput")},
    "CallConsultationInput.agenda": [],
    **{f"{owner}ConsultationInput.facts": [] for owner in ("Call", "Hold", "Conclude")},
    "ConsultationPersonInput.role": "staff",
    "ConsultationPersonInput.leaveOutReason": None,
    "SeriesMemberInput.role": "staff",
    "SeatInput.role": "staff",
    "Query.caseload.track": None,
    "Query.caseload.due": False,
    "FillConsultationFormInput.values": [{"key": "group", "value": "x"}],
    "ConcludeConsultationInput.outcome": "progress",
    "AskConsentInput.purpose": "exchange",
    "values": [{"key": "problem", "value": "x"}],
    **{f"{one}DraftInput.form": "form-values" for one in ("Save", "Drop")},
    "DraftFieldInput.values": ["x"],
    "RestoreFormInput.version": 1,
    "toLevel": 4,
    "level": None,
    "durationMinutes": 60,
    "dueOn": "2031-05-06",
    "ResendUndeliveredInput.since": "2026-01-05T10:00:00Z",
    "ResendUndeliveredInput.until": FAR,
    **dict.fromkeys(("ResendUndeliveredInput.channel", "ResendUndeliveredInput.reason")),
    "ShareRecordInput.kind": "MEETING",
    "ShareRecordInput.consentPurpose": None,
    "ShareRecordInput.law": "duty_to_notify",
    "until": "2031-05-06",
    **dict.fromkeys(("saidAt", "informedAt"), "2026-01-05T10:00:00Z"),
    "textVersion": 1,
    "source": "village",
    "kinds": ["STAFF"],
    "snapshot": False,
    "ImportFileInput.kind": "STAFF",
    "ImportFileInput.content": "a2V5O25hbWU7cHJvZmVzc2lvbgpwcm9iZS0xO3g7Y2xhc3NfdGVhY2hlcgo=",
    "TellIntakeInput.records": [{"kind": "STAFF", "key": "probe-2", "name": "x"}],
    "acceptEndings": 0,
    "RecordFigureInput.indicator": "staff",
    "RecordFigureInput.value": 3.5,
    "respondents": 30,
    "digest": "0" * 64,
    "wantedFrom": None,
    "appliesFrom": None,
    "ModelFileInput.name": "model.toml",
    "complete": False,
    **{key: [] for key in ("grounds", "purposes", "documents", "prepared", "agreedPreparation")},
    "document": "plan",
    "InviteParticipantInput.role": "health_visitor",
    **{key: [] for key in ("agreedBy", "answeredBy", "visitAgreedWith")},
    **dict.fromkeys(("divisionAgreedOn", "measureStartedOn", "chairAgreedOn", "agreedOn"), None),
    "obtained": True,
    "first": 100,
    "after": None,
    "search": "",
    "profession": "",
    "when": "ALL",
    "ChooseContactInput.channels": ["MAIL"],
    "quietFrom": "22:00",
    "quietUntil": "07:00",
    "remindDays": 3,
    "ChooseContactInput.language": "da",
    "ChangeContactDetailsInput.email": "ny@eksempel.dk",
    "ChangeContactDetailsInput.telephone": "+4520304050",
}
"""Values that would do, by `Type.field` or name: an open wall must let the mutation through, or it is no probe."""
BY_TYPE: Final[Mapping[str, Any]] = {"String": "x", "Boolean": True, "Date": "2031-05-06"}
VERSION: Final = "expectedVersion"
PAGING: Final = {"first", "after"}
OF_THEMSELVES: Final = {"newestFirst", "whose"}
"""Arguments of nested fields that change no more than an order, or which of the model's forms is shown."""
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Slot:
    """A place for an id in an operation's variables."""

    path: Path
    kind: str


@dataclass(frozen=True)
class Operation:
    """One root field. ``slots[0]`` is what it is about; the others stand beside it."""

    mutation: bool
    name: str
    document: str
    variables: Mapping[str, Any]
    slots: tuple[Slot, ...]
    versions: tuple[Path, ...]

    def filled(self, family: Family, target: Target, staff: UUID) -> dict[str, Any]:
        """Variables about a target: the other ids are of the same family, a person is one of the staff."""
        said = copy.deepcopy(dict(self.variables))
        for slot in self.slots:
            _put(said, slot.path, str(_beside(family, target, slot, self.slots[0], staff)))
        version = target.version
        if self.name in ("fillForm", "restoreForm"):
            version = family.form_versions[target.id]
        if self.name in ("closeCasework", "confirmCaseFacts", "moveCaseToVersion"):
            version = family.targets["casework"][0].version
        for path in self.versions:
            _put(said, path, version)
        return said

    def with_ids(self, filled: Mapping[str, Any], ids: Mapping[Path, UUID | str]) -> dict[str, Any]:
        """The same variables with other ids at some places."""
        said = copy.deepcopy(dict(filled))
        for path, value in ids.items():
            _put(said, path, str(value))
        return said

    def stale(self, filled: Mapping[str, Any]) -> dict[str, Any]:
        """The same variables with a version long gone."""
        said = copy.deepcopy(dict(filled))
        for path in self.versions:
            _put(said, path, 77)
        return said


def _beside(family: Family, target: Target, slot: Slot, first: Slot, staff: UUID) -> UUID:
    if slot is first:
        return target.id
    if slot.kind == "person":
        return staff
    if slot.kind == "participant" and first.kind == "meeting":
        return next(one.id for one in family.targets["participant"] if one.state == str(target.id))
    return family.targets[slot.kind][0].id


def operations() -> list[Operation]:
    """Every root field of the schema."""
    found = []
    for mutation, root in ((False, SCHEMA.query_type), (True, SCHEMA.mutation_type)):
        assert root is not None
        found += [_operation(mutation, root, name, made) for name, made in root.fields.items()]
    return found


def queries() -> list[Operation]:
    """Every root field that only reads, and whose ids have a strategy (that each has one is tested with the rest)."""
    root = SCHEMA.query_type
    assert root is not None
    return [
        _operation(False, root, name, made)
        for name, made in root.fields.items()
        if all(
            get_named_type(one.type).name != "ID" or KINDS.get(f"Query.{name}.{arg}") or KINDS.get(arg)
            for arg, one in made.args.items()
        )
    ]


def _operation(mutation: bool, root: GraphQLObjectType, name: str, made: GraphQLField) -> Operation:
    slots: list[Slot] = []
    versions: list[Path] = []
    variables = {
        arg: _value(f"{root.name}.{name}", arg, one.type, (arg,), slots, versions)
        for arg, one in made.args.items()
    }
    signature = ", ".join(f"${arg}: {one.type}" for arg, one in made.args.items())
    handed_on = ", ".join(f"{arg}: ${arg}" for arg in made.args)
    answer = get_named_type(made.type)
    wide = widest(answer) if not mutation else _payload(answer)
    document = (
        f"{'mutation' if mutation else 'query'}{f'({signature})' if signature else ''} "
        f"{{ {name}{f'({handed_on})' if handed_on else ''} {wide} }}"
    )
    return Operation(mutation, name, document, variables, tuple(slots), tuple(versions))


def _value(
    owner: str, name: str, wanted: GraphQLInputType, path: Path, slots: list[Slot], versions: list[Path]
) -> Any:
    named = get_named_type(wanted)
    if named.name == "ID":
        kind = KINDS.get(f"{owner}.{name}") or KINDS.get(name)
        assert kind, f"{owner}.{name}: an id of what? Say so in KINDS"
        place = (*path, 0) if isinstance(get_nullable_type(wanted), GraphQLList) else path
        slots.append(Slot(place, kind))
        return [""] if place != path else ""
    if name == VERSION:
        versions.append(path)
        return 1
    if name == "participants":
        slots.append(Slot((*path, 0, "personId"), "person"))
        return [
            {"role": "staff", "personId": ""},
            {"role": "network", "name": "x"},
            {"role": "child", "leaveOutReason": "x"},
        ]
    for key in (f"{owner}.{name}", name):
        if key in VALUES:
            return VALUES[key]
    if isinstance(named, GraphQLInputObjectType):
        here = (*path, 0) if isinstance(get_nullable_type(wanted), GraphQLList) else path
        inner = {
            key: _value(named.name, key, one.type, (*here, key), slots, versions)
            for key, one in named.fields.items()
        }
        return [inner] if isinstance(get_nullable_type(wanted), GraphQLList) else inner
    if isinstance(named, GraphQLEnumType):
        return list(named.values)[1]
    assert named.name in BY_TYPE, f"{owner}.{name}: {named.name} has no value in VALUES or BY_TYPE"
    value = BY_TYPE[named.name]
    return [value] if isinstance(get_nullable_type(wanted), GraphQLList) else value


def widest(answer: Any, on_path: frozenset[str] = frozenset()) -> str:
    """Everything that can be selected; a type within itself is asked for its plain fields only."""
    if is_leaf_type(answer):
        return ""
    again = answer.name in on_path
    parts = []
    for name, made in answer.fields.items():
        named = get_named_type(made.type)
        for arg, one in made.args.items():
            assert arg in PAGING | OF_THEMSELVES, (
                f"{answer.name}.{name}({arg}): a nested argument without a strategy"
            )
            assert not isinstance(one.type, GraphQLNonNull) or one.default_value is not None
        if is_leaf_type(named):
            parts.append(name)
        elif not again:
            page = "(first: 100)" if made.args.keys() >= PAGING else ""
            parts.append(f"{name}{page} {widest(named, on_path | {answer.name})}")
    return "{ " + " ".join(parts) + " }"


def _payload(answer: Any) -> str:
    return widest(answer, frozenset(SCHEMA.type_map) - {"UserError", answer.name})


def _put(said: Any, path: Path, value: Any) -> None:
    for part in path[:-1]:
        said = said[part]
    said[path[-1]] = value
