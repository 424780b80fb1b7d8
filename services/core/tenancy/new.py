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

# Levels, tracks and the ways between them go here, if the municipality has any: [[tracks]] [[levels]] [[transitions]]

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

[[unit_kinds]]
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
