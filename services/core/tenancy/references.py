"""Which fields of the model name other parts of it. A name that leads nowhere is a mistake of its author.

A level is named by its number, everything else by its key. A new field of keys belongs in this table.
"""

from services.core.tenancy import frame, ladder, language, meetings, perspectives, rhythm, supports
from services.core.tenancy.language import Part
from services.core.tenancy.model import Model
from services.core.tenancy.silence import KEYS

REFERENCES: dict[tuple[type[Part], str], str] = {
    (language.Clause, "law"): "law",
    (language.Condition, "stages"): "stages",
    (language.Condition, "not_stages"): "stages",
    (language.Condition, "tracks"): "tracks",
    (language.Condition, "levels"): "levels",
    (language.Condition, "facts"): "facts",
    (language.Condition, "facts_any"): "facts",
    (language.Condition, "facts_none"): "facts",
    (language.Condition, "unit_kinds"): "unit_kinds",
    (language.Condition, "districts"): "districts",
    (frame.RoleMapping, "profession"): "professions",
    (frame.Stage, "unit_kinds"): "unit_kinds",
    (frame.Profession, "service"): "services",
    (frame.Profession, "instruments"): "instruments",
    (frame.Service, "instruments"): "instruments",
    (frame.Role, "attached_to"): "unit_kinds",
    (frame.Role, "professions"): "professions",
    (frame.Role, "service"): "services",
    (frame.ConsentBasis, "law"): "law",
    (frame.ConsentPurpose, "basis"): "bases",
    (frame.Escalation, "deadline"): "deadlines",
    (frame.Escalation, "to"): "followers",
    (frame.UnitKind, "service"): "services",
    (ladder.Level, "tracks"): "tracks",
    (ladder.Level, "anchored_in"): "levels",
    (ladder.Entry, "fact"): "facts",
    (ladder.Entry, "after"): "facts",
    (ladder.PriorStep, "level"): "levels",
    (ladder.PriorStep, "facts_any"): "facts",
    (ladder.PriorStep, "meeting"): "meetings",
    (ladder.Transition, "from_level"): "levels",
    (ladder.Transition, "to_level"): "levels",
    (ladder.Transition, "tracks"): "tracks",
    (ladder.Transition, "decided_at"): "meetings",
    (ladder.Transition, "by"): "roles",
    (ladder.Bypass, "facts_any"): "facts",
    (ladder.Bypass, "to"): "services",
    (ladder.Bypass, "read_by"): "roles",
    (ladder.Bypass, "also_contact"): "roles",
    (ladder.ReceiptStep, "process"): "processes",
    (ladder.CoordinatorPlace, "professions"): "professions",
    (ladder.CoordinatorDefault, "professions"): "professions",
    (ladder.CoordinatorDefault, "levels"): "levels",
    (ladder.Reassessment, "level"): "levels",
    (ladder.Reassessment, "by"): "roles",
    (ladder.Process, "law"): "law",
    (ladder.Process, "by"): "roles",
    (ladder.Process, "while_running"): "facts",
    (ladder.Process, "once_done"): "facts",
    (meetings.Duty, "roles"): "roles",
    (meetings.Duty, "must_include"): "roles",
    (meetings.Duty, "and_one_of"): "roles",
    (meetings.DecidedBy, "roles"): "roles",
    (meetings.DecidedBy, "otherwise"): "meetings",
    (meetings.DeadlineRule, "event"): "facts",
    (meetings.DeadlineRule, "sooner_after"): "processes",
    (meetings.ParticipantRule, "role"): "roles",
    (meetings.ParticipantRule, "agreed_by"): "roles",
    (meetings.ParticipantRule, "consent"): "purposes",
    (meetings.ParticipantRule, "professions"): "professions",
    (meetings.Externals, "consider"): "meetings",
    (meetings.Ground, "shown_by"): "facts",
    (meetings.FamilyPart, "consent_to_holding"): "purposes",
    (meetings.FamilyPart, "consent_to_exchange"): "purposes",
    (meetings.DeadlineRule, "by"): "roles",
    (meetings.DeadlineRule, "to"): "roles",
    (meetings.DocumentRule, "form"): "forms",
    (meetings.FollowUp, "meeting"): "meetings",
    (meetings.LeadsTo, "level"): "levels",
    (meetings.LeadsTo, "meeting"): "meetings",
    (meetings.LeadsTo, "process"): "processes",
    (meetings.LeadsTo, "reassess"): "reassessments",
    (meetings.MeetingType, "guide"): "guides",
    (meetings.MeetingType, "levels"): "levels",
    (meetings.MeetingType, "tracks"): "tracks",
    (meetings.MeetingType, "form"): "forms",
    (meetings.MeetingType, "follow_up_form"): "forms",
    (meetings.MeetingType, "variants"): "variants",
    (meetings.MeetingType, "methods"): "methods",
    (perspectives.PerspectiveForm, "meetings"): "meetings",
    (rhythm.Yearly, "unit_kinds"): "unit_kinds",
    (rhythm.Cancellation, "by"): "roles",
    (rhythm.HomeVisit, "agreed_with"): "roles",
    (supports.Offer, "goals_with"): "roles",
    (supports.Offer, "held_by"): "professions",
    (supports.Offer, "form"): "forms",
    (supports.DirectoryEntry, "service"): "services",
    (supports.Handbook, "guide"): "guides",
    (supports.Method, "guide"): "guides",
    (supports.Cooperation, "services"): "services",
    (supports.NetworkRule, "services"): "services",
    (supports.NetworkRule, "evaluation_form"): "forms",
    (supports.KnowledgeHandover, "form"): "forms",
    (supports.KnowledgeHandover, "consent"): "purposes",
    (supports.UpwardReport, "to"): "services",
    (supports.UpwardReport, "form"): "forms",
    (supports.MeasureRule, "consent"): "purposes",
    (supports.MeasureRule, "after_process"): "processes",
    (supports.MeasureRule, "by"): "roles",
    (supports.MeasureRule, "while_running"): "facts",
    (supports.Shield, "roles"): "roles",
}


def target_of(owner: type[Part], field: str) -> str | None:
    """The list of the model whose keys this field names, or None."""
    for kind in owner.__mro__:
        if (kind, field) in REFERENCES:
            return REFERENCES[kind, field]
    return None


def known_keys(model: Model) -> dict[str, frozenset[object]]:
    """Every key that can be named, by list; levels by their number, deadlines wherever the model sets them."""
    lists = set(REFERENCES.values()) - {"levels", "deadlines", "followers"}
    found: dict[str, frozenset[object]] = {
        name: frozenset(part.key for part in getattr(model, name)) for name in lists
    }
    found["levels"] = frozenset(level.number for level in model.levels)
    found["deadlines"] = frozenset(rule.key for meeting in model.meetings for rule in meeting.deadlines) | {
        rule.key for rule in model.reassessments
    }
    found["deadlines"] |= KEYS
    found["followers"] = found["roles"] | set(frame.FOLLOWERS)
    return found
