"""Keep what somebody is writing, give it back, throw it away.

A draft is no part of the case: it decides nothing and nobody is told of it. It lies in the dossier it is about, under
that dossier's key, so it ends with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.draft import store
from services.core.draft.store import DraftDetails, DraftRow, PlaceRow
from services.core.errors import ErrorCode, UserError, invalid
from services.core.identity import Capacity
from services.core.keys.seal import SealLabel

KEPT_FOR: Final = timedelta(days=14)
"""Business time since it was last written on."""
MOST_FIELDS: Final = 800
MOST_CHARACTERS: Final = 100_000
"""In all fields of one form."""
AUTHORS: Final = frozenset({Capacity.FAMILY, Capacity.PROFESSIONAL, Capacity.LEADER, Capacity.ADVISER})
MOST_FORMS: Final = 40
"""That one writes about one thing at once. More than all pages of it hold; names that somebody makes up end here."""
_NAME: Final = re.compile("[a-z][a-z0-9-]{0,79}", re.ASCII)


@dataclass(frozen=True, slots=True)
class About:
    """What a form is about: a meeting, or else the child as a whole. Exactly one of the two."""

    meeting: UUID | None = None
    child: UUID | None = None


async def drafts(tx: ReadTx, about: About) -> list[DraftRow]:
    """The actor's own; NOT_FOUND for a meeting or child that is absent or another's."""
    return await store.own_drafts(tx, await _place(tx, about))


async def save_draft(tx: WriteTx, about: About, form: str, fields: Mapping[str, Sequence[str]]) -> DraftRow:
    """Keep a form as it stands. Raises INVALID_INPUT for what is no form's name and for more than a form can hold.

    LIMIT_EXCEEDED for more forms than there are.
    """
    if not _NAME.fullmatch(form):
        raise invalid("draft.no_form", "input", "form")
    written = sum(len(name) + sum(map(len, values)) for name, values in fields.items())
    if len(fields) > MOST_FIELDS or written > MOST_CHARACTERS:
        raise invalid("draft.too_long", "input", "fields", limit=MOST_CHARACTERS)
    place = await _place(tx, about)
    kept = await store.own_drafts(tx, place)
    known = next((row for row in kept if row.form == form), None)
    if known is None and len(kept) >= MOST_FORMS:
        raise UserError(
            ErrorCode.LIMIT_EXCEEDED, "draft.too_many", params={"limit": MOST_FORMS}, field=("input", "form")
        )
    draft = known.id if known else new_id()
    details = DraftDetails({name: list(values) for name, values in fields.items()})
    await tx.run(
        store.KEEP,
        draft=draft,
        of_dossier=place.of_dossier,
        of_meeting=place.of_meeting,
        form=form,
        sealed=await tx.seal(SealLabel.DRAFT, place.of_dossier, draft, details),
    )
    return next(row for row in await store.own_drafts(tx, place) if row.id == draft)


async def drop_draft(tx: WriteTx, about: About, form: str) -> None:
    """Throw it away; where there is none, nothing happens."""
    place = await _place(tx, about)
    await tx.run(store.DROP, of_dossier=place.of_dossier, of_meeting=place.of_meeting, form=form)


async def _place(tx: ReadTx, about: About) -> PlaceRow:
    if tx.actor.capacity not in AUTHORS:
        raise UserError(ErrorCode.FORBIDDEN)
    return await store.place(tx, meeting=about.meeting, child=about.child)
