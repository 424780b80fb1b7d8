"""What several tests do with a meeting that was called."""

from uuid import UUID

from services.core.meeting.answering import AnswerInvitation, answer_invitation
from tests.builders.world import Town, World


async def comes(world: World, town: Town, name: str, meeting: UUID) -> None:
    """Somebody says yes to their invitation: from then on the meeting is theirs to read (ADR 0023)."""
    async with world.api.write(town.who(name), "mutation:answerInvitation") as tx:
        await answer_invitation(tx, AnswerInvitation(meeting, "coming"))
