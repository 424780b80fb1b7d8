"""An agenda that reached nobody, in every family: the invitations were answered, and need reach nobody any more."""

from collections.abc import Sequence

from tests.isolation.rows import Family, Target, Village


async def lose_an_agenda(village: Village, family: Family, holders: Sequence[str], leads: str) -> None:
    """One to a parent that reached nobody: for who leads the meeting, and without names for who runs the system."""
    town = village.world.north if family.town == "north" else village.world.south
    async with village.world.behind_the_walls(town) as connection:
        lost = await connection.fetchval(
            """update message set state = 'dead', reason = 'refused', settled_at = now_.at, attempt = 1
               from (select current_setting('rundbord.now')::timestamptz as at) now_
               where id = (
                   select m.id from message m join meeting g on g.tenant_id = m.tenant_id and g.id = m.meeting_id
                   where m.tenant_id = $1 and m.dossier_id = any ($2) and m.recipient_id = any ($3) and m.kind = 'agenda_sent'
                     and m.channel = 'mail' and m.state = 'planned' and m.meeting_sequence = g.sequence
                     and g.status in ('planned', 'agenda_sent') and g.starts_at > now_.at
                   order by g.starts_at, m.id limit 1)
               returning id""",
            town.tenant,
            [target.id for target in family.targets["casework"]],
            [town.id(holder) for holder in holders],
        )
        assert lost is not None, f"{family.name} was sent no agenda of a meeting that is ahead"
        matters = "select exists (select from rundbord.open_undelivered() u where u.id = $1)"
        assert await connection.fetchval(matters, lost), "nobody would be asked to deal with it"
    family.add("undelivered", Target(lost, owners=frozenset({leads, "administrator"})))
