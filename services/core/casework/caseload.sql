-- name: running_cases
-- The running cases that the actor sees as a whole. `case_id`, since reading the row is not yet seeing the child.
select c.child_id, c.dossier_id as case_id, c.model_version_id from casework c
where c.tenant_id = current_tenant() and c.closed_at is null and c.dossier_id <> all ((select only_reached())::uuid[])
limit :most

-- name: levels_of_cases
-- The highest level of the open problems of each track.
select p.dossier_id as case_id, p.track, max(p.level) as level from problem p
where p.tenant_id = current_tenant() and p.status = 'open'
group by p.dossier_id, p.track order by p.track

-- name: next_meetings_of_cases
-- The next meeting of each case.
select distinct on (n.dossier_id) n.dossier_id as case_id, n.id as meeting, n.type, n.starts_at from meeting n
where n.tenant_id = current_tenant() and n.status in ('planned', 'agenda_sent') and n.ends_at > business_now()
order by n.dossier_id, n.starts_at

-- name: next_deadlines_of_cases
-- The next deadline of each case, and the type of the meeting that it is of.
select distinct on (x.dossier_id) x.dossier_id as case_id, x.key, x.role, x.meeting_id as meeting, x.meeting_type as type, x.due_at
from deadline x
where x.tenant_id = current_tenant() and x.state = 'open' and x.awaits_id is null and not x.private and x.underretning_id is null
order by x.dossier_id, x.due_at

-- name: types_of_meetings
-- What kinds of meetings these are.
select n.id as meeting, n.type from meeting n where n.tenant_id = current_tenant() and n.id = any(:ids::uuid[])

-- name: questions_of_cases
-- Unanswered questions of consent.
select s.dossier_id as case_id, count(*)::integer as asked from consent s
where s.tenant_id = current_tenant() and s.state = 'asked' group by s.dossier_id
