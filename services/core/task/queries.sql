-- name: tasks_of_actor
-- Everything that waits for the actor, the most urgent first; each row says where it can be done.
with me as (select current_person() as id, business_now() as now),
-- The actor, and whoever is away and left a child to them: what waits for those waits for the actor, of that child.
us as (select id, null::uuid as in_dossier, now from me
       union all select f.person_id, f.in_dossier, business_now() from stood_in_for() f)
select distinct t.kind, t.due_at, t.dossier_id, t.child_id, t.meeting_id, t.consent_id, t.problem_id, t.meeting_type, t.model_version_id,
       t.deadline_key, t.deadline_id, d.version as deadline_version, d.task as deadline_task, d.meeting_type is not null as after_event
from (
    select 'answer' as kind, m.starts_at as due_at, m.dossier_id, c.child_id, m.id as meeting_id, null::uuid as consent_id,
           null::uuid as problem_id, m.type as meeting_type, m.model_version_id, null::text as deadline_key, null::uuid as deadline_id
    from participant a
    join meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
    join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, me
    where a.tenant_id = current_tenant() and a.person_id = me.id and a.status = 'invited' and a.answer = 'none'
      and m.status in ('planned', 'agenda_sent') and m.starts_at > me.now and m.convener_id <> me.id
    union all
    select 'consent', m.starts_at, k.dossier_id, c.child_id, k.meeting_id, k.id, null, m.type, m.model_version_id, null, null
    from consent k
    join casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
    left join meeting m on m.tenant_id = k.tenant_id and m.id = k.meeting_id, me
    where k.tenant_id = current_tenant() and k.giver_id = me.id and k.state = 'asked'
    union all
    -- What is nobody's by name is for who fills its role, who holds the thread and, where it has neither, who leads.
    select 'deadline', d.due_at, d.dossier_id, c.child_id, d.meeting_id, null, d.problem_id, coalesce(m.type, d.meeting_type),
           coalesce(m.model_version_id, c.model_version_id), d.key, d.id
    from deadline d
    join casework c on c.tenant_id = d.tenant_id and c.dossier_id = d.dossier_id
    left join meeting m on m.tenant_id = d.tenant_id and m.id = d.meeting_id, us me
    where d.tenant_id = current_tenant() and d.state in ('open', 'missed') and d.done_at is null
      and (me.in_dossier is null or me.in_dossier = d.dossier_id)
      and (d.person_id = me.id or (d.person_id is null and m.convener_id = me.id)
           or (d.person_id is null and d.meeting_id is null and d.underretning_id is null
               and (me.in_dossier is null and d.role = any(:roles::text[]) or (me.in_dossier is null and :leads and d.role is null and d.problem_id is null)
                    or exists (select from problem_coordinator k
                               where k.tenant_id = d.tenant_id and k.problem_id = d.problem_id and k.person_id = me.id))))
      -- What was to be done before a meeting waits no more once it is over.
      and (m.status is null or m.status in ('planned', 'agenda_sent')
           or (m.status <> 'cancelled' and d.task not in ('answer', 'send_agenda', 'hold_meeting')))
    union all
    select 'hold', m.ends_at, m.dossier_id, c.child_id, m.id, null, null, m.type, m.model_version_id, null, null
    from meeting m join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, us me
    where m.tenant_id = current_tenant() and m.convener_id = me.id and (me.in_dossier is null or me.in_dossier = m.dossier_id) and m.status in ('planned', 'agenda_sent') and m.ends_at <= me.now
    union all
    select 'conclude', null, m.dossier_id, c.child_id, m.id, null, null, m.type, m.model_version_id, null, null
    from meeting m join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, us me
    where m.tenant_id = current_tenant() and m.convener_id = me.id and (me.in_dossier is null or me.in_dossier = m.dossier_id) and m.status = 'held'
    union all
    select 'coordinator', null, q.dossier_id, c.child_id, null, null, q.id, null, null, null, null
    from problem_coordinator k join problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
    join casework c on c.tenant_id = q.tenant_id and c.dossier_id = q.dossier_id, me
    where k.tenant_id = current_tenant() and k.pending_id = me.id
    union all
    -- Whoever holds a thread and works here no more holds it until the leader has found the next.
    select 'coordinator_left', null, q.dossier_id, c.child_id, null, null, q.id, null, null, null, null
    from dossier_place d join problem_coordinator k on k.tenant_id = d.tenant_id and k.dossier_id = d.dossier_id
    join problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
    join casework c on c.tenant_id = q.tenant_id and c.dossier_id = q.dossier_id
    where d.tenant_id = current_tenant() and d.unit_id = any ((select led_units())::uuid[])
      and d.valid_from <= business_now() and (d.valid_until is null or d.valid_until > business_now())
      and k.person_id is not null and not works_here(k.person_id)
      and (k.pending_id is null or not works_here(k.pending_id))
) t
left join deadline d on d.tenant_id = current_tenant() and d.id = t.deadline_id
order by t.due_at nulls last, t.kind, t.meeting_id, t.consent_id, t.problem_id, t.deadline_id
limit :limit
