"""What commands say of versions: as data for programs, and in a sentence for whoever typed the command."""

from typing import Any

from services.core.errors import Param, say
from services.core.tenancy.approval import VersionState
from services.core.tenancy.service import Added
from services.core.tenancy.versions import Version

_SENTENCES = {
    VersionState.IN_FORCE: "model.added_in_force",
    VersionState.PROPOSED: "model.added_proposed",
    VersionState.APPROVED: "model.added_approved",
    VersionState.REJECTED: "model.added_rejected",
}


def added_as_data(added: Added) -> dict[str, Any]:
    """What adding a tenant did, for programs."""
    return {
        "tenant": added.slug,
        "host": added.host,
        "version": str(added.version_id),
        "number": added.number,
        "changed": added.changed,
        "state": added.state.value,
        "missing": added.missing,
    }


def added_in_words(added: Added, language: str) -> str:
    """The same in a sentence, with what to do where something remains to be done."""
    params: dict[str, Param] = {"name": added.name, "number": added.number, "missing": added.missing}
    return say(_SENTENCES[added.state], language, params)


def version_as_data(version: Version) -> dict[str, Any]:
    """A version for programs. Persons are ids: names are for the portal."""
    return {
        "number": version.row.number,
        "id": str(version.id),
        "state": version.state.value,
        "digest": version.row.digest.hex(),
        "author": version.author,
        "wanted_from": version.row.wanted_from.isoformat(),
        "applies_from": version.row.applies_from.isoformat() if version.row.applies_from else None,
        "missing": version.missing,
        "decisions": [
            {
                "verdict": said.decision,
                "by": str(said.person_id) if said.person_id else "operator",
                "at": said.decided_at.isoformat(),
                "note": said.note,
            }
            for said in version.decisions
        ],
    }


def version_in_words(version: Version) -> str:
    """A version on one line, with what was said of it below."""
    row = version.row
    day = f"{row.applies_from} →" if row.applies_from else f"({row.wanted_from} →)"
    lines = [f"{row.number:4}  {version.state.value:10} {day:14} {row.digest.hex()[:12]}  {version.author}"]
    for said in version.decisions:
        lines.append(f"      {said.decision:10} {said.decided_at:%Y-%m-%d %H:%M}  {said.note}".rstrip())
    return "\n".join(lines)
