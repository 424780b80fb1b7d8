-- name: own_feed
-- Whether the actor has a calendar's address in this capacity, and since when.
select made_at from calendar_feed
where tenant_id = current_tenant() and person_id = current_person() and capacity = current_capacity()

-- name: make_feed
-- A new address; the one before ends.
select make_calendar_feed(:secret_hash) as made_at

-- name: end_feed
-- The actor's own address ends.
delete from calendar_feed
where tenant_id = current_tenant() and person_id = current_person() and capacity = current_capacity()

-- name: whose
-- The municipality whose calendar it is.
select name from tenant where id = current_tenant()

-- name: own_meetings
-- When the meetings are to which the actor is invited and has not said no, or which they lead.
select m.id, m.dossier_id, m.starts_at, m.ends_at, m.sequence, m.status, finding_a_time(m.id) as preliminary
from meeting m
where m.tenant_id = current_tenant() and m.ends_at >= :from_at and m.starts_at < :until_at
  and (current_person() in (m.convener_id, m.chair_id) or exists (
      select from participant a where a.tenant_id = m.tenant_id and a.meeting_id = m.id and a.person_id = current_person()
        and a.status = 'invited' and a.answer <> 'not_coming'))
order by m.starts_at, m.id
limit :most

-- name: own_consultations
-- The same of meetings about nobody named.
select c.id, c.dossier_id, c.starts_at, c.ends_at, c.sequence, c.status, false as preliminary
from consultation c
where c.tenant_id = current_tenant() and c.ends_at >= :from_at and c.starts_at < :until_at
  and (current_person() in (c.convener_id, c.chair_id) or exists (
      select from consultation_participant a where a.tenant_id = c.tenant_id and a.consultation_id = c.id
        and a.person_id = current_person() and a.status = 'invited'))
order by c.starts_at, c.id
limit :most

-- name: one_meeting
-- When one meeting is, if the actor sees it.
select id, dossier_id, starts_at, ends_at, sequence, status, finding_a_time(id) as preliminary
from meeting where tenant_id = current_tenant() and id = :id

-- name: one_consultation
-- The same of one about nobody named.
select id, dossier_id, starts_at, ends_at, sequence, status, false as preliminary
from consultation where tenant_id = current_tenant() and id = :id
