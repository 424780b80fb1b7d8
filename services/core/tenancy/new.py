"""A commented start for a municipality that is not here yet: small, sound, and ready to be called."""

import re
from pathlib import Path

_NAME = re.compile(r"[a-z][a-z0-9-]{1,40}")

_FILES = {
    "tenant.toml": """\
#:schema ../schema/tenant.schema.json
# Who the municipality is. No secrets here: identity providers' addresses and secrets stand in the settings.

[tenant]
id = "{name}"
name = "{title}"
cvr = "00000000"                     # to be filled in
host = "{name}"                      # the first label of the address
languages = ["da", "en"]             # the first is the default; every text must be there in each

[tenant.contact]
name = {{ da = "Kontakt", en = "Contact" }}

[[role_mappings]]                    # what a role from the municipality's own login means here
claim = "rundbord.leder"
capacity = "leader"

[[role_mappings]]
claim = "rundbord.fagperson"
capacity = "professional"

[[retention]]                        # how long, counted from what, and why: the archive must confirm it
record = "casework"
trigger = "casework_closed"
keep = {{ count = 5, unit = "years" }}
why = {{ da = "Et udgangspunkt, som arkivet skal bekræfte.", en = "A starting point that the archive must confirm." }}
""",
    "model.toml": """\
#:schema ../schema/model.schema.json
language = 1

[population]
to_age = 18
unborn = true
name = {{ da = "Børn og unge 0-18 år", en = "Children and young people 0-18" }}

# Levels and the ways between them, if the municipality has any. `number` orders them, `label` is what people say:
#   [[levels]]        number = 0   label = "A"   name = {{ da = "…", en = "…" }}
#   [[transitions]]   from_level = 0   to_level = 1   leader_involved = true   why = {{ da = "…", en = "…" }}
#   [skips]           allowed = true   reason = true        a level can be left out with a recorded reason
# Tracks, if a child can stand on different levels at school and at home: [[tracks]]
# Facts that somebody confirms about a case, and that conditions ask for: [[facts]]

[[services]]
key = "school_service"
name = {{ da = "Skole", en = "School" }}
area = "general"

[[professions]]
key = "school_leader"
name = {{ da = "Skoleleder", en = "Head of school" }}
service = "school_service"

[[professions]]
key = "class_teacher"
name = {{ da = "Klasselærer", en = "Class teacher" }}
service = "school_service"

[[services]]
key = "ppr"
name = {{ da = "PPR", en = "Educational-psychological advice (PPR)" }}
area = "specialised"

[[professions]]
key = "psychologist"
name = {{ da = "Psykolog", en = "Psychologist" }}
service = "ppr"

[[unit_kinds]]                       # private = true: not the municipality's own, so it has no leader of yours
key = "school"
name = {{ da = "Skole", en = "School" }}
service = "school_service"

[[stages]]
key = "school"
name = {{ da = "Skole", en = "School" }}
unit_kinds = ["school"]

[[roles]]
key = "child"
kind = "child"
name = {{ da = "Barnet eller den unge", en = "The child or young person" }}

[[roles]]
key = "parents"
kind = "custody_holder"
name = {{ da = "Forældre", en = "Parents" }}

[[roles]]
key = "leader"
kind = "leader"
own_unit = true
professions = ["school_leader"]
name = {{ da = "Leder", en = "Leader" }}

[[roles]]
key = "staff"
kind = "professional"
own_unit = true
professions = ["class_teacher"]
name = {{ da = "Medarbejder tæt på barnet", en = "Staff close to the child" }}

[[roles]]
key = "psychologist"
kind = "professional"
professions = ["psychologist"]
name = {{ da = "Psykolog", en = "Psychologist" }}

[[facts]]
key = "violence_concern"
name = {{ da = "Bekymring for eller mistanke om vold eller overgreb", en = "Concern about or suspicion of violence or abuse" }}

[[bypasses]]                         # a duty past all steps: nothing in the model can block or delay it
key = "underretning"
name = {{ da = "Underretning", en = "Underretning (notification of concern)" }}
facts_any = ["violence_concern"]
to = "ppr"                           # to be filled in: the service that receives it
law = ["duty_to_notify"]
assess_within = {{ count = 24, unit = "hours" }}
why = {{ da = "Pligten er personlig og går forbi alle trin.", en = "The duty is personal and goes past all steps." }}

[coordinators]                       # how_many = 2 and [[coordinators.places]] where several hold the thread
name = {{ da = "Tovholder", en = "Coordinator" }}
why = {{ da = "Den afgivende er tovholder, til den næste siger ja.", en = "The outgoing one stays until the next accepts." }}

[[texts]]
key = "bisidder"
text = {{ da = "I må tage en bisidder med.", en = "You may bring a support person." }}
""",
    "meetings/samarbejdsmoede.toml": """\
#:schema ../../schema/meeting.schema.json
key = "samarbejdsmoede"
name = {{ da = "Samarbejdsmøde", en = "Cooperation meeting" }}
subjects = ["named_child"]
form = "referat"
why = {{ da = "Når barnet har brug for, at de voksne samarbejder.", en = "When the child needs the adults to cooperate." }}

[family]
part = "takes_part"                  # takes_part, informed, consents (then: consent_to_holding), not_identified
co_author_agenda = true
consent_to_exchange = "exchange"     # chooses_readers = true: the family chooses who may read the record

[perspective]
of = ["child", "parent"]

[[convener]]
roles = ["leader"]

[[participants]]
role = "child"
strength = "as_far_as_possible"      # always as_a_rule as_far_as_possible conditional possible ad_hoc never
or_perspective = true
when = {{ unborn = false }}

[[participants]]
role = "parents"
strength = "always"

[[participants]]
role = "staff"
strength = "always"
at_least = 1

[[participants]]                     # from outside: comes only once the consent stands
role = "psychologist"
strength = "possible"
external = true
consent = "exchange"

[[deadlines]]
key = "agenda"
name = {{ da = "Dagsordenen er sendt", en = "The agenda is sent" }}
task = "send_agenda"
anchor = "meeting"
before = true
within = {{ count = 5, unit = "working_days" }}
by = "leader"
to = ["parents"]
remind_before = [{{ count = 2, unit = "working_days" }}]

[[outcomes]]
key = "enough"
text = {{ da = "Der er ikke brug for mere", en = "Nothing further is needed" }}
leads_to = {{ effect = "close" }}

[[outcomes]]
key = "again"
text = {{ da = "Vi mødes igen", en = "We meet again" }}
leads_to = {{ effect = "follow_up", same_circle = true, follow_up_possible = true }}
""",
    "consent.toml": """\
#:schema ../schema/consent.schema.json
# Being told and saying yes are two things. An underretning never asks for consent.

[[bases]]                            # the basis decides whether a yes expires
key = "administrative"
name = {{ da = "Samtykke efter forvaltningsloven", en = "Consent under the Public Administration Act" }}
law = ["administrative_consent"]

[[purposes]]
key = "exchange"
basis = "administrative"
own_from_age = 15                    # from this age the young person answers too, from 18 alone
name = {{ da = "Udveksling af oplysninger på mødet", en = "Exchange of information at the meeting" }}

[[purposes.texts]]                   # an answered version never changes: write a new one
version = 1
applies_from = 2024-01-01
text = {{ da = "Jeg siger ja til, at oplysninger deles på mødet.", en = "I agree that information is shared at the meeting." }}
""",
    "law.toml": """\
#:schema ../schema/law.schema.json
# Every citation with the day it applies from; verified = true only where it was read in a source.

[[law]]
key = "administrative_consent"
name = {{ da = "Samtykke til udveksling", en = "Consent to exchange" }}

[[law.wordings]]
applies_from = 1987-01-01
citation = {{ da = "Forvaltningsloven § 28", en = "Public Administration Act s. 28" }}

[[law]]
key = "duty_to_notify"
name = {{ da = "Underretningspligt", en = "Duty to notify" }}

[[law.wordings]]
applies_from = 2024-01-01
citation = {{ da = "Barnets lov §§ 133 og 135", en = "Children's Act ss. 133 and 135" }}
""",
    "support.toml": """\
#:schema ../schema/support.schema.json
# What the structure holds beside its meetings. All of it may be left out:
# [[districts]] [[variants]] [[offers]] [[checklists]] [[directory]] [[handbooks]] [[methods]] [[cooperations]]
# [[networks]] [[handovers]] [[reports]] [[exchanges]] [[measures]] [[shields]] [choice]

[local]                              # what a district or a place settles by itself; the rest is uniform
may_vary = ["dates", "places", "persons"]

[versions]                           # how many must approve a new version beside its author
approvals = 1
""",
    "forms/referat.toml": """\
#:schema ../../schema/form.schema.json
key = "referat"
name = {{ da = "Referat", en = "Record" }}

[[fields]]
key = "situation"
kind = "long_text"                   # text long_text choice scale date boolean list
required = true
label = {{ da = "Hvad handler det om?", en = "What is it about?" }}
""",
}


def new_tenant(parent: Path, name: str) -> Path:
    """Writes a commented model into `parent/name` and returns that directory.

    Raises ValueError for a name that is no label of a host, FileExistsError where something is there already.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"'{name}' must be lower-case letters, digits and hyphens, beginning with a letter")
    directory = parent / name
    directory.mkdir(parents=True)
    for file, text in _FILES.items():
        path = directory / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.format(name=name, title=name.replace("-", " ").title()), encoding="utf-8")
    return directory
