-- name: standing_of_cases
-- Where each running case stands that the actor sees as a whole: levels, the next meeting, the next deadline, unanswered
-- questions of consent. `case_id`, since reading the row is not yet seeing the child.
select c.child_id, c.dossier_id as case_id, c.model_version_id, l.tracks, l.levels,
       m.id as meeting_id, m.type as meeting_type, m.starts_at as meets_at,
       d.key as due_key, d.role as due_role, coalesce(d.of_type, d.meeting_type) as due_type, d.due_at, k.asked
from casework c
left join lateral (
    select array_agg(t.track order by t.track) as tracks, array_agg(t.level order by t.track) as levels from (
        select p.track, max(p.level) as level from problem p
        where p.tenant_id = c.tenant_id and p.dossier_id = c.dossier_id and p.status = 'open' group by p.track) t) l on true
left join lateral (
    select n.id, n.type, n.starts_at from meeting n
    where n.tenant_id = c.tenant_id and n.dossier_id = c.dossier_id and n.status in ('planned', 'agenda_sent')
      and n.ends_at > business_now()
    order by n.starts_at limit 1) m on true
left join lateral (
    select x.key, x.role, x.due_at, x.meeting_type, y.type as of_type from deadline x
    left join meeting y on y.tenant_id = x.tenant_id and y.id = x.meeting_id
    where x.tenant_id = c.tenant_id and x.dossier_id = c.dossier_id and x.state = 'open' and x.awaits_id is null
      and not x.private and x.underretning_id is null
    order by x.due_at limit 1) d on true
left join lateral (
    select count(*)::integer as asked from consent s
    where s.tenant_id = c.tenant_id and s.dossier_id = c.dossier_id and s.state = 'asked') k on true
where c.tenant_id = current_tenant() and c.closed_at is null and c.dossier_id <> all ((select only_reached())::uuid[])
limit :most
