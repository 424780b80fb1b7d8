-- name: tasks_of_actor
-- Everything that waits for the actor, the most urgent first; each row says where it can be done.
with me as (select current_person() as id, business_now() as now)
select t.kind, t.due_at, t.dossier_id, t.child_id, t.meeting_id, t.consent_id, t.problem_id, t.meeting_type, t.model_version_id, t.deadline_key
from (
    select 'answer' as kind, m.starts_at as due_at, m.dossier_id, c.child_id, m.id as meeting_id, null::uuid as consent_id,
           null::uuid as problem_id, m.type as meeting_type, m.model_version_id, null::text as deadline_key
    from participant a
    join meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
    join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, me
    where a.tenant_id = current_tenant() and a.person_id = me.id and a.status = 'invited' and a.answer = 'none'
      and m.status in ('planned', 'agenda_sent') and m.starts_at > me.now and m.convener_id <> me.id
    union all
    select 'consent', m.starts_at, k.dossier_id, c.child_id, k.meeting_id, k.id, null, m.type, m.model_version_id, null
    from consent k
    join casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
    left join meeting m on m.tenant_id = k.tenant_id and m.id = k.meeting_id, me
    where k.tenant_id = current_tenant() and k.giver_id = me.id and k.state = 'asked'
    union all
    select 'deadline', d.due_at, d.dossier_id, c.child_id, d.meeting_id, null, d.problem_id, m.type, m.model_version_id, d.key
    from deadline d
    join casework c on c.tenant_id = d.tenant_id and c.dossier_id = d.dossier_id
    left join meeting m on m.tenant_id = d.tenant_id and m.id = d.meeting_id, me
    where d.tenant_id = current_tenant() and d.state in ('open', 'missed')
      and (d.person_id = me.id or (d.person_id is null and m.convener_id = me.id))
      and (m.status is null or m.status <> 'cancelled')
    union all
    select 'hold', m.ends_at, m.dossier_id, c.child_id, m.id, null, null, m.type, m.model_version_id, null
    from meeting m join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, me
    where m.tenant_id = current_tenant() and m.convener_id = me.id and m.status in ('planned', 'agenda_sent') and m.ends_at <= me.now
    union all
    select 'conclude', null, m.dossier_id, c.child_id, m.id, null, null, m.type, m.model_version_id, null
    from meeting m join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, me
    where m.tenant_id = current_tenant() and m.convener_id = me.id and m.status = 'held'
    union all
    select 'coordinator', null, q.dossier_id, c.child_id, null, null, q.id, null, null, null
    from problem q join casework c on c.tenant_id = q.tenant_id and c.dossier_id = q.dossier_id, me
    where q.tenant_id = current_tenant() and q.pending_coordinator_id = me.id and q.status = 'open'
) t
order by t.due_at nulls last, t.kind, t.meeting_id, t.consent_id, t.problem_id
limit :limit
